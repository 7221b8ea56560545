/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import/bh-import.h"
#include "rule/bh-report.h"
#include "run/bh-document.h"

/* The container of a command line. */
static BhState *
read_state (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  return bh_state_ref (g_ptr_array_index (import->states, 0));
}

static const BhFinding *
find_finding (const BhReport *report, const char *rule)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (strcmp (finding->rule->id, rule) == 0)
        return finding;
    }
  return NULL;
}

/* (transfer full): the state with the first finding of RULE accepted. */
static BhState *
accept (const BhState *state, const char *rule)
{
  g_autoptr (BhReport) report = bh_report_new (state);
  const BhFinding *finding = find_finding (report, rule);

  g_assert_nonnull (finding);
  return bh_finding_accept (finding, state, "the proxy needs it");
}

static void
assert_accepted (const BhState *state, const char *rule, gboolean accepted)
{
  g_autoptr (BhReport) report = bh_report_new (state);
  const BhFinding *finding = find_finding (report, rule);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->acceptance != NULL, ==, accepted);
}

static void
test_counts (void)
{
  g_autoptr (BhState) state = read_state ("docker run -v /:/host nginx:1.27");
  g_autoptr (BhState) accepted = accept (state, "mount-root");
  g_autoptr (BhReport) before = bh_report_new (state);
  g_autoptr (BhReport) after = bh_report_new (accepted);
  const BhFinding *finding = find_finding (after, "mount-root");

  g_assert_cmpstr (finding->acceptance->reason, ==, "the proxy needs it");
  g_assert_cmpstr (finding->acceptance->subject, ==, "--volume /:/host");
  g_assert_cmpuint (bh_report_count (after, BH_SEVERITY_INFO) + 1, ==,
                    bh_report_count (before, BH_SEVERITY_INFO));
  g_assert_cmpuint (bh_report_count_accepted (after, BH_SEVERITY_INFO), ==, 1);
  g_assert_cmpuint (bh_report_count_accepted (before, BH_SEVERITY_INFO), ==, 0);
  g_assert_cmpuint (bh_report_count (after, BH_SEVERITY_CRITICAL), ==, 0);
  /* To accept a risk does not make it smaller. */
  g_assert_cmpfloat (after->score, ==, before->score);
}

/* What was accepted is this very setting, wherever it stands. */
static void
test_belongs_to_its_setting (void)
{
  static const char *const same[] = {
    "docker run -v /:/host nginx:1.27",
    "docker run --volume=/:/host -p 80:80 -d redis",
    "docker create --rm -v '/:/host' nginx:1.27 sh",
  };
  static const char *const other[] = {
    "docker run -v /:/rootfs nginx:1.27",
    "docker run -v /:/host:ro nginx:1.27",
    "docker run --mount type=bind,source=/,target=/host nginx:1.27",
  };
  g_autoptr (BhState) origin = read_state (same[0]);
  g_autoptr (BhState) accepted = accept (origin, "mount-root");
  BhAcceptance *acceptance = accepted->acceptances[0];

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (BhState) state = read_state (same[i]);
      g_autoptr (BhState) with = bh_state_with_acceptance (state, acceptance);

      assert_accepted (with, "mount-root", TRUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autoptr (BhState) state = read_state (other[i]);
      g_autoptr (BhState) with = bh_state_with_acceptance (state, acceptance);

      assert_accepted (with, "mount-root", FALSE);
    }
}

static void
test_what_is_missing (void)
{
  g_autoptr (BhState) state = read_state ("docker run nginx:1.27");
  g_autoptr (BhState) accepted = accept (state, "memory-unlimited");

  g_assert_cmpstr (accepted->acceptances[0]->subject, ==, "");
  assert_accepted (accepted, "memory-unlimited", TRUE);
  assert_accepted (accepted, "pids-unlimited", FALSE);
}

/* What is said of an image is accepted for this one, not for whatever comes next. */
static void
test_image (void)
{
  int image = BH_FINDING_IMAGE;
  BhFinding finding = { .rule = bh_rule_find ("memory-unlimited"),
                        .settings = &image,
                        .n_settings = 1 };
  g_autoptr (BhState) state = read_state ("docker run nginx:1.27");
  g_autoptr (BhState) accepted = bh_finding_accept (&finding, state, "tested");

  g_assert_cmpstr (accepted->acceptances[0]->subject, ==, "nginx:1.27");
}

