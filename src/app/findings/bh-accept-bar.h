/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "run/bh-acceptance.h"

G_BEGIN_DECLS

/**
 * BhAcceptBar:
 *
 * Below a warning: the button that accepts it, or why it was accepted and the button that takes
 * that back.
 */
#define BH_TYPE_ACCEPT_BAR (bh_accept_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhAcceptBar, bh_accept_bar, BH, ACCEPT_BAR, GtkBox)

/* The finding or path that it is about, by its key; once. */
void bh_accept_bar_set_key (BhAcceptBar *self, const char *key);
/* ACCEPTANCE (nullable) is the present one. */
void bh_accept_bar_update (BhAcceptBar *self, const BhAcceptance *acceptance);

G_END_DECLS
