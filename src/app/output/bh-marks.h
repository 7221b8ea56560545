/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "export/bh-output.h"

G_BEGIN_DECLS

/* Marks on the words of an output that is shown in a text buffer. */
typedef enum
{
  BH_MARK_CAUSE,   /* what a warning comes from, or the row that is being edited */
  BH_MARK_PROBLEM, /* a value that client or engine refuses */
  BH_MARK_CHANGED, /* what has just changed */
} BhMark;

/* Gives the buffer the tags; once. */
void bh_marks_init (GtkTextBuffer *buffer);
void bh_marks_clear (GtkTextBuffer *buffer, BhMark mark);
void bh_marks_add (GtkTextBuffer *buffer, const GArray *lines, BhMark mark, gsize begin, gsize end);
/* All words of a setting. */
void bh_marks_add_setting (GtkTextBuffer *buffer,
                           const GArray *lines,
                           BhMark mark,
                           const BhOutput *output,
                           int setting);
void bh_marks_show_problems (GtkTextBuffer *buffer,
                             const GArray *lines,
                             const BhOutput *output,
                             const GPtrArray *problems);

G_END_DECLS
