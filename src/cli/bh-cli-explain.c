/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-call.h"
#include "bh-cli-json.h"
#include "bh-cli-term.h"
#include "bh-i18n.h"
#include "explain/bh-explanation.h"
#include "export/bh-output.h"
#include "rule/bh-report.h"

static BhExplanation *
explain_span (const BhState *state, const BhSpan *span)
{
  if (span->setting == BH_SPAN_IMAGE)
    return bh_image_explain (state->image);
  if (span->setting == BH_SPAN_COMMAND)
    return bh_command_explain ();
  return bh_setting_explain (state->settings[span->setting]);
}

/* (transfer full): the sentences of the findings that the setting causes. */
static GPtrArray *
find_warnings (const BhReport *report, int setting)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < finding->n_settings; j++)
        if (finding->settings[j] == setting)
          {
            g_ptr_array_add (messages, bh_finding_dup_message (finding));
            break;
          }
    }
  return messages;
}

static void
append_parts (GString *out, const BhExplanation *explanation)
{
  g_autofree char *text = bh_explanation_dup_text (explanation);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    bh_cli_append_wrapped (out, lines[i], 8);
}

static void
append_text (GString *out, const BhReport *report)
{
  g_autoptr (BhOutput) output = bh_export_run_oneline (report->state, BH_EXPORT_DEFAULT);

  g_string_append_printf (out, "%s%s%s%s\n", bh_cli_bold (),
                          report->state->engine == BH_ENGINE_PODMAN ? "podman" : "docker",
                          report->state->verb == BH_VERB_CREATE ? " create" : " run",
                          bh_cli_reset ());
  bh_cli_append_wrapped (out,
                         report->state->verb == BH_VERB_CREATE
                             ? _ ("make a new container from an image, without starting it")
                             : _ ("make a new container from an image and start it"),
                         6);
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);
      g_autoptr (BhExplanation) explanation = explain_span (report->state, span);
      g_autoptr (GPtrArray) warnings = find_warnings (report, span->setting);

      g_string_append_printf (out, "%s%.*s%s\n", bh_cli_bold (), (int) (span->end - span->begin),
                              output->text->str + span->begin, bh_cli_reset ());
      bh_cli_append_wrapped (out, explanation->summary, 6);
      append_parts (out, explanation);
      for (guint j = 0; j < warnings->len; j++)
        bh_cli_append_wrapped (out, g_ptr_array_index (warnings, j), 6);
    }
}

static void
add_parts (JsonBuilder *builder, const BhExplanation *explanation)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < explanation->parts->len; i++)
    {
      const BhExplainedPart *part = &g_array_index (explanation->parts, BhExplainedPart, i);
      g_autofree char *words = bh_text_dup_range (explanation->value, part->range);

      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "words", words);
      bh_cli_json_string (builder, "explanation", part->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_words (JsonBuilder *builder, const BhReport *report)
{
  g_autoptr (BhOutput) output = bh_export_run_oneline (report->state, BH_EXPORT_DEFAULT);

  json_builder_begin_array (builder);
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);
      g_autoptr (BhExplanation) explanation = explain_span (report->state, span);
      g_autoptr (GPtrArray) warnings = find_warnings (report, span->setting);
      g_autofree char *words = g_strndup (output->text->str + span->begin, span->end - span->begin);
      const BhSetting *setting = span->setting >= 0 ? report->state->settings[span->setting] : NULL;

      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "words", words);
      bh_cli_json_string (builder, "option",
                          setting && setting->option ? setting->option->name : NULL);
      bh_cli_json_string (builder, "explanation", explanation->summary);
      add_parts (builder, explanation);
      json_builder_set_member_name (builder, "warnings");
      json_builder_begin_array (builder);
      for (guint j = 0; j < warnings->len; j++)
        json_builder_add_string_value (builder, g_ptr_array_index (warnings, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "commands");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    add_words (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_cli_print_json (builder);
}

int
bh_cli_explain (const BhCliCall *call, GError **error)
{
  const char *format = bh_cli_call_get (call, "format");
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_free);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < call->input.import->states->len; i++)
    g_ptr_array_add (reports, bh_report_new (g_ptr_array_index (call->input.import->states, i)));
  bh_cli_print_notes (call->input.import->notes);
  if (g_strcmp0 (format, "json") == 0)
    {
      print_json (reports);
      return BH_CLI_FINE;
    }
  for (guint i = 0; i < reports->len; i++)
    append_text (out, g_ptr_array_index (reports, i));
  g_print ("%s", out->str);
  return BH_CLI_FINE;
}
