/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-lifecycle-fixes.h"

#include <string.h>

#include "rule/bh-facts.h"

BhState *
bh_fix_health_check (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  g_autoptr (BhSetting) setting = NULL;

  if (facts->known_image == NULL || facts->known_image->health == NULL)
    return bh_state_ref ((BhState *) state);
  setting = bh_setting_new ("health-cmd", facts->known_image->health);
  return bh_state_set (state, setting);
}
