/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/* Asks whether STATE, which REPORT is about, shall become FIXED, and shows every line that changes.
 * Its response is "apply" when it shall. */
GtkWidget *bh_fix_dialog_new (GtkWindow *parent, const BhReport *report, BhState *fixed);

G_END_DECLS
