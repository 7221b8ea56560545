/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-fixes.h"

#include <stdlib.h>
#include <string.h>

static gboolean
has_setting (const BhState *state, int index)
{
  return index >= 0 && (guint) index < state->n_settings;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* Of an option that does not repeat, an earlier setting would count again: it goes as well. */
static BhState *
remove_one (const BhState *state, int index)
{
  const BhOption *option = state->settings[index]->option;

  return option == NULL || (option->flags & BH_OPTION_REPEATS) != 0
             ? bh_state_remove (state, index)
             : bh_state_remove_all (state, option);
}

BhState *
bh_fix_remove (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree int *causes = g_memdup2 (finding->settings, finding->n_settings * sizeof (int));
  BhState *result = bh_state_ref ((BhState *) state);

  if (causes != NULL)
    qsort (causes, finding->n_settings, sizeof (int), compare_descending);
  for (guint i = 0; i < finding->n_settings; i++)
    if (has_setting (result, causes[i]))
      {
        BhState *without = remove_one (result, causes[i]);

        bh_state_unref (result);
        result = without;
      }
  return result;
}

BhState *
bh_fix_remove_first_cause (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  if (finding->n_settings == 0 || !has_setting (state, finding->settings[0]))
    return bh_state_ref ((BhState *) state);
  return bh_state_remove (state, finding->settings[0]);
}

BhState *
bh_fix_remove_all (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  return bh_state_remove_all (state, bh_option_get (fix->parameter));
}

BhState *
bh_fix_set (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  const char *equals = strchr (fix->parameter, '=');
  g_autofree char *name = g_strndup (fix->parameter, equals - fix->parameter);
  g_autoptr (BhSetting) setting = bh_setting_new (name, equals + 1);

  return bh_state_set (state, setting);
}

BhState *
bh_fix_replace_value (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhSetting) setting = NULL;
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;

  if (!has_setting (state, index))
    return bh_state_ref ((BhState *) state);
  setting =
      bh_setting_new_take (state->settings[index]->option, bh_text_new (fix->parameter), NULL);
  return bh_state_replace (state, index, setting);
}
