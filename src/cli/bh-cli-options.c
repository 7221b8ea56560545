/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bh-cli-call.h"
#include "bh-cli-json.h"
#include "bh-cli-term.h"
#include "bh-error.h"
#include "bh-i18n.h"
#include "option/bh-option.h"

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_option (JsonBuilder *builder, const BhOption *option)
{
  const char letter[] = { option->short_name, '\0' };

  json_builder_begin_object (builder);
  bh_cli_json_string (builder, "name", option->name);
  bh_cli_json_string (builder, "short", option->short_name ? letter : NULL);
  bh_cli_json_strv (builder, "aliases", option->aliases);
  bh_cli_json_string (builder, "kind", bh_kind_to_string (option->kind));
  bh_cli_json_string (builder, "client_type", option->client_type ? option->client_type : "");
  add_boolean (builder, "repeats", (option->flags & BH_OPTION_REPEATS) != 0);
  add_boolean (builder, "hidden", (option->flags & BH_OPTION_HIDDEN) != 0);
  add_boolean (builder, "deprecated", (option->flags & BH_OPTION_DEPRECATED) != 0);
  add_boolean (builder, "client_only", (option->flags & BH_OPTION_CLIENT_ONLY) != 0);
  add_boolean (builder, "run_only", (option->flags & BH_OPTION_RUN_ONLY) != 0);
  bh_cli_json_string (builder, "section", bh_section_to_string (option->section));
  bh_cli_json_string (builder, "compose", option->compose);
  bh_cli_json_string (builder, "default", option->default_value);
  bh_cli_json_string (builder, "platform", option->flags & BH_OPTION_WINDOWS ? "windows" : "any");
  bh_cli_json_string (builder, "metavar", option->metavar ? _ (option->metavar) : NULL);
  bh_cli_json_string (builder, "summary", _ (option->summary));
  json_builder_end_object (builder);
}

static void
print_json (const BhOption *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_options; i++)
    if (only == NULL || only == &options[i])
      add_option (builder, &options[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_cli_print_json (builder);
}

static void
print_option (const BhOption *option)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (option->short_name)
    g_string_append_printf (out, "-%c, ", option->short_name);
  g_string_append_printf (out, "--%s%s%s\n", option->name, option->metavar ? " " : "",
                          option->metavar ? _ (option->metavar) : "");
  bh_cli_append_wrapped (out, _ (option->summary), 6);
  if (option->compose != NULL)
    g_string_append_printf (out, "      Compose: %s\n", option->compose);
  g_print ("%s", out->str);
}

int
bh_cli_options (const BhCliCall *call, GError **error)
{
  const char *format = bh_cli_call_get (call, "format");
  const BhOption *option = NULL;
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  if (call->rest[0] != NULL)
    {
      option = bh_option_find (call->rest[0], strlen (call->rest[0]));
      if (option == NULL)
        {
          g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                       _ ("docker run has no option “--%s”; “bulkhead-cli options” lists them"),
                       call->rest[0]);
          return BH_CLI_WRONG;
        }
    }
  if (g_strcmp0 (format, "json") == 0)
    print_json (option);
  else if (option != NULL)
    print_option (option);
  else
    for (guint i = 0; i < n_options; i++)
      print_option (&options[i]);
  return BH_CLI_FINE;
}
