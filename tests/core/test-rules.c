/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "import/bh-import.h"
#include "rule/bh-catalogue.h"
#include "rule/bh-exposure.h"
#include "rule/bh-known-image.h"
#include "rule/bh-report.h"
#include "value/bh-capability.h"

/* The state of the words after `docker run`; rows of rules end in an image. */
static BhState *
read_state (const char *words)
{
  g_autofree char *command = g_strconcat ("docker run ", words, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  return bh_state_ref (g_ptr_array_index (import->states, 0));
}

static const BhFinding *
find_finding (const BhReport *report, const BhRule *rule)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule == rule)
        return finding;
    }
  return NULL;
}

static void
test_tables (void)
{
  g_autofree char *problem = bh_rule_table_check ();
  g_autofree char *path_problem = bh_path_table_check ();
  g_autofree char *exposure_problem = bh_exposure_table_check ();
  g_autofree char *catalogue_problem = bh_catalogue_table_check ();

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (path_problem, ==, NULL);
  g_assert_cmpstr (exposure_problem, ==, NULL);
  g_assert_cmpstr (catalogue_problem, ==, NULL);
}

/* Each rule's own example fires it, and its near miss does not. */
static void
test_example (gconstpointer data)
{
  const BhRule *rule = data;
  g_autoptr (BhState) bad = read_state (rule->bad);
  g_autoptr (BhState) good = read_state (rule->good);
  g_autoptr (BhReport) bad_report = bh_report_new (bad);
  g_autoptr (BhReport) good_report = bh_report_new (good);
  const BhFinding *finding = find_finding (bad_report, rule);
  g_autofree char *message = NULL;

  g_assert_nonnull (finding);
  message = bh_finding_dup_message (finding);
  g_assert_null (strstr (message, "%"));
  g_assert_null (strstr (message, "(null)"));
  g_assert_null (find_finding (good_report, rule));
}

/* What --privileged includes was there before too: it was only not told. */
static gboolean
was_there (const BhReport *report, const BhFinding *finding)
{
  return find_finding (report, finding->rule) != NULL ||
         (finding->rule->part_of_privileged &&
          find_finding (report, bh_rule_find ("privileged")) != NULL);
}

/* Settings that no rule has to do with; every fix leaves them alone. */
#define UNRELATED "--label keep=this --workdir /keep --cidfile keep --env KEEP=this "

static gboolean
has_setting (const BhState *state, const BhSetting *setting)
{
  for (guint i = 0; i < state->n_settings; i++)
    if (bh_setting_equal (state->settings[i], setting))
      return TRUE;
  return FALSE;
}

static void
check_unrelated (const BhState *before, const BhState *after)
{
  g_autoptr (BhState) unrelated = read_state (UNRELATED "x");

  for (guint i = 0; i < unrelated->n_settings; i++)
    g_assert_true (has_setting (after, unrelated->settings[i]));
  g_assert_true (bh_text_equal (before->image, after->image));
  g_assert_cmpuint (before->n_command, ==, after->n_command);
  for (guint i = 0; i < before->n_command; i++)
    g_assert_true (bh_text_equal (before->command[i], after->command[i]));
}

static gboolean
check_fix (const BhReport *report, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) fixed = bh_finding_fix (finding, report->state, fix);
  g_autoptr (BhReport) after = bh_report_new (fixed);
  g_autofree char *change = bh_state_dup_change (report->state, fixed);
  const BhFinding *left = find_finding (after, finding->rule);

  if (bh_state_equal (fixed, report->state))
    return FALSE;
  g_test_message ("%s %s: %s", finding->rule->id, fix->id, change);
  g_assert_null (left);
  g_assert_cmpstr (change, !=, "");
  g_assert_cmpfloat (after->score, <=, report->score);
  check_unrelated (report->state, fixed);
  for (guint i = 0; i < after->findings->len; i++)
    {
      const BhFinding *other = g_ptr_array_index (after->findings, i);

      if (other->severity >= finding->severity && !was_there (report, other))
        g_error ("%s brings up %s", fix->id, other->rule->id);
    }
  return TRUE;
}

