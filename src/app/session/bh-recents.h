/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The profiles that were opened or saved last, in the desktop's own list. */

void bh_recents_add (GFile *file);
/* A menu with an item for each, latest first, that activates ACTION with its address; it follows
 * the list. (transfer full) */
GMenuModel *bh_recents_menu_new (const char *action);

G_END_DECLS
