/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-words.h"

typedef struct
{
  const char *at;
  const BhLocation *where;
  BhTextBuilder word;
  gboolean started; /* there is a word, even if it is empty */
  char quote;       /* the one that is open: ', ", ` or ( */
  gboolean unexpected;
  GPtrArray *words;
} Splitter;

static void
splitter_clear (Splitter *self)
{
  bh_text_builder_clear (&self->word);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Splitter, splitter_clear)

static void
end_word (Splitter *self)
{
  if (self->started)
    g_ptr_array_add (self->words, bh_text_builder_end (&self->word));
  self->started = FALSE;
}

static void
append (Splitter *self, char c)
{
  bh_text_builder_append_c (&self->word, c);
  self->started = TRUE;
}

/* Moves on by one character; Compose makes one dollar of two before it splits. */
static char
take (Splitter *self)
{
  char c = *self->at++;

  if (c == '$' && *self->at == '$')
    self->at++;
  return c;
}

/* Backquotes and $( ) keep what is in them together, and are kept themselves. */
static void
read_substitution (Splitter *self, char c)
{
  gboolean dollar = self->word.str->len > 0 && self->word.str->str[self->word.str->len - 1] == '$';

  if (c == '`' && (self->quote == '\0' || self->quote == '`'))
    self->quote = self->quote == '`' ? '\0' : '`';
  else if (c == ')' && (self->quote == '\0' || self->quote == '('))
    self->quote = self->quote == '(' ? '\0' : '(';
  else if (c == '(' && (self->quote == '\0' || self->quote == '('))
    {
      self->unexpected |= self->quote == '(' || !dollar;
      self->quote = '(';
    }
  append (self, c);
}

static void
read_quote (Splitter *self, char c)
{
  if (self->quote == c)
    self->quote = '\0';
  else if (self->quote == '\0')
    self->quote = c;
  else
    {
      append (self, c);
      return;
    }
  self->started = TRUE;
}

static void
read_backslash (Splitter *self)
{
  if (self->quote == '\'')
    append (self, '\\');
  else if (*self->at == '\0')
    self->unexpected = TRUE;
  else if (!bh_compose_is_variable (self->at))
    append (self, take (self));
}

static gboolean
read_variable (Splitter *self, GError **error)
{
  self->started = TRUE;
  return bh_compose_append_variable (&self->word, &self->at, self->quote == '\0', self->where,
                                     error);
}

static gboolean
ends_command (const Splitter *self)
{
  return *self->at == '\0' || (self->quote == '\0' && strchr (";&|<>", *self->at) != NULL);
}

static gboolean
read_next (Splitter *self, GError **error)
{
  char c;

  if (bh_compose_is_variable (self->at))
    return read_variable (self, error);
  c = take (self);
  if (c == '\\')
    read_backslash (self);
  else if (strchr (" \t\r\n", c) != NULL && self->quote == '\0')
    end_word (self);
  else if (c == '"' || c == '\'')
    read_quote (self, c);
  else if (strchr ("`()", c) != NULL)
    read_substitution (self, c);
  else
    append (self, c);
  return TRUE;
}

/* A number before > is the stream that is redirected, and no word. */
static void
drop_stream (Splitter *self)
{
  if (*self->at == '>' && self->word.str->len > 0 && g_ascii_isdigit (self->word.str->str[0]))
    self->started = FALSE;
}

GPtrArray *
bh_compose_split_words (const char *str,
                        const BhLocation *where,
                        char **ret_ignored,
                        GError **error)
{
  g_auto (Splitter) self = { .at = str, .where = where };

  bh_text_builder_init (&self.word);
  self.words = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
  while (!ends_command (&self) && !self.unexpected)
    if (!read_next (&self, error))
      return NULL;
  if (self.quote != '\0' || self.unexpected)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, where, "%s",
                       _ ("Compose cannot take this command apart: a quote has no end, or a "
                          "parenthesis stands alone. Write it as a list of words: [\"sh\", "
                          "\"-c\", \"…\"]"));
      return NULL;
    }
  drop_stream (&self);
  end_word (&self);
  *ret_ignored = *self.at != '\0' ? g_strdup (self.at) : NULL;
  return g_steal_pointer (&self.words);
}
