/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Limits that each process carries with it. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_core (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    {
      const char *value = bh_check_value (facts, i)->str;

      if (g_str_has_prefix (value, "core=") && !g_str_has_prefix (value, "core=0"))
        bh_findings_add_one (findings, rule, value, i);
    }
}

const BhRule bh_rules_ulimits[] = {
  {
      .id = "ulimit-core",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .weight = 10,
      .title = N_ ("Crashes write the memory to disk"),
      .message = N_ ("“%s” lets a program that crashes write all its memory into a file."),
      .exposes =
          N_ ("Passwords, keys and customers' data that the program had in its memory are in "
              "the file. The host's settings decide where it goes."),
      .attack =
          N_ ("An intruder makes the program crash and reads the file, or fills the disk with "
              "many of them."),
      .legitimate = N_ ("While you look for the cause of a crash."),
      .references = (const char *const[]){ "core(5)", "CWE-528", NULL },
      .check = check_core,
      .fixes = { { .id = "no-core",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Write no such files"),
                   .breaks = N_ ("There is nothing to look at after a crash."),
                   .apply = bh_fix_replace_value,
                   .parameter = "core=0" } },
      .bad = "--ulimit core=-1 nginx",
      .good = "--ulimit core=0 nginx",
  },
};
const guint bh_n_rules_ulimits = G_N_ELEMENTS (bh_rules_ulimits);
