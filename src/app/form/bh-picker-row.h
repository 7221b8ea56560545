/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name of a picker's list, with what it means. */
#define BH_TYPE_PICKER_ROW (bh_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPickerRow, bh_picker_row, BH, PICKER_ROW, GtkListBoxRow)

GtkWidget *bh_picker_row_new (const char *name, const char *summary, const char *tag, int position);
const char *bh_picker_row_get_name (BhPickerRow *self);
/* Where it stands while nobody searches. */
int bh_picker_row_get_position (BhPickerRow *self);
/* How well the words, folded (NULL for none), fit: 0 is not at all. */
int bh_picker_row_rank (BhPickerRow *self, char **needles);

G_END_DECLS
