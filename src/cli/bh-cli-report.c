/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-report.h"

#include "bh-cli-term.h"
#include "bh-i18n.h"
#include "value/bh-problem.h"

/* For each setting, the worst severity + 1 of the findings that it causes; nobody has to look again
 * at what was accepted. */
static guint8 *
worst_of_settings (const BhReport *report)
{
  guint8 *worst = g_new0 (guint8, report->state->n_settings + 1);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; finding->acceptance == NULL && j < finding->n_settings; j++)
        if (finding->settings[j] >= 0)
          worst[finding->settings[j]] = MAX (worst[finding->settings[j]], finding->severity + 1);
    }
  return worst;
}

static void
append_command (GString *out, const BhReport *report)
{
  g_autoptr (BhOutput) output = bh_export_run (report->state, BH_EXPORT_SHORT);
  g_autofree guint8 *worst = worst_of_settings (report);

  bh_cli_append_marked (out, output, worst, report->state->n_settings);
  g_string_append_c (out, '\n');
}

/* Its part of the exposure; all of them add up to it. */
static void
append_share (GString *out, const BhReport *report, const BhFinding *finding)
{
  const double share = bh_report_get_share (report, finding);

  if (share >= 0.05)
    g_string_append_printf (out, "  %s+%.1f%s", bh_cli_dim (), share, bh_cli_reset ());
}

static void
append_heading (GString *out, BhSeverity severity, const char *title, const char *id)
{
  g_string_append_printf (out, "%s%s%s  %s%s%s  %s%s%s", bh_cli_severity_colour (severity),
                          bh_severity_get_title (severity), bh_cli_reset (), bh_cli_bold (), title,
                          bh_cli_reset (), bh_cli_dim (), id, bh_cli_reset ());
}

static void
append_finding_heading (GString *out, const BhReport *report, const BhFinding *finding)
{
  append_heading (out, finding->severity, _ (finding->rule->title), finding->rule->id);
  append_share (out, report, finding);
  g_string_append_c (out, '\n');
}

static void
append_path_heading (GString *out, const BhPathFinding *path)
{
  append_heading (out, path->path->severity, _ (path->path->title), path->path->id);
  g_string_append_c (out, '\n');
}

static void
append_fix (GString *out, const BhReport *report, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) fixed = bh_finding_fix (finding, report->state, fix);
  g_autofree char *change = bh_state_dup_change (report->state, fixed);
  g_autofree char *line = NULL;

  /* Not every fix of a rule fits each of its findings. */
  if (bh_state_equal (fixed, report->state))
    return;
  /* TRANSLATORS: a fix that is safe to apply, or one to review first. */
  line = fix->effect == BH_EFFECT_SAFE
             ? g_strdup_printf (_ ("Fix: %s"), _ (fix->title))
             : g_strdup_printf (_ ("Fix, to try out first: %s"), _ (fix->title));
  bh_cli_append_wrapped (out, line, 2);
  bh_cli_append_wrapped (out, change, 6);
  if (fix->effect == BH_EFFECT_REVIEW)
    bh_cli_append_wrapped (out, _ (fix->breaks), 6);
}

static void
append_path (GString *out, const BhReport *report, const BhPathFinding *path)
{
  g_autofree char *story = bh_path_dup_story (path->path);
  g_autoptr (GArray) cut = bh_report_find_cut (report, path);

  append_path_heading (out, path);
  bh_cli_append_wrapped (out, story, 2);
  for (guint i = 0; i < cut->len; i++)
    {
      const BhCut *step = &g_array_index (cut, BhCut, i);

      append_fix (out, report, step->finding, step->fix);
    }
  g_string_append_c (out, '\n');
}

static void
append_finding (GString *out, const BhReport *report, const BhFinding *finding)
{
  g_autofree char *message = bh_finding_dup_message (finding);

  append_finding_heading (out, report, finding);
  bh_cli_append_wrapped (out, message, 2);
  for (guint i = 0; i < bh_rule_n_fixes (finding->rule); i++)
    append_fix (out, report, finding, &finding->rule->fixes[i]);
  g_string_append_c (out, '\n');
}

