/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-text.h"

#include <string.h>

static BhText *
text_alloc (const char *str, gsize len, const BhExpansion *expansions, guint n)
{
  /* One block: the header, the bytes, then the expansions, aligned. */
  gsize offset = (sizeof (BhText) + len + 1 + 7) & ~(gsize) 7;
  BhText *self = g_malloc (offset + n * sizeof (BhExpansion));

  self->ref_count = 1;
  self->len = (guint) len;
  self->n_expansions = n;
  self->expansions = NULL;
  memcpy (self->str, str, len);
  self->str[len] = '\0';
  if (n > 0)
    {
      BhExpansion *to = (BhExpansion *) (gpointer) ((char *) self + offset);

      memcpy (to, expansions, n * sizeof (BhExpansion));
      self->expansions = to;
    }
  return self;
}

BhText *
bh_text_new_len (const char *literal, gsize len)
{
  return text_alloc (literal, len, NULL, 0);
}

BhText *
bh_text_new (const char *literal)
{
  g_return_val_if_fail (literal != NULL, NULL);

  return text_alloc (literal, strlen (literal), NULL, 0);
}

BhText *
bh_text_new_printf (const char *format, ...)
{
  g_autofree char *str = NULL;
  va_list args;

  va_start (args, format);
  str = g_strdup_vprintf (format, args);
  va_end (args);
  return bh_text_new (str);
}

BhText *
bh_text_ref (BhText *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_text_unref (BhText *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->ref_count))
    g_free (self);
}

gboolean
bh_text_equal (const BhText *a, const BhText *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->len != b->len || a->n_expansions != b->n_expansions)
    return FALSE;
  if (memcmp (a->str, b->str, a->len) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_expansions; i++)
    {
      const BhExpansion *x = &a->expansions[i];
      const BhExpansion *y = &b->expansions[i];

      if (x->range.begin != y->range.begin || x->range.end != y->range.end || x->kind != y->kind)
        return FALSE;
    }
  return TRUE;
}

gboolean
bh_text_is_literal (const BhText *self)
{
  return self->n_expansions == 0;
}

