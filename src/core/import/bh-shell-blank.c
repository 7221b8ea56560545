/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-blank.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-glyph.h"

/* The longest placeholder, in bytes. */
#define MAX_PLACEHOLDER 80

static const char *const repairs[] = {
  [BH_REPAIR_BLANK] = N_ ("A non-breaking space was read as an ordinary one."),
  [BH_REPAIR_INVISIBLE] = N_ ("An invisible character was removed."),
  [BH_REPAIR_QUOTES] = N_ ("Typographic quotes were read as the straight ones of a shell."),
  [BH_REPAIR_TRAILING_BLANKS] =
      N_ ("There were blanks behind the backslash at the end of a line: they were removed, since a "
          "shell would end the command there."),
  [BH_REPAIR_LAST_BACKSLASH] = N_ ("The backslash at the very end was removed."),
  [BH_REPAIR_COMMENT] =
      N_ ("A comment between continued lines was removed: a shell would end the command there."),
  [BH_REPAIR_CARET] = N_ ("A ^ at the end of a line was read as the \\ of a POSIX shell."),
  [BH_REPAIR_BACKQUOTE] = N_ ("A ` at the end of a line was read as the \\ of a POSIX shell."),
  [BH_REPAIR_LEFTOVER] = N_ ("Backquotes that stand around a command were removed."),
  [BH_REPAIR_PROMPT] = N_ ("The prompt of a shell was removed."),
  [BH_REPAIR_PLACEHOLDER] =
      N_ ("A placeholder in angle brackets was kept: put a real value in its place."),
  [BH_REPAIR_WINDOWS_PATH] =
      N_ ("The backslashes of a Windows path were kept; a POSIX shell would drop them."),
};

void
bh_shell_note_repair (BhShellLexer *self, BhRepair repair, guint at)
{
  BhLocation where;

  if (repair == BH_REPAIR_NONE || (self->repaired & (1u << repair)) != 0)
    return;
  self->repaired |= 1u << repair;
  where = bh_shell_lexer_locate (self, at);
  where.range.end = at + 1;
  g_ptr_array_add (self->notes,
                   bh_note_new (BH_NOTE_REPAIRED, &where, -1, "%s", _ (repairs[repair])));
}

/* The byte after the blanks at AT; the end of a line is none. */
static guint
blanks_end (const BhShellLexer *self, guint at)
{
  guint len;

  while (at < self->end)
    {
      char c = self->text[at];

      if (c == ' ' || c == '\t' ||
          (c == '\r' && (at + 1 == self->end || self->text[at + 1] == '\n')))
        at++;
      else if (((guint8) c & 0x80) != 0 && bh_glyph_at (self->text + at, &len) == BH_GLYPH_BLANK)
        at += len;
      else
        break;
    }
  return at;
}

static guint
line_end (const BhShellLexer *self, guint at)
{
  const char *newline = memchr (self->text + at, '\n', self->end - at);

  return newline ? (guint) (newline - self->text) : self->end;
}

guint
bh_shell_continuation_end (const BhShellLexer *self, guint at, BhRepair *ret_repair)
{
  char c = self->text[at];
  guint next = at + 1;
  guint after = blanks_end (self, next);

  if (after < self->end && self->text[after] == '#' && c == '\\' && after > next)
    {
      *ret_repair = BH_REPAIR_COMMENT;
      return MIN (line_end (self, after) + 1, self->end);
    }
  if (after < self->end && self->text[after] != '\n')
    return 0;
  if (c != '\\')
    *ret_repair = c == '^' ? BH_REPAIR_CARET : BH_REPAIR_BACKQUOTE;
  else if (after == self->end)
    *ret_repair = BH_REPAIR_LAST_BACKSLASH;
  else if (after == next || (after == next + 1 && self->text[next] == '\r'))
    *ret_repair = BH_REPAIR_NONE;
  else
    *ret_repair = BH_REPAIR_TRAILING_BLANKS;
  return MIN (after + 1, self->end);
}

/* Whether the command goes on behind the comment at AT, which follows a continued line: the comment
 * itself ends in a backslash, or an option or a further comment follows. */
static gboolean
comment_continues (const BhShellLexer *self, guint at, guint *ret_end)
{
  guint end = line_end (self, at);
  guint last = end;
  guint next;

  while (last > at && g_ascii_isspace (self->text[last - 1]))
    last--;
  next = blanks_end (self, MIN (end + 1, self->end));
  *ret_end = MIN (end + 1, self->end);
  if (next == self->end)
    return FALSE;
  return self->text[last - 1] == '\\' || strchr ("-#", self->text[next]) != NULL;
}

/* A `> ` that a shell prints before the further lines of a command. */
static gboolean
is_second_prompt (const BhShellLexer *self)
{
  guint at = self->at;
  guint after;

  if (!self->continued || self->text[at] != '>')
    return FALSE;
  after = blanks_end (self, at + 1);
  if (after == at + 1 || after == self->end)
    return FALSE;
  return self->text[after] == '-' || (at > 0 && self->text[at - 1] == '\n');
}

/* Goes behind what separates words at `at`; FALSE when nothing does. */
static gboolean
skip_one (BhShellLexer *self)
{
  BhRepair repair = BH_REPAIR_NONE;
  guint at = self->at;
  guint end = 0;
  char c = self->text[at];

  if (c == '\\' || c == '^' || c == '`')
    end = bh_shell_continuation_end (self, at, &repair);
  if (end > 0)
    self->continued = TRUE;
  else if (c == '#' && self->continued && comment_continues (self, at, &end))
    repair = BH_REPAIR_COMMENT;
  else if (is_second_prompt (self))
    {
      repair = BH_REPAIR_PROMPT;
      end = at + 1;
    }
  else
    return FALSE;
  bh_shell_note_repair (self, repair, at);
  self->at = end;
  return TRUE;
}

static gboolean
skip_glyph (BhShellLexer *self)
{
  guint len;
  BhGlyph glyph = bh_glyph_at (self->text + self->at, &len);

  if (glyph != BH_GLYPH_BLANK && glyph != BH_GLYPH_INVISIBLE)
    return FALSE;
  bh_shell_note_repair (self, glyph == BH_GLYPH_BLANK ? BH_REPAIR_BLANK : BH_REPAIR_INVISIBLE,
                        self->at);
  self->at += len;
  return TRUE;
}

void
bh_shell_skip_blanks (BhShellLexer *self)
{
  while (self->at < self->end)
    {
      char c = self->text[self->at];

      if (c == ' ' || c == '\t' || c == '\r')
        self->at++;
      else if (((guint8) c & 0x80) != 0 ? !skip_glyph (self) : !skip_one (self))
        break;
    }
}

guint
bh_shell_placeholder_end (const BhShellLexer *self, guint at)
{
  guint stop = MIN (self->end, at + MAX_PLACEHOLDER);

  if (self->text[at] != '<' || at + 2 >= stop || strchr (" \t(-=", self->text[at + 1]) != NULL)
    return 0;
  for (guint i = at + 1; i < stop; i++)
    if (self->text[i] == '>')
      return i > at + 1 && !g_ascii_isspace (self->text[i - 1]) ? i + 1 : 0;
    else if (strchr ("<\n\"$;&\\", self->text[i]) != NULL)
      return 0;
  return 0;
}
