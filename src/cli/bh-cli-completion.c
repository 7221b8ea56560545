/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Completions for shells, written at build time from the tables. */

#include "config.h"

#include <string.h>

#include "bh-cli-command.h"
#include "bh-i18n.h"

#define HEAD                                                                                       \
  "# SPDX-FileCopyrightText: Bulkhead contributors\n"                                              \
  "# SPDX-License-Identifier: GPL-3.0-or-later\n"                                                  \
  "# Made from the tables of bulkhead-cli.\n\n"

static char *
join_words (GStrv (*list) (void))
{
  g_auto (GStrv) words = list ();

  return g_strjoinv (" ", words);
}

/* All commands, or all options of one, with a blank between. */
static char *
join_commands (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", commands[i].name);
  return g_strdup (names->str);
}

static char *
join_options (const BhCliCommand *command)
{
  g_autoptr (GString) names = g_string_new ("--help");

  for (guint i = 0; command->options[i] != NULL; i++)
    g_string_append_printf (names, " --%s", command->options[i]->name);
  return g_strdup (names->str);
}

static void
append_bash_values (GString *out, const BhCliCommand *command)
{
  for (guint i = 0; command->options[i] != NULL; i++)
    {
      const BhCliOption *option = command->options[i];
      g_autofree char *words = option->list_words ? join_words (option->list_words) : NULL;

      if (option->metavar != NULL)
        g_string_append_printf (out, "    %s:--%s) words='%s' ;;\n", command->name, option->name,
                                words != NULL ? words : "");
    }
}

static void
append_bash_command (GString *out, const BhCliCommand *command)
{
  g_autofree char *options = join_options (command);
  g_autofree char *arguments =
      command->list_arguments ? join_words (command->list_arguments) : NULL;

  g_string_append_printf (out, "    %s:-*) words='%s' ;;\n", command->name, options);
  if (arguments != NULL)
    g_string_append_printf (out, "    %s:*) words='%s' ;;\n", command->name, arguments);
  else
    g_string_append_printf (out, "    %s:*) files=1 ;;\n", command->name);
}

void
bh_cli_append_bash (GString *out)
{
  g_autofree char *names = join_commands ();
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);

  g_string_append (out, HEAD "_bulkhead_cli () {\n"
                             "  local current=${COMP_WORDS[COMP_CWORD]} previous=\n"
                             "  local words= files=\n"
                             "  if [ \"$COMP_CWORD\" -le 1 ]; then\n");
  g_string_append_printf (out, "    words='%s --help --version'\n", names);
  g_string_append (out, "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                        "    return\n"
                        "  fi\n"
                        "  previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
                        "  case ${COMP_WORDS[1]}:$previous in\n");
  for (guint i = 0; i < n_commands; i++)
    append_bash_values (out, &commands[i]);
  g_string_append (out, "    *)\n"
                        "    case ${COMP_WORDS[1]}:$current in\n");
  for (guint i = 0; i < n_commands; i++)
    append_bash_command (out, &commands[i]);
  g_string_append (out, "    esac\n"
                        "    ;;\n"
                        "  esac\n"
                        "  if [ -n \"$files\" ]; then\n"
                        "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
                        "  else\n"
                        "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                        "  fi\n"
                        "}\n"
                        "complete -o filenames -F _bulkhead_cli bulkhead-cli\n");
}

/* In the specifications of _arguments, which stand in single quotes here. */
static void
append_zsh_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\'')
      g_string_append (out, "'\\''");
    else
      g_string_append_printf (out, "%s%c", strchr ("[]:\\", *p) != NULL ? "\\" : "", *p);
}

static void
append_zsh_option (GString *out, const BhCliOption *option)
{
  g_autofree char *words = option->list_words ? join_words (option->list_words) : NULL;

  g_string_append_printf (out, "        '--%s%s[", option->name, option->metavar ? "=" : "");
  append_zsh_text (out, option->summary);
  g_string_append_c (out, ']');
  if (option->metavar != NULL)
    g_string_append_printf (out, ":%s:", option->metavar);
  if (words != NULL)
    g_string_append_printf (out, "(%s)", words);
  g_string_append (out, "' \\\n");
}

