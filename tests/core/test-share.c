/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "import/bh-import.h"
#include "rule/bh-share.h"

static void
assert_adds_up (const char *words)
{
  g_autofree char *command = g_strconcat ("docker run ", words, NULL);
  g_autoptr (BhImport) import = bh_import_text (command, -1, NULL);
  g_autoptr (BhReport) report = NULL;
  g_autoptr (GArray) tenths = NULL;
  guint sum = 0;

  g_assert_nonnull (import);
  report = bh_report_new (g_ptr_array_index (import->states, 0));
  tenths = bh_report_dup_tenths (report);
  g_assert_cmpuint (tenths->len, ==, report->findings->len);
  for (guint i = 0; i < tenths->len; i++)
    {
      double share = bh_report_get_share (report, g_ptr_array_index (report->findings, i));

      g_assert_cmpfloat (fabs (g_array_index (tenths, guint, i) / 10.0 - share), <, 0.1);
      sum += g_array_index (tenths, guint, i);
    }
  g_assert_cmpuint (sum, ==, (guint) lround (report->score * 10));
}

static void
test_adds_up (void)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  g_test_summary ("what explains the score adds up to it, and is less than a tenth off");
  for (guint i = 0; i < n_rules; i++)
    {
      assert_adds_up (rules[i]->bad);
      assert_adds_up (rules[i]->good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/adds-up", test_adds_up);
  return g_test_run ();
}
