/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "option/bh-option.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

#define BH_MAX_PARTS 3

/* How many parts values of the kind have between their separators: `nofile=1024:2048` has three.
 * 0 for kinds that are not simply made of parts. */
guint bh_parts_count (BhKind kind);

/**
 * bh_parts_read:
 * @kind: a kind with parts
 * @ret_parts: the parts as ranges of @value; what is left out is an empty range at its end
 *
 * The last part takes what is left, separators included, and shell expansions are never split.
 */
void bh_parts_read (BhKind kind, const BhText *value, BhRange ret_parts[BH_MAX_PARTS]);

/**
 * bh_parts_write:
 * @kind: a kind with parts
 * @old: the value so far, for the separators that it uses
 * @parts: as many as the kind has; empty ones at the end are left out
 *
 * Returns: (transfer full): the value that says so
 */
BhText *bh_parts_write (BhKind kind, const BhText *old, BhText *const *parts);

G_END_DECLS
