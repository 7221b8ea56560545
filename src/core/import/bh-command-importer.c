/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-command-options.h"
#include "import/bh-command-prompt.h"
#include "import/bh-command-reader.h"
#include "import/bh-command-words.h"
#include "import/bh-shell-expansion.h"

/* How deep commands in substitutions are looked for. */
#define MAX_DEPTH 4
/* More notes than anybody reads are not made. */
#define MAX_NOTES 100

typedef struct
{
  BhCommandReader reader;
  BhImport *import;
  guint depth;
  GPtrArray *in_prose; /* of BhState: found in the middle of a sentence */
  GError *error;       /* the first one in what may be no command */
} Importer;

static void
importer_clear (Importer *self)
{
  bh_command_reader_clear (&self->reader);
  g_clear_pointer (&self->in_prose, g_ptr_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importer, importer_clear)

static void
note (Importer *self,
      BhNoteKind kind,
      const BhLocation *where,
      const char *format,
      const char *word)
{
  if (self->import->notes->len < MAX_NOTES)
    g_ptr_array_add (self->import->notes, bh_note_new (kind, where, -1, format, word));
}

/* Keeps the first of the errors that may not matter. */
static void
keep_error (Importer *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* What stood on the line and is not part of the container. */
static void
note_left_out (Importer *self, const BhCommand *command)
{
  if (command->in_prose)
    note (self, BH_NOTE_IGNORED, &bh_command_reader_words (&self->reader)[0].where,
          _ ("“%s” … reads like a sentence: a command in it counts only where there is no other."),
          bh_command_reader_words (&self->reader)[0].text->str);
  if (self->reader.joined.line > 0)
    note (self, BH_NOTE_REPAIRED, &self->reader.joined, "%s",
          _ ("A line that begins with an option was joined to the one before, which lacks a "
             "backslash at its end."));
  if (self->reader.redirection.line > 0)
    note (self, BH_NOTE_IGNORED, &self->reader.redirection, "%s",
          _ ("The redirection is done by the shell and is not part of the container."));
  if (self->reader.comment.line > 0)
    note (self, BH_NOTE_IGNORED, &self->reader.comment, "%s", _ ("A comment was left out."));
  if (self->reader.end == BH_TOKEN_BACKGROUND)
    note (self, BH_NOTE_IGNORED, &self->reader.end_where, "%s",
          _ ("The & makes the shell not wait and is not part of the container; --detach runs it in "
             "the background."));
}

static gboolean
import_container (Importer *self, const BhCommand *command, GError **error)
{
  g_auto (BhStateBuilder) builder = { 0 };
  const BhToken *words = bh_command_reader_words (&self->reader);

  bh_state_builder_init (&builder);
  bh_command_add_start (command, words, &builder);
  if (!bh_command_read_options (&builder, command->engine, words + command->options,
                                self->reader.words->len - command->options, &self->reader.end_where,
                                self->import->notes, error))
    return FALSE;
  note_left_out (self, command);
  g_ptr_array_add (command->in_prose ? self->in_prose : self->import->states,
                   bh_state_builder_end (&builder));
  return TRUE;
}

static gboolean import_range (BhImport *import,
                              const char *text,
                              const BhLocation *from,
                              BhRange range,
                              guint depth,
                              gboolean hash_prompts,
                              GError **error);

/* Where in the input the text between $( ) or backquotes of the word is. */
static gboolean
find_inner (const Importer *self, const BhToken *token, BhRange *ret_range)
{
  const char *text = self->reader.lexer.text;
  guint end = token->where.range.end;

  for (guint at = token->where.range.begin; at + 1 < end; at++)
    if (text[at] == '`' || (text[at] == '$' && text[at + 1] == '('))
      {
        BhExpansionKind kind;

        ret_range->begin = text[at] == '`' ? at + 1 : at + 2;
        if (bh_shell_scan_expansion (text, at, end, FALSE, &kind, &ret_range->end) != BH_SCAN_FOUND)
          return FALSE;
        ret_range->end--;
        return kind == BH_EXPANSION_COMMAND;
      }
  return FALSE;
}

/* ID=$(docker run …), or `docker run …` in a sentence. */
static gboolean
import_inner (Importer *self, gboolean *ret_found, GError **error)
{
  *ret_found = FALSE;
  for (guint i = 0; i < self->reader.words->len && self->depth < MAX_DEPTH; i++)
    {
      const BhToken *token = &bh_command_reader_words (&self->reader)[i];
      guint n_states = self->import->states->len;
      BhRange inner;

      if (token->where.line == 0 || token->text->n_expansions == 0 ||
          !bh_names_program (token->text->str, 0, token->text->len) ||
          !find_inner (self, token, &inner))
        continue;
      if (!import_range (self->import, self->reader.lexer.text, &token->where, inner,
                         self->depth + 1, FALSE, error))
        return FALSE;
      if (self->import->states->len == n_states)
        continue;
      *ret_found = TRUE;
      note (self, BH_NOTE_IGNORED, &token->where, "%s",
            _ ("Only the command in the substitution was read; what is around it was left out."));
    }
  return TRUE;
}

/* A command that is not ours. */
static void
note_other (Importer *self)
{
  const BhToken *words = bh_command_reader_words (&self->reader);
  g_autofree char *name = NULL;
  BhEngine engine;

  if (self->reader.words->len == 0 ||
      (self->reader.prompted && !self->reader.has_prompt && self->reader.line_start))
    return;
  if (self->reader.words->len > 1 && bh_is_program (words[0].text, &engine))
    name = g_strdup_printf ("%.30s %.30s", words[0].text->str, words[1].text->str);
  else
    name = g_strdup_printf ("%.60s", words[0].text->str);
  if (!g_utf8_validate (name, -1, NULL))
    g_clear_pointer (&name, g_free);
  if (self->reader.before == BH_TOKEN_PIPE)
    note (self, BH_NOTE_IGNORED, &words[0].where,
          _ ("The pipe to “%s” is done by the shell and is not part of the container."),
          name ? name : "…");
  else
    note (self, BH_NOTE_IGNORED, &words[0].where,
          _ ("“%s” does not create a container and was left out."), name ? name : "…");
}

/* What was read so far cannot be read on. ERROR is adopted. */
static gboolean
recover (Importer *self, GError *error, GError **ret_error)
{
  BhCommand command;

  if (bh_command_find (bh_command_reader_words (&self->reader), self->reader.words->len,
                       &command) ||
      !g_error_matches (error, BH_ERROR, BH_ERROR_SYNTAX) ||
      !bh_command_reader_recover (&self->reader))
    {
      g_propagate_error (ret_error, error);
      return FALSE;
    }
  keep_error (self, error);
  return TRUE;
}

static gboolean
import_words (Importer *self, GError **error)
{
  BhCommand command;
  gboolean found;
  GError *local_error = NULL;

  if (bh_command_find (bh_command_reader_words (&self->reader), self->reader.words->len, &command))
    {
      if (import_container (self, &command, &local_error))
        return TRUE;
      if (!command.in_prose)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      keep_error (self, local_error);
      return TRUE;
    }
  if (!import_inner (self, &found, error))
    return FALSE;
  if (!found && !bh_command_reader_go_back (&self->reader))
    note_other (self);
  return TRUE;
}

/* Sentences count only where there is nothing better. */
static void
add_prose (Importer *self)
{
  if (self->import->states->len > 0)
    return;
  for (guint i = 0; i < self->in_prose->len; i++)
    g_ptr_array_add (self->import->states, bh_state_ref (self->in_prose->pdata[i]));
}

/* Adds what is found in RANGE. Finding nothing is no error unless something there is wrong. */
static gboolean
import_range (BhImport *import,
              const char *text,
              const BhLocation *from,
              BhRange range,
              guint depth,
              gboolean hash_prompts,
              GError **error)
{
  g_auto (Importer) self = { .import = import, .depth = depth };

  bh_command_reader_init (&self.reader, text, from, range, import->notes);
  self.reader.hash_prompts = hash_prompts;
  self.in_prose = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_state_unref);
  do
    {
      GError *local_error = NULL;

      if (!bh_command_reader_next (&self.reader, &local_error))
        {
          if (!recover (&self, local_error, error))
            return FALSE;
        }
      else if (!import_words (&self, error))
        return FALSE;
    }
  while (self.reader.end != BH_TOKEN_END);
  add_prose (&self);
  if (import->states->len > 0 || self.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self.error));
  return FALSE;
}

