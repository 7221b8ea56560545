/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-yaml-writer.h"

#include <string.h>

/* Words that YAML 1.1 or 1.2 reads as something else than a string, in any case. */
static const char *const words[] = { "y",   "n",    "yes",   "no",   "on",
                                     "off", "true", "false", "null", NULL };

static gboolean
is_word (const char *str)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (str, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Characters that never mean anything to YAML, wherever they stand after the first. */
static gboolean
is_harmless (char c)
{
  return g_ascii_isalnum (c) || strchr ("_./-+=@$%^~;()", c) != NULL;
}

/* A number with a unit that makes no other number of it, as 1e3 and 0b1 would be. */
static gboolean
is_quantity (const char *str)
{
  static const char *const units[] = { "s", "ms", "m", "h", "k", "kb", "mb", "g", "gb", "t", NULL };
  gsize digits = strspn (str, "0123456789");

  if (digits == 0)
    return FALSE;
  if (str[digits] == '.')
    digits += 1 + strspn (str + digits + 1, "0123456789");
  return g_strv_contains (units, str + digits);
}

static gboolean
is_path (const char *str)
{
  static const char *const starts[] = { "/", "./", "../", "~/" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (str, starts[i]))
      return TRUE;
  return g_str_equal (str, ".");
}

gboolean
bh_yaml_is_plain (const char *str)
{
  const char *p = str;

  /* Numbers of all kinds, dates and 60-based ones begin neither with a letter nor like a path, and
   * "<<" and "=" do not either. */
  if (is_quantity (str))
    return TRUE;
  if (!g_ascii_isalpha (*p) && *p != '$' && !is_path (str))
    return FALSE;
  if (is_word (str))
    return FALSE;
  for (; *p != '\0'; p++)
    {
      gboolean inner = p[1] != '\0';

      /* A colon or a blank inside is one only where no blank or # follows. */
      if (is_harmless (*p) || strchr ("'\"}*<>\\", *p) != NULL ||
          (inner && strchr (",{&|?", *p) != NULL) ||
          (*p == ':' && inner && p[1] != ' ' && p[1] != '\t') ||
          (*p == ' ' && inner && p[1] != '#' && p[1] != ' '))
        continue;
      return FALSE;
    }
  return TRUE;
}

static void
append_escaped (GString *out, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '"' || c == '\\')
    g_string_append_printf (out, "\\%c", (char) c);
  else if (c == '\n')
    g_string_append (out, "\\n");
  else if (c == '\t')
    g_string_append (out, "\\t");
  else if (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
    g_string_append_printf (out, c <= 0xff ? "\\x%02x" : "\\u%04x", c);
  else
    g_string_append_unichar (out, c);
}

void
bh_yaml_append_scalar (GString *out, const char *str)
{
  if (bh_yaml_is_plain (str))
    {
      g_string_append (out, str);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = str; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped (out, p);
  g_string_append_c (out, '"');
}
