/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists the sources of a rule or path (NULL-terminated), as links where they have an address. */
void bh_sources_show (GtkLabel *label, const char *const *references);

G_END_DECLS
