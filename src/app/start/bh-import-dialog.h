/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BhImportDialog:
 *
 * Asks for a text with containers, over a window that shows one already.
 *
 * Signals: `chosen` (BhState *, GPtrArray * of BhNote), after which it closes.
 */
#define BH_TYPE_IMPORT_DIALOG (bh_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BhImportDialog, bh_import_dialog, BH, IMPORT_DIALOG, AdwWindow)

/* TEXT may be NULL. */
BhImportDialog *bh_import_dialog_new (GtkWindow *parent, const char *text);

G_END_DECLS
