/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/* "512m", "1.5g", "64 KiB", "100": bytes, with the binary units of docker/go-units. FALSE if it is
 * none. */
gboolean bh_byte_size_parse (const char *str, guint64 *ret_bytes);

G_END_DECLS
