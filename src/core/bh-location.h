/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-error.h"
#include "bh-types.h"

G_BEGIN_DECLS

/* Moves a place forward to byte AT of the text. */
void bh_location_advance (BhLocation *self, const char *text, guint at);

/* Sets an error whose message begins with the place. */
void
bh_set_error_at (GError **error, BhError code, const BhLocation *where, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
