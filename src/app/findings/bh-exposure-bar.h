/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhExposureBar:
 *
 * How exposed the container is: a number, a word and a bar, how many warnings of each severity
 * there are, and how far the safe fixes would bring it down.
 */
#define BH_TYPE_EXPOSURE_BAR (bh_exposure_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhExposureBar, bh_exposure_bar, BH, EXPOSURE_BAR, GtkBox)

void bh_exposure_bar_update (BhExposureBar *self, const BhReport *report);

G_END_DECLS
