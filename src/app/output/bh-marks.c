/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-marks.h"

#include "output/bh-text-lines.h"
#include "value/bh-problem.h"

static const char *const names[] = {
  [BH_MARK_CAUSE] = "cause",
  [BH_MARK_PROBLEM] = "problem",
  [BH_MARK_CHANGED] = "changed",
};

/* Seen on white and on black: the amber of a marker pen, and a blue glow. */
static const GdkRGBA marker = { 0.96, 0.76, 0.07, 0.35 };
static const GdkRGBA glow = { 0.21, 0.52, 0.89, 0.25 };

void
bh_marks_init (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, names[BH_MARK_CHANGED], "background-rgba", &glow, NULL);
  gtk_text_buffer_create_tag (buffer, names[BH_MARK_CAUSE], "background-rgba", &marker, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, names[BH_MARK_PROBLEM], "underline", PANGO_UNDERLINE_ERROR,
                              NULL);
}

void
bh_marks_clear (GtkTextBuffer *buffer, BhMark mark)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, names[mark], &start, &end);
}

void
bh_marks_add (GtkTextBuffer *buffer, const GArray *lines, BhMark mark, gsize begin, gsize end)
{
  GtkTextIter start, stop;

  bh_text_lines_get_iter (lines, buffer, begin, &start);
  bh_text_lines_get_iter (lines, buffer, end, &stop);
  gtk_text_buffer_apply_tag_by_name (buffer, names[mark], &start, &stop);
}

void
bh_marks_add_setting (GtkTextBuffer *buffer,
                      const GArray *lines,
                      BhMark mark,
                      const BhOutput *output,
                      int setting)
{
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);

      if (span->setting == setting)
        bh_marks_add (buffer, lines, mark, span->begin, span->end);
    }
}

void
bh_marks_show_problems (GtkTextBuffer *buffer,
                        const GArray *lines,
                        const BhOutput *output,
                        const GPtrArray *problems)
{
  bh_marks_clear (buffer, BH_MARK_PROBLEM);
  for (guint i = 0; i < problems->len; i++)
    {
      const BhProblem *problem = g_ptr_array_index (problems, i);

      if (bh_problem_is_refusal (problem))
        bh_marks_add_setting (buffer, lines, BH_MARK_PROBLEM, output, problem->setting);
    }
}
