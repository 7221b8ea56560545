/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-cli-command.h"
#include "bh-cli-input.h"

G_BEGIN_DECLS

/**
 * BhCliCall:
 * @command: what is called
 * @rest: the words that are no options, for commands without an INPUT
 * @input: the INPUT, for commands that take one
 *
 * One call of the program. The other fields are private.
 */
struct _BhCliCall
{
  const BhCliCommand *command;
  char **rest;
  BhCliInput input;
  char *texts[BH_CLI_MAX_OPTIONS];
  gboolean flags[BH_CLI_MAX_OPTIONS];
};

/* ARGV holds the words after the command. Options are held against the table, and the INPUT is
 * read; words after a `--` are the INPUT itself. */
gboolean
bh_cli_call_init (BhCliCall *self, const BhCliCommand *command, char **argv, GError **error);
void bh_cli_call_clear (BhCliCall *self);

/* What was given to an option of the command, or else is assumed, or NULL. */
const char *bh_cli_call_get (const BhCliCall *self, const char *option);
gboolean bh_cli_call_has (const BhCliCall *self, const char *option);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCliCall, bh_cli_call_clear)

G_END_DECLS