static gboolean
check_text (const char *text, gsize len, GError **error)
{
  BhLocation where = { 1, 1, { 0, 0 } };
  const char *bad;

  if (len > BH_IMPORT_MAX_BYTES)
    {
      g_set_error (error, BH_ERROR, BH_ERROR_TOO_LARGE,
                   _ ("the text is larger than %u MiB, which is the most that is read"),
                   BH_IMPORT_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (g_utf8_validate_len (text, len, &bad))
    return TRUE;
  bh_location_advance (&where, text, (guint) (bad - text));
  if (*bad == '\0')
    bh_set_error_at (error, BH_ERROR_ENCODING, &where,
                     _ ("there is a NUL here, which no command can hold"));
  else
    bh_set_error_at (error, BH_ERROR_ENCODING, &where,
                     _ ("the text is not UTF-8 here: save or copy it as UTF-8"));
  return FALSE;
}

static void
set_nothing (GError **error)
{
  g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX,
                       _ ("there is no command here that creates a container: “docker run …” is "
                          "expected, or “create”, "
                          "or the same with “podman”"));
}

/* Every stretch of the text that may hold commands. */
static gboolean
import_stretches (BhImport *import,
                  const char *text,
                  guint len,
                  gboolean hash_prompts,
                  GError **error)
{
  BhLocation where = { 1, 1, { 0, 0 } };
  BhRange range = { 0, 0 };

  g_ptr_array_set_size (import->notes, 0);
  for (guint at = 0; bh_find_commands (text, at, len, &range);
       at = MIN (bh_line_end (text, range.end, len) + 1, len))
    {
      bh_location_advance (&where, text, range.begin);
      if (bh_names_program (text, range.begin, range.end) &&
          !import_range (import, text, &where, range, 0, hash_prompts, error))
        return FALSE;
    }
  return TRUE;
}

BhImport *
bh_import_command (const char *text, gssize len, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_autofree char *copy = NULL;
  gsize n = len < 0 ? strlen (text) : (gsize) len;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, n, error))
    return NULL;
  copy = g_strndup (text, n);
  /* A comment may be a command behind the prompt of root, if there is nothing else. */
  for (guint hash_prompts = 0; hash_prompts < 2 && import->states->len == 0; hash_prompts++)
    if (!import_stretches (import, copy, (guint) n, hash_prompts > 0, error))
      return NULL;
  if (import->states->len > 0)
    return g_steal_pointer (&import);
  set_nothing (error);
  return NULL;
}

BhImport *
bh_import_argv (const char *const *argv, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_auto (Importer) self = { .import = import };
  BhLocation nowhere = { 0 };

  g_return_val_if_fail (argv != NULL, NULL);

  if (argv[0] != NULL && argv[1] == NULL)
    return bh_import_command (argv[0], -1, error);
  bh_command_reader_init (&self.reader, "", &nowhere, (BhRange){ 0, 0 }, import->notes);
  self.in_prose = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_state_unref);
  for (guint i = 0; argv[i] != NULL; i++)
    {
      BhToken word = { .kind = BH_TOKEN_WORD };

      if (!check_text (argv[i], strlen (argv[i]), error))
        return NULL;
      word.text = bh_text_new (argv[i]);
      g_array_append_val (self.reader.words, word);
    }
  if (!import_words (&self, error))
    return NULL;
  add_prose (&self);
  if (import->states->len > 0)
    return g_steal_pointer (&import);
  set_nothing (error);
  return NULL;
}
