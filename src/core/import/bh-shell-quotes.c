/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-quotes.h"

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-glyph.h"
#include "import/bh-shell-expansion.h"

/* How far the end of a typographic quotation is looked for, in bytes. */
#define MAX_QUOTATION 4096

void
bh_shell_append_to (BhShellLexer *self, guint end)
{
  bh_text_builder_append (&self->builder, self->text + self->at, end - self->at);
  self->at = end;
  self->something = TRUE;
}

gboolean
bh_shell_set_error (BhShellLexer *self, guint at, const char *message, GError **error)
{
  BhLocation where = bh_shell_lexer_locate (self, at);

  bh_set_error_at (error, BH_ERROR_SYNTAX, &where, "%s", message);
  return FALSE;
}

/* Literal text up to END; the CR before a LF is only how the file ends its lines. */
static void
append_quoted (BhShellLexer *self, guint end)
{
  const char *cr;

  while (self->crlf && (cr = memchr (self->text + self->at, '\r', end - self->at)) != NULL)
    {
      bh_shell_append_to (self, (guint) (cr - self->text));
      if (self->at + 1 < self->end && self->text[self->at + 1] == '\n')
        self->at++;
      else
        bh_shell_append_to (self, self->at + 1);
    }
  bh_shell_append_to (self, end);
}

gboolean
bh_shell_read_single_quotes (BhShellLexer *self, GError **error)
{
  guint open = self->at++;
  const char *close = memchr (self->text + self->at, '\'', self->end - self->at);

  if (close == NULL)
    return bh_shell_set_error (self, open,
                               _ ("the quote ' that opens here is never closed: add a ' where the "
                                  "text ends"),
                               error);
  append_quoted (self, (guint) (close - self->text));
  self->at++;
  self->quoted = TRUE;
  return TRUE;
}

/* $'…' */
gboolean
bh_shell_read_escaped_quotes (BhShellLexer *self, GError **error)
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
          return bh_shell_set_error (self, self->at,
                                     _ ("this escape stands for a character that no text can hold"),
                                     error);
        self->at = next;
      }
  if (self->at == self->end)
    return bh_shell_set_error (self, open,
                               _ ("the quote $' that opens here is never closed: add a ' where the "
                                  "text ends"),
                               error);
  self->at++;
  if (!g_utf8_validate_len (to->str, to->len, NULL))
    return bh_shell_set_error (self, open, _ ("these escapes make text that is not UTF-8"), error);
  return TRUE;
}

gboolean
bh_shell_append_expansion (BhShellLexer *self, gboolean in_quotes, GError **error)
{
  BhExpansionKind kind;
  guint end;
  BhScan scan = bh_shell_scan_expansion (self->text, self->at, self->end, in_quotes, &kind, &end);

  if (scan == BH_SCAN_NONE)
    {
      bh_shell_append_to (self, self->at + 1);
      return TRUE;
    }
  if (scan == BH_SCAN_DEEP)
    return bh_shell_set_error (self, self->at, _ ("this substitution is nested too deeply"), error);
  if (scan == BH_SCAN_OPEN)
    return bh_shell_set_error (self, self->at,
                               _ ("the substitution that opens here is never closed: $( ends with "
                                  "), "
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
      bh_shell_append_to (self, self->at + 1);
    }
  else
    bh_shell_append_to (self, self->at + 1);
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
gboolean
bh_shell_read_double_quotes (BhShellLexer *self,
                             guint open_len,
                             gboolean typographic,
                             GError **error)
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
        bh_shell_append_to (self, self->at + len);
      else if (c != '\0' && !bh_shell_append_expansion (self, TRUE, error))
        return FALSE;
    }
  return bh_shell_set_error (self, open,
                             _ ("the quote \" that opens here is never closed: add a \" where the "
                                "text "
                                "ends"),
                             error);
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

gboolean
bh_shell_read_typographic_single_quotes (BhShellLexer *self, guint open_len)
{
  guint close_len;
  guint close = find_single_close (self, open_len, &close_len);

  if (close == 0)
    return FALSE;
  self->at += open_len;
  bh_shell_append_to (self, close);
  self->at += close_len;
  self->quoted = TRUE;
  return TRUE;
}
