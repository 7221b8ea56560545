/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhCommand:
 * @begin: the first word that belongs to the command: `sudo`, `NAME=value` or the program
 * @in_prose: other words stand before it, so that it may be part of a sentence
 * @program: `docker` or `podman`
 * @container: the word `container` before the verb, or 0
 * @options: the word after `run` or `create`
 * @engine: whose command it is
 * @verb: run or create
 *
 * Where in a list of words a container is asked for.
 */
typedef struct
{
  guint begin;
  gboolean in_prose;
  guint program;
  guint container;
  guint options;
  BhEngine engine;
  BhVerb verb;
} BhCommand;

gboolean bh_command_find (const BhToken *words, guint n_words, BhCommand *ret_command);

/* Adds what stands before the options: prefix and global options. */
void bh_command_add_start (const BhCommand *self, const BhToken *words, BhStateBuilder *builder);

/* Whether the word is the name of an engine's program, with a path or not. */
gboolean bh_is_program (const BhText *word, BhEngine *ret_engine);

G_END_DECLS
