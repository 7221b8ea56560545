/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-json.h"

#include "bh-i18n.h"
#include "value/bh-problem.h"

void
bh_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

void
bh_cli_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
bh_cli_json_strv (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_settings (JsonBuilder *builder, const BhState *state, const int *settings, guint n_settings)
{
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_settings; i++)
    {
      const BhSetting *setting = settings[i] >= 0 ? state->settings[settings[i]] : NULL;

      json_builder_begin_object (builder);
      if (setting != NULL)
        {
          bh_cli_json_string (builder, "option",
                              setting->option ? setting->option->name : setting->unknown->str);
          bh_cli_json_string (builder, "value", setting->value ? setting->value->str : NULL);
        }
      else
        {
          bh_cli_json_string (builder, "option", "image");
          bh_cli_json_string (builder, "value", state->image ? state->image->str : NULL);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_fixes (JsonBuilder *builder, const BhState *state, const BhFinding *finding)
{
  json_builder_set_member_name (builder, "fixes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bh_rule_n_fixes (finding->rule); i++)
    {
      const BhFix *fix = &finding->rule->fixes[i];
      g_autoptr (BhState) fixed = bh_finding_fix (finding, state, fix);
      g_autofree char *change = bh_state_dup_change (state, fixed);

      if (bh_state_equal (fixed, state))
        continue;
      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "id", fix->id);
      bh_cli_json_string (builder, "title", _ (fix->title));
      bh_cli_json_string (builder, "effect", bh_effect_to_string (fix->effect));
      bh_cli_json_string (builder, "change", change);
      bh_cli_json_string (builder, "breaks", _ (fix->breaks));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_accepted (JsonBuilder *builder, const BhAcceptance *acceptance)
{
  json_builder_set_member_name (builder, "accepted");
  if (acceptance == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "reason", acceptance->reason);
  json_builder_end_object (builder);
}

static double
round_to (double value, const char *format)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, format, value), NULL);
}

static void
add_finding (JsonBuilder *builder,
             const BhReport *report,
             const BhFinding *finding,
             const char *service)
{
  const BhState *state = report->state;
  g_autofree char *message = bh_finding_dup_message (finding);

  json_builder_begin_object (builder);
  if (service != NULL)
    bh_cli_json_string (builder, "service", service);
  bh_cli_json_string (builder, "rule", finding->rule->id);
  bh_cli_json_string (builder, "severity", bh_severity_to_string (finding->severity));
  bh_cli_json_string (builder, "title", _ (finding->rule->title));
  bh_cli_json_string (builder, "message", message);
  add_settings (builder, state, finding->settings, finding->n_settings);
  json_builder_set_member_name (builder, "share");
  json_builder_add_double_value (builder, round_to (bh_report_get_share (report, finding), "%.2f"));
  json_builder_set_member_name (builder, "paths");
  json_builder_begin_array (builder);
  for (guint i = 0; finding->paths != NULL && i < finding->paths->len; i++)
    json_builder_add_string_value (builder,
                                   ((const BhPath *) g_ptr_array_index (finding->paths, i))->id);
  json_builder_end_array (builder);
  add_fixes (builder, state, finding);
  bh_cli_json_strv (builder, "references", finding->rule->references);
  add_accepted (builder, finding->acceptance);
  json_builder_end_object (builder);
}

static void
add_steps (JsonBuilder *builder, const BhState *state, const BhPathFinding *path)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bh_path_n_steps (path->path); i++)
    {
      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "text", _ (path->path->steps[i].sentence));
      add_settings (builder, state, path->step_settings + path->step_begins[i],
                    path->step_begins[i + 1] - path->step_begins[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_path (JsonBuilder *builder,
          const BhReport *report,
          const BhPathFinding *path,
          const char *service)
{
  g_autoptr (GArray) cut = bh_report_find_cut (report, path);

  json_builder_begin_object (builder);
  if (service != NULL)
    bh_cli_json_string (builder, "service", service);
  bh_cli_json_string (builder, "path", path->path->id);
  bh_cli_json_string (builder, "severity", bh_severity_to_string (path->path->severity));
  bh_cli_json_string (builder, "title", _ (path->path->title));
  add_settings (builder, report->state, path->settings, path->n_settings);
  add_steps (builder, report->state, path);
  bh_cli_json_string (builder, "gain", _ (path->path->gain));
  json_builder_set_member_name (builder, "cut");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cut->len; i++)
    {
      const BhCut *step = &g_array_index (cut, BhCut, i);

      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "rule", step->finding->rule->id);
      bh_cli_json_string (builder, "fix", step->fix->id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bh_cli_json_strv (builder, "references", path->path->references);
  add_accepted (builder, path->acceptance);
  json_builder_end_object (builder);
}

/* Begin and end are bytes of the value of the first setting. */
static void
add_problem (JsonBuilder *builder,
             const BhState *state,
             const BhProblem *problem,
             const char *service)
{
  const int settings[] = { problem->setting, problem->other };
  guint n_settings = problem->other >= 0 ? 2 : 1;

  if (problem->setting == BH_PROBLEM_WHOLE || problem->setting == BH_PROBLEM_COMMAND)
    n_settings = 0;
  json_builder_begin_object (builder);
  if (service != NULL)
    bh_cli_json_string (builder, "service", service);
  bh_cli_json_string (builder, "stage", bh_stage_to_string (problem->stage));
  json_builder_set_member_name (builder, "depends");
  json_builder_add_boolean_value (builder, problem->depends);
  bh_cli_json_string (builder, "message", problem->message);
  add_settings (builder, state, settings, n_settings);
  json_builder_set_member_name (builder, "begin");
  json_builder_add_int_value (builder, problem->where.begin);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, problem->where.end);
  json_builder_end_object (builder);
}

static void
add_notes (JsonBuilder *builder, const GPtrArray *notes)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const BhNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "kind", bh_note_kind_to_string (note->kind));
      if (note->where.line > 0)
        {
          json_builder_set_member_name (builder, "line");
          json_builder_add_int_value (builder, note->where.line);
          json_builder_set_member_name (builder, "column");
          json_builder_add_int_value (builder, note->where.column);
        }
      bh_cli_json_string (builder, "message", note->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The container that is worst off speaks for all. */
static const BhReport *
worst_report (const GPtrArray *reports)
{
  const BhReport *worst = g_ptr_array_index (reports, 0);

  for (guint i = 1; i < reports->len; i++)
    {
      const BhReport *report = g_ptr_array_index (reports, i);

      if (report->score > worst->score)
        worst = report;
    }
  return worst;
}

static const char *
service_name (const BhImport *import, guint i)
{
  return import->names != NULL ? g_ptr_array_index (import->names, i) : NULL;
}

/* Of all containers together: most severe first; the order within a container is the report's. */
static void
add_findings (JsonBuilder *builder, const BhImport *import, const GPtrArray *reports)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (int severity = BH_SEVERITY_CRITICAL; severity >= BH_SEVERITY_INFO; severity--)
    for (guint i = 0; i < reports->len; i++)
      {
        const BhReport *report = g_ptr_array_index (reports, i);

        for (guint j = 0; j < report->findings->len; j++)
          {
            const BhFinding *finding = g_ptr_array_index (report->findings, j);

            if ((int) finding->severity == severity)
              add_finding (builder, report, finding, service_name (import, i));
          }
      }
  json_builder_end_array (builder);
}

void
bh_cli_json_check (JsonBuilder *builder,
                   const BhImport *import,
                   const GPtrArray *reports,
                   const GPtrArray *problems)
{
  const BhReport *worst = worst_report (reports);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, round_to (worst->score, "%.1f"));
  bh_cli_json_string (builder, "grade", bh_grade_to_string (worst->score));
  add_findings (builder, import, reports);
  json_builder_set_member_name (builder, "paths");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    {
      const BhReport *report = g_ptr_array_index (reports, i);

      for (guint j = 0; j < report->paths->len; j++)
        add_path (builder, report, g_ptr_array_index (report->paths, j), service_name (import, i));
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const GPtrArray *of_state = g_ptr_array_index (problems, i);

      for (guint j = 0; j < of_state->len; j++)
        add_problem (builder, g_ptr_array_index (import->states, i),
                     g_ptr_array_index (of_state, j), service_name (import, i));
    }
  json_builder_end_array (builder);
  add_notes (builder, import->notes);
  json_builder_end_object (builder);
}
