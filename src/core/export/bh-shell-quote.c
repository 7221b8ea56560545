/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-shell-quote.h"

#include <string.h>

#include "import/bh-glyph.h"

/* What no shell gives a meaning to, wherever it stands in a word. */
static gboolean
is_safe (const char *str, gsize len)
{
  guint step;

  for (gsize i = 0; i < len; i += step)
    {
      step = 1;
      if (((guint8) str[i] & 0x80) != 0)
        {
          if (bh_glyph_at (str + i, &step) != BH_GLYPH_ORDINARY)
            return FALSE;
        }
      else if (!g_ascii_isalnum (str[i]) && (str[i] == '\0' || !strchr ("_-./:,+@%=", str[i])))
        return FALSE;
    }
  return TRUE;
}

/* An interactive bash takes a line that begins with ^ for a change to the last command, even within
 * quotes: they are closed and opened again before it. */
static gboolean
is_quick_substitution (const char *str, gsize at)
{
  return str[at] == '^' && at > 0 && str[at - 1] == '\n';
}

/* Three backquotes in a row fence off code in Markdown, which is where commands are read from. */
static gboolean
is_fence (const char *str, gsize at)
{
  return at > 1 && str[at] == '`' && str[at - 1] == '`' && str[at - 2] == '`';
}

static void
append_single_quoted (GString *to, const char *str, gsize len)
{
  g_string_append_c (to, '\'');
  for (gsize i = 0; i < len; i++)
    if (str[i] == '\'')
      g_string_append (to, "'\\''");
    else
      {
        if (is_quick_substitution (str, i) || is_fence (str, i))
          g_string_append (to, "''");
        g_string_append_c (to, str[i]);
      }
  g_string_append_c (to, '\'');
}

/* AT_START: nothing stands before it in the word, so that zsh would look for a program behind =. */
static void
append_literal (GString *to, const char *str, gsize len, gboolean at_start)
{
  g_autofree char *copy = NULL;

  if (is_safe (str, len) && !(at_start && (len == 0 || str[0] == '=')))
    {
      g_string_append_len (to, str, (gssize) len);
      return;
    }
  copy = g_strndup (str, len);
  if (strchr (copy, '\'') != NULL && strpbrk (copy, "$`\"\\!^") == NULL)
    g_string_append_printf (to, "\"%s\"", copy);
  else
    append_single_quoted (to, str, len);
}

/* A word with expansions, written piece by piece. */
typedef struct
{
  GString *to;
  gboolean open; /* within double quotes */
} Writer;

static void
set_open (Writer *self, gboolean open)
{
  if (self->open != open)
    g_string_append_c (self->to, '"');
  self->open = open;
}

static void
write_literal (Writer *self, const char *str, gsize len)
{
  if (!self->open && is_safe (str, len))
    {
      g_string_append_len (self->to, str, (gssize) len);
      return;
    }
  for (gsize i = 0; i < len; i++)
    if (str[i] == '!')
      {
        /* In double quotes an interactive bash would look into its history. */
        set_open (self, FALSE);
        g_string_append (self->to, "'!'");
      }
    else
      {
        if (is_quick_substitution (str, i))
          set_open (self, FALSE);
        set_open (self, TRUE);
        if (strchr ("\\\"$`", str[i]) != NULL)
          g_string_append_c (self->to, '\\');
        g_string_append_c (self->to, str[i]);
      }
}

/* Whether quotes around an expansion that had none would change what is in it: there, quotes and
 * backslashes mean something else in double quotes. `$(…)` begins anew. */
static gboolean
must_stay_bare (const BhText *word, const BhExpansion *expansion)
{
  const char *source = word->str + expansion->range.begin;
  const char *end = word->str + expansion->range.end;

  if (!expansion->splits || g_str_has_prefix (source, "$("))
    return FALSE;
  while (source < end && strchr ("'\"\\", *source) == NULL)
    source++;
  return source < end;
}

