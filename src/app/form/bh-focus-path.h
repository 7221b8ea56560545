/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (nullable) (element-type guint): the way from ROW to the focus within it, as
 * numbers of children, so that it can be gone in another row that looks alike. */
GArray *bh_focus_path_new (GtkWidget *row);
/* FALSE when there is nothing to focus at its end. */
gboolean bh_focus_path_follow (GtkWidget *row, const GArray *path);

G_END_DECLS