static void
append_reason (GString *out, const BhAcceptance *acceptance)
{
  /* TRANSLATORS: why somebody lives with a warning, in their own words. */
  g_autofree char *line = g_strdup_printf (_ ("Reason: %s"), acceptance->reason);

  bh_cli_append_wrapped (out, line, 2);
  g_string_append_c (out, '\n');
}

static void
append_accepted_path (GString *out, const BhPathFinding *path)
{
  append_path_heading (out, path);
  append_reason (out, path->acceptance);
}

static void
append_accepted_finding (GString *out, const BhReport *report, const BhFinding *finding)
{
  g_autofree char *message = bh_finding_dup_message (finding);

  append_finding_heading (out, report, finding);
  bh_cli_append_wrapped (out, message, 2);
  append_reason (out, finding->acceptance);
}

/* Those that one line is enough for: nothing is wrong with most commands that they are said of. */
static gboolean
is_note (const BhFinding *finding)
{
  return finding->severity == BH_SEVERITY_INFO && finding->acceptance == NULL;
}

static void
append_notes (GString *out, const BhReport *report)
{
  gboolean first = TRUE;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (!is_note (finding))
        continue;
      if (first)
        g_string_append_printf (out, "%s%s%s\n", bh_cli_severity_colour (BH_SEVERITY_INFO),
                                bh_severity_get_title (BH_SEVERITY_INFO), bh_cli_reset ());
      first = FALSE;
      g_string_append_printf (out, "  %s  %s%s%s", _ (finding->rule->title), bh_cli_dim (),
                              finding->rule->id, bh_cli_reset ());
      append_share (out, report, finding);
      g_string_append_c (out, '\n');
    }
  if (!first)
    g_string_append_c (out, '\n');
}

/* What is told, or else what was accepted. Returns how many there were. */
static guint
append_findings (GString *out, const BhReport *report, gboolean accepted)
{
  guint n = 0;

  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *path = g_ptr_array_index (report->paths, i);

      if ((path->acceptance != NULL) != accepted)
        continue;
      n++;
      if (accepted)
        append_accepted_path (out, path);
      else
        append_path (out, report, path);
    }
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if ((finding->acceptance != NULL) != accepted)
        continue;
      n++;
      if (accepted)
        append_accepted_finding (out, report, finding);
      else if (!is_note (finding))
        append_finding (out, report, finding);
    }
  return n;
}

static void
append_accepted (GString *out, const BhReport *report)
{
  g_autoptr (GString) accepted = g_string_new (NULL);

  if (append_findings (accepted, report, TRUE) == 0)
    return;
  /* TRANSLATORS: the heading of the warnings that somebody has decided to live with. */
  g_string_append_printf (out, "%s%s%s\n\n%s", bh_cli_bold (), _ ("Accepted"), bh_cli_reset (),
                          accepted->str);
}

static void
append_problems (GString *out, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const BhProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (out, "%s%s%s\n", bh_cli_bold (),
                              problem->stage == BH_STAGE_SILENT ? _ ("Not what it seems")
                              : problem->depends ? _ ("May be refused, depending on the engine")
                                                 : _ ("Will be refused"),
                              bh_cli_reset ());
      bh_cli_append_wrapped (out, problem->message, 2);
      g_string_append_c (out, '\n');
    }
}

void
bh_cli_append_report (GString *out, const BhReport *report, const GPtrArray *problems)
{
  append_command (out, report);
  /* TRANSLATORS: a number from 0.0 to 10.0 and its word. */
  g_string_append_printf (out, _ ("Exposure %1$.1f of 10: %2$s"), report->score,
                          bh_grade_get_title (report->score));
  g_string_append (out, "\n\n");
  append_problems (out, problems);
  if (append_findings (out, report, FALSE) == 0)
    g_string_append_printf (out, "%s\n%s",
                            _ ("Nothing to warn about. What the image itself does is not looked "
                               "at."),
                            report->findings->len > 0 ? "\n" : "");
  append_notes (out, report);
  append_accepted (out, report);
}
