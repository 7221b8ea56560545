/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-privilege-fixes.h"

#include <string.h>

#include "rule/bh-facts.h"
#include "value/bh-capability.h"

/* (transfer full): STATE, which is adopted, with one more setting. */
static BhState *
add_take (BhState *state, const char *name, const char *value)
{
  g_autoptr (BhState) before = state;
  g_autoptr (BhSetting) setting = bh_setting_new (name, value);

  return bh_state_add (before, setting);
}

/* Those of the list that FACTS neither drop nor add already. (transfer full), STATE is adopted. */
static BhState *
give_back (BhState *state, const BhFacts *facts, const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      BhCapability capability;

      if (!bh_capability_from_string (names[i], strlen (names[i]), &capability))
        continue;
      if ((facts->capabilities_dropped & BH_CAP_BIT (capability)) == 0 &&
          facts->added_by[capability] == BH_NOBODY)
        state = add_take (state, "cap-add", names[i]);
    }
  return state;
}

BhState *
bh_fix_drop_all (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  BhState *dropped;

  if (facts->drop_all != BH_NOBODY)
    return bh_state_ref ((BhState *) state);
  dropped = bh_state_remove_all (state, bh_option_get ("cap-drop"));
  dropped = add_take (dropped, "cap-drop", "ALL");
  if (fix->parameter == NULL)
    return dropped;
  return give_back (dropped, facts,
                    facts->known_image != NULL ? facts->known_image->capabilities : fix->parameter);
}

BhState *
bh_fix_drop_capability (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  BhCapability capability;

  if (!bh_capability_from_string (fix->parameter, strlen (fix->parameter), &capability) ||
      (facts->capabilities_dropped & BH_CAP_BIT (capability)) != 0)
    return bh_state_ref ((BhState *) state);
  return add_take (bh_state_ref ((BhState *) state), "cap-drop", fix->parameter);
}

static gboolean
says_no_new_privileges (const BhSetting *setting)
{
  return bh_setting_is (setting, bh_option_get ("security-opt")) &&
         g_str_has_prefix (setting->value->str, "no-new-privileges");
}

BhState *
bh_fix_no_new_privileges (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  BhState *result = bh_state_ref ((BhState *) state);

  if (facts->no_new_privileges.on)
    return result;
  for (int i = (int) state->n_settings - 1; i >= 0; i--)
    if (says_no_new_privileges (state->settings[i]))
      {
        BhState *without = bh_state_remove (result, i);

        bh_state_unref (result);
        result = without;
      }
  return add_take (result, "security-opt", "no-new-privileges");
}

BhState *
bh_fix_user_group (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  g_autofree char *user = NULL;
  g_autoptr (BhSetting) setting = NULL;

  if (facts->uid <= 0 || facts->user_has_group)
    return bh_state_ref ((BhState *) state);
  user = g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, facts->uid, facts->uid);
  setting = bh_setting_new ("user", user);
  return bh_state_set (state, setting);
}

static BhState *
set_user (const BhState *state, const char *user)
{
  g_autoptr (BhSetting) setting = bh_setting_new ("user", user);

  return bh_state_set (state, setting);
}

BhState *
bh_fix_image_user (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);

  return facts->known_image != NULL && facts->known_image->user != NULL
             ? set_user (state, facts->known_image->user)
             : bh_state_ref ((BhState *) state);
}

BhState *
bh_fix_unprivileged_user (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);

  return facts->known_image == NULL ? set_user (state, fix->parameter)
                                    : bh_state_ref ((BhState *) state);
}
