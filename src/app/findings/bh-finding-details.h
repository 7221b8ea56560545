/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhFindingDetails:
 *
 * The long story of a finding: what is exposed, how it is used, when it is all right, what to do.
 */
#define BH_TYPE_FINDING_DETAILS (bh_finding_details_get_type ())
G_DECLARE_FINAL_TYPE (BhFindingDetails, bh_finding_details, BH, FINDING_DETAILS, GtkBox)

BhFindingDetails *bh_finding_details_new (const char *key, const BhRule *rule);
void bh_finding_details_update (BhFindingDetails *self,
                                const BhReport *report,
                                const BhFinding *finding);

G_END_DECLS
