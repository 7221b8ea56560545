/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-cli-input.h"

#include <stdio.h>
#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-read-files.h"
#include "value/bh-problem.h"

void
bh_cli_input_clear (BhCliInput *self)
{
  g_clear_pointer (&self->import, bh_import_free);
  g_clear_pointer (&self->name, g_free);
}

/* Reads no more than what the importer takes and one byte, so that endless input ends. */
static GString *
read_stream (FILE *stream, const char *name, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (4096);
  char buffer[65536];
  gsize n;

  while (text->len <= BH_IMPORT_MAX_BYTES && (n = fread (buffer, 1, sizeof buffer, stream)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  if (ferror (stream))
    {
      g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("%s cannot be read"), name);
      return NULL;
    }
  return g_steal_pointer (&text);
}

static BhImport *
import_stream (FILE *stream, const char *name, const BhSource *source, GError **error)
{
  g_autoptr (GString) text = read_stream (stream, name, error);

  if (text == NULL)
    return NULL;
  return source != NULL ? source->import (text->str, (gssize) text->len, error)
                        : bh_import_text (text->str, (gssize) text->len, error);
}

static BhImport *
import_file (const char *name, const BhSource *source, GError **error)
{
  FILE *stream = fopen (name, "rb");
  BhImport *import;

  if (stream == NULL)
    {
      g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                   _ ("there is no file “%s” to read; a command goes after “--”: -- docker run …"),
                   name);
      return NULL;
    }
  import = import_stream (stream, name, source, error);
  fclose (stream);
  return import;
}

static gboolean
read_input (char **rest,
            char **words,
            const BhSource *source,
            BhCliInput *ret_input,
            GError **error)
{
  guint n_rest = g_strv_length (rest);

  if (words != NULL && n_rest == 0)
    ret_input->import = bh_import_argv ((const char *const *) words, error);
  else if (words == NULL && n_rest == 1)
    {
      ret_input->name = g_strdup (rest[0]);
      ret_input->import = strcmp (rest[0], "-") == 0
                              ? import_stream (stdin, _ ("Standard input"), source, error)
                              : import_file (rest[0], source, error);
    }
  else if (n_rest == 0)
    g_set_error_literal (error, BH_ERROR, BH_ERROR_UNKNOWN,
                         _ ("the input is missing: “-- docker run …”, a file, or “-” for standard "
                            "input"));
  else
    g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                 _ ("one input is expected, not also “%s”; a command goes after “--”: -- docker "
                    "run …"),
                 words != NULL ? rest[0] : rest[1]);
  return ret_input->import != NULL;
}

/* The source of --from, NULL if the content shall tell. */
static gboolean
find_source (const char *id, const BhSource **ret_source, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_sources;
  const BhSource *sources = bh_source_table (&n_sources);

  *ret_source = id != NULL ? bh_source_find (id) : NULL;
  if (id == NULL || *ret_source != NULL)
    return TRUE;
  for (guint i = 0; i < n_sources; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", sources[i].id);
  g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("--from does not know “%1$s”; it takes %2$s"),
               id, list->str);
  return FALSE;
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

/* GOption expects the program first. */
static char **
with_program (char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "bulkhead-cli");
  g_strv_builder_addv (builder, (const char **) argv);
  return g_strv_builder_end (builder);
}

/* Puts what the files of variables and labels say in their place. They are looked for where the
 * program was called, as docker does. */
static gboolean
read_env_files (BhCliInput *self, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (".");
  GPtrArray *states = self->import->states;

  for (guint i = 0; i < states->len; i++)
    {
      BhState *state = bh_state_read_files (states->pdata[i], bh_load_from_folder, folder,
                                            self->import->notes, error);

      if (state == NULL)
        return FALSE;
      bh_state_unref (states->pdata[i]);
      states->pdata[i] = state;
    }
  return TRUE;
}

gboolean
bh_cli_parse (char **argv,
              const GOptionEntry *entries,
              char ***ret_rest,
              BhCliInput *ret_input,
              GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) rest = NULL;
  g_autofree char *from = NULL;
  g_autofree char *service = NULL;
  gboolean read_files = FALSE;
  char **words = cut_words (argv);
  g_auto (GStrv) args = with_program (argv);
  const BhSource *source;
  const GOptionEntry of_input[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, NULL, NULL },
    { "read-env-files", 0, 0, G_OPTION_ARG_NONE, &read_files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry remaining[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (ret_input != NULL)
    g_option_context_add_main_entries (context, of_input, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, remaining, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse_strv (context, &args, error))
    return FALSE;
  if (rest == NULL)
    rest = g_new0 (char *, 1);
  if (ret_input != NULL)
    return find_source (from, &source, error) &&
           read_input (rest, words, source, ret_input, error) &&
           (service == NULL || bh_import_choose (ret_input->import, service, error)) &&
           (!read_files || read_env_files (ret_input, error));
  *ret_rest = g_steal_pointer (&rest);
  return TRUE;
}

gboolean
bh_cli_check_word (const char *option, const char *word, const char *const *allowed, GError **error)
{
  g_autofree char *list = NULL;

  if (word == NULL || g_strv_contains (allowed, word))
    return TRUE;
  list = g_strjoinv (", ", (char **) allowed);
  /* TRANSLATORS: an option of the program, what was given, what it takes. */
  g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("--%1$s does not know “%2$s”; it takes %3$s"),
               option, word, list);
  return FALSE;
}

void
bh_cli_print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const BhNote *note = g_ptr_array_index (notes, i);

      if (note->where.line > 0)
        g_printerr (_ ("line %1$u, column %2$u: %3$s"), note->where.line, note->where.column,
                    note->message);
      else
        g_printerr ("%s", note->message);
      g_printerr ("\n");
    }
}

static const BhLocation *
find_origin (const BhState *state, const BhProblem *problem)
{
  if (problem->setting >= 0)
    return &state->settings[problem->setting]->origin;
  return &state->image_origin;
}

static char *
dup_placed_message (const BhState *state, const BhProblem *problem)
{
  const BhLocation *origin = find_origin (state, problem);

  if (origin->line > 0)
    return g_strdup_printf (_ ("line %1$u, column %2$u: %3$s"), origin->line, origin->column,
                            problem->message);
  return g_strdup (problem->message);
}

static gboolean
refuse (const BhState *state, const BhProblem *problem, GError **error)
{
  g_autofree char *message = dup_placed_message (state, problem);

  g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX, message);
  return FALSE;
}

gboolean
bh_cli_refuse_problems (const BhState *state, const GPtrArray *problems, GError **error)
{
  for (guint i = 0; i < problems->len; i++)
    if (bh_problem_is_refusal (g_ptr_array_index (problems, i)))
      return refuse (state, g_ptr_array_index (problems, i), error);
  return TRUE;
}

static gboolean
is_unreadable (const BhProblem *problem)
{
  return problem->stage == BH_STAGE_CLIENT && bh_problem_is_refusal (problem);
}

gboolean
bh_cli_tell_problems (const BhState *state, GError **error)
{
  g_autoptr (GPtrArray) problems = bh_state_check (state);

  for (guint i = 0; i < problems->len; i++)
    if (is_unreadable (g_ptr_array_index (problems, i)))
      return refuse (state, g_ptr_array_index (problems, i), error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *message = dup_placed_message (state, g_ptr_array_index (problems, i));

      g_printerr ("%s\n", message);
    }
  return TRUE;
}
