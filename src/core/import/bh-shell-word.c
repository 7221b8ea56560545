/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-word.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-glyph.h"
#include "import/bh-shell-blank.h"
#include "import/bh-shell-expansion.h"

/* How far the end of a typographic quotation is looked for, in bytes. */
#define MAX_QUOTATION 4096

/* Reads a piece of a word; FALSE when ERROR is set. */
typedef gboolean (*ReadPiece) (BhShellLexer *self, GError **error);

static const ReadPiece pieces[256];

static void
append_to (BhShellLexer *self, guint end)
{
  bh_text_builder_append (&self->builder, self->text + self->at, end - self->at);
  self->at = end;
  self->something = TRUE;
}

static gboolean
set_error_here (BhShellLexer *self, guint at, const char *message, GError **error)
{
  BhLocation where = bh_shell_lexer_locate (self, at);

  bh_set_error_at (error, BH_ERROR_SYNTAX, &where, "%s", message);
  return FALSE;
}

static gboolean
end_word (BhShellLexer *self, GError **error)
{
  self->ended = TRUE;
  return TRUE;
}

static gboolean
read_one (BhShellLexer *self, GError **error)
{
  append_to (self, self->at + 1);
  return TRUE;
}

/* Literal text up to END; the CR before a LF is only how the file ends its lines. */
static void
append_quoted (BhShellLexer *self, guint end)
{
  const char *cr;

  while (self->crlf && (cr = memchr (self->text + self->at, '\r', end - self->at)) != NULL)
    {
      append_to (self, (guint) (cr - self->text));
      if (self->at + 1 < self->end && self->text[self->at + 1] == '\n')
        self->at++;
      else
        append_to (self, self->at + 1);
    }
  append_to (self, end);
}

static gboolean
read_single_quotes (BhShellLexer *self, GError **error)
{
  guint open = self->at++;
  const char *close = memchr (self->text + self->at, '\'', self->end - self->at);

  if (close == NULL)
    return set_error_here (self, open,
                           _ ("the quote ' that opens here is never closed: add a ' where the "
                              "text ends"),
                           error);
  append_quoted (self, (guint) (close - self->text));
  self->at++;
  self->quoted = TRUE;
  return TRUE;
}

/* $'…' */
static gboolean
read_escaped_quotes (BhShellLexer *self, GError **error)
{
  guint open = self->at;
  GString *to = self->builder.str;

  self->quoted = self->something = TRUE;
  for (self->at += 2; self->at < self->end && self->text[self->at] != '\'';)
    if (self->text[self->at] != '\\')
      g_string_append_c (to, self->text[self->at++]);
    else
      {
        guint next = bh_shell_append_escape (to, self->text, self->at + 1, self->end);

        if (next == 0)
          return set_error_here (self, self->at,
                                 _ ("this escape stands for a character that no text can hold"),
                                 error);
        self->at = next;
      }
  if (self->at == self->end)
    return set_error_here (self, open,
                           _ ("the quote $' that opens here is never closed: add a ' where the "
                              "text ends"),
                           error);
  self->at++;
  if (!g_utf8_validate_len (to->str, to->len, NULL))
    return set_error_here (self, open, _ ("these escapes make text that is not UTF-8"), error);
  return TRUE;
}

static gboolean
append_expansion (BhShellLexer *self, gboolean in_quotes, GError **error)
{
  BhExpansionKind kind;
  guint end;
  BhScan scan = bh_shell_scan_expansion (self->text, self->at, self->end, in_quotes, &kind, &end);

  if (scan == BH_SCAN_NONE)
    return read_one (self, error);
  if (scan == BH_SCAN_DEEP)
    return set_error_here (self, self->at, _ ("this substitution is nested too deeply"), error);
  if (scan == BH_SCAN_OPEN)
    return set_error_here (self, self->at,
                           _ ("the substitution that opens here is never closed: $( ends with ), "
                              "${ with } and ` with `"),
                           error);
  bh_text_builder_append_expansion (&self->builder, kind, self->text + self->at, end - self->at,
                                    !in_quotes);
  self->at = end;
  self->something = TRUE;
  return TRUE;
}

/* Within double quotes a backslash escapes $ ` " \ and the end of the line; else it stands for
 * itself. */
