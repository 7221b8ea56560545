/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhFixRow:
 *
 * One way out: what it does, which words of the command change, what may stop working, and a button
 * that runs the action `findings.apply` with the key of the finding and the id of the fix.
 */
#define BH_TYPE_FIX_ROW (bh_fix_row_get_type ())
G_DECLARE_FINAL_TYPE (BhFixRow, bh_fix_row, BH, FIX_ROW, GtkBox)

BhFixRow *bh_fix_row_new (const char *key, const BhFix *fix);
/* Says what the fix would change now; not there when that is nothing. */
void bh_fix_row_update (BhFixRow *self, const BhReport *report, const BhFinding *finding);

G_END_DECLS
