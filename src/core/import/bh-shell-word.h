/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"

G_BEGIN_DECLS

/* Reads the word that begins here. Its text stays NULL when nothing comes of it (an invisible
 * character, a comment in backquotes). */
gboolean bh_shell_read_word (BhShellLexer *self, BhToken *token, GError **error);

G_END_DECLS
