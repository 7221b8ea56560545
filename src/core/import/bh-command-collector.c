/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-command-collector.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-command-options.h"
#include "import/bh-command-prompt.h"
#include "import/bh-command-words.h"
#include "import/bh-shell-expansion.h"

/* How deep commands in substitutions are looked for. */
#define MAX_DEPTH 4
/* More notes than anybody reads are not made. */
#define MAX_NOTES 100

/* A container in a sentence, and the word that the sentence begins with. */
typedef struct
{
  BhState *state;
  BhText *first;
  BhLocation where;
} BhProse;

static void
prose_clear (BhProse *self)
{
  bh_state_unref (self->state);
  bh_text_unref (self->first);
}

void
bh_command_collector_init (BhCommandCollector *self,
                           BhImport *import,
                           const char *text,
                           const BhLocation *from,
                           BhRange range)
{
  *self = (BhCommandCollector){ .import = import };
  bh_command_reader_init (&self->reader, text, from, range, import->notes);
  self->in_prose = g_array_new (FALSE, FALSE, sizeof (BhProse));
  g_array_set_clear_func (self->in_prose, (GDestroyNotify) prose_clear);
}

void
bh_command_collector_clear (BhCommandCollector *self)
{
  bh_command_reader_clear (&self->reader);
  g_clear_pointer (&self->in_prose, g_array_unref);
  g_clear_error (&self->error);
}

static void
note (BhCommandCollector *self,
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
keep_error (BhCommandCollector *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* What stood on the line and is not part of the container. */
static void
note_left_out (BhCommandCollector *self)
{
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
add_container (BhCommandCollector *self, const BhCommand *command, GError **error)
{
  g_auto (BhStateBuilder) builder = { 0 };
  const BhToken *words = bh_command_reader_words (&self->reader);

  bh_state_builder_init (&builder);
  bh_command_add_start (command, words, &builder);
  if (!bh_command_read_options (&builder, command->engine, words + command->options,
                                self->reader.words->len - command->options, &self->reader.end_where,
                                self->import->notes, error))
    return FALSE;
  note_left_out (self);
  if (command->in_prose)
    {
      BhProse prose = { bh_state_builder_end (&builder), bh_text_ref (words[0].text),
                        words[0].where };

      g_array_append_val (self->in_prose, prose);
    }
  else
    g_ptr_array_add (self->import->states, bh_state_builder_end (&builder));
  return TRUE;
}

/* The text between $( ) or backquotes that begin at AT. */
static gboolean
find_substitution (const char *text, guint at, guint end, BhRange *ret_range)
{
  BhExpansionKind kind;

  ret_range->begin = text[at] == '`' ? at + 1 : at + 2;
  if (bh_shell_scan_expansion (text, at, end, FALSE, &kind, &ret_range->end) != BH_SCAN_FOUND)
    return FALSE;
  ret_range->end--;
  return kind == BH_EXPANSION_COMMAND;
}

/* Where in the input a word holds a command: $(…), `…`, or all that is in its quotes. */
static gboolean
find_inner (const BhCommandCollector *self, const BhToken *token, BhRange *ret_range)
{
  const char *text = self->reader.lexer.text;
  guint end = token->where.range.end;

  for (guint at = token->where.range.begin; at + 1 < end; at++)
    {
      if (text[at] == '`' || (text[at] == '$' && text[at + 1] == '('))
        return find_substitution (text, at, end, ret_range);
      if (token->text->n_expansions == 0 && (text[at] == '\'' || text[at] == '"'))
        {
          *ret_range = (BhRange){ at + 1, end - 1 };
          return text[end - 1] == text[at];
        }
    }
  return FALSE;
}

/* ID=$(docker run …), `docker run …` in a sentence, ssh host 'docker run …'. */
static gboolean
collect_inner (BhCommandCollector *self, gboolean *ret_found, GError **error)
{
  *ret_found = FALSE;
  for (guint i = 0; i < self->reader.words->len && self->depth < MAX_DEPTH; i++)
    {
      const BhToken *token = &bh_command_reader_words (&self->reader)[i];
      guint n_states = self->import->states->len;
      BhRange inner;

      if (token->where.line == 0 || (token->text->n_expansions == 0 && !token->quoted) ||
          !bh_names_program (token->text->str, 0, token->text->len) ||
          !find_inner (self, token, &inner))
        continue;
      if (!bh_command_collect (self->import, self->reader.lexer.text, &token->where, inner,
                               self->depth + 1, FALSE, error))
        return FALSE;
      if (self->import->states->len == n_states)
        continue;
      *ret_found = TRUE;
      note (self, BH_NOTE_IGNORED, &token->where, "%s",
            _ ("A command within another one was read; what is around it was left out."));
    }
  return TRUE;
}

/* A command that is not ours. */
static void
note_other (BhCommandCollector *self)
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
recover (BhCommandCollector *self, GError *error, GError **ret_error)
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

gboolean
bh_command_collector_add (BhCommandCollector *self, GError **error)
{
  BhCommand command;
  gboolean found;
  GError *local_error = NULL;

  if (bh_command_find (bh_command_reader_words (&self->reader), self->reader.words->len, &command))
    {
      if (add_container (self, &command, &local_error))
        return TRUE;
      if (!command.in_prose)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      keep_error (self, local_error);
      return TRUE;
    }
  if (!collect_inner (self, &found, error))
    return FALSE;
  if (!found && !bh_command_reader_go_back (&self->reader))
    note_other (self);
  return TRUE;
}

gboolean
bh_command_collector_end (BhCommandCollector *self, GError **error)
{
  gboolean counts = self->import->states->len == 0;

  for (guint i = 0; i < self->in_prose->len; i++)
    {
      const BhProse *prose = &g_array_index (self->in_prose, BhProse, i);

      note (self, BH_NOTE_IGNORED, &prose->where,
            counts ? _ ("What stands before the command was left out: “%s” …")
                   : _ ("“%s” … reads like a sentence: the command in it was left out."),
            prose->first->str);
      if (counts)
        g_ptr_array_add (self->import->states, bh_state_ref (prose->state));
    }
  if (self->import->states->len > 0 || self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
bh_command_collect (BhImport *import,
                    const char *text,
                    const BhLocation *from,
                    BhRange range,
                    guint depth,
                    gboolean hash_prompts,
                    GError **error)
{
  g_auto (BhCommandCollector) self = { 0 };

  bh_command_collector_init (&self, import, text, from, range);
  self.depth = depth;
  self.reader.hash_prompts = hash_prompts;
  do
    {
      GError *local_error = NULL;

      if (!bh_command_reader_next (&self.reader, &local_error))
        {
          if (!recover (&self, local_error, error))
            return FALSE;
        }
      else if (!bh_command_collector_add (&self, error))
        return FALSE;
    }
  while (self.reader.end != BH_TOKEN_END);
  return bh_command_collector_end (&self, error);
}
