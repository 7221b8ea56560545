/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhCaptionedEntry:
 *
 * An entry below a small label that names it, for rows with several of them. It is a #GtkEditable.
 */
#define BH_TYPE_CAPTIONED_ENTRY (bh_captioned_entry_get_type ())
G_DECLARE_FINAL_TYPE (BhCaptionedEntry, bh_captioned_entry, BH, CAPTIONED_ENTRY, GtkWidget)

GtkWidget *bh_captioned_entry_new (const char *caption, const char *placeholder);
/* (transfer none): for icons, and whatever else an entry has. */
GtkEntry *bh_captioned_entry_get_entry (BhCaptionedEntry *self);
void bh_captioned_entry_set_caption (BhCaptionedEntry *self, const char *caption);
/* Adds a widget that belongs to the entry, to its end. */
void bh_captioned_entry_add_suffix (BhCaptionedEntry *self, GtkWidget *widget);

G_END_DECLS
