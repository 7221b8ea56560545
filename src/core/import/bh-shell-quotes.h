/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"

G_BEGIN_DECLS

/* Pieces of the word that the lexer is reading; it stands at their first byte and goes behind
 * their last. */

/* Literal text up to END. */
void bh_shell_append_to (BhShellLexer *self, guint end);
/* The expansion that begins here, or a $ that stands for itself. */
gboolean bh_shell_append_expansion (BhShellLexer *self, gboolean in_quotes, GError **error);

gboolean bh_shell_read_single_quotes (BhShellLexer *self, GError **error);
/* $'…' */
gboolean bh_shell_read_escaped_quotes (BhShellLexer *self, GError **error);
/* OPEN_LEN: bytes of the opening quote. TYPOGRAPHIC: it was such a one, and so is the closing. */
gboolean bh_shell_read_double_quotes (BhShellLexer *self,
                                      guint open_len,
                                      gboolean typographic,
                                      GError **error);
/* FALSE when it is an apostrophe. */
gboolean bh_shell_read_typographic_single_quotes (BhShellLexer *self, guint open_len);

/* Sets an error whose message begins with the place of byte AT; always FALSE. */
gboolean bh_shell_set_error (BhShellLexer *self, guint at, const char *message, GError **error);

G_END_DECLS
