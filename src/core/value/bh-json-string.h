/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends STR (UTF-8) as JSON, in double quotes. */
void bh_json_append_string (GString *to, const char *str);

G_END_DECLS
