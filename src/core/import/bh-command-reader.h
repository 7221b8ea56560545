/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"

G_BEGIN_DECLS

/**
 * BhCommandReader:
 * @lexer: where the words come from
 * @words: (element-type BhToken): the words of the command
 * @hash_prompts: `# docker run` is a prompt, not a comment
 * @line_start: the command is the first of its line
 * @has_prompt: a prompt stands before it
 * @prompted: there was a prompt somewhere: lines without one are what a command printed
 * @before: what ended the command before it
 * @end: what ends it
 * @end_where: where that is
 * @redirection: the first redirection, line 0 if none
 * @comment: the last comment, line 0 if none
 * @here_document: (nullable): the line that ends the document of a `<<`, which begins behind this
 * line
 * @no_here_documents: one had no end: it was none, and there are no others
 * @joined: the first line end without a backslash behind which it goes on, line 0 if none
 *
 * Reads one command of a text after the other.
 */
typedef struct
{
  BhShellLexer lexer;
  GArray *words;
  gboolean hash_prompts;
  gboolean line_start;
  gboolean has_prompt;
  gboolean prompted;
  BhTokenKind before;
  BhTokenKind end;
  BhLocation end_where;
  BhLocation redirection;
  BhLocation comment;
  BhLocation joined;
  char *here_document;
  gboolean no_here_documents;
  guint n_joined;
  guint n_recovered;
} BhCommandReader;

void bh_command_reader_init (BhCommandReader *self,
                             const char *text,
                             const BhLocation *from,
                             BhRange range,
                             GPtrArray *notes);
void bh_command_reader_clear (BhCommandReader *self);

/* Reads the next command, which may have no words; its @end is %BH_TOKEN_END for the last. */
gboolean bh_command_reader_next (BhCommandReader *self, GError **error);

/* After an error: goes on behind the line. FALSE when that was done too often. */
gboolean bh_command_reader_recover (BhCommandReader *self);

/* If what was read goes over several lines and the further ones name a program, an apostrophe in a
 * sentence may have swallowed a command: goes back to the end of the first line. */
gboolean bh_command_reader_go_back (BhCommandReader *self);

static inline const BhToken *
bh_command_reader_words (const BhCommandReader *self)
{
  return (const BhToken *) (gpointer) self->words->data;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCommandReader, bh_command_reader_clear)

G_END_DECLS