/* Whether what follows $NAME would be taken for more of it; zsh reads `:a` as a modifier and takes
 * letters beyond ASCII into names. */
static gboolean
continues_name (const char *source, const char *next)
{
  if (source[0] != '$' || source[1] == '{' || source[1] == '(')
    return FALSE;
  return g_ascii_isalnum (next[0]) || ((guint8) next[0] & 0x80) != 0 || next[0] == '_' ||
         next[0] == '[' || (next[0] == ':' && (g_ascii_isalpha (next[1]) || next[1] == '&'));
}

static void
write_expansion (Writer *self, const BhText *word, const BhExpansion *expansion)
{
  const char *source = word->str + expansion->range.begin;
  gsize len = expansion->range.end - expansion->range.begin;

  if (expansion->kind == BH_EXPANSION_TILDE)
    {
      /* A tilde that is no longer at the start is one that no shell expands. */
      write_literal (self, source, len);
      return;
    }
  set_open (self, !must_stay_bare (word, expansion));
  g_string_append_len (self->to, source, (gssize) len);
  if (continues_name (source, word->str + expansion->range.end))
    set_open (self, FALSE);
}

/* From byte AT; expansions from number FIRST on. */
static void
write_pieces (GString *to, const BhText *word, guint at, guint first)
{
  Writer writer = { .to = to };

  set_open (&writer, !must_stay_bare (word, &word->expansions[first]));
  for (guint i = first; i < word->n_expansions; i++)
    {
      const BhExpansion *expansion = &word->expansions[i];

      write_literal (&writer, word->str + at, expansion->range.begin - at);
      write_expansion (&writer, word, expansion);
      at = expansion->range.end;
    }
  write_literal (&writer, word->str + at, word->len - at);
  set_open (&writer, FALSE);
}

/* A leading ~ and the slash or colon behind it must stand outside quotes. */
static void
append_tilde (GString *to, const BhText *word)
{
  guint at = word->expansions[0].range.end;

  if (word->str[at] == '/' || word->str[at] == ':')
    at++;
  g_string_append_len (to, word->str, at);
  if (word->n_expansions > 1)
    write_pieces (to, word, at, 1);
  else
    append_literal (to, word->str + at, word->len - at, FALSE);
}

static gboolean
is_split (const BhText *word)
{
  const BhExpansion *only = word->expansions;

  return word->n_expansions == 1 && only->splits && only->range.begin == 0 &&
         only->range.end == word->len;
}

void
bh_shell_quote_append (GString *to, const BhText *word, BhQuoteFlags flags)
{
  if (word->n_expansions == 0)
    append_literal (to, word->str, word->len, TRUE);
  else if (word->expansions[0].kind == BH_EXPANSION_TILDE && word->expansions[0].range.begin == 0)
    append_tilde (to, word);
  else if ((flags & BH_QUOTE_KEEP_SPLIT) != 0 && is_split (word))
    g_string_append_len (to, word->str, word->len);
  else
    write_pieces (to, word, 0, 0);
}

gboolean
bh_shell_is_assignment (const BhText *word, guint *ret_value)
{
  guint at = 0;

  if (g_ascii_isdigit (word->str[0]))
    return FALSE;
  while (g_ascii_isalnum (word->str[at]) || word->str[at] == '_')
    at++;
  if (at == 0 || word->str[at] != '=' || bh_text_range_expands (word, (BhRange){ 0, at + 1 }))
    return FALSE;
  *ret_value = at + 1;
  return TRUE;
}

void
bh_shell_quote_append_assignment (GString *to, const BhText *word)
{
  g_autoptr (BhText) value = NULL;
  guint at;

  if (!bh_shell_is_assignment (word, &at))
    {
      bh_shell_quote_append (to, word, BH_QUOTE_KEEP_SPLIT);
      return;
    }
  g_string_append_len (to, word->str, at);
  value = bh_text_sub (word, (BhRange){ at, word->len });
  if (value->len > 0)
    bh_shell_quote_append (to, value, BH_QUOTE_DEFAULT);
}
