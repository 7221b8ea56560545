/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "bh-note.h"

G_BEGIN_DECLS

/**
 * BhRemarks:
 *
 * A button that says how much there is to tell about an import or an output, and tells it in a
 * popover. Invisible while there is nothing.
 *
 * Properties: `title`, the heading of the popover.
 */
#define BH_TYPE_REMARKS (bh_remarks_get_type ())
G_DECLARE_FINAL_TYPE (BhRemarks, bh_remarks, BH, REMARKS, GtkWidget)

/* NOTES (element-type BhNote) are only read. */
void bh_remarks_set_notes (BhRemarks *self, const GPtrArray *notes);
void bh_remarks_popup (BhRemarks *self);

G_END_DECLS
