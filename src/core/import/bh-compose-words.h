/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-compose-text.h"

G_BEGIN_DECLS

/**
 * bh_compose_split_words:
 * @str: a command on one line
 * @where: where it stands
 * @ret_ignored: (out) (nullable) (transfer full): what stands behind the command and Compose leaves
 *   out without a word: from `&&` on, say
 *
 * Words as Compose takes them from a string, which is nearly what a shell does.
 *
 * Returns: (transfer full) (element-type BhText): NULL when @error is set
 */
GPtrArray *bh_compose_split_words (const char *str,
                                   const BhLocation *where,
                                   char **ret_ignored,
                                   GError **error);

G_END_DECLS
