/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-word.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-glyph.h"
#include "import/bh-shell-blank.h"
#include "import/bh-shell-expansion.h"
#include "import/bh-shell-quotes.h"

/* Reads a piece of a word; FALSE when ERROR is set. */
typedef gboolean (*ReadPiece) (BhShellLexer *self, GError **error);

static const ReadPiece pieces[256];

static gboolean
end_word (BhShellLexer *self, GError **error)
{
  self->ended = TRUE;
  return TRUE;
}

static gboolean
read_one (BhShellLexer *self, GError **error)
{
  bh_shell_append_to (self, self->at + 1);
  return TRUE;
}

static gboolean
read_quotes (BhShellLexer *self, GError **error)
{
  return bh_shell_read_double_quotes (self, 1, FALSE, error);
}

static gboolean
read_dollar (BhShellLexer *self, GError **error)
{
  char next = self->at + 1 < self->end ? self->text[self->at + 1] : '\0';

  if (next == '\'')
    return bh_shell_read_escaped_quotes (self, error);
  if (next == '"')
    return bh_shell_read_double_quotes (self, 2, FALSE, error);
  return bh_shell_append_expansion (self, FALSE, error);
}

/* Whether the backslash here is one of C:\data, which nobody writes for a POSIX shell. */
static gboolean
is_windows_path (const BhShellLexer *self)
{
  const GString *word = self->builder.str;
  gsize len = word->len;

  if (self->at + 1 >= self->end ||
      (!g_ascii_isalnum (self->text[self->at + 1]) && self->text[self->at + 1] != '_'))
    return FALSE;
  if (self->windows_path)
    return TRUE;
  return len >= 2 && word->str[len - 1] == ':' && g_ascii_isalpha (word->str[len - 2]) &&
         (len == 2 || strchr ("=,", word->str[len - 3]) != NULL);
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
  if (is_windows_path (self))
    {
      bh_shell_note_repair (self, BH_REPAIR_WINDOWS_PATH, self->at);
      self->windows_path = TRUE;
      return read_one (self, error);
    }
  self->quoted = TRUE;
  self->at++;
  bh_glyph_at (self->text + self->at, &len);
  bh_shell_append_to (self, self->at + len);
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
  return bh_shell_append_expansion (self, FALSE, error);
}

static gboolean
read_less (BhShellLexer *self, GError **error)
{
  guint end = bh_shell_placeholder_end (self, self->at);

  if (end == 0)
    return end_word (self, error);
  bh_shell_note_repair (self, BH_REPAIR_PLACEHOLDER, self->at);
  bh_shell_append_to (self, end);
  return TRUE;
}

static gboolean
read_glyph (BhShellLexer *self, GError **error)
{
  guint len;
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
      return bh_shell_read_double_quotes (self, len, TRUE, error);
    }
  if (glyph == BH_GLYPH_SINGLE_QUOTE)
    {
      guint open = self->at;

      if (bh_shell_read_typographic_single_quotes (self, len))
        {
          bh_shell_note_repair (self, BH_REPAIR_QUOTES, open);
          return TRUE;
        }
    }
  bh_shell_append_to (self, self->at + len);
  return TRUE;
}

/* By first byte; a byte without a row stands for itself. The bytes above 127 are those with which
 * typographic characters begin. */
static const ReadPiece pieces[256] = {
  [' '] = end_word,    ['\t'] = end_word,      ['\r'] = end_word,
  ['\n'] = end_word,   [';'] = end_word,       ['&'] = end_word,
  ['|'] = end_word,    ['>'] = end_word,       ['('] = end_word,
  [')'] = end_word,    ['<'] = read_less,      ['\''] = bh_shell_read_single_quotes,
  ['"'] = read_quotes, ['$'] = read_dollar,    ['\\'] = read_backslash,
  ['^'] = read_caret,  ['`'] = read_backquote, [0xc2] = read_glyph,
  [0xe2] = read_glyph, [0xe3] = read_glyph,    [0xef] = read_glyph,
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
  self->ended = self->something = self->quoted = self->windows_path = FALSE;
  g_string_truncate (self->builder.str, 0);
  g_clear_pointer (&self->builder.expansions, g_array_unref);
  if (self->text[self->at] == '~')
    read_tilde (self);
  while (self->at < self->end && !self->ended)
    {
      guint plain = plain_end (self, self->at);

      if (plain > self->at)
        bh_shell_append_to (self, plain);
      else if (!pieces[(guint8) self->text[self->at]](self, error))
        return FALSE;
    }
  if (!self->something)
    return TRUE;
  token->quoted = self->quoted;
  token->text = bh_text_builder_end (&self->builder);
  return TRUE;
}
