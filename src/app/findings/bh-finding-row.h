/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "findings/bh-finding-item.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhFindingRow:
 *
 * A finding: its sentence, and the long story when it is expanded for the first time. Runs the
 * actions `findings.point` and `findings.focus` with the key of its finding, or with "" when the
 * pointer or the focus is gone.
 */
#define BH_TYPE_FINDING_ROW (bh_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (BhFindingRow, bh_finding_row, BH, FINDING_ROW, AdwExpanderRow)

BhFindingRow *bh_finding_row_new (BhFindingItem *item, BhDocument *document);

/* The picture in front of a row: a shape and a colour, and the word for those who cannot see it. */
GtkWidget *bh_finding_row_new_icon (const char *icon_name, BhSeverity severity);
/* Puts DETAILS, which takes no focus itself, into ROW. */
void bh_finding_row_add_details (AdwExpanderRow *row, GtkWidget *details);
/* Tells the view while the pointer is at ROW, or the focus in it; for rows of all kinds. */
void bh_finding_row_follow (GtkWidget *row, BhFindingItem *item);

G_END_DECLS
