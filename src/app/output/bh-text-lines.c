/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-text-lines.h"

#include <string.h>

GArray *
bh_text_lines_new (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize begin = 0;

  g_array_append_val (lines, begin);
  for (const char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    {
      begin = (gsize) (end - text) + 1;
      g_array_append_val (lines, begin);
    }
  return lines;
}

/* The line that BYTE is in. */
static guint
find_line (const GArray *lines, gsize byte)
{
  guint low = 0;
  guint high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, gsize, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
bh_text_lines_get_iter (const GArray *lines,
                        GtkTextBuffer *buffer,
                        gsize byte,
                        GtkTextIter *ret_iter)
{
  guint line = find_line (lines, byte);

  gtk_text_buffer_get_iter_at_line_index (buffer, ret_iter, (int) line,
                                          (int) (byte - g_array_index (lines, gsize, line)));
}

gsize
bh_text_lines_get_byte (const GArray *lines, const GtkTextIter *iter)
{
  return g_array_index (lines, gsize, gtk_text_iter_get_line (iter)) +
         (gsize) gtk_text_iter_get_line_index (iter);
}

static gsize
count_common_start (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  /* Not within a character. */
  while (n > 0 && ((guint8) a[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gsize
count_common_end (const char *a, gsize a_len, const char *b, gsize b_len)
{
  gsize n = 0;

  while (n < a_len && n < b_len && a[a_len - n - 1] == b[b_len - n - 1])
    n++;
  while (n > 0 && ((guint8) a[a_len - n] & 0xc0) == 0x80)
    n--;
  return n;
}

gboolean
bh_text_lines_replace (GArray **lines,
                       GtkTextBuffer *buffer,
                       const char *text,
                       gsize *ret_begin,
                       gsize *ret_end)
{
  g_autofree char *shown = NULL;
  GtkTextIter start, end;
  gsize shown_len, len = strlen (text);
  gsize same_start, same_end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (g_str_equal (shown, text))
    return FALSE;
  shown_len = strlen (shown);
  same_start = count_common_start (shown, text);
  same_end = count_common_end (shown + same_start, shown_len - same_start, text + same_start,
                               len - same_start);

  bh_text_lines_get_iter (*lines, buffer, same_start, &start);
  bh_text_lines_get_iter (*lines, buffer, shown_len - same_end, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + same_start, (int) (len - same_end - same_start));
  g_array_unref (*lines);
  *lines = bh_text_lines_new (text);
  *ret_begin = same_start;
  *ret_end = len - same_end;
  return TRUE;
}
