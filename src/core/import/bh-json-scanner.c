/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-json-scanner.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-location.h"
#include "import/bh-json.h"

typedef struct
{
  const char *text;
  guint len;
  guint at;
  GArray *places; /* of BhJsonPlace */
  guint depth;
  guint open[BH_JSON_MAX_DEPTH]; /* indices in PLACES of the lists and objects around */
  GError **error;
} Scanner;

static gboolean
refuse (Scanner *self, guint at, const char *message)
{
  BhLocation where = { 1, 1, { 0, 0 } };

  bh_location_advance (&where, self->text, at);
  bh_set_error_at (self->error, BH_ERROR_SYNTAX, &where, "%s", message);
  return FALSE;
}

guint
bh_json_skip_space (const char *text, guint len, guint at)
{
  while (at < len && strchr (" \t\r\n", text[at]) != NULL)
    at++;
  return at;
}

/* The byte after the white space; '\0' at the end. */
static char
peek (Scanner *self)
{
  self->at = bh_json_skip_space (self->text, self->len, self->at);
  return self->at < self->len ? self->text[self->at] : '\0';
}

static BhJsonPlace *
innermost (Scanner *self)
{
  return self->depth > 0 ? &g_array_index (self->places, BhJsonPlace, self->open[self->depth - 1])
                         : NULL;
}

static gboolean
in_object (Scanner *self)
{
  return self->depth > 0 && self->text[innermost (self)->range.begin] == '{';
}

/* The four digits after \u, -1 if they are not. */
static int
read_hex (const Scanner *self, guint at)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = at + i < self->len ? g_ascii_xdigit_value (self->text[at + i]) : -1;

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* The \u escape whose digits begin at AT. */
static gboolean
scan_unicode (Scanner *self)
{
  int value = read_hex (self, self->at);
  gboolean high = value >= 0xd800 && value < 0xdc00;

  if (value < 0)
    return refuse (self, self->at - 2, _ ("four hexadecimal digits are expected after \\u"));
  if (value == 0)
    return refuse (self, self->at - 2, _ ("there is a NUL here, which no container can be given"));
  if (high && self->at + 6 <= self->len && memcmp (self->text + self->at + 4, "\\u", 2) == 0)
    {
      int low = read_hex (self, self->at + 6);

      if (low >= 0xdc00 && low < 0xe000)
        {
          self->at += 10;
          return TRUE;
        }
    }
  if (high || (value >= 0xdc00 && value < 0xe000))
    return refuse (self, self->at - 2, _ ("this is half a character: its other half is missing"));
  self->at += 4;
  return TRUE;
}

static gboolean
scan_escape (Scanner *self)
{
  char c = self->at + 1 < self->len ? self->text[self->at + 1] : '\0';

  self->at += 2;
  if (c == 'u')
    return scan_unicode (self);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return refuse (self, self->at - 2, _ ("a backslash is written as \\\\ in JSON"));
  return TRUE;
}

/* The string whose quotation mark is next. */
static gboolean
scan_string (Scanner *self)
{
  guint begin = self->at++;

  while (self->at < self->len)
    {
      char c = self->text[self->at];

      if (c == '"')
        {
          self->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          if (!scan_escape (self))
            return FALSE;
        }
      else if ((guint8) c < 0x20)
        return refuse (self, self->at,
                       c == '\n'
                           ? _ ("the text ends with its line: a quotation mark is missing, or "
                                "the line break has to be written as \\n")
                           : _ ("a control character is written as \\u and four digits in JSON"));
      else
        self->at++;
    }
  return refuse (self, begin, _ ("the text that begins here has no closing quotation mark"));
}

static guint
skip_digits (Scanner *self)
{
  guint begin = self->at;

  while (self->at < self->len && g_ascii_isdigit (self->text[self->at]))
    self->at++;
  return self->at - begin;
}

