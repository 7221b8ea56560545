/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "export/bh-output.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Marks on the words of an output that is shown in a text buffer. */

/* Gives the buffer the tags; once. */
void bh_marks_init (GtkTextBuffer *buffer);
void bh_marks_clear (GtkTextBuffer *buffer);
/* Values that client or engine refuse. */
void
bh_marks_show_problems (GtkTextBuffer *buffer, const BhOutput *output, const GPtrArray *problems);
/* The words that a finding comes from, instead of those marked before; NULL for none. */
void
bh_marks_show_finding (GtkTextBuffer *buffer, const BhOutput *output, const BhFinding *finding);

G_END_DECLS
