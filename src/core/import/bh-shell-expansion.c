/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-expansion.h"

#include <string.h>

/* How deep substitutions may be nested. */
#define MAX_DEPTH 64

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

/* What is open: the characters that close it. A `q` is a ${ } within double quotes, where a single
 * quote stands for itself. */
typedef struct
{
  char open[MAX_DEPTH];
  guint depth;
} Nesting;

static gboolean
push (Nesting *self, char what)
{
  if (self->depth == MAX_DEPTH)
    return FALSE;
  self->open[self->depth++] = what;
  return TRUE;
}

static gboolean
push_brace (Nesting *self)
{
  gboolean in_quotes = self->open[self->depth - 1] == '"' || self->open[self->depth - 1] == 'q';

  return push (self, in_quotes ? 'q' : '}');
}

/* A quote, a substitution or a parenthesis that opens at AT. */
static gboolean
open_at (Nesting *self, const char *text, guint *at, guint end)
{
  char top = self->open[self->depth - 1];
  char c = text[*at];
  char next = *at + 1 < end ? text[*at + 1] : '\0';

  if (c == '$' && (next == '(' || next == '{'))
    {
      ++*at;
      return next == '(' ? push (self, ')') : push_brace (self);
    }
  if (c == '`' || (c == '"' && top != '"'))
    return push (self, c);
  if (c == '(' && top == ')')
    return push (self, ')');
  if (c == '\'' && (top == ')' || top == '}'))
    {
      const char *close = memchr (text + *at + 1, '\'', end - *at - 1);

      *at = close ? (guint) (close - text) : end - 1;
    }
  return TRUE;
}

static BhScan
scan_nested (Nesting *self, const char *text, guint at, guint end, guint *ret_end)
{
  for (; at < end; at++)
    {
      char top = self->open[self->depth - 1];

      if (text[at] == '\\')
        at++;
      else if (text[at] == (top == 'q' ? '}' : top))
        {
          if (--self->depth == 0)
            {
              *ret_end = at + 1;
              return BH_SCAN_FOUND;
            }
        }
      else if (top != '`' && !open_at (self, text, &at, end))
        return BH_SCAN_DEEP;
    }
  return BH_SCAN_OPEN;
}

static BhScan
scan_name (const char *text, guint at, guint end, guint *ret_end)
{
  if (at == end)
    return BH_SCAN_NONE;
  if (is_name_start (text[at]))
    {
      while (at < end && (is_name_start (text[at]) || g_ascii_isdigit (text[at])))
        at++;
      *ret_end = at;
      return BH_SCAN_FOUND;
    }
  if (strchr ("0123456789@*#?-$!", text[at]) == NULL)
    return BH_SCAN_NONE;
  *ret_end = at + 1;
  return BH_SCAN_FOUND;
}

BhScan
bh_shell_scan_expansion (const char *text,
                         guint at,
                         guint end,
                         gboolean in_quotes,
                         BhExpansionKind *ret_kind,
                         guint *ret_end)
{
  Nesting nesting = { .depth = 1 };
  char next = at + 1 < end ? text[at + 1] : '\0';

  *ret_kind = BH_EXPANSION_COMMAND;
  if (text[at] == '`')
    nesting.open[0] = '`';
  else if (next == '(')
    nesting.open[0] = ')';
  else if (next == '{')
    nesting.open[0] = in_quotes ? 'q' : '}';
  else
    {
      *ret_kind = BH_EXPANSION_PARAMETER;
      return scan_name (text, at + 1, end, ret_end);
    }
  if (next == '{' && text[at] == '$')
    *ret_kind = BH_EXPANSION_PARAMETER;
  if (next == '(' && text[at] == '$' && at + 2 < end && text[at + 2] == '(')
    *ret_kind = BH_EXPANSION_ARITHMETIC;
  return scan_nested (&nesting, text, text[at] == '`' ? at + 1 : at + 2, end, ret_end);
}

guint
bh_shell_scan_tilde (const char *text, guint at, guint end)
{
  guint i = at + 1;

  while (i < end &&
         (is_name_start (text[i]) || g_ascii_isdigit (text[i]) || text[i] == '-' || text[i] == '.'))
    i++;
  /* At a colon only bash expands: that is where most of what is pasted is meant to go. */
  if (i == end || strchr ("/: \t\r\n;&|<>()", text[i]) != NULL)
    return i;
  return at;
}

/* At most MAX digits of the base at AT. */
static guint
read_digits (const char *text, guint at, guint end, int base, guint max, gunichar *ret_value)
{
  guint stop = MIN (end, at + max);

  *ret_value = 0;
  for (; at < stop; at++)
    {
      int digit = g_ascii_xdigit_value (text[at]);

      if (digit < 0 || digit >= base)
        break;
      *ret_value = *ret_value * (gunichar) base + (gunichar) digit;
    }
  return at;
}

static guint
append_number (GString *to, const char *text, guint at, guint end)
{
  char kind = text[at];
  guint begin = kind >= '0' && kind <= '7' ? at : at + 1;
  guint max = kind == 'U' ? 8 : kind == 'u' ? 4 : kind == 'x' ? 2 : 3;
  gunichar value;
  guint stop = read_digits (text, begin, end, begin == at ? 8 : 16, max, &value);

  if (stop == begin)
    {
      /* No digits: the backslash stays, as in bash. */
      g_string_append_c (to, '\\');
      g_string_append_c (to, kind);
      return stop;
    }
  if (kind != 'u' && kind != 'U')
    g_string_append_c (to, (char) (value & 0xff));
  else if (g_unichar_validate (value))
    g_string_append_unichar (to, value);
  else
    return 0;
  return (value & (kind == 'u' || kind == 'U' ? G_MAXUINT : 0xff)) == 0 ? 0 : stop;
}

guint
bh_shell_append_escape (GString *to, const char *text, guint at, guint end)
{
  static const char names[] = "abeEfnrtv\\'\"?";
  static const char values[] = "\a\b\033\033\f\n\r\t\v\\'\"?";
  const char *found;

  if (at >= end)
    return at;
  if (strchr ("xuU01234567", text[at]) != NULL)
    return append_number (to, text, at, end);
  if (text[at] == 'c' && at + 1 < end)
    {
      g_string_append_c (to, (char) (text[at + 1] & 0x1f));
      return (text[at + 1] & 0x1f) == 0 ? 0 : at + 2;
    }
  found = strchr (names, text[at]);
  if (found != NULL)
    g_string_append_c (to, values[found - names]);
  else
    {
      g_string_append_c (to, '\\');
      g_string_append_c (to, text[at]);
    }
  return at + 1;
}
