/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-json.h"

#include "bh-i18n.h"

/* SARIF has three levels; GitHub and others read the finer one from security-severity (0 to 10). */
static const struct
{
  const char *level;
  const char *security_severity;
} levels[] = {
  [BH_SEVERITY_INFO] = { "note", "1.0" },      [BH_SEVERITY_LOW] = { "note", "3.0" },
  [BH_SEVERITY_MEDIUM] = { "warning", "5.5" }, [BH_SEVERITY_HIGH] = { "error", "8.0" },
  [BH_SEVERITY_CRITICAL] = { "error", "9.5" },
};

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_rule (JsonBuilder *builder, const BhRule *rule)
{
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "id", rule->id);
  add_text (builder, "shortDescription", _ (rule->title));
  add_text (builder, "fullDescription", _ (rule->exposes));
  add_text (builder, "help", _ (rule->legitimate));
  json_builder_set_member_name (builder, "defaultConfiguration");
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "level", levels[rule->severity].level);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "security-severity", levels[rule->severity].security_severity);
  bh_cli_json_strv (builder, "references", rule->references);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_tool (JsonBuilder *builder)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  json_builder_set_member_name (builder, "tool");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "driver");
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "name", "Bulkhead");
  bh_cli_json_string (builder, "version", BH_VERSION);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_rules; i++)
    add_rule (builder, rules[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* Where the finding's first setting was read; the whole input when something is missing. */
static void
add_location (JsonBuilder *builder,
              const BhState *state,
              const BhFinding *finding,
              const char *name)
{
  int first = finding->n_settings > 0 ? finding->settings[0] : BH_FINDING_IMAGE;
  const BhLocation *origin = first >= 0 ? &state->settings[first]->origin : &state->image_origin;

  json_builder_set_member_name (builder, "locations");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "physicalLocation");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "artifactLocation");
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "uri", name);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "region");
  json_builder_begin_object (builder);
  add_int (builder, "startLine", MAX (origin->line, 1));
  add_int (builder, "startColumn", MAX (origin->column, 1));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static int
rule_index (const BhRule *rule)
{
  const BhRule *const *rules = bh_rule_all (NULL);

  for (int i = 0;; i++)
    if (rules[i] == rule)
      return i;
}

/* Every result has the list, most of them an empty one: where one result tells of suppressions, the
 * others have to as well. The reason stands in the document that was analysed. */
static void
add_suppressions (JsonBuilder *builder, const BhAcceptance *acceptance)
{
  json_builder_set_member_name (builder, "suppressions");
  json_builder_begin_array (builder);
  if (acceptance != NULL)
    {
      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "kind", "inSource");
      bh_cli_json_string (builder, "status", "accepted");
      bh_cli_json_string (builder, "justification", acceptance->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_result (JsonBuilder *builder, const BhState *state, const BhFinding *finding, const char *name)
{
  g_autofree char *message = bh_finding_dup_message (finding);
  g_autofree char *key = bh_finding_dup_key (finding, state);
  /* The key holds values, and values are secrets at times: a report is passed on. */
  g_autofree char *print = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "ruleId", finding->rule->id);
  add_int (builder, "ruleIndex", rule_index (finding->rule));
  bh_cli_json_string (builder, "level", levels[finding->severity].level);
  add_text (builder, "message", message);
  if (name != NULL)
    add_location (builder, state, finding, name);
  json_builder_set_member_name (builder, "partialFingerprints");
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "finding/v2", print);
  json_builder_end_object (builder);
  add_suppressions (builder, finding->acceptance);
  json_builder_end_object (builder);
}

void
bh_cli_sarif_check (JsonBuilder *builder,
                    const BhImport *import,
                    const GPtrArray *reports,
                    const char *name)
{
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  bh_cli_json_string (builder, "version", "2.1.0");
  json_builder_set_member_name (builder, "runs");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_tool (builder);
  /* Columns are counted in characters, not in UTF-16 units, which is SARIF's default. */
  bh_cli_json_string (builder, "columnKind", "unicodeCodePoints");
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    {
      const BhReport *report = g_ptr_array_index (reports, i);

      for (guint j = 0; j < report->findings->len; j++)
        add_result (builder, report->state, g_ptr_array_index (report->findings, j), name);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
