/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BhStartPage:
 *
 * Where a document begins: a command is pasted, a file opened, or a container chosen that is safe
 * already.
 *
 * Signals: `chosen` (BhState *state, GPtrArray *notes), as in #BhPasteBox.
 */
#define BH_TYPE_START_PAGE (bh_start_page_get_type ())
G_DECLARE_FINAL_TYPE (BhStartPage, bh_start_page, BH, START_PAGE, GtkWidget)

G_END_DECLS
