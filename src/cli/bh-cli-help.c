/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-command.h"
#include "bh-cli-term.h"
#include "bh-error.h"
#include "bh-i18n.h"

static void
append_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "\n%s%s%s\n", bh_cli_bold (), heading, bh_cli_reset ());
}

static void
append_option (GString *out, const BhCliOption *option)
{
  g_auto (GStrv) words = option->list_words != NULL ? option->list_words () : NULL;

  g_string_append_printf (out, "  --%s%s%s\n", option->name, option->metavar ? " " : "",
                          option->metavar ? _ (option->metavar) : "");
  bh_cli_append_wrapped (out, _ (option->summary), 6);
  if (words != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", words);
      g_autofree char *line =
          option->assumed != NULL
              /* TRANSLATORS: the words that an option takes, and the one that is assumed. */
              ? g_strdup_printf (_ ("%1$s; without it, %2$s"), list, option->assumed)
              : g_strdup (list);

      bh_cli_append_wrapped (out, line, 6);
    }
}

void
bh_cli_print_command_help (const BhCliCommand *command)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *usage = bh_cli_command_dup_usage (command);

  /* TRANSLATORS: how a command is called. */
  g_string_append_printf (out, _ ("Usage: bulkhead-cli %s"), usage);
  g_string_append (out, "\n\n");
  bh_cli_append_wrapped (out, _ (command->summary), 0);
  append_heading (out, _ ("Options"));
  for (guint i = 0; command->options[i] != NULL; i++)
    append_option (out, command->options[i]);
  g_print ("%s", out->str);
}

void
bh_cli_print_help (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);
  guint n_sections;
  const BhCliSection *sections = bh_cli_section_table (&n_sections);

  g_string_append_printf (out, "%s\n\n", _ ("Usage: bulkhead-cli COMMAND …"));
  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *usage = bh_cli_command_dup_usage (&commands[i]);

      g_string_append_printf (out, "  %s\n", usage);
      bh_cli_append_wrapped (out, _ (commands[i].summary), 6);
    }
  g_string_append_c (out, '\n');
  bh_cli_append_wrapped (out, _ ("“bulkhead-cli COMMAND --help” tells of its options."), 0);
  for (guint i = 0; i < n_sections; i++)
    {
      append_heading (out, _ (sections[i].heading));
      bh_cli_append_wrapped (out, _ (sections[i].text), 2);
    }
  g_print ("%s", out->str);
}

gboolean
bh_cli_generate (const char *kind, GError **error)
{
  static const struct
  {
    const char *kind;
    void (*append) (GString *out);
  } kinds[] = {
    { "bash", bh_cli_append_bash },
    { "zsh", bh_cli_append_zsh },
    { "fish", bh_cli_append_fish },
    { "man", bh_cli_append_manual },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        g_autoptr (GString) out = g_string_new (NULL);

        kinds[i].append (out);
        g_print ("%s", out->str);
        return TRUE;
      }
  g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, "generate: bash, zsh, fish or man, not “%s”",
               kind);
  return FALSE;
}
