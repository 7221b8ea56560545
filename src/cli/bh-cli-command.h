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

#define BH_CLI_MAX_OPTIONS 8

/**
 * BhCliOption:
 * @name: long name without dashes
 * @metavar: N_() what to put there; %NULL for a switch
 * @list_words: (nullable): (transfer full): the words that it takes; %NULL if it takes anything
 * @assumed: (nullable): what it is when nobody says anything
 * @flags: see #BhCliOptionFlags
 * @summary: N_() one line
 */
typedef struct
{
  const char *name;
  const char *metavar;
  GStrv (*list_words) (void);
  const char *assumed;
  enum
  {
    BH_CLI_OPTION_NONE = 0,
    BH_CLI_OPTION_REQUIRED = 1 << 0,
    BH_CLI_OPTION_COMMON =
        1 << 1, /* every command with an INPUT has it: not in short usage lines */
  } flags;
  const char *summary;
} BhCliOption;

typedef struct _BhCliCall BhCliCall;

/**
 * BhCliCommand:
 * @name: the word after `bulkhead-cli`
 * @argument: (nullable): N_() what stands there beside options: "INPUT", "[ID]"
 * @takes_input: the argument is an INPUT, which is read before @run
 * @list_arguments: (nullable): (transfer full): what the argument may be, for completion
 * @summary: N_() one line
 * @options: its options, ending in %NULL
 * @run: does it. Writes its result to standard output and returns the exit status; with
 * %BH_CLI_WRONG, @error is set and printed by the caller
 *
 * One row of the program. Calls, help, completions and the manual page follow from it.
 */
typedef struct
{
  const char *name;
  const char *argument;
  gboolean takes_input;
  GStrv (*list_arguments) (void);
  const char *summary;
  const BhCliOption *options[BH_CLI_MAX_OPTIONS];
  int (*run) (const BhCliCall *call, GError **error);
} BhCliCommand;

const BhCliCommand *bh_cli_command_table (guint *n_commands);
const BhCliCommand *bh_cli_command_find (const char *name);
guint bh_cli_command_n_options (const BhCliCommand *self);
/* (transfer full): "check [--fail-on LEVEL] INPUT". */
char *bh_cli_command_dup_usage (const BhCliCommand *self);

/* What has to be said beside the tables: a heading and a text for each. */
typedef struct
{
  const char *heading;
  const char *text;
} BhCliSection;
const BhCliSection *bh_cli_section_table (guint *n_sections);

int bh_cli_check (const BhCliCall *call, GError **error);
int bh_cli_convert (const BhCliCall *call, GError **error);
int bh_cli_explain (const BhCliCall *call, GError **error);
int bh_cli_harden (const BhCliCall *call, GError **error);
int bh_cli_options (const BhCliCall *call, GError **error);
int bh_cli_rules (const BhCliCall *call, GError **error);

/* Help for people; the files that an installation has. KIND: "bash", "zsh", "fish" or "man". */
void bh_cli_print_help (void);
void bh_cli_print_command_help (const BhCliCommand *command);
gboolean bh_cli_generate (const char *kind, GError **error);
void bh_cli_append_manual (GString *out);
void bh_cli_append_bash (GString *out);
void bh_cli_append_zsh (GString *out);
void bh_cli_append_fish (GString *out);

G_END_DECLS
