/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK 4.8 and libadwaita 1.2 do not tell assistive technology about their own widgets. */

/* Parts of the type inside the widget, which the focus may reach, go by the name. */
void bh_accessible_name_parts (GtkWidget *widget, GType type, const char *name);
/* The button inside, which has the focus, goes by the name of the drop-down and is described by
 * what is chosen. */
void bh_accessible_name_drop_down (GtkDropDown *drop_down);
/* Pages that are not shown are not there for anybody. Call it once. */
void bh_accessible_hide_pages (GtkStack *stack);

G_END_DECLS
