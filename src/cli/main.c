/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "bh-cli-call.h"
#include "bh-error.h"
#include "bh-i18n.h"

static gboolean
asks_for_help (char **argv)
{
  return argv[0] != NULL && (strcmp (argv[0], "--help") == 0 || strcmp (argv[0], "-h") == 0);
}

static int
run_command (const char *name, char **argv)
{
  const BhCliCommand *command = bh_cli_command_find (name);
  g_autoptr (GError) error = NULL;
  g_auto (BhCliCall) call = { 0 };
  int status;

  if (command == NULL)
    {
      g_printerr (_ ("bulkhead-cli: there is no command “%s”; see bulkhead-cli --help"), name);
      g_printerr ("\n");
      return BH_CLI_WRONG;
    }
  if (asks_for_help (argv))
    {
      bh_cli_print_command_help (command);
      return BH_CLI_FINE;
    }
  status =
      bh_cli_call_init (&call, command, argv, &error) ? command->run (&call, &error) : BH_CLI_WRONG;
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
      bh_cli_print_help ();
      return BH_CLI_WRONG;
    }
  if (g_strv_contains (help_words, argv[1]))
    {
      bh_cli_print_help ();
      return BH_CLI_FINE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("bulkhead-cli %s\n", BH_VERSION);
      return BH_CLI_FINE;
    }
  /* For the build, and so not in the help. */
  if (strcmp (argv[1], "generate") == 0 && argc == 3)
    return bh_cli_generate (argv[2], NULL) ? BH_CLI_FINE : BH_CLI_WRONG;
  return run_command (argv[1], argv + 2);
}
