/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-command-reader.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-location.h"
#include "import/bh-command-options.h"
#include "import/bh-command-prompt.h"
#include "import/bh-command-words.h"
#include "import/bh-shell-blank.h"

/* How many lines without a backslash are joined to one command. */
#define MAX_JOINED 100
/* How often reading begins anew behind a line that is no command. */
#define MAX_RECOVERED 16
/* The most words of a command: several times what a system lets a program be called with. */
#define MAX_WORDS 500000

void
bh_command_reader_init (BhCommandReader *self,
                        const char *text,
                        const BhLocation *from,
                        BhRange range,
                        GPtrArray *notes)
{
  *self = (BhCommandReader){ .end = BH_TOKEN_NEWLINE };
  bh_shell_lexer_init (&self->lexer, text, from, range, notes);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (BhToken), 64);
  g_array_set_clear_func (self->words, (GDestroyNotify) bh_token_clear);
}

void
bh_command_reader_clear (BhCommandReader *self)
{
  bh_shell_lexer_clear (&self->lexer);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->here_document, g_free);
}

static void
skip_prompt (BhCommandReader *self)
{
  BhShellLexer *lexer = &self->lexer;
  guint at = lexer->at;
  guint end = bh_prompt_end (lexer->text, at, lexer->end, self->hash_prompts);

  self->has_prompt = end > at;
  if (end == at)
    return;
  self->prompted = TRUE;
  bh_shell_note_repair (lexer, lexer->text[end - 1] == '`' ? BH_REPAIR_LEFTOVER : BH_REPAIR_PROMPT,
                        at);
  bh_shell_lexer_skip_to (lexer, end);
}

/* Whether the line behind a newline begins with an option and the command before it has no image
 * yet: somebody forgot a backslash. */
static gboolean
joins_next_line (BhCommandReader *self)
{
  const BhShellLexer *lexer = &self->lexer;
  BhCommand command;
  guint at = lexer->at;

  while (at < lexer->end && (lexer->text[at] == ' ' || lexer->text[at] == '\t'))
    at++;
  if (at + 1 >= lexer->end || lexer->text[at] != '-' ||
      (lexer->text[at + 1] != '-' && !g_ascii_isalpha (lexer->text[at + 1])) ||
      self->n_joined == MAX_JOINED)
    return FALSE;
  if (!bh_command_find (bh_command_reader_words (self), self->words->len, &command) ||
      bh_command_read_options (NULL, command.engine,
                               bh_command_reader_words (self) + command.options,
                               self->words->len - command.options, &self->end_where, NULL, NULL))
    return FALSE;
  if (self->n_joined++ == 0)
    self->joined = self->end_where;
  return TRUE;
}

/* <<X or <<-X; <<<X is a string. */
static gboolean
is_here_document (const BhCommandReader *self, const BhToken *arrow)
{
  const char *text = self->lexer.text;
  guint at = arrow->where.range.begin;

  while (g_ascii_isdigit (text[at]))
    at++;
  return text[at] == '<' && text[at + 1] == '<' && text[at + 2] != '<';
}

/* The target of a redirection is no word of the command. */
static gboolean
read_redirection (BhCommandReader *self, const BhToken *arrow, GError **error)
{
  g_auto (BhToken) target = { 0 };
  guint before = self->lexer.at;

  if (self->redirection.line == 0)
    self->redirection = arrow->where;
  if (!bh_shell_lexer_next (&self->lexer, &target, error))
    return FALSE;
  if (target.kind != BH_TOKEN_WORD)
    self->lexer.at = before;
  else if (!self->no_here_documents && is_here_document (self, arrow))
    {
      g_free (self->here_document);
      self->here_document = g_strdup (target.text->str);
    }
  return TRUE;
}

