/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-text.h"

G_BEGIN_DECLS

typedef enum
{
  BH_QUOTE_DEFAULT = 0,
  /* A word that is nothing but an unquoted expansion stays so: the shell may make several words of
   * it. Elsewhere an expansion is quoted. */
  BH_QUOTE_KEEP_SPLIT = 1 << 0,
} BhQuoteFlags;

/* Appends WORD so that any POSIX shell reads exactly it, with quotes only where they are needed. */
void bh_shell_quote_append (GString *to, const BhText *word, BhQuoteFlags flags);

/* The same for `NAME=value` before a command: the name must not be quoted. */
void bh_shell_quote_append_assignment (GString *to, const BhText *word);

/* Whether WORD is `NAME=value` to a shell. RET_VALUE is where the value begins. */
gboolean bh_shell_is_assignment (const BhText *word, guint *ret_value);

G_END_DECLS