/* A fix silences its rule, so that there is nothing to apply it to twice; it raises nothing as bad,
 * and leaves alone what it has nothing to do with. */
static void
test_fixes (gconstpointer data)
{
  const BhRule *rule = data;
  g_autofree char *words = g_strconcat (UNRELATED, rule->bad, NULL);
  g_autoptr (BhState) bad = read_state (words);
  g_autoptr (BhReport) report = bh_report_new (bad);
  const BhFinding *finding = find_finding (report, rule);
  guint n_fit = 0;

  g_assert_nonnull (finding);
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    n_fit += check_fix (report, finding, &rule->fixes[i]);
  /* Some fit other findings of the rule only. */
  g_assert_true (n_fit > 0 || bh_rule_n_fixes (rule) == 0);
}

static const BhPathFinding *
find_path (const BhReport *report, const BhPath *path)
{
  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);

      if (found->path == path)
        return found;
    }
  return NULL;
}

/* Every step that rests on a fact has settings behind it, or a rule that tells what is missing. */
static void
check_steps (const BhPathFinding *found)
{
  for (guint i = 0; i < bh_path_n_steps (found->path); i++)
    {
      const BhPathStep *step = &found->path->steps[i];

      g_test_message ("%s, step %u", found->path->id, i + 1);
      if (step->holds != NULL && step->rule == NULL)
        g_assert_cmpuint (found->step_begins[i + 1], >, found->step_begins[i]);
      if (step->holds == NULL)
        g_assert_cmpuint (found->step_begins[i + 1], ==, found->step_begins[i]);
    }
}

static void
check_cut (const BhReport *report, const BhPathFinding *found)
{
  g_autoptr (GArray) cut = bh_report_find_cut (report, found);
  g_autoptr (BhState) fixed = bh_report_apply_cut (report, cut);
  g_autoptr (BhReport) after = bh_report_new (fixed);

  /* Where the publishing is right, only a newer engine helps. */
  if (g_str_equal (found->path->id, "path-loopback-l2"))
    {
      g_assert_cmpuint (cut->len, ==, 0);
      return;
    }
  g_assert_cmpuint (cut->len, >, 0);
  g_assert_null (find_path (after, found->path));
  g_assert_cmpfloat (after->score, <=, report->score);
}

/* Some finding tells that it is part of the path, so that nobody looks for it in vain. */
static void
check_parts (const BhReport *report, const BhPath *path)
{
  guint n_parts = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->paths != NULL && g_ptr_array_find (finding->paths, path, NULL))
        n_parts++;
    }
  g_assert_cmpuint (n_parts, >, 0);
}

static void
test_path (gconstpointer data)
{
  const BhPath *path = data;
  g_autoptr (BhState) bad = read_state (path->bad);
  g_autoptr (BhState) good = read_state (path->good);
  g_autoptr (BhReport) bad_report = bh_report_new (bad);
  g_autoptr (BhReport) good_report = bh_report_new (good);
  const BhPathFinding *found = find_path (bad_report, path);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->n_settings, >, 0);
  g_assert_null (find_path (good_report, path));
  check_steps (found);
  check_parts (bad_report, path);
  check_cut (bad_report, found);
}

/* The parts of the score are the score, and what is listed is all there is. */
static void
test_shares (void)
{
  g_autoptr (BhState) state =
      read_state ("-p 5432:5432 -v /:/host -e POSTGRES_PASSWORD=postgres --network host postgres");
  g_autoptr (BhReport) report = bh_report_new (state);
  double sum = 0;

  for (guint i = 0; i < report->findings->len; i++)
    sum += bh_report_get_share (report, g_ptr_array_index (report->findings, i));
  g_assert_cmpfloat_with_epsilon (sum, report->score, 1e-9);
  g_assert_cmpfloat (report->score, >, 0);
  g_assert_cmpfloat (report->score, <=, 10);
}

