/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bh-cli-command.h"
#include "bh-cli-input.h"
#include "bh-cli-json.h"
#include "bh-cli-term.h"
#include "bh-i18n.h"
#include "value/bh-problem.h"

static const char *const formats[] = { "text", "json", "sarif", NULL };
static const char *const severities[] = { "critical", "high", "medium", "low", "info", NULL };

/* For each setting, the worst severity + 1 of the findings that it causes. */
static guint8 *
worst_of_settings (const BhReport *report)
{
  guint8 *worst = g_new0 (guint8, report->state->n_settings + 1);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < finding->n_settings; j++)
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

static void
append_heading (GString *out, BhSeverity severity, const char *title, const char *id)
{
  g_string_append_printf (out, "%s%s%s  %s%s%s  %s%s%s\n", bh_cli_severity_colour (severity),
                          bh_severity_get_title (severity), bh_cli_reset (), bh_cli_bold (), title,
                          bh_cli_reset (), bh_cli_dim (), id, bh_cli_reset ());
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
  g_autoptr (GArray) cut = bh_report_find_cut (report, path);

  append_heading (out, path->path->severity, _ (path->path->title), path->path->id);
  bh_cli_append_wrapped (out, _ (path->path->story), 2);
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

  append_heading (out, finding->severity, _ (finding->rule->title), finding->rule->id);
  bh_cli_append_wrapped (out, message, 2);
  for (guint i = 0; i < bh_rule_n_fixes (finding->rule); i++)
    append_fix (out, report, finding, &finding->rule->fixes[i]);
  g_string_append_c (out, '\n');
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

static void
append_report (GString *out, const BhReport *report, const GPtrArray *problems)
{
  append_command (out, report);
  /* TRANSLATORS: a number from 0.0 to 10.0 and its word. */
  g_string_append_printf (out, _ ("Exposure %1$.1f of 10: %2$s"), report->score,
                          bh_grade_get_title (report->score));
  g_string_append (out, "\n\n");
  append_problems (out, problems);
  for (guint i = 0; i < report->paths->len; i++)
    append_path (out, report, g_ptr_array_index (report->paths, i));
  for (guint i = 0; i < report->findings->len; i++)
    append_finding (out, report, g_ptr_array_index (report->findings, i));
  if (report->findings->len == 0)
    g_string_append_printf (
        out, "%s\n", _ ("Nothing to warn about. What the image itself does is not looked at."));
}

static void
print_text (const BhImport *import, const GPtrArray *reports, const GPtrArray *problems)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      if (reports->len > 1 && import->names != NULL)
        g_string_append_printf (out, "%s%s%s\n\n", bh_cli_bold (),
                                (char *) g_ptr_array_index (import->names, i), bh_cli_reset ());
      append_report (out, g_ptr_array_index (reports, i), g_ptr_array_index (problems, i));
    }
  g_print ("%s", out->str);
}

static void
print_report (const char *format,
              const BhCliInput *input,
              const GPtrArray *reports,
              const GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (g_strcmp0 (format, "json") != 0 && g_strcmp0 (format, "sarif") != 0)
    {
      print_text (input->import, reports, problems);
      return;
    }
  builder = json_builder_new ();
  if (g_str_equal (format, "json"))
    bh_cli_json_check (builder, input->import, reports, problems);
  else
    bh_cli_sarif_check (builder, input->import, reports,
                        g_strcmp0 (input->name, "-") == 0 ? "stdin" : input->name);
  bh_cli_print_json (builder);
}

static gboolean
found_at_least (const GPtrArray *reports, BhSeverity severity)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const BhReport *report = g_ptr_array_index (reports, i);

      if (bh_report_count (report, severity) > 0)
        return TRUE;
      for (guint j = 0; j < report->paths->len; j++)
        if (((BhPathFinding *) g_ptr_array_index (report->paths, j))->path->severity >= severity)
          return TRUE;
    }
  return FALSE;
}

int
bh_cli_check (char **argv, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *fail_on = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (BhCliInput) input = { 0 };
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_free);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  BhSeverity severity = BH_SEVERITY_HIGH;

  if (!bh_cli_parse (argv, entries, NULL, &input, error) ||
      !bh_cli_check_word ("format", format, formats, error) ||
      !bh_cli_check_word ("fail-on", fail_on, severities, error))
    return BH_CLI_WRONG;
  if (fail_on != NULL)
    bh_severity_from_string (fail_on, &severity);

  for (guint i = 0; i < input.import->states->len; i++)
    {
      const BhState *state = g_ptr_array_index (input.import->states, i);

      g_ptr_array_add (reports, bh_report_new (state));
      g_ptr_array_add (problems, bh_state_check (state));
    }
  if (format == NULL || g_str_equal (format, "text"))
    bh_cli_print_notes (input.import->notes);
  print_report (format, &input, reports, problems);
  for (guint i = 0; i < problems->len; i++)
    if (!bh_cli_refuse_problems (g_ptr_array_index (input.import->states, i),
                                 g_ptr_array_index (problems, i), error))
      return BH_CLI_WRONG;
  return found_at_least (reports, severity) ? BH_CLI_FOUND : BH_CLI_FINE;
}
