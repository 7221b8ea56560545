/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For dispose: GTK 4.8 lets go of those children of a template only that are bound to a name. */
void bh_widget_unparent_children (GtkWidget *widget);
/* (transfer full): lays children out below one another, as wide as there is room. A box asks how
 * wide wrapped text has to be for its height: that costs a search, and may be more than there is.
 */
GtkLayoutManager *bh_widget_new_column (void);
/* Title and subtitle of one of libadwaita's rows become such a column, and words that are longer
 * than a line are broken. */
void bh_widget_fit_titles (GtkWidget *row);

G_END_DECLS