static gboolean
skip_one_of (Scanner *self, const char *chars)
{
  if (self->at >= self->len || strchr (chars, self->text[self->at]) == NULL)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  guint begin = self->at;
  gboolean zero;
  gboolean right;

  skip_one_of (self, "-");
  zero = self->at < self->len && self->text[self->at] == '0';
  right = zero ? skip_one_of (self, "0") : skip_digits (self) > 0;
  if (right && skip_one_of (self, "."))
    right = skip_digits (self) > 0;
  if (right && skip_one_of (self, "eE"))
    {
      skip_one_of (self, "+-");
      right = skip_digits (self) > 0;
    }
  if (!right || (self->at < self->len && g_ascii_isalnum (self->text[self->at])))
    return refuse (self, begin, _ ("this is not a number as JSON writes them"));
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };
  guint begin = self->at;
  guint n;

  while (self->at < self->len && g_ascii_isalnum (self->text[self->at]))
    self->at++;
  n = self->at - begin;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n == strlen (words[i]) && memcmp (self->text + begin, words[i], n) == 0)
      return TRUE;
  return refuse (self, begin,
                 _ ("a value is expected here: a text in double quotes, a number, true, false, "
                    "null, a [list] or an {object}"));
}

static gboolean
enter (Scanner *self)
{
  if (self->depth == BH_JSON_MAX_DEPTH)
    return refuse (self, self->at, _ ("lists and objects are nested too deeply here"));
  self->open[self->depth++] = self->places->len - 1;
  self->at++;
  return TRUE;
}

/* A value, or the beginning of one that others stand in. */
static gboolean
scan_value (Scanner *self)
{
  BhJsonPlace place = { 0 };
  char c = peek (self);

  place.range.begin = self->at;
  if (self->places->len == BH_JSON_MAX_VALUES)
    return refuse (self, self->at, _ ("there are more values here than any container needs"));
  g_array_append_val (self->places, place);
  if (c == '{' || c == '[')
    return enter (self);
  if (c == '"'                          ? !scan_string (self)
      : c == '-' || g_ascii_isdigit (c) ? !scan_number (self)
                                        : !scan_word (self))
    return FALSE;
  g_array_index (self->places, BhJsonPlace, self->places->len - 1).range.end = self->at;
  return TRUE;
}

/* A member up to and with its value. */
static gboolean
scan_member (Scanner *self)
{
  if (peek (self) != '"')
    return refuse (self, self->at, _ ("the name of a member is expected here, in double quotes"));
  if (!scan_string (self))
    return FALSE;
  if (peek (self) != ':')
    return refuse (self, self->at, _ ("a colon is expected here, after the name of a member"));
  self->at++;
  innermost (self)->n_members++;
  return scan_value (self);
}

static gboolean
scan_item (Scanner *self)
{
  return in_object (self) ? scan_member (self) : scan_value (self);
}

static void
leave (Scanner *self)
{
  innermost (self)->range.end = ++self->at;
  self->depth--;
}

/* What stands behind an item: a comma and another one, or the end. */
static gboolean
scan_on (Scanner *self, gboolean first)
{
  char close = in_object (self) ? '}' : ']';
  char c = peek (self);

  if (c == close)
    {
      leave (self);
      return TRUE;
    }
  if (first)
    return scan_item (self);
  if (c != ',')
    return refuse (self, self->at,
                   close == '}' ? _ ("a comma or the } of the object is expected here")
                                : _ ("a comma or the ] of the list is expected here"));
  self->at++;
  c = peek (self);
  if (c == '}' || c == ']')
    return refuse (self, self->at, _ ("there is a comma too many before this bracket"));
  return scan_item (self);
}

/* Whether the last thing read was the bracket that opens a list or an object. */
static gboolean
just_entered (const Scanner *self)
{
  return self->open[self->depth - 1] == self->places->len - 1 &&
         g_array_index (self->places, BhJsonPlace, self->places->len - 1).range.end == 0 &&
         g_array_index (self->places, BhJsonPlace, self->places->len - 1).n_members == 0;
}

gboolean
bh_json_scan (const char *text, guint len, guint at, GArray *places, GError **error)
{
  Scanner scanner = { .text = text, .len = len, .at = at, .places = places, .error = error };

  if (!scan_value (&scanner))
    return FALSE;
  while (scanner.depth > 0)
    if (!scan_on (&scanner, just_entered (&scanner)))
      return FALSE;
  return TRUE;
}
