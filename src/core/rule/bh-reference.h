/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): where a source of a rule ("CWE-528", "core(5)", "Docker docs:
 * Volumes") can be read; NULL for those that are not on the web, or whose place is not known. */
char *bh_reference_dup_address (const char *reference);

G_END_DECLS
