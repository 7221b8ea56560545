/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-compose-text.h"

#include <string.h>

#include "bh-i18n.h"

#define MAX_DEPTH 32

/* What a shell would take for more than the character, in the default of a variable: in double
 * quotes, and outside, where quotes may stay quotes. */
#define SPECIAL_IN_QUOTES "\"\\`$}"
#define SPECIAL_OUTSIDE "`$}*?[~"

typedef struct
{
  GString *to;
  gboolean splits;
  const BhLocation *where;
} Writer;

static gsize
name_length (const char *str)
{
  gsize len = 0;

  if (g_ascii_isdigit (*str))
    return 0;
  while (g_ascii_isalnum (str[len]) || str[len] == '_')
    len++;
  return len;
}

gboolean
bh_compose_is_variable (const char *str)
{
  return str[0] == '$' && (str[1] == '{' || name_length (str + 1) > 0);
}

/* The brace that closes the one at STR[1], each further { counting too. */
static const char *
find_closing_brace (const char *str)
{
  guint open = 0;

  for (const char *p = str + 1; *p != '\0'; p++)
    {
      open += *p == '{';
      if (*p == '}' && --open == 0)
        return p;
    }
  return NULL;
}

/* The operators that Compose knows: `:-`, `-`, `:?`, `?`, `:+`, `+`. */
static gsize
operator_length (const char *str)
{
  gsize colon = *str == ':' ? 1 : 0;

  return str[colon] != '\0' && strchr ("-?+", str[colon]) != NULL ? colon + 1 : 0;
}

static gboolean
refuse (const Writer *self, const char *what, gsize len, GError **error)
{
  g_autofree char *shown = g_utf8_substring (what, 0, g_utf8_strlen (what, (gssize) MIN (len, 60)));

  bh_set_error_at (error, BH_ERROR_SYNTAX, self->where,
                   _ ("“%s” is no variable that Compose could put in; a dollar that is just a "
                      "dollar "
                      "is written twice: $$"),
                   shown);
  return FALSE;
}

static gboolean append_variable (Writer *self, const char **at, guint depth, GError **error);

/* One character of a default; QUOTE is the quote that it stands in. */
static void
append_character (Writer *self, char c, char *quote)
{
  const char *special = self->splits ? SPECIAL_OUTSIDE : SPECIAL_IN_QUOTES;
  gboolean escapes = strchr (special, c) != NULL;

  if (*quote == '\'' || (*quote == '"' && strchr ("`$", c) == NULL))
    escapes = FALSE;
  if (self->splits && (c == '\'' || c == '"') && (*quote == '\0' || *quote == c))
    *quote = *quote == c ? '\0' : c;
  if (escapes)
    g_string_append_c (self->to, '\\');
  g_string_append_c (self->to, c);
}

/* A variable in single quotes is one for Compose, and would be none for a shell. */
static gboolean
append_nested (Writer *self, const char **at, char quote, guint depth, GError **error)
{
  gboolean splits = self->splits;
  gboolean fine;

  self->splits = splits && quote == '\0';
  g_string_append (self->to, quote == '\'' ? "'\"" : "");
  fine = append_variable (self, at, depth, error);
  g_string_append (self->to, quote == '\'' ? "\"'" : "");
  self->splits = splits;
  return fine;
}

/* The default of a variable, up to END, in the words of a shell. */
static gboolean
append_default (Writer *self, const char *p, const char *end, guint depth, GError **error)
{
  char quote = '\0';

  while (p < end)
    {
      if (*p == '\n')
        return refuse (self, p - 1, 1, error);
      if (bh_compose_is_variable (p))
        {
          if (!append_nested (self, &p, quote, depth + 1, error))
            return FALSE;
          continue;
        }
      p += p[0] == '$' && p[1] == '$' ? 1 : 0;
      append_character (self, *p++, &quote);
    }
  return TRUE;
}

/* `$NAME` or `${NAME…}` */
static gboolean
append_variable (Writer *self, const char **at, guint depth, GError **error)
{
  const char *begin = *at;
  gboolean braces = begin[1] == '{';
  const char *name = begin + (braces ? 2 : 1);
  gsize len = name_length (name);
  const char *end = braces ? find_closing_brace (begin) : name + len;
  gsize operator_len = braces && len > 0 ? operator_length (name + len) : 0;

  if (end == NULL || len == 0 || depth > MAX_DEPTH ||
      (braces && operator_len == 0 && name + len != end))
    return refuse (self, begin, end ? (gsize) (end + 1 - begin) : strlen (begin), error);
  *at = braces ? end + 1 : end;
  g_string_append_len (self->to, begin, name + len + operator_len - begin);
  if (!braces)
    return TRUE;
  if (!append_default (self, name + len + operator_len, end, depth, error))
    return FALSE;
  g_string_append_c (self->to, '}');
  return TRUE;
}

gboolean
bh_compose_append_variable (BhTextBuilder *to,
                            const char **at,
                            gboolean splits,
                            const BhLocation *where,
                            GError **error)
{
  g_autoptr (GString) variable = g_string_new (NULL);
  Writer self = { variable, splits, where };

  if (!append_variable (&self, at, 0, error))
    return FALSE;
  bh_text_builder_append_expansion (to, BH_EXPANSION_PARAMETER, variable->str, variable->len,
                                    splits);
  return TRUE;
}

BhText *
bh_compose_read_text (const char *str, const BhLocation *where, GError **error)
{
  g_auto (BhTextBuilder) builder = { 0 };
  const char *p = str;

  if (strchr (str, '$') == NULL)
    return bh_text_new (str);
  bh_text_builder_init (&builder);
  while (*p != '\0')
    if (bh_compose_is_variable (p))
      {
        if (!bh_compose_append_variable (&builder, &p, FALSE, where, error))
          return NULL;
      }
    else
      {
        bh_text_builder_append_c (&builder, *p);
        p += p[0] == '$' && p[1] == '$' ? 2 : 1;
      }
  return bh_text_builder_end (&builder);
}
