/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhPicker:
 *
 * A button with a list to search in: names with a sentence each. The words that are typed may stand
 * in either.
 *
 * Signals: `fill` before it is shown for the first time, for bh_picker_add(); `picked` with the
 * name.
 */
#define BH_TYPE_PICKER (bh_picker_get_type ())
G_DECLARE_FINAL_TYPE (BhPicker, bh_picker, BH, PICKER, GtkWidget)

/* LABEL may hold a mnemonic; with ICON_ONLY it is only told to those who cannot see the icon. */
BhPicker *bh_picker_new (const char *label, const char *icon_name, gboolean icon_only);
/* All are copied. TAG (nullable) stands behind the name. */
void bh_picker_add (BhPicker *self, const char *name, const char *summary, const char *tag);
void bh_picker_clear (BhPicker *self);

G_END_DECLS
