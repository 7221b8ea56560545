/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses: fine; `check` found something at or above --fail-on; the input or the call is
 * wrong. */
#define BH_CLI_FINE 0
#define BH_CLI_FOUND 1
#define BH_CLI_WRONG 2

/**
 * BhCliCommand:
 * @name: the word after `bulkhead-cli`
 * @arguments: N_() what follows, for --help
 * @summary: N_() one line
 * @run: does it; ARGV holds the words after @name. Writes its result to standard output and returns
 * the exit status; with %BH_CLI_WRONG, @error is set and printed by the caller
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (char **argv, GError **error);
} BhCliCommand;

int bh_cli_check (char **argv, GError **error);
int bh_cli_convert (char **argv, GError **error);
int bh_cli_explain (char **argv, GError **error);
int bh_cli_harden (char **argv, GError **error);
int bh_cli_options (char **argv, GError **error);
int bh_cli_rules (char **argv, GError **error);

G_END_DECLS
