/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

typedef enum
{
  RANDOM_DEFAULT = 0,
  /* No expansions and nothing before the program: what a shell reads is known. */
  RANDOM_LITERAL = 1 << 0,
  /* Hostile texts only where any text will do: in variables, labels and the command. */
  RANDOM_SOUND = 1 << 1,
} RandomFlags;

/* (transfer full): a state with settings of any options, some as people write them (those of
 * tests/conversion/options.txt), some with texts that every format gives a meaning to. Every
 * importer of commands could have made it. */
BhState *random_state_new (RandomFlags flags);

/* Whether STATE has the fault that is looked for. */
typedef gboolean (*RandomFault) (const BhState *state, gconstpointer data);

/* (transfer full): the smallest state with the fault that is found by leaving things out, one at a
 * time. */
BhState *random_state_shrink (const BhState *state, RandomFault has_fault, gconstpointer data);
