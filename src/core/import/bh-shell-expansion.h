/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhScan:
 * @BH_SCAN_NONE: no expansion begins here: the character stands for itself
 * @BH_SCAN_FOUND: an expansion
 * @BH_SCAN_OPEN: one that does not end
 * @BH_SCAN_DEEP: one that is nested too deeply
 */
typedef enum
{
  BH_SCAN_NONE,
  BH_SCAN_FOUND,
  BH_SCAN_OPEN,
  BH_SCAN_DEEP,
} BhScan;

/* Whether an expansion begins with the `$` or backquote at AT, its kind and the byte after its
 * end. IN_QUOTES: it stands in double quotes, where a ' means nothing. */
BhScan bh_shell_scan_expansion (const char *text,
                                guint at,
                                guint end,
                                gboolean in_quotes,
                                BhExpansionKind *ret_kind,
                                guint *ret_end);

/* The byte after a leading `~` or `~user` at AT, or AT when the shell does not expand it. */
guint bh_shell_scan_tilde (const char *text, guint at, guint end);

/* Appends what one backslash escape of $'…' stands for; AT is behind the backslash. Returns the
 * byte after the escape, or 0 when it stands for a NUL or no character at all. */
guint bh_shell_append_escape (GString *to, const char *text, guint at, guint end);

G_END_DECLS