/* Known images do not contradict themselves. */
static void
test_known_images (void)
{
  guint n_images;
  const BhKnownImage *images = bh_known_image_table (&n_images);

  for (guint i = 0; i < n_images; i++)
    {
      g_auto (GStrv) names = g_strsplit (images[i].capabilities, ",", -1);

      g_test_message ("%s", images[i].path);
      for (guint j = 0; names[j] != NULL; j++)
        {
          BhCapability capability;

          g_assert_true (bh_capability_from_string (names[j], strlen (names[j]), &capability));
          g_assert_cmpuint (BH_CAP_DEFAULT_MASK & BH_CAP_BIT (capability), !=, 0);
        }
      g_assert_true (!images[i].sets_user || *images[i].capabilities == '\0');
      g_assert_true (!images[i].open || images[i].closed_by != NULL);
      g_assert_nonnull (images[i].source);
      g_assert_true (bh_known_image_find ("", images[i].path) == &images[i]);
    }
}

/* The one sentence that must not be missed. */
static void
test_privileged (void)
{
  g_autoptr (BhState) state = read_state ("--privileged nginx");
  g_autoptr (BhReport) report = bh_report_new (state);
  const BhFinding *first = g_ptr_array_index (report->findings, 0);

  g_assert_cmpstr (first->rule->id, ==, "privileged");
  g_assert_cmpint (first->severity, ==, BH_SEVERITY_CRITICAL);
  g_assert_cmpstr (bh_grade_to_string (report->score), ==, "open");
}

static void
test_order (void)
{
  g_autoptr (BhState) state =
      read_state ("-p 80:80 -v /var/run/docker.sock:/s -e A_TOKEN=abcdefgh nginx");
  g_autoptr (BhReport) report = bh_report_new (state);

  g_assert_cmpuint (report->findings->len, >, 3);
  for (guint i = 1; i < report->findings->len; i++)
    {
      const BhFinding *before = g_ptr_array_index (report->findings, i - 1);
      const BhFinding *after = g_ptr_array_index (report->findings, i);

      g_assert_cmpint (before->severity, >=, after->severity);
    }
}

/* Hardening ends, never raises the score, and hardening again changes nothing. */
static void
test_harden (void)
{
  static const char *const rows[] = {
    "-p 5432:5432 -e POSTGRES_PASSWORD=postgres postgres",
    "-v /etc:/e -v /:/h --network host -p 80:80 nginx",
    "--memory 1g --restart always -v data:/d -P redis:latest",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gboolean all = FALSE; all <= TRUE; all++)
      {
        g_autoptr (BhState) state = read_state (rows[i]);
        g_autoptr (BhState) once = bh_state_harden (state, all);
        g_autoptr (BhState) twice = bh_state_harden (once, all);
        g_autoptr (BhReport) before = bh_report_new (state);
        g_autoptr (BhReport) after = bh_report_new (once);

        g_assert_cmpfloat (after->score, <, before->score);
        g_assert_true (bh_state_equal (once, twice));
      }
}

int
main (int argc, char *argv[])
{
  guint n_rules;
  guint n_paths;
  const BhRule *const *rules = bh_rule_all (&n_rules);
  const BhPath *const *paths = bh_path_all (&n_paths);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/tables", test_tables);
  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *example = g_strdup_printf ("/rules/example/%s", rules[i]->id);
      g_autofree char *fixes = g_strdup_printf ("/rules/fixes/%s", rules[i]->id);

      g_test_add_data_func (example, rules[i], test_example);
      g_test_add_data_func (fixes, rules[i], test_fixes);
    }
  for (guint i = 0; i < n_paths; i++)
    {
      g_autofree char *name = g_strdup_printf ("/rules/path/%s", paths[i]->id);

      g_test_add_data_func (name, paths[i], test_path);
    }
  g_test_add_func ("/rules/shares", test_shares);
  g_test_add_func ("/rules/known-images", test_known_images);
  g_test_add_func ("/rules/privileged", test_privileged);
  g_test_add_func ("/rules/order", test_order);
  g_test_add_func ("/rules/harden", test_harden);
  return g_test_run ();
}
