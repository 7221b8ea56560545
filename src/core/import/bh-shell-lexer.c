/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-lexer.h"

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-glyph.h"
#include "import/bh-shell-blank.h"
#include "import/bh-shell-word.h"

/* The longest first. */
static const struct
{
  const char *text;
  BhTokenKind kind;
} operators[] = {
  { "<<<", BH_TOKEN_REDIRECTION }, { "<<-", BH_TOKEN_REDIRECTION }, { "&>>", BH_TOKEN_REDIRECTION },
  { "&&", BH_TOKEN_SEPARATOR },    { "||", BH_TOKEN_SEPARATOR },    { ";;", BH_TOKEN_SEPARATOR },
  { "|&", BH_TOKEN_PIPE },         { ">>", BH_TOKEN_REDIRECTION },  { ">|", BH_TOKEN_REDIRECTION },
  { ">&", BH_TOKEN_REDIRECTION },  { "<&", BH_TOKEN_REDIRECTION },  { "<>", BH_TOKEN_REDIRECTION },
  { "<<", BH_TOKEN_REDIRECTION },  { "&>", BH_TOKEN_REDIRECTION },  { ";", BH_TOKEN_SEPARATOR },
  { "&", BH_TOKEN_BACKGROUND },    { "|", BH_TOKEN_PIPE },          { ">", BH_TOKEN_REDIRECTION },
  { "<", BH_TOKEN_REDIRECTION },   { "(", BH_TOKEN_SEPARATOR },     { ")", BH_TOKEN_SEPARATOR },
};

void
bh_token_clear (BhToken *self)
{
  g_clear_pointer (&self->text, bh_text_unref);
}

static gboolean
has_crlf (const char *text, guint at, guint end)
{
  const char *newline;

  if (memchr (text + at, '\r', end - at) == NULL)
    return FALSE;
  while (at < end && (newline = memchr (text + at, '\n', end - at)) != NULL)
    {
      guint found = (guint) (newline - text);

      if (found == at || text[found - 1] != '\r')
        return FALSE;
      at = found + 1;
    }
  return TRUE;
}

void
bh_shell_lexer_init (BhShellLexer *self,
                     const char *text,
                     const BhLocation *from,
                     BhRange range,
                     GPtrArray *notes)
{
  *self = (BhShellLexer){ .text = text, .at = range.begin, .end = range.end, .notes = notes };
  self->mark = *from;
  self->crlf = has_crlf (text, range.begin, range.end);
  bh_text_builder_init (&self->builder);
}

void
bh_shell_lexer_clear (BhShellLexer *self)
{
  bh_text_builder_clear (&self->builder);
}

BhLocation
bh_shell_lexer_locate (BhShellLexer *self, guint at)
{
  bh_location_advance (&self->mark, self->text, at);
  return self->mark;
}

void
bh_shell_lexer_skip_to (BhShellLexer *self, guint at)
{
  self->at = MAX (at, self->at);
  self->continued = FALSE;
}

void
bh_shell_lexer_skip_line (BhShellLexer *self)
{
  const char *newline = memchr (self->text + self->at, '\n', self->end - self->at);

  bh_shell_lexer_skip_to (self, newline ? (guint) (newline - self->text) : self->end);
}

static gboolean
read_operator (BhShellLexer *self, BhToken *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      gsize len = strlen (operators[i].text);

      if (len <= self->end - self->at &&
          memcmp (self->text + self->at, operators[i].text, len) == 0)
        {
          token->kind = operators[i].kind;
          self->at += (guint) len;
          return TRUE;
        }
    }
  return FALSE;
}

static void
read_comment (BhShellLexer *self, BhToken *token)
{
  token->kind = BH_TOKEN_COMMENT;
  bh_shell_lexer_skip_line (self);
  if (self->at > token->where.range.begin && self->text[self->at - 1] == '\r')
    self->at--;
}

/* What is no word: the end, the end of a line, a comment or an operator. */
static gboolean
read_mark (BhShellLexer *self, BhToken *token)
{
  char c;

  if (self->at == self->end)
    {
      token->kind = BH_TOKEN_END;
      return TRUE;
    }
  c = self->text[self->at];
  if (c == '\n')
    {
      token->kind = BH_TOKEN_NEWLINE;
      self->at++;
      return TRUE;
    }
  if (c == '#')
    {
      read_comment (self, token);
      return TRUE;
    }
  if (strchr ("<>;&|()", c) == NULL || bh_shell_placeholder_end (self, self->at) > 0)
    return FALSE;
  return read_operator (self, token);
}

/* In `2>file` the 2 is part of the operator. */
static gboolean
is_descriptor (const BhShellLexer *self, const BhToken *token)
{
  if (self->at == self->end || strchr ("<>", self->text[self->at]) == NULL || token->quoted)
    return FALSE;
  return strspn (token->text->str, "0123456789") == token->text->len && token->text->len > 0;
}

gboolean
bh_shell_lexer_next (BhShellLexer *self, BhToken *ret_token, GError **error)
{
  *ret_token = (BhToken){ 0 };
  self->continued = FALSE;
  do
    {
      bh_shell_skip_blanks (self);
      ret_token->where = bh_shell_lexer_locate (self, self->at);
      if (read_mark (self, ret_token))
        break;
      ret_token->kind = BH_TOKEN_WORD;
      if (!bh_shell_read_word (self, ret_token, error))
        {
          self->at = ret_token->where.range.begin;
          self->mark = ret_token->where;
          return FALSE;
        }
    }
  while (ret_token->text == NULL);
  if (ret_token->text != NULL && is_descriptor (self, ret_token))
    {
      bh_token_clear (ret_token);
      read_operator (self, ret_token);
    }
  ret_token->where.range.end = self->at;
  return TRUE;
}
