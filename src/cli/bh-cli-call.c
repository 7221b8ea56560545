/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-cli-call.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"

static guint
find_option (const BhCliCall *self, const char *name)
{
  guint i = 0;

  while (self->command->options[i] != NULL && strcmp (self->command->options[i]->name, name) != 0)
    i++;
  return i;
}

const char *
bh_cli_call_get (const BhCliCall *self, const char *option)
{
  guint i = find_option (self, option);

  g_return_val_if_fail (self->command->options[i] != NULL, NULL);

  return self->texts[i];
}

gboolean
bh_cli_call_has (const BhCliCall *self, const char *option)
{
  guint i = find_option (self, option);

  g_return_val_if_fail (self->command->options[i] != NULL, FALSE);

  return self->flags[i];
}

static gboolean
check_word (const BhCliOption *option, const char *word, const char *const *words, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  if (word == NULL)
    g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("--%1$s is missing; it takes %2$s"),
                 option->name, list);
  else if (g_strv_contains (words, word))
    return TRUE;
  else
    /* TRANSLATORS: an option of the program, what was given, what it takes. */
    g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                 _ ("--%1$s does not know “%2$s”; it takes %3$s"), option->name, word, list);
  return FALSE;
}

/* Holds what was given against the words that the option takes. */
static gboolean
settle (const BhCliOption *option, char **text, GError **error)
{
  g_auto (GStrv) words = option->list_words != NULL ? option->list_words () : NULL;

  if (*text == NULL)
    *text = g_strdup (option->assumed);
  if (words == NULL || (*text == NULL && (option->flags & BH_CLI_OPTION_REQUIRED) == 0))
    return TRUE;
  return check_word (option, *text, (const char *const *) words, error);
}

/* GOption expects the program first. */
static char **
with_program (char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "bulkhead-cli");
  g_strv_builder_addv (builder, (const char **) argv);
  return g_strv_builder_end (builder);
}

static gboolean
parse (BhCliCall *self, char **argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) args = with_program (argv);
  GOptionEntry entries[BH_CLI_MAX_OPTIONS + 1] = { 0 };
  guint n = bh_cli_command_n_options (self->command);

  for (guint i = 0; i < n; i++)
    {
      const gboolean is_switch = self->command->options[i]->metavar == NULL;

      entries[i].long_name = self->command->options[i]->name;
      entries[i].arg = is_switch ? G_OPTION_ARG_NONE : G_OPTION_ARG_STRING;
      entries[i].arg_data = is_switch ? (gpointer) &self->flags[i] : (gpointer) &self->texts[i];
    }
  entries[n].long_name = G_OPTION_REMAINING;
  entries[n].arg = G_OPTION_ARG_FILENAME_ARRAY;
  entries[n].arg_data = &self->rest;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  return g_option_context_parse_strv (context, &args, error);
}

/* Everything after the first `--`; ARGV is cut there. */
static char **
cut_words (char **argv)
{
  for (guint i = 0; argv[i] != NULL; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        argv[i] = NULL;
        return argv + i + 1;
      }
  return NULL;
}

static gboolean
read_input (BhCliCall *self, char **words, GError **error)
{
  const char *from = bh_cli_call_get (self, "from");
  const char *service = bh_cli_call_get (self, "service");

  return bh_cli_input_read (&self->input, self->rest, words,
                            from != NULL ? bh_source_find (from) : NULL, error) &&
         (service == NULL || bh_import_choose (self->input.import, service, error)) &&
         (!bh_cli_call_has (self, "read-env-files") ||
          bh_cli_input_read_env_files (&self->input, error));
}

gboolean
bh_cli_call_init (BhCliCall *self, const BhCliCommand *command, char **argv, GError **error)
{
  char **words = cut_words (argv);

  *self = (BhCliCall){ .command = command };
  if (!parse (self, argv, error))
    return FALSE;
  for (guint i = 0; i < bh_cli_command_n_options (command); i++)
    if (!settle (command->options[i], &self->texts[i], error))
      return FALSE;
  if (self->rest == NULL)
    self->rest = g_new0 (char *, 1);
  return !command->takes_input || read_input (self, words, error);
}

void
bh_cli_call_clear (BhCliCall *self)
{
  for (guint i = 0; i < BH_CLI_MAX_OPTIONS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->rest, g_strfreev);
  bh_cli_input_clear (&self->input);
}
