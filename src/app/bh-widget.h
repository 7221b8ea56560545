/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For dispose: GTK 4.8 lets go of those children of a template only that are bound to a name. */
void bh_widget_unparent_children (GtkWidget *widget);
/* Title and subtitle of one of libadwaita's rows stay within its width: words that are longer than
 * a line are broken, and the height that the two get does not make them wider, as boxes do. */
void bh_widget_fit_titles (GtkWidget *row);

G_END_DECLS