static void
read_quoted_backslash (BhShellLexer *self)
{
  char next = self->at + 1 < self->end ? self->text[self->at + 1] : '\0';

  if (next == '\n')
    self->at += 2;
  else if (next == '\r' && self->crlf && self->at + 2 < self->end &&
           self->text[self->at + 2] == '\n')
    self->at += 3;
  else if (next != '\0' && strchr ("$`\"\\", next) != NULL)
    {
      self->at++;
      append_to (self, self->at + 1);
    }
  else
    append_to (self, self->at + 1);
}

static guint
quoted_run_end (const BhShellLexer *self, gboolean typographic)
{
  guint at = self->at;

  while (at < self->end && strchr ("\"\\$`", self->text[at]) == NULL &&
         !(typographic && (guint8) self->text[at] == 0xe2))
    at++;
  return at;
}

/* TYPOGRAPHIC: opened by such a quote, and so closed by one. */
static gboolean
read_double_quotes (BhShellLexer *self, guint open_len, gboolean typographic, GError **error)
{
  guint open = self->at;

  self->quoted = self->something = TRUE;
  for (self->at += open_len; self->at < self->end;)
    {
      guint len = 1;
      char c;

      append_quoted (self, quoted_run_end (self, typographic));
      c = self->at < self->end ? self->text[self->at] : '\0';
      if (c == '"' || ((guint8) c == 0xe2 &&
                       bh_glyph_at (self->text + self->at, &len) == BH_GLYPH_DOUBLE_QUOTE))
        {
          self->at += len;
          return TRUE;
        }
      if (c == '\\')
        read_quoted_backslash (self);
      else if ((guint8) c == 0xe2)
        append_to (self, self->at + len);
      else if (c != '\0' && !append_expansion (self, TRUE, error))
        return FALSE;
    }
  return set_error_here (self, open,
                         _ ("the quote \" that opens here is never closed: add a \" where the text "
                            "ends"),
                         error);
}

static gboolean
read_quotes (BhShellLexer *self, GError **error)
{
  return read_double_quotes (self, 1, FALSE, error);
}

static gboolean
read_dollar (BhShellLexer *self, GError **error)
{
  char next = self->at + 1 < self->end ? self->text[self->at + 1] : '\0';

  if (next == '\'')
    return read_escaped_quotes (self, error);
  if (next == '"')
    return read_double_quotes (self, 2, FALSE, error);
  return append_expansion (self, FALSE, error);
}

static gboolean
read_backslash (BhShellLexer *self, GError **error)
{
  BhRepair repair;
  guint len;
  guint end = bh_shell_continuation_end (self, self->at, &repair);

  if (end > 0 && repair == BH_REPAIR_NONE)
    {
      /* `a\⏎b` is one word. */
      self->at = end;
      return TRUE;
    }
  if (end > 0)
    return end_word (self, error);
  self->quoted = TRUE;
  self->at++;
  bh_glyph_at (self->text + self->at, &len);
  append_to (self, self->at + len);
  return TRUE;
}

static gboolean
read_caret (BhShellLexer *self, GError **error)
{
  BhRepair repair;

  if (bh_shell_continuation_end (self, self->at, &repair) > 0)
    return end_word (self, error);
  return read_one (self, error);
}

/* `#comment` in backquotes is how some people put comments between options. */
static gboolean
is_comment (const char *source, guint len)
{
  guint at = 1;

  while (at < len && source[at] == ' ')
    at++;
  return source[at] == '#' && memchr (source, '\n', len) == NULL;
}

static gboolean
read_backquote (BhShellLexer *self, GError **error)
{
  BhExpansionKind kind;
  BhRepair repair;
  guint end = 0;
  guint last = self->at;

  while (last + 1 < MIN (self->end, self->at + 8) && self->text[last + 1] == '`')
    last++;
  if (last > self->at || bh_shell_continuation_end (self, last, &repair) > 0)
    {
      /* Beside a word they are what is left of `code` in a web page; two make an empty command. */
      bh_shell_note_repair (self, BH_REPAIR_LEFTOVER, self->at);
      self->at = last + 1;
      return TRUE;
    }
  if (bh_shell_scan_expansion (self->text, self->at, self->end, FALSE, &kind, &end) ==
          BH_SCAN_FOUND &&
      is_comment (self->text + self->at, end - self->at))
    {
      BhLocation where = bh_shell_lexer_locate (self, self->at);

      where.range.end = end;
      g_ptr_array_add (self->notes, bh_note_new (BH_NOTE_IGNORED, &where, -1, "%s",
                                                 _ ("A comment in backquotes was left out.")));
      self->at = end;
      return TRUE;
    }
  return append_expansion (self, FALSE, error);
}

