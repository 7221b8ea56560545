/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhPicture:
 *
 * The walls between host and container, and what goes through them, live from the document.
 *
 * Signals: `reveal` (int setting), `reveal-option` (const BhOption *): an opening was chosen that a
 * setting makes, or the lack of one.
 */
#define BH_TYPE_PICTURE (bh_picture_get_type ())
G_DECLARE_FINAL_TYPE (BhPicture, bh_picture, BH, PICTURE, GtkWidget)

void bh_picture_set_document (BhPicture *self, BhDocument *document);
/* (transfer full) (nullable): the picture as render nodes, NULL while it is not shown; for files.
 */
GskRenderNode *bh_picture_render (BhPicture *self, int *ret_width, int *ret_height);

G_END_DECLS
