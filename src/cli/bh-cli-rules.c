/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-command.h"
#include "bh-cli-input.h"
#include "bh-cli-json.h"
#include "bh-cli-term.h"
#include "bh-error.h"
#include "bh-i18n.h"

static const char *const formats[] = { "text", "json", NULL };

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

int
bh_cli_rules (char **argv, GError **error)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  const BhRule *rule = NULL;

  if (!bh_cli_parse (argv, entries, &rest, NULL, error) ||
      !bh_cli_check_word ("format", format, formats, error))
    return BH_CLI_WRONG;
  if (rest[0] != NULL)
    {
      rule = bh_rule_find (rest[0]);
      if (rule == NULL)
        {
          g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                       _ ("there is no rule “%s”; “bulkhead-cli rules” lists them"), rest[0]);
          return BH_CLI_WRONG;
        }
    }
  if (g_strcmp0 (format, "json") == 0)
    print_json (rule);
  else if (rule != NULL)
    print_rule (rule);
  else
    print_list ();
  return BH_CLI_FINE;
}
