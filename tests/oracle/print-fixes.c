/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints, for each fix of each rule, what becomes of the rule's own example, or of another
 * that it fits: a JSON object a line.
 */
#include <json-glib/json-glib.h>

#include "export/bh-output.h"
#include "import/bh-import.h"
#include "rule/bh-report.h"

static BhState *
read_state (const char *words)
{
  g_autofree char *command = g_strconcat ("docker run ", words, NULL);
  g_autoptr (BhImport) import = bh_import_command (command, -1, NULL);

  g_assert_nonnull (import);
  return bh_state_ref (import->states->pdata[0]);
}

static void
add_command (JsonObject *to, const char *member, const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_run_oneline (state, BH_EXPORT_DEFAULT);

  json_object_set_string_member (to, member, output->text->str);
}

/* Not every fix of a rule fits each of its findings. */
static gboolean
print_fix (const BhReport *report, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) fixed = bh_finding_fix (finding, report->state, fix);
  g_autoptr (JsonObject) row = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *line = NULL;

  if (bh_state_equal (fixed, report->state))
    return FALSE;
  json_object_set_string_member (row, "rule", finding->rule->id);
  json_object_set_string_member (row, "fix", fix->id);
  add_command (row, "before", report->state);
  add_command (row, "after", fixed);
  json_node_init_object (node, row);
  line = json_to_string (node, FALSE);
  g_print ("%s\n", line);
  return TRUE;
}

/* Whether FIX was tried on a finding of RULE in WORDS. */
static gboolean
try_fix (const BhRule *rule, const BhFix *fix, const char *words)
{
  g_autoptr (BhState) state = read_state (words);
  g_autoptr (BhReport) report = bh_report_new (state);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule == rule && print_fix (report, finding, fix))
        return TRUE;
    }
  return FALSE;
}

/* Some fit images only that are known. */
static void
print_fixes (const BhRule *rule)
{
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    if (!try_fix (rule, &rule->fixes[i], rule->bad))
      try_fix (rule, &rule->fixes[i], "postgres:17");
}

int
main (void)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    print_fixes (rules[i]);
  return 0;
}
