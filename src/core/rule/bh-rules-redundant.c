/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings that read as if they did something. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "value/bh-capability.h"

/* How often each capability is named, and ALL at the end. */
typedef struct
{
  guint added[BH_N_CAPABILITIES + 1];
  guint dropped[BH_N_CAPABILITIES + 1];
  guint64 usual; /* what the engine gives to a container that says nothing */
} Tally;

#define ALL BH_N_CAPABILITIES

static guint64
mask_of (const guint *counts)
{
  guint64 mask = 0;

  for (guint i = 0; i < BH_N_CAPABILITIES; i++)
    if (counts[i] > 0)
      mask |= BH_CAP_BIT (i);
  return mask;
}

/* As bh_facts_settle_capabilities(), for what would be if one setting were not there. */
static guint64
outcome (const Tally *tally)
{
  if (tally->added[ALL] > 0)
    return tally->dropped[ALL] > 0 ? BH_CAP_ALL_MASK : BH_CAP_ALL_MASK & ~mask_of (tally->dropped);
  if (tally->dropped[ALL] > 0)
    return mask_of (tally->added);
  return (tally->usual & ~mask_of (tally->dropped)) | mask_of (tally->added);
}

/* The counter that SETTING stands in, or NULL. */
static guint *
find_counter (guint *counts, const BhFacts *facts, int setting)
{
  const BhText *value = bh_check_value (facts, setting);
  BhCapability capability;

  if (g_ascii_strcasecmp (value->str, "ALL") == 0)
    return &counts[ALL];
  if (bh_capability_from_string (value->str, value->len, &capability))
    return &counts[capability];
  return NULL;
}

static void
count (guint *counts, const BhFacts *facts, const char *option)
{
  for (int i = bh_check_find (facts, 0, option); i >= 0; i = bh_check_find (facts, i + 1, option))
    {
      guint *counter = find_counter (counts, facts, i);

      if (counter != NULL)
        (*counter)++;
    }
}

/* What changes nothing is taken out of the tally at once, so that of two that say the same one
 * stays. */
static void
report_idle (const BhRule *rule,
             const BhFacts *facts,
             BhFindings *findings,
             Tally *tally,
             guint *counts,
             const char *option)
{
  for (int i = bh_check_find (facts, 0, option); i >= 0; i = bh_check_find (facts, i + 1, option))
    {
      guint *counter = find_counter (counts, facts, i);
      guint64 before = outcome (tally);
      g_autofree char *words = NULL;

      if (counter == NULL)
        continue;
      (*counter)--;
      if (outcome (tally) == before)
        {
          words = g_strdup_printf ("--%s %s", option, bh_check_value (facts, i)->str);
          bh_findings_add_one (findings, rule, words, i);
        }
      else
        (*counter)++;
    }
}

static void
check_redundant (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  Tally tally = { .usual = facts->capabilities_usual };

  if ((facts->capabilities_added | facts->capabilities_dropped) == 0)
    return;
  count (tally.added, facts, "cap-add");
  count (tally.dropped, facts, "cap-drop");
  /* Drops first: an add may be what makes them idle, and then be idle itself. */
  report_idle (rule, facts, findings, &tally, tally.dropped, "cap-drop");
  report_idle (rule, facts, findings, &tally, tally.added, "cap-add");
}

const BhRule bh_rules_redundant[] = {
  {
      .id = "cap-redundant",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("A setting of capabilities changes nothing"),
      .message = N_ ("“%s” has no effect here."),
      .exposes = N_ ("Docker gives the container the same capabilities with and without it: they "
                     "are there anyway, are not there anyway, or another setting overrides this "
                     "one. Adding a capability wins over dropping it."),
      .attack = N_ ("None of its own. Whoever reads the command believes in a protection or a "
                    "right that is not there."),
      .legitimate = N_ ("To say plainly what a program needs, whatever the engine's defaults are."),
      .references = (const char *const[]){ "Docker docs: Runtime privilege and Linux capabilities",
                                           "moby: oci/caps, TweakCapabilities", NULL },
      .check = check_redundant,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Remove it"),
                   .breaks = N_ ("Nothing changes."),
                   .apply = bh_fix_remove } },
      .bad = "--cap-add CHOWN nginx",
      .good = "--cap-drop ALL --cap-add CHOWN nginx",
  },
};
const guint bh_n_rules_redundant = G_N_ELEMENTS (bh_rules_redundant);
