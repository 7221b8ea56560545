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

gboolean
bh_cli_input_read (BhCliInput *self,
                   char **rest,
                   char **words,
                   const BhSource *source,
                   GError **error)
{
  guint n_rest = g_strv_length (rest);

  if (words != NULL && n_rest == 0)
    self->import = bh_import_argv ((const char *const *) words, error);
  else if (words == NULL && n_rest == 1)
    {
      self->name = g_strdup (rest[0]);
      self->import = strcmp (rest[0], "-") == 0
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
  return self->import != NULL;
}

gboolean
bh_cli_input_read_env_files (BhCliInput *self, GError **error)
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
