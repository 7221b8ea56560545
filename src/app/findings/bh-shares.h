/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhShares:
 *
 * What an exposure is made of: each warning with its part, adding up to the score. Choosing one
 * activates `findings.open` with its key.
 */
#define BH_TYPE_SHARES (bh_shares_get_type ())
G_DECLARE_FINAL_TYPE (BhShares, bh_shares, BH, SHARES, GtkBox)

void bh_shares_show (BhShares *self, const BhReport *report);

G_END_DECLS
