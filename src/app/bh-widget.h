/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For dispose: GTK 4.8 lets go of those children of a template only that are bound to a name. */
void bh_widget_unparent_children (GtkWidget *widget);
/* Labels inside the widget break words that are longer than a line: paths, addresses, names. */
void bh_widget_break_words (GtkWidget *widget);

G_END_DECLS
