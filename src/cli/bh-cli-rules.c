/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-call.h"
#include "bh-cli-json.h"
#include "bh-cli-term.h"
#include "bh-error.h"
#include "bh-i18n.h"
#include "rule/bh-catalogue.h"
#include "rule/bh-path.h"

static void
add_fix (JsonBuilder *builder, const BhFix *fix)
{
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "id", fix->id);
  bh_cli_json_string (builder, "title", _ (fix->title));
  bh_cli_json_string (builder, "effect", bh_effect_to_string (fix->effect));
  bh_cli_json_string (builder, "breaks", _ (fix->breaks));
  json_builder_end_object (builder);
}

static void
add_rule (JsonBuilder *builder, const BhRule *rule)
{
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "id", rule->id);
  bh_cli_json_string (builder, "severity", bh_severity_to_string (rule->severity));
  bh_cli_json_string (builder, "section", bh_section_to_string (rule->section));
  bh_cli_json_string (builder, "title", _ (rule->title));
  bh_cli_json_string (builder, "exposes", _ (rule->exposes));
  bh_cli_json_string (builder, "attack", _ (rule->attack));
  bh_cli_json_string (builder, "legitimate", _ (rule->legitimate));
  bh_cli_json_strv (builder, "references", rule->references);
  json_builder_set_member_name (builder, "fixes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    add_fix (builder, &rule->fixes[i]);
  json_builder_end_array (builder);
  bh_cli_json_string (builder, "bad", rule->bad);
  bh_cli_json_string (builder, "good", rule->good);
  json_builder_end_object (builder);
}

static void
add_path (JsonBuilder *builder, const BhPath *path)
{
  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "id", path->id);
  bh_cli_json_string (builder, "severity", bh_severity_to_string (path->severity));
  bh_cli_json_string (builder, "title", _ (path->title));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bh_path_n_steps (path); i++)
    json_builder_add_string_value (builder, _ (path->steps[i].sentence));
  json_builder_end_array (builder);
  bh_cli_json_string (builder, "gain", _ (path->gain));
  bh_cli_json_strv (builder, "references", path->references);
  bh_cli_json_string (builder, "bad", path->bad);
  bh_cli_json_string (builder, "good", path->good);
  json_builder_end_object (builder);
}

static void
add_paths (JsonBuilder *builder)
{
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);

  json_builder_set_member_name (builder, "paths");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_paths; i++)
    add_path (builder, paths[i]);
  json_builder_end_array (builder);
}

static void
print_json (const BhRule *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_rules; i++)
    if (only == NULL || only == rules[i])
      add_rule (builder, rules[i]);
  json_builder_end_array (builder);
  if (only == NULL)
    add_paths (builder);
  json_builder_end_object (builder);
  bh_cli_print_json (builder);
}

static void
append_part (GString *out, const char *heading, const char *text)
{
  g_string_append_printf (out, "%s%s%s\n", bh_cli_bold (), heading, bh_cli_reset ());
  bh_cli_append_wrapped (out, text, 2);
  g_string_append_c (out, '\n');
}

static void
print_rule (const BhRule *rule)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *references = g_strjoinv ("\n", (char **) rule->references);

  g_string_append_printf (out, "%s%s%s  %s  %s\n\n", bh_cli_severity_colour (rule->severity),
                          bh_severity_get_title (rule->severity), bh_cli_reset (), _ (rule->title),
                          rule->id);
  append_part (out, _ ("What is exposed"), _ (rule->exposes));
  append_part (out, _ ("How it is used"), _ (rule->attack));
  append_part (out, _ ("When it is all right"), _ (rule->legitimate));
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    {
      const BhFix *fix = &rule->fixes[i];

      append_part (out, fix->effect == BH_EFFECT_SAFE ? _ ("Fix") : _ ("Fix, to try out first"),
                   _ (fix->title));
      g_string_truncate (out, out->len - 1);
      bh_cli_append_wrapped (out, _ (fix->breaks), 2);
      g_string_append_c (out, '\n');
    }
  append_part (out, _ ("Sources"), references);
  append_part (out, _ ("Fires on"), rule->bad);
  append_part (out, _ ("Silent on"), rule->good);
  g_string_truncate (out, out->len - 1);
  g_print ("%s", out->str);
}

