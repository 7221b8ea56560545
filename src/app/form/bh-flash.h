/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls ROW into view and lights it up for a moment, without taking the focus. */
void bh_flash (GtkWidget *row);

G_END_DECLS