static void
test_once_each (void)
{
  g_autoptr (BhState) state = read_state ("docker run -v /:/host -v /etc:/etc nginx");
  g_autoptr (BhState) one = accept (state, "mount-root");
  g_autoptr (BhState) two = accept (one, "memory-unlimited");
  g_autoptr (BhReport) report = bh_report_new (two);
  const BhFinding *finding = find_finding (report, "mount-root");
  g_autoptr (BhState) again = bh_finding_accept (finding, two, "another reason");
  g_autoptr (BhState) back = bh_finding_unaccept (finding, again);
  g_autoptr (BhState) twice = bh_finding_unaccept (finding, back);

  g_assert_cmpuint (two->n_acceptances, ==, 2);
  g_assert_cmpuint (again->n_acceptances, ==, 2);
  g_assert_cmpstr (again->acceptances[0]->reason, ==, "another reason");
  g_assert_cmpuint (back->n_acceptances, ==, 1);
  g_assert_cmpstr (back->acceptances[0]->rule, ==, "memory-unlimited");
  g_assert_true (bh_state_equal (back, twice));
  g_assert_false (bh_state_equal (two, again));
  g_assert_false (bh_state_equal (two, state));
}

/* Who lives with each step has not yet accepted the whole. */
static void
test_path (void)
{
  g_autoptr (BhState) state = read_state ("docker run -v /var/run/docker.sock:/d.sock nginx:1.27");
  g_autoptr (BhState) steps = accept (state, "mount-docker-socket");
  g_autoptr (BhReport) report = bh_report_new (steps);
  const BhPathFinding *path = g_ptr_array_index (report->paths, 0);
  g_autoptr (BhState) whole = bh_path_finding_accept (path, steps, "an admin's tool");
  g_autoptr (BhReport) after = bh_report_new (whole);
  g_autoptr (BhState) back = bh_path_finding_unaccept (path, whole);

  g_assert_null (path->acceptance);
  path = g_ptr_array_index (after->paths, 0);
  g_assert_cmpstr (path->acceptance->reason, ==, "an admin's tool");
  g_assert_true (bh_state_equal (back, steps));
}

static void
test_harden_leaves_it (void)
{
  g_autoptr (BhState) state = read_state ("docker run -p 8080:80 nginx:1.27");
  g_autoptr (BhState) accepted = accept (state, "port-all-interfaces");
  g_autoptr (BhState) hardened = bh_state_harden (accepted, TRUE);
  int publish = bh_state_find_last (hardened, bh_option_get ("publish"));

  g_assert_cmpint (publish, >=, 0);
  g_assert_cmpstr (hardened->settings[publish]->value->str, ==, "8080:80");
  assert_accepted (hardened, "port-all-interfaces", TRUE);
}

static void
test_undo (void)
{
  g_autoptr (BhDocument) document = bh_document_new ();
  g_autoptr (BhState) state = read_state ("docker run nginx:1.27");
  g_autoptr (BhState) accepted = accept (state, "memory-unlimited");

  bh_document_change (document, state, "Import", NULL);
  bh_document_change (document, accepted, "Accept", NULL);
  g_assert_cmpuint (bh_report_count_accepted (bh_document_get_report (document), 0), ==, 1);
  bh_document_undo (document);
  g_assert_cmpuint (bh_report_count_accepted (bh_document_get_report (document), 0), ==, 0);
  bh_document_redo (document);
  g_assert_cmpuint (bh_report_count_accepted (bh_document_get_report (document), 0), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acceptance/counts", test_counts);
  g_test_add_func ("/acceptance/belongs-to-its-setting", test_belongs_to_its_setting);
  g_test_add_func ("/acceptance/what-is-missing", test_what_is_missing);
  g_test_add_func ("/acceptance/image", test_image);
  g_test_add_func ("/acceptance/once-each", test_once_each);
  g_test_add_func ("/acceptance/path", test_path);
  g_test_add_func ("/acceptance/harden-leaves-it", test_harden_leaves_it);
  g_test_add_func ("/acceptance/undo", test_undo);
  return g_test_run ();
}
