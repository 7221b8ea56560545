/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "findings/bh-finding-item.h"

G_BEGIN_DECLS

/**
 * BhFindingGroup:
 *
 * A list of rows under a heading that says how many they are; not there while it is empty.
 */
#define BH_TYPE_FINDING_GROUP (bh_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (BhFindingGroup, bh_finding_group, BH, FINDING_GROUP, GtkBox)

/* STYLE_CLASS colours the heading; DESCRIPTION may be NULL. MAKE_ROW is called with a BhFindingItem
 * and USER_DATA. */
BhFindingGroup *bh_finding_group_new (const char *title,
                                      const char *style_class,
                                      const char *description,
                                      GtkListBoxCreateWidgetFunc make_row,
                                      gpointer user_data);
/* Shows no more than so many rows, other than usually, until a person asks for all. */
void bh_finding_group_set_limit (BhFindingGroup *self, guint limit);
/* ENTRIES (element-type BhFindingEntry). */
void bh_finding_group_update (BhFindingGroup *self, const GArray *entries);
/* The position of the row with the focus, or -1. */
int bh_finding_group_get_focused (BhFindingGroup *self);
/* Moves the focus to the row at POSITION, or to the last; FALSE when there is none. */
gboolean bh_finding_group_focus (BhFindingGroup *self, int position);
/* Opens the row of the key and moves the focus there; FALSE when there is none. */
gboolean bh_finding_group_open (BhFindingGroup *self, const char *key);

G_END_DECLS