/* The number of the first expansion that ends behind byte AT. */
static guint
first_expansion (const BhText *self, guint at)
{
  guint low = 0;
  guint high = self->n_expansions;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->expansions[middle].range.end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const BhExpansion *
bh_text_expansion_at (const BhText *self, guint at)
{
  guint i = first_expansion (self, at);

  return i < self->n_expansions && self->expansions[i].range.begin <= at ? &self->expansions[i]
                                                                         : NULL;
}

guint
bh_text_find (const BhText *self, guint from, guint end, char c)
{
  const char *found;

  end = MIN (end, self->len);
  while (from < end && (found = memchr (self->str + from, c, end - from)) != NULL)
    {
      guint at = (guint) (found - self->str);
      const BhExpansion *inside = bh_text_expansion_at (self, at);

      if (inside == NULL)
        return at;
      from = inside->range.end;
    }
  return end;
}

guint
bh_text_rfind (const BhText *self, guint from, guint end, char c)
{
  end = MIN (end, self->len);
  for (guint at = end; at > from; at--)
    if (self->str[at - 1] == c && bh_text_expansion_at (self, at - 1) == NULL)
      return at - 1;
  return G_MAXUINT;
}

gboolean
bh_text_range_expands (const BhText *self, BhRange range)
{
  guint i = first_expansion (self, range.begin);

  return i < self->n_expansions && self->expansions[i].range.begin < range.end;
}

BhText *
bh_text_sub (const BhText *self, BhRange range)
{
  g_auto (BhTextBuilder) builder = { 0 };

  if (self->n_expansions == 0)
    return text_alloc (self->str + range.begin, range.end - range.begin, NULL, 0);
  bh_text_builder_init (&builder);
  bh_text_builder_append_range (&builder, self, range);
  return bh_text_builder_end (&builder);
}

char *
bh_text_dup_range (const BhText *self, BhRange range)
{
  return g_strndup (self->str + range.begin, range.end - range.begin);
}

gboolean
bh_text_range_equal (const BhText *self, BhRange range, const char *literal)
{
  gsize len = strlen (literal);

  return range.end - range.begin == len && memcmp (self->str + range.begin, literal, len) == 0;
}

BhText *
bh_text_edit (const BhText *self, const char *str)
{
  g_auto (BhTextBuilder) builder = { 0 };
  guint len = (guint) strlen (str);
  guint same_start = 0;
  guint same_end = 0;

  if (self->n_expansions == 0)
    return bh_text_new (str);
  while (same_start < len && same_start < self->len && str[same_start] == self->str[same_start])
    same_start++;
  while (same_end < len - same_start && same_end < self->len - same_start &&
         str[len - 1 - same_end] == self->str[self->len - 1 - same_end])
    same_end++;
  bh_text_builder_init (&builder);
  /* A change inside an expansion makes it literal: only whole ones are kept. */
  bh_text_builder_append_range (&builder, self, (BhRange){ 0, same_start });
  bh_text_builder_append (&builder, str + same_start, len - same_start - same_end);
  bh_text_builder_append_range (&builder, self, (BhRange){ self->len - same_end, self->len });
  return bh_text_builder_end (&builder);
}

void
bh_text_builder_init (BhTextBuilder *self)
{
  self->str = g_string_sized_new (64);
  self->expansions = NULL;
}

void
bh_text_builder_append (BhTextBuilder *self, const char *literal, gssize len)
{
  g_string_append_len (self->str, literal, len);
}

void
bh_text_builder_append_c (BhTextBuilder *self, char c)
{
  g_string_append_c (self->str, c);
}

void
bh_text_builder_append_expansion (BhTextBuilder *self,
                                  BhExpansionKind kind,
                                  const char *source,
                                  gsize len,
                                  gboolean splits)
{
  BhExpansion expansion = { .kind = kind, .splits = splits };

  if (self->expansions == NULL)
    self->expansions = g_array_new (FALSE, FALSE, sizeof (BhExpansion));
  expansion.range.begin = (guint) self->str->len;
  g_string_append_len (self->str, source, (gssize) len);
  expansion.range.end = (guint) self->str->len;
  g_array_append_val (self->expansions, expansion);
}

void
bh_text_builder_append_range (BhTextBuilder *self, const BhText *text, BhRange range)
{
  guint at = range.begin;

  for (guint i = first_expansion (text, at); i < text->n_expansions; i++)
    {
      const BhExpansion *e = &text->expansions[i];

      if (e->range.end > range.end)
        break;
      if (e->range.begin < at)
        continue;
      g_string_append_len (self->str, text->str + at, e->range.begin - at);
      bh_text_builder_append_expansion (self, e->kind, text->str + e->range.begin,
                                        e->range.end - e->range.begin, e->splits);
      at = e->range.end;
    }
  g_string_append_len (self->str, text->str + at, range.end - at);
}

void
bh_text_builder_append_text (BhTextBuilder *self, const BhText *text)
{
  bh_text_builder_append_range (self, text, (BhRange){ 0, text->len });
}

BhText *
bh_text_builder_end (BhTextBuilder *self)
{
  BhText *text =
      text_alloc (self->str->str, self->str->len,
                  self->expansions ? (const BhExpansion *) (gpointer) self->expansions->data : NULL,
                  self->expansions ? self->expansions->len : 0);

  g_string_truncate (self->str, 0);
  g_clear_pointer (&self->expansions, g_array_unref);
  return text;
}

void
bh_text_builder_clear (BhTextBuilder *self)
{
  if (self->str != NULL)
    g_string_free (g_steal_pointer (&self->str), TRUE);
  g_clear_pointer (&self->expansions, g_array_unref);
}
