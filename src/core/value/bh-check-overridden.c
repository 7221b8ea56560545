/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-conflicts.h"
#include "value/bh-problem.h"

/* A setting under its name: what stands before the equals sign. */
static gsize
name_length (const BhSetting *setting)
{
  return strcspn (setting->value->str, "=");
}

static guint
hash_name (gconstpointer key)
{
  const BhSetting *setting = key;
  gsize len = name_length (setting);
  guint hash = 5381;

  for (gsize i = 0; i < len; i++)
    hash = hash * 33 + (guchar) setting->value->str[i];
  return hash;
}

static gboolean
equal_names (gconstpointer a, gconstpointer b)
{
  const BhSetting *one = a;
  const BhSetting *other = b;
  gsize len = name_length (one);

  return len == name_length (other) && memcmp (one->value->str, other->value->str, len) == 0;
}

static void
report (const BhState *state, int earlier, int later, GPtrArray *problems)
{
  const BhText *value = state->settings[earlier]->value;
  BhProblem *problem;

  if (bh_text_equal (value, state->settings[later]->value))
    return;
  problem = bh_problem_new (earlier, (BhRange){ 0, value->len }, BH_STAGE_SILENT,
                            _ ("“%.*s” does not count: it is set again behind this."),
                            (int) name_length (state->settings[earlier]), value->str);
  problem->other = later;
  g_ptr_array_add (problems, problem);
}

static void
check_option (const BhState *state, const BhOption *option, GPtrArray *problems)
{
  int first = bh_state_find (state, 0, option);
  g_autoptr (GHashTable) names = NULL;

  if (first < 0 || bh_state_find_last (state, option) == first)
    return;
  names = g_hash_table_new (hash_name, equal_names);
  for (int i = first; i >= 0; i = bh_state_find (state, (guint) i + 1, option))
    {
      gpointer earlier;

      if (g_hash_table_lookup_extended (names, state->settings[i], NULL, &earlier))
        report (state, GPOINTER_TO_INT (earlier), i, problems);
      g_hash_table_replace (names, state->settings[i], GINT_TO_POINTER (i));
    }
}

void
bh_check_overridden (const BhState *state, GPtrArray *problems)
{
  check_option (state, bh_option_get ("env"), problems);
  check_option (state, bh_option_get ("label"), problems);
}
