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
 * bh_cli_input_read:
 * @rest: the words that are no options
 * @words: (nullable): those behind a `--`
 * @source: (nullable): what it is; %NULL: its looks tell
 */
gboolean bh_cli_input_read (BhCliInput *self,
                            char **rest,
                            char **words,
                            const BhSource *source,
                            GError **error);
void bh_cli_input_clear (BhCliInput *self);
/* Puts what the files of variables and labels say in their place. They are looked for where the
 * program was called, as docker does. */
gboolean bh_cli_input_read_env_files (BhCliInput *self, GError **error);

/* Prints the notes to standard error, one a line. */
void bh_cli_print_notes (const GPtrArray *notes);

/* The first problem that client or engine would refuse becomes ERROR. FALSE if there is one. */
gboolean bh_cli_refuse_problems (const BhState *state, const GPtrArray *problems, GError **error);
/* For commands that only carry a state elsewhere: the first problem that the client would refuse
 * becomes ERROR; FALSE if there is one. The engine's and the silent ones go to standard error. */
gboolean bh_cli_tell_problems (const BhState *state, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCliInput, bh_cli_input_clear)

G_END_DECLS
