/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-import.h"
#include "rule/bh-report.h"

/* A command, and what a rule shall say about it. */
typedef struct
{
  const char *words; /* after `docker run`, as typed in a shell */
  const char *rule;
  int severity;        /* BhSeverity, or SILENT */
  const char *subject; /* NULL: not looked at */
} RuleCase;

#define SILENT (-1)

static inline BhReport *
rule_case_report (const char *words)
{
  g_autofree char *text = g_strconcat ("docker run ", words, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (text, -1, &error);

  g_assert_no_error (error);
  return bh_report_new (g_ptr_array_index (import->states, 0));
}

static inline const BhFinding *
rule_case_find (const BhReport *report, const char *rule)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (g_str_equal (finding->rule->id, rule))
        return finding;
    }
  return NULL;
}

static inline void
rule_case_check (const RuleCase *self)
{
  g_autoptr (BhReport) report = rule_case_report (self->words);
  const BhFinding *finding = rule_case_find (report, self->rule);

  if (self->severity == SILENT && finding != NULL)
    g_test_message ("%s: %s is a false alarm", self->words, self->rule);
  else if (self->severity != SILENT &&
           (finding == NULL || (int) finding->severity != self->severity))
    g_test_message ("%s: %s is %s, not %s", self->words, self->rule,
                    finding != NULL ? bh_severity_to_string (finding->severity) : "silent",
                    bh_severity_to_string (self->severity));
  else if (self->subject != NULL && g_strcmp0 (finding->subject, self->subject) != 0)
    g_test_message ("%s: the subject is %s, not %s", self->words, finding->subject, self->subject);
  else
    return;
  g_test_fail ();
}

static inline void
rule_case_check_all (const RuleCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    rule_case_check (&cases[i]);
}

/* What a fix makes of a command. */
typedef struct
{
  const char *words;
  const char *rule;
  const char *fix;
  const char *result; /* after `docker run` */
} FixCase;

static inline BhState *
rule_case_state (const char *words)
{
  g_autofree char *text = g_strconcat ("docker run ", words, NULL);
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);

  return bh_state_ref (g_ptr_array_index (import->states, 0));
}

static inline void
fix_case_check (const FixCase *self)
{
  g_autoptr (BhReport) report = rule_case_report (self->words);
  g_autoptr (BhState) expected = rule_case_state (self->result);
  g_autoptr (BhState) fixed = NULL;
  const BhFinding *finding = rule_case_find (report, self->rule);

  g_assert_nonnull (finding);
  fixed = bh_finding_fix (finding, report->state, bh_rule_find_fix (finding->rule, self->fix));
  if (bh_state_equal (fixed, expected))
    return;
  g_test_message ("%s: %s %s does not give %s", self->words, self->rule, self->fix, self->result);
  for (guint i = 0; i < fixed->n_settings; i++)
    g_test_message ("  --%s %s", fixed->settings[i]->option->name, fixed->settings[i]->value->str);
  g_test_fail ();
}

static inline void
fix_case_check_all (const FixCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    fix_case_check (&cases[i]);
}
