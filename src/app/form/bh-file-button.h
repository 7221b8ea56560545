/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhFileButton:
 *
 * A button that lets a person choose a file, or with the property `folders` a folder or a file. The
 * signal `chosen` has the path.
 */
#define BH_TYPE_FILE_BUTTON (bh_file_button_get_type ())
G_DECLARE_FINAL_TYPE (BhFileButton, bh_file_button, BH, FILE_BUTTON, GtkWidget)

G_END_DECLS