static void
append_zsh_command (GString *out, const BhCliCommand *command)
{
  g_autofree char *arguments =
      command->list_arguments ? join_words (command->list_arguments) : NULL;

  g_string_append_printf (out, "    %s)\n      _arguments \\\n        '--help[", command->name);
  append_zsh_text (out, "how it is called");
  g_string_append (out, "]' \\\n");
  for (guint i = 0; command->options[i] != NULL; i++)
    append_zsh_option (out, command->options[i]);
  if (arguments != NULL)
    g_string_append_printf (out, "        '1:argument:(%s)'\n", arguments);
  else
    g_string_append (out, "        '*:input:_files'\n");
  g_string_append (out, "      ;;\n");
}

void
bh_cli_append_zsh (GString *out)
{
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);

  g_string_append (out, "#compdef bulkhead-cli\n" HEAD "_bulkhead_cli () {\n"
                        "  local -a commands\n"
                        "  commands=(\n");
  for (guint i = 0; i < n_commands; i++)
    {
      g_string_append_printf (out, "    '%s:", commands[i].name);
      append_zsh_text (out, commands[i].summary);
      g_string_append (out, "'\n");
    }
  g_string_append (out,
                   "  )\n"
                   "  if (( CURRENT == 2 )); then\n"
                   "    _describe command commands\n"
                   "    _arguments '--help[how it is called]' '--version[which release it is]'\n"
                   "    return\n"
                   "  fi\n"
                   "  local command=${words[2]}\n"
                   "  shift words\n"
                   "  (( CURRENT-- ))\n"
                   "  case $command in\n");
  for (guint i = 0; i < n_commands; i++)
    append_zsh_command (out, &commands[i]);
  g_string_append (out, "  esac\n"
                        "}\n\n"
                        "if [ \"$funcstack[1]\" = _bulkhead-cli ]; then\n"
                        "  _bulkhead_cli \"$@\"\n"
                        "else\n"
                        "  compdef _bulkhead_cli bulkhead-cli\n"
                        "fi\n");
}

/* In single quotes. */
static void
append_fish_text (GString *out, const char *text)
{
  g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_printf (out, "%s%c", strchr ("'\\", *p) != NULL ? "\\" : "", *p);
  g_string_append_c (out, '\'');
}

static void
append_fish_option (GString *out, const BhCliCommand *command, const BhCliOption *option)
{
  g_autofree char *words = option->list_words ? join_words (option->list_words) : NULL;

  g_string_append_printf (out,
                          "complete -c bulkhead-cli -n '__fish_seen_subcommand_from %s' -l %s -d ",
                          command->name, option->name);
  append_fish_text (out, option->summary);
  if (option->metavar != NULL)
    g_string_append (out, " -x");
  if (words != NULL)
    g_string_append_printf (out, " -a '%s'", words);
  g_string_append_c (out, '\n');
}

static void
append_fish_command (GString *out, const BhCliCommand *command)
{
  g_autofree char *arguments =
      command->list_arguments ? join_words (command->list_arguments) : NULL;

  g_string_append_printf (out, "complete -c bulkhead-cli -n __fish_use_subcommand -f -a %s -d ",
                          command->name);
  append_fish_text (out, command->summary);
  g_string_append_c (out, '\n');
  for (guint i = 0; command->options[i] != NULL; i++)
    append_fish_option (out, command, command->options[i]);
  if (arguments != NULL)
    g_string_append_printf (out,
                            "complete -c bulkhead-cli -n '__fish_seen_subcommand_from %s' -f -a "
                            "'%s'\n",
                            command->name, arguments);
}

void
bh_cli_append_fish (GString *out)
{
  guint n_commands;
  const BhCliCommand *commands = bh_cli_command_table (&n_commands);

  g_string_append (out, HEAD
                   "complete -c bulkhead-cli -l help -d 'how it is called'\n"
                   "complete -c bulkhead-cli -n __fish_use_subcommand -l version -d 'which release "
                   "it is'\n");
  for (guint i = 0; i < n_commands; i++)
    append_fish_command (out, &commands[i]);
}