static void
print_list (void)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);
  int section = -1;

  for (guint i = 0; i < n_rules; i++)
    {
      if ((int) rules[i]->section != section)
        {
          g_print ("%s%s%s%s\n", section >= 0 ? "\n" : "", bh_cli_bold (),
                   bh_section_get_title (rules[i]->section), bh_cli_reset ());
          section = (int) rules[i]->section;
        }
      g_print ("  %s%-9s%s %-28s %s\n", bh_cli_severity_colour (rules[i]->severity),
               bh_severity_to_string (rules[i]->severity), bh_cli_reset (), rules[i]->id,
               _ (rules[i]->title));
    }
}

static guint
count_covered (const BhCatalogue *catalogue)
{
  guint n = 0;

  for (guint i = 0; catalogue->checks[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) rules = bh_catalogue_find_rules (catalogue, catalogue->checks[i]);

      n += rules->len > 0;
    }
  return n;
}

/* One line for each catalogue, and what it has that no rule looks at. */
static void
print_coverage (void)
{
  guint n_catalogues;
  const BhCatalogue *catalogues = bh_catalogue_table (&n_catalogues);

  for (guint i = 0; i < n_catalogues; i++)
    {
      const BhCatalogue *catalogue = &catalogues[i];

      /* TRANSLATORS: how many of a catalogue's checks there are rules for: "28 of 33". */
      g_autofree char *count = g_strdup_printf (_ ("%u of %u"), count_covered (catalogue),
                                                g_strv_length ((char **) catalogue->checks));

      g_print ("%s%-24s%s %9s  %s%s%s\n", bh_cli_bold (), catalogue->name, bh_cli_reset (), count,
               bh_cli_dim (), _ (catalogue->version), bh_cli_reset ());
      for (guint j = 0; catalogue->checks[j] != NULL; j++)
        {
          const char *reason = bh_catalogue_get_reason (catalogue, catalogue->checks[j]);

          if (reason != NULL)
            g_print ("  %-32s %s\n", catalogue->checks[j], reason);
        }
    }
}

static void
add_check (JsonBuilder *builder, const BhCatalogue *catalogue, const char *check)
{
  g_autoptr (GPtrArray) rules = bh_catalogue_find_rules (catalogue, check);
  const char *reason = bh_catalogue_get_reason (catalogue, check);

  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "check", check);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rules->len; i++)
    json_builder_add_string_value (builder, ((const BhRule *) g_ptr_array_index (rules, i))->id);
  json_builder_end_array (builder);
  if (reason != NULL)
    bh_cli_json_string (builder, "reason", reason);
  json_builder_end_object (builder);
}

static void
print_json_coverage (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_catalogues;
  const BhCatalogue *catalogues = bh_catalogue_table (&n_catalogues);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "catalogues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_catalogues; i++)
    {
      json_builder_begin_object (builder);
      bh_cli_json_string (builder, "name", catalogues[i].name);
      bh_cli_json_string (builder, "version", catalogues[i].version);
      json_builder_set_member_name (builder, "checks");
      json_builder_begin_array (builder);
      for (guint j = 0; catalogues[i].checks[j] != NULL; j++)
        add_check (builder, &catalogues[i], catalogues[i].checks[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_cli_print_json (builder);
}

int
bh_cli_rules (const BhCliCall *call, GError **error)
{
  const char *format = bh_cli_call_get (call, "format");
  const gboolean coverage = bh_cli_call_has (call, "coverage");
  const BhRule *rule = NULL;

  if (call->rest[0] != NULL)
    {
      rule = bh_rule_find (call->rest[0]);
      if (rule == NULL)
        {
          g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                       _ ("there is no rule “%s”; “bulkhead-cli rules” lists them"), call->rest[0]);
          return BH_CLI_WRONG;
        }
    }
  if (coverage && g_strcmp0 (format, "json") == 0)
    print_json_coverage ();
  else if (coverage)
    print_coverage ();
  else if (g_strcmp0 (format, "json") == 0)
    print_json (rule);
  else if (rule != NULL)
    print_rule (rule);
  else
    print_list ();
  return BH_CLI_FINE;
}
