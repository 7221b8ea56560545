/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-checks.h"

#include <string.h>

#include "value/bh-capability.h"

static gboolean
setting_is_named (const BhSetting *setting, const char *name)
{
  const BhOption *option = setting->option;

  /* Most differ in their first letter. */
  return option != NULL && option->name[0] == name[0] && strcmp (option->name, name) == 0;
}

int
bh_check_find (const BhFacts *facts, int from, const char *name)
{
  const BhState *state = facts->state;

  for (guint i = from; i < state->n_settings; i++)
    if (setting_is_named (state->settings[i], name))
      return i;
  return BH_NOBODY;
}

int
bh_check_find_last (const BhFacts *facts, const char *name)
{
  const BhState *state = facts->state;

  for (int i = (int) state->n_settings - 1; i >= 0; i--)
    if (setting_is_named (state->settings[i], name))
      return i;
  return BH_NOBODY;
}

const BhText *
bh_check_value (const BhFacts *facts, int setting)
{
  return facts->state->settings[setting]->value;
}

gboolean
bh_check_is_on (const BhFacts *facts, const char *name)
{
  int setting = bh_check_find_last (facts, name);

  return setting >= 0 && bh_setting_is_on (facts->state->settings[setting]);
}

gboolean
bh_check_may_be_root (const BhFacts *facts)
{
  return facts->user_root || facts->user_setting == BH_NOBODY;
}

gboolean
bh_check_has_capability (const BhFacts *facts, guint capability)
{
  return facts->privileged.on || (facts->capabilities & BH_CAP_BIT (capability)) != 0;
}

gboolean
bh_check_is_service (const BhFacts *facts)
{
  return facts->detach.on || facts->restart.on;
}

static gboolean
has_log_opt (const BhFacts *facts, const char *prefix)
{
  for (int i = bh_check_find (facts, 0, "log-opt"); i >= 0;
       i = bh_check_find (facts, i + 1, "log-opt"))
    if (g_str_has_prefix (bh_check_value (facts, i)->str, prefix))
      return TRUE;
  return FALSE;
}

gboolean
bh_check_log_is_boundless (const BhFacts *facts)
{
  int driver = bh_check_find_last (facts, "log-driver");

  if (driver >= 0 && !g_str_equal (bh_check_value (facts, driver)->str, "json-file"))
    return FALSE;
  if (driver < 0 && facts->state->engine == BH_ENGINE_PODMAN)
    return FALSE;
  return !has_log_opt (facts, "max-size=");
}

void
bh_check_add_missing (BhFindings *findings, const BhRule *rule, const BhFacts *facts, int setting)
{
  const gboolean matters = setting >= 0 || bh_check_is_service (facts);

  bh_findings_add (findings, rule, matters ? MAX (rule->severity, BH_SEVERITY_LOW) : rule->severity,
                   NULL, &setting, setting >= 0 ? 1 : 0);
}

void
bh_check_option (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, rule->parameter); i >= 0;
       i = bh_check_find (facts, i + 1, rule->parameter))
    bh_findings_add_one (findings, rule, bh_check_value (facts, i)->str, i);
}
