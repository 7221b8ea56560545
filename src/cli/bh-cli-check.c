/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bh-cli-call.h"
#include "bh-cli-json.h"
#include "bh-cli-report.h"
#include "bh-cli-term.h"
#include "bh-i18n.h"
#include "value/bh-problem.h"

static void
print_text (const BhImport *import, const GPtrArray *reports, const GPtrArray *problems)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      if (reports->len > 1 && import->names != NULL)
        g_string_append_printf (out, "%s%s%s\n\n", bh_cli_bold (),
                                (char *) g_ptr_array_index (import->names, i), bh_cli_reset ());
      bh_cli_append_report (out, g_ptr_array_index (reports, i), g_ptr_array_index (problems, i));
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
        {
          const BhPathFinding *path = g_ptr_array_index (report->paths, j);

          if (path->acceptance == NULL && path->path->severity >= severity)
            return TRUE;
        }
    }
  return FALSE;
}

int
bh_cli_check (const BhCliCall *call, GError **error)
{
  const char *format = bh_cli_call_get (call, "format");
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_free);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  BhSeverity severity = BH_SEVERITY_HIGH;

  bh_severity_from_string (bh_cli_call_get (call, "fail-on"), &severity);
  for (guint i = 0; i < call->input.import->states->len; i++)
    {
      const BhState *state = g_ptr_array_index (call->input.import->states, i);

      g_ptr_array_add (reports, bh_report_new (state));
      g_ptr_array_add (problems, bh_state_check (state));
    }
  if (g_str_equal (format, "text"))
    bh_cli_print_notes (call->input.import->notes);
  print_report (format, &call->input, reports, problems);
  for (guint i = 0; i < problems->len; i++)
    if (!bh_cli_refuse_problems (g_ptr_array_index (call->input.import->states, i),
                                 g_ptr_array_index (problems, i), error))
      return BH_CLI_WRONG;
  return found_at_least (reports, severity) ? BH_CLI_FOUND : BH_CLI_FINE;
}
