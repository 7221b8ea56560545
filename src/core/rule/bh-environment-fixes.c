/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-environment-fixes.h"

#include <string.h>

/* (transfer full) (nullable): the literal name that the first cause gives a value to. */
static char *
dup_name (const BhState *state, const BhFinding *finding)
{
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;
  const BhText *text;
  guint equals;

  if (index < 0 || (guint) index >= state->n_settings ||
      !bh_setting_is (state->settings[index], bh_option_get ("env")))
    return NULL;
  text = state->settings[index]->value;
  equals = bh_text_find (text, 0, G_MAXUINT, '=');
  if (equals == text->len || bh_text_range_expands (text, (BhRange){ 0, equals }))
    return NULL;
  return bh_text_dup_range (text, (BhRange){ 0, equals });
}

/* Names may hold anything but '='; those of files and fields of --mount may not. */
static char *
name_file (const char *name)
{
  char *file = g_ascii_strdown (name, -1);

  return g_strcanon (file, G_CSET_a_2_z G_CSET_DIGITS "_-.", '_');
}

static gboolean
sets (const BhSetting *setting, const char *name)
{
  const gsize len = strlen (name);

  return bh_setting_is (setting, bh_option_get ("env")) &&
         strncmp (setting->value->str, name, len) == 0 &&
         (setting->value->str[len] == '=' || setting->value->str[len] == '\0');
}

/* (transfer full): without any setting of the variable: an earlier one would count again. KEPT, or
 * -1, stays. */
static BhState *
remove_variable (const BhState *state, const char *name, int kept)
{
  BhState *result = bh_state_ref ((BhState *) state);

  for (int i = (int) state->n_settings - 1; i >= 0; i--)
    if (i != kept && sets (state->settings[i], name))
      {
        BhState *without = bh_state_remove (result, i);

        bh_state_unref (result);
        result = without;
      }
  return result;
}

static BhState *
replace_variable (const BhState *state, const BhFinding *finding, const char *name, BhText *text)
{
  g_autoptr (BhSetting) setting = bh_setting_new_take (bh_option_get ("env"), text, NULL);
  g_autoptr (BhState) replaced = bh_state_replace (state, finding->settings[0], setting);

  return remove_variable (replaced, name, finding->settings[0]);
}

BhState *
bh_fix_variable_remove (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree char *name = dup_name (state, finding);

  return name != NULL ? remove_variable (state, name, -1) : bh_state_ref ((BhState *) state);
}

BhState *
bh_fix_variable_file (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree char *name = dup_name (state, finding);
  g_autofree char *file = NULL;
  g_autofree char *value = NULL;
  g_autoptr (BhSetting) mount = NULL;
  g_autoptr (BhState) replaced = NULL;

  if (name == NULL || g_str_has_suffix (name, "_FILE"))
    return bh_state_ref ((BhState *) state);
  file = name_file (name);
  value = g_strdup_printf ("type=bind,source=./%s,target=/run/secrets/%s,readonly", file, file);
  mount = bh_setting_new ("mount", value);
  replaced = replace_variable (state, finding, name,
                               bh_text_new_printf ("%s_FILE=/run/secrets/%s", name, file));
  return bh_state_add (replaced, mount);
}

BhState *
bh_fix_variable_inherit (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree char *name = dup_name (state, finding);

  if (name == NULL)
    return bh_state_ref ((BhState *) state);
  return replace_variable (state, finding, name, bh_text_new (name));
}