/* The lines behind a command with << are its input. */
static void
skip_here_document (BhCommandReader *self)
{
  g_autofree char *last = g_steal_pointer (&self->here_document);
  BhShellLexer *lexer = &self->lexer;
  guint at = lexer->at;
  gboolean found = FALSE;

  while (at < lexer->end && !found)
    {
      guint end = bh_line_end (lexer->text, at, lexer->end);
      g_autofree char *line = g_strndup (lexer->text + at, end - at);

      found = g_str_equal (g_strstrip (line), last);
      at = MIN (end + 1, lexer->end);
    }
  if (found)
    bh_shell_lexer_skip_to (lexer, at);
  /* In a sentence << is an arrow, and looking for the end of each would take for ever. */
  self->no_here_documents = !found;
}

static gboolean
take_word (BhCommandReader *self, BhToken *token, GError **error)
{
  if (self->words->len < MAX_WORDS)
    {
      g_array_append_val (self->words, *token);
      return TRUE;
    }
  bh_set_error_at (error, BH_ERROR_TOO_LARGE, &token->where,
                   _ ("this command has more words than any system can call a program with"));
  bh_token_clear (token);
  return FALSE;
}

/* Adds one token; RET_GOES_ON is FALSE when it ends the command. */
static gboolean
take_token (BhCommandReader *self, BhToken *token, gboolean *ret_goes_on, GError **error)
{
  *ret_goes_on = TRUE;
  self->end_where = token->where;
  switch (token->kind)
    {
    case BH_TOKEN_WORD:
      return take_word (self, token, error);
    case BH_TOKEN_REDIRECTION:
      return read_redirection (self, token, error);
    case BH_TOKEN_COMMENT:
      self->comment = token->where;
      return TRUE;
    case BH_TOKEN_NEWLINE:
      if (self->here_document != NULL)
        skip_here_document (self);
      *ret_goes_on = self->words->len > 0 && joins_next_line (self);
      break;
    default:
      *ret_goes_on = FALSE;
    }
  self->end = token->kind;
  return TRUE;
}

gboolean
bh_command_reader_next (BhCommandReader *self, GError **error)
{
  gboolean goes_on = TRUE;

  g_array_set_size (self->words, 0);
  self->redirection = self->comment = self->joined = (BhLocation){ 0 };
  self->has_prompt = FALSE;
  self->n_joined = 0;
  self->before = self->end;
  self->line_start = self->before == BH_TOKEN_NEWLINE;
  if (self->line_start)
    skip_prompt (self);
  while (goes_on)
    {
      BhToken token;

      if (!bh_shell_lexer_next (&self->lexer, &token, error) ||
          !take_token (self, &token, &goes_on, error))
        return FALSE;
    }
  return TRUE;
}

/* Where a program is named in the rest of the line, with the quote before it, or its end. */
static guint
find_in_line (const BhShellLexer *lexer)
{
  guint end = bh_line_end (lexer->text, lexer->at, lexer->end);

  for (guint at = lexer->at + 1; at < end; at++)
    if ((lexer->text[at] == 'd' || lexer->text[at] == 'p') &&
        bh_names_program (lexer->text, at, MIN (at + 6, end)))
      return strchr ("`'\"", lexer->text[at - 1]) != NULL ? at - 1 : at;
  return end;
}

gboolean
bh_command_reader_recover (BhCommandReader *self)
{
  BhShellLexer *lexer = &self->lexer;

  if (self->n_recovered == MAX_RECOVERED)
    return FALSE;
  self->n_recovered++;
  self->end = BH_TOKEN_SEPARATOR;
  lexer->at = find_in_line (lexer);
  return TRUE;
}

gboolean
bh_command_reader_go_back (BhCommandReader *self)
{
  BhShellLexer *lexer = &self->lexer;
  BhLocation first;
  const char *newline;
  guint at;

  if (self->words->len == 0 || self->n_recovered == MAX_RECOVERED)
    return FALSE;
  first = bh_command_reader_words (self)[0].where;
  newline = memchr (lexer->text + first.range.begin, '\n', lexer->at - first.range.begin);
  at = newline ? (guint) (newline - lexer->text) : lexer->at;
  if (!bh_names_program (lexer->text, at, lexer->at))
    return FALSE;
  self->n_recovered++;
  self->end = BH_TOKEN_SEPARATOR;
  lexer->at = at;
  lexer->mark = first;
  return TRUE;
}
