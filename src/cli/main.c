/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "bh-cli-command.h"
#include "bh-error.h"
#include "bh-i18n.h"

static const BhCliCommand commands[] = {
  { "check", N_ ("[--format text|json|sarif] [--fail-on LEVEL] INPUT"),
    N_ ("what is wrong or risky, and what to do"), bh_cli_check },
  { "convert", N_ ("--to FORMAT [--short] INPUT"), N_ ("write it as another command or file"),
    bh_cli_convert },
  { "harden", N_ ("[--all] [--diff] [--to FORMAT] INPUT"),
    N_ ("apply the safe fixes (--all: every fix)"), bh_cli_harden },
  { "explain", N_ ("[--format text|json] INPUT"), N_ ("each word, explained"), bh_cli_explain },
  { "rules", N_ ("[ID | --coverage] [--format text|json]"), N_ ("the catalogue of rules"),
    bh_cli_rules },
  { "options", N_ ("[NAME] [--format text|json]"), N_ ("the options of docker run"),
    bh_cli_options },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: bulkhead-cli COMMAND …"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n           %s\n", commands[i].name, _ (commands[i].arguments),
             _ (commands[i].summary));
  g_print ("\n%s\n",
           _ ("INPUT is “-- docker run …”, a file, or “-” for standard input. It holds one or "
              "several docker run commands, a Compose file, what docker inspect writes, or a "
              "profile; nothing in it is ever run. --from says what it holds, where its looks do "
              "not; --service NAME takes one service of a Compose file. --read-env-files puts what "
              "the files of --env-file and --label-file say in their place.\n"
              "FORMAT is run, run-oneline, compose or profile. LEVEL is critical, high, medium, "
              "low "
              "or info.\n"
              "Exit status: 0 fine; 1 check found something at or above LEVEL (high unless "
              "told otherwise); 2 the input or the call is wrong."));
}

static const BhCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static int
run_command (const char *name, char **argv)
{
  const BhCliCommand *command = find_command (name);
  g_autoptr (GError) error = NULL;
  int status;

  if (command == NULL)
    {
      g_printerr (_ ("bulkhead-cli: there is no command “%s”; see bulkhead-cli --help"), name);
      g_printerr ("\n");
      return BH_CLI_WRONG;
    }
  status = command->run (argv, &error);
  if (error != NULL)
    g_printerr ("bulkhead-cli: %s\n", error->message);
  return status;
}

int
main (int argc, char *argv[])
{
  static const char *const help_words[] = { "help", "--help", "-h", NULL };
  const char *locale_dir = g_getenv ("BULKHEAD_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : BH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      print_help ();
      return BH_CLI_WRONG;
    }
  if (g_strv_contains (help_words, argv[1]))
    {
      print_help ();
      return BH_CLI_FINE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("bulkhead-cli %s\n", BH_VERSION);
      return BH_CLI_FINE;
    }
  return run_command (argv[1], argv + 2);
}
