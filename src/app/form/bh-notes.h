/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "run/bh-document.h"
#include "value/bh-problem.h"

G_BEGIN_DECLS

/**
 * BhNotes:
 *
 * What is wrong with a setting and what it exposes, a sentence each, below the row that edits it.
 * Invisible while there is nothing to say.
 */
#define BH_TYPE_NOTES (bh_notes_get_type ())
G_DECLARE_FINAL_TYPE (BhNotes, bh_notes, BH, NOTES, GtkWidget)

BhNotes *bh_notes_new (void);

/**
 * bh_notes_show:
 * @setting: its index, %BH_PROBLEM_IMAGE or %BH_PROBLEM_COMMAND; another number for nothing
 *
 * Returns: (nullable) (transfer none): the first problem for which the value is refused
 */
const BhProblem *bh_notes_show (BhNotes *self, BhDocument *document, int setting);
/* Tells those who cannot see the notes that they belong to EDITOR. */
void bh_notes_describe (BhNotes *self, GtkWidget *editor);
/* Marks EDITOR as holding a value that is refused, or no longer. */
void bh_notes_mark (BhNotes *self, GtkWidget *editor, gboolean refused);
/* All three for an editor that is one widget. */
void bh_notes_show_for (BhNotes *self, BhDocument *document, int setting, GtkWidget *editor);
/* What is missing in a section: findings that no setting causes. */
void bh_notes_show_missing (BhNotes *self, BhDocument *document, BhSection section);

G_END_DECLS
