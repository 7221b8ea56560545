/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhReflow:
 *
 * A box that puts its children beside each other where there is room for that, and below each other
 * where there is not. Beside each other, those that expand share what is left.
 */
#define BH_TYPE_REFLOW (bh_reflow_get_type ())
G_DECLARE_FINAL_TYPE (BhReflow, bh_reflow, BH, REFLOW, GtkWidget)

GtkWidget *bh_reflow_new (int spacing);
/* At the end. */
void bh_reflow_append (BhReflow *self, GtkWidget *child);

G_END_DECLS
