/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "start/bh-starter.h"

#include "import/bh-import.h"
#include "rule/bh-report.h"
#include "value/bh-problem.h"

static void
test_parse (void)
{
  guint n_starters;
  const BhStarter *starters = bh_starter_table (&n_starters);

  g_assert_cmpuint (n_starters, >=, 6);
  for (guint i = 0; i < n_starters; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhImport) import = bh_import_command (starters[i].command, -1, &error);
      g_autoptr (BhState) state = bh_starter_make_state (&starters[i]);
      g_autoptr (GPtrArray) problems = bh_state_check (state);

      g_test_message ("%s", starters[i].id);
      g_assert_no_error (error);
      g_assert_cmpuint (import->states->len, ==, 1);
      g_assert_cmpuint (import->notes->len, ==, 0);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_true (bh_starter_find (starters[i].id) == &starters[i]);
    }
}

/* "Safe already": nothing above medium, no attack path, in the best range of exposure. */
static void
test_safe (void)
{
  guint n_starters;
  const BhStarter *starters = bh_starter_table (&n_starters);

  for (guint i = 0; i < n_starters; i++)
    {
      g_autoptr (BhState) state = bh_starter_make_state (&starters[i]);
      g_autoptr (BhReport) report = bh_report_new (state);

      g_test_message ("%s: %.1f", starters[i].id, report->score);
      g_assert_cmpuint (bh_report_count (report, BH_SEVERITY_HIGH), ==, 0);
      g_assert_cmpuint (report->paths->len, ==, 0);
      g_assert_cmpstr (bh_grade_to_string (report->score), ==, bh_grade_to_string (0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/starter/parse", test_parse);
  g_test_add_func ("/starter/safe", test_safe);
  return g_test_run ();
}
