/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-import.h"

G_BEGIN_DECLS

/**
 * BhCliInput:
 * @import: what was read
 * @name: the file, "-" or %NULL for words on the command line
 *
 * The INPUT of a subcommand.
 */
typedef struct
{
  BhImport *import;
  char *name;
} BhCliInput;

/**
 * bh_cli_parse:
 * @argv: the words after the subcommand
 * @entries: the subcommand's own options
 * @ret_rest: (out) (transfer full) (nullable): positional words, or %NULL if the subcommand takes
 * an INPUT
 * @ret_input: (out caller-allocates) (nullable): where to put the INPUT, or %NULL if it takes none
 *
 * Words after a `--` are the INPUT itself. Subcommands that take one also take --from SOURCE and
 * --service NAME.
 */
gboolean bh_cli_parse (char **argv,
                       const GOptionEntry *entries,
                       char ***ret_rest,
                       BhCliInput *ret_input,
                       GError **error);
void bh_cli_input_clear (BhCliInput *self);

/* "text", "json"…: whether FORMAT (NULL: the first) is among the NULL-terminated ALLOWED. */
gboolean bh_cli_check_word (const char *option,
                            const char *word,
                            const char *const *allowed,
                            GError **error);

/* Prints the notes to standard error, one a line. */
void bh_cli_print_notes (const GPtrArray *notes);

/* The first problem that client or engine would refuse becomes ERROR. FALSE if there is one. */
gboolean bh_cli_refuse_problems (const BhState *state, const GPtrArray *problems, GError **error);
/* For commands that only carry a state elsewhere: the first problem that the client would refuse
 * becomes ERROR; FALSE if there is one. The engine's and the silent ones go to standard error. */
gboolean bh_cli_tell_problems (const BhState *state, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCliInput, bh_cli_input_clear)

G_END_DECLS
