/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The manual page, written at build time from the tables and texts of --help. */

#include "config.h"

#include <string.h>

#include "bh-cli-command.h"
#include "bh-i18n.h"

/* Text of a line: what roff would take for its own is escaped. */
static void
append_text (GString *out, const char *text)
{
  if (*text == '.' || *text == '\'')
    g_string_append (out, "\\&");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case '\\':
        g_string_append (out, "\\e");
        break;
      case '-':
        g_string_append (out, "\\-");
        break;
      case 0x201c:
        g_string_append (out, "\\(lq");
        break;
      case 0x201d:
        g_string_append (out, "\\(rq");
        break;
      case 0x2026:
        g_string_append (out, "\\&...");
        break;
      default:
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      }
}

static void
append_line (GString *out, const char *text)
{
  append_text (out, text);
  g_string_append_c (out, '\n');
}

static void
append_section (GString *out, const char *heading)
{
  g_autofree char *upper = g_utf8_strup (heading, -1);

  g_string_append_printf (out, ".SH %s\n", upper);
}

static void
append_option (GString *out, const BhCliOption *option)
{
  g_auto (GStrv) words = option->list_words != NULL ? option->list_words () : NULL;

  g_string_append (out, ".TP\n\\fB\\-\\-");
  append_text (out, option->name);
  g_string_append (out, "\\fR");
  if (option->metavar != NULL)
    g_string_append_printf (out, " \\fI%s\\fR", option->metavar);
  g_string_append_c (out, '\n');
  append_line (out, option->summary);
  if (words != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", words);

      g_string_append (out, ".br\n");
      append_text (out, list);
      if (option->assumed != NULL)
        g_string_append_printf (out, "; without it, %s", option->assumed);
      g_string_append_c (out, '\n');
    }
}

static void
append_command (GString *out, const BhCliCommand *command)
{
  g_autofree char *usage = bh_cli_command_dup_usage (command);

  g_string_append (out, ".SS \"");
  append_text (out, usage);
  g_string_append (out, "\"\n");
  append_line (out, command->summary);
  for (guint i = 0; command->options[i] != NULL; i++)
    if ((command->options[i]->flags & BH_CLI_OPTION_COMMON) == 0)
      append_option (out, command->options[i]);
}

/* Those that every command with an INPUT has. */
static void
append_common_options (GString *out, const BhCliCommand *command)
{
  for (guint i = 0; command->options[i] != NULL; i++)
    if ((command->options[i]->flags & BH_CLI_OPTION_COMMON) != 0)
      append_option (out, command->options[i]);
}

static void
append_examples (GString *out)
{
  static const char *const examples[] = {
    "bulkhead\\-cli check \\-\\- docker run \\-p 8080:80 \\-v /:/host nginx",
    "docker inspect web nginx | bulkhead\\-cli convert \\-\\-to compose \\-",
    "bulkhead\\-cli check \\-\\-format sarif \\-\\-fail\\-on medium compose.yaml",
  };

  append_section (out, "Examples");
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    g_string_append_printf (out, ".PP\n.nf\n%s\n.fi\n", examples[i]);
}

void
bh_cli_append_manual (GString *out)
{
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);
  guint n_sections;
  const BhCliSection *sections = bh_cli_section_table (&n_sections);

  g_string_append_printf (out,
                          ".\\\" SPDX-FileCopyrightText: Bulkhead contributors\n"
                          ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                          ".TH BULKHEAD\\-CLI 1 \"\" \"Bulkhead %s\" \"User Commands\"\n",
                          BH_VERSION);
  append_section (out, "Name");
  g_string_append (out,
                   "bulkhead\\-cli \\- see what a container may do, and put walls around it\n");
  append_section (out, "Synopsis");
  g_string_append (out, ".B bulkhead\\-cli\n\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIINPUT\\fR]\n");
  append_section (out, "Commands");
  for (guint i = 0; i < n_commands; i++)
    append_command (out, &commands[i]);
  append_section (out, "Options of every input");
  append_common_options (out, &commands[0]);
  for (guint i = 0; i < n_sections; i++)
    {
      append_section (out, sections[i].heading);
      append_line (out, sections[i].text);
    }
  append_section (out, "Environment");
  g_string_append (out, ".TP\n.B NO_COLOR\nWhere it is set and not empty, nothing is coloured.\n");
  append_examples (out);
  append_section (out, "See also");
  g_string_append (out, ".BR docker\\-run (1)\n");
}
