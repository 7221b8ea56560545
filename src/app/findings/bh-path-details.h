/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhPathDetails:
 *
 * How an attack path goes, step by step, and the fewest changes that end it.
 */
#define BH_TYPE_PATH_DETAILS (bh_path_details_get_type ())
G_DECLARE_FINAL_TYPE (BhPathDetails, bh_path_details, BH, PATH_DETAILS, GtkBox)

BhPathDetails *bh_path_details_new (const BhPath *path);
/* Looks for the changes: not cheap. */
void
bh_path_details_update (BhPathDetails *self, const BhReport *report, const BhPathFinding *path);

G_END_DECLS