static gboolean
read_less (BhShellLexer *self, GError **error)
{
  guint end = bh_shell_placeholder_end (self, self->at);

  if (end == 0)
    return end_word (self, error);
  bh_shell_note_repair (self, BH_REPAIR_PLACEHOLDER, self->at);
  append_to (self, end);
  return TRUE;
}

/* Where a typographic single quotation that opens at `at` closes, or 0 if it is an apostrophe. */
static guint
find_single_close (BhShellLexer *self, guint open_len, guint *ret_len)
{
  guint stop = MIN (self->end, self->at + MAX_QUOTATION);

  if (self->builder.str->len > 0 &&
      strchr ("=:,", self->builder.str->str[self->builder.str->len - 1]) == NULL)
    return 0;
  for (guint at = self->at + open_len; at < stop && self->text[at] != '\n'; at += *ret_len)
    if (bh_glyph_at (self->text + at, ret_len) == BH_GLYPH_SINGLE_QUOTE || self->text[at] == '\'')
      return at;
  return 0;
}

static gboolean
read_glyph (BhShellLexer *self, GError **error)
{
  guint len;
  guint close_len;
  guint close;
  BhGlyph glyph = bh_glyph_at (self->text + self->at, &len);

  if (glyph == BH_GLYPH_BLANK)
    return end_word (self, error);
  if (glyph == BH_GLYPH_INVISIBLE)
    {
      bh_shell_note_repair (self, BH_REPAIR_INVISIBLE, self->at);
      self->at += len;
      return TRUE;
    }
  if (glyph == BH_GLYPH_DOUBLE_QUOTE)
    {
      bh_shell_note_repair (self, BH_REPAIR_QUOTES, self->at);
      return read_double_quotes (self, len, TRUE, error);
    }
  if (glyph == BH_GLYPH_SINGLE_QUOTE && (close = find_single_close (self, len, &close_len)) > 0)
    {
      bh_shell_note_repair (self, BH_REPAIR_QUOTES, self->at);
      self->at += len;
      append_to (self, close);
      self->at += close_len;
      self->quoted = TRUE;
      return TRUE;
    }
  append_to (self, self->at + len);
  return TRUE;
}

/* By first byte; a byte without a row stands for itself. The bytes above 127 are those with which
 * typographic characters begin. */
static const ReadPiece pieces[256] = {
  [' '] = end_word,       ['\t'] = end_word,   ['\r'] = end_word,       ['\n'] = end_word,
  [';'] = end_word,       ['&'] = end_word,    ['|'] = end_word,        ['>'] = end_word,
  ['('] = end_word,       [')'] = end_word,    ['<'] = read_less,       ['\''] = read_single_quotes,
  ['"'] = read_quotes,    ['$'] = read_dollar, ['\\'] = read_backslash, ['^'] = read_caret,
  ['`'] = read_backquote, [0xc2] = read_glyph, [0xe2] = read_glyph,     [0xe3] = read_glyph,
  [0xef] = read_glyph,
};

static guint
plain_end (const BhShellLexer *self, guint at)
{
  while (at < self->end && pieces[(guint8) self->text[at]] == NULL)
    at++;
  return at;
}

static void
read_tilde (BhShellLexer *self)
{
  guint end = bh_shell_scan_tilde (self->text, self->at, self->end);

  if (end == self->at || (end < self->end && bh_shell_placeholder_end (self, end) > 0))
    return;
  bh_text_builder_append_expansion (&self->builder, BH_EXPANSION_TILDE, self->text + self->at,
                                    end - self->at, FALSE);
  self->at = end;
  self->something = TRUE;
}

gboolean
bh_shell_read_word (BhShellLexer *self, BhToken *token, GError **error)
{
  self->ended = self->something = self->quoted = FALSE;
  g_string_truncate (self->builder.str, 0);
  g_clear_pointer (&self->builder.expansions, g_array_unref);
  if (self->text[self->at] == '~')
    read_tilde (self);
  while (self->at < self->end && !self->ended)
    {
      guint plain = plain_end (self, self->at);

      if (plain > self->at)
        append_to (self, plain);
      else if (!pieces[(guint8) self->text[self->at]](self, error))
        return FALSE;
    }
  if (!self->something)
    return TRUE;
  token->quoted = self->quoted;
  token->text = bh_text_builder_end (&self->builder);
  return TRUE;
}
