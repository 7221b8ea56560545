/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-marks.h"

#include "value/bh-problem.h"

#define TAG_FINDING "finding"
#define TAG_PROBLEM "problem"

/* Seen on white and on black: the amber of a marker pen. */
static const GdkRGBA highlight = { 0.96, 0.76, 0.07, 0.35 };

void
bh_marks_init (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, TAG_FINDING, "background-rgba", &highlight, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_PROBLEM, "underline", PANGO_UNDERLINE_ERROR, NULL);
}

static void
remove_tag (GtkTextBuffer *buffer, const char *tag)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag, &start, &end);
}

void
bh_marks_clear (GtkTextBuffer *buffer)
{
  remove_tag (buffer, TAG_FINDING);
  remove_tag (buffer, TAG_PROBLEM);
}

/* Spans count bytes from the start of the text, iterators bytes from the start of a line. */
static void
get_iter_at_byte (GtkTextBuffer *buffer, const BhOutput *output, gsize byte, GtkTextIter *ret_iter)
{
  const char *text = output->text->str;
  gsize line_start = 0;
  int line = 0;

  for (gsize i = 0; i < byte; i++)
    if (text[i] == '\n')
      {
        line++;
        line_start = i + 1;
      }
  gtk_text_buffer_get_iter_at_line_index (buffer, ret_iter, line, (int) (byte - line_start));
}

static void
tag_setting (GtkTextBuffer *buffer, const BhOutput *output, int setting, const char *tag)
{
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);
      GtkTextIter start, end;

      if (span->setting != setting)
        continue;
      get_iter_at_byte (buffer, output, span->begin, &start);
      get_iter_at_byte (buffer, output, span->end, &end);
      gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
    }
}

void
bh_marks_show_problems (GtkTextBuffer *buffer, const BhOutput *output, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const BhProblem *problem = g_ptr_array_index (problems, i);

      if (bh_problem_is_refusal (problem))
        tag_setting (buffer, output, problem->setting, TAG_PROBLEM);
    }
}

void
bh_marks_show_finding (GtkTextBuffer *buffer, const BhOutput *output, const BhFinding *finding)
{
  remove_tag (buffer, TAG_FINDING);
  if (finding == NULL)
    return;
  for (guint i = 0; i < finding->n_settings; i++)
    tag_setting (buffer, output, finding->settings[i], TAG_FINDING);
}
