/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "import/bh-import.h"

G_BEGIN_DECLS

/**
 * BhPasteBox:
 *
 * Where a text is pasted. Says at once what it is taken for, or what is wrong with it; when it
 * holds several containers, lets choose one.
 *
 * Signals: `chosen` (BhState *, GPtrArray * of BhNote): open this container.
 */
#define BH_TYPE_PASTE_BOX (bh_paste_box_get_type ())
G_DECLARE_FINAL_TYPE (BhPasteBox, bh_paste_box, BH, PASTE_BOX, GtkWidget)

void bh_paste_box_set_text (BhPasteBox *self, const char *text);

G_END_DECLS
