/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wall/bh-wall.h"

G_BEGIN_DECLS

/**
 * BhPictureRow:
 *
 * A stretch of the wall in a list: the head of a wall, or one of its openings, which can be
 * activated.
 */
#define BH_TYPE_PICTURE_ROW (bh_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPictureRow, bh_picture_row, BH, PICTURE_ROW, GtkListBoxRow)

GtkWidget *bh_picture_row_new (void);
/* OPENING is NULL for the head of the wall; WORDS (nullable) are those of the setting behind it. */
void bh_picture_row_show (BhPictureRow *self,
                          const BhWall *wall,
                          const BhOpening *opening,
                          const char *words);
/* The setting, or the option that is missing, that the row leads to; FALSE for heads. */
gboolean bh_picture_row_get_target (BhPictureRow *self, int *ret_setting, const char **ret_option);

G_END_DECLS
