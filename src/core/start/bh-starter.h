/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhStarter:
 * @id: stable word ("web-server")
 * @icon: name of a symbolic icon of ours, without "bh-starter-" and "-symbolic"
 * @title: N_() what it is, as a heading
 * @summary: N_() what it is for, in a line
 * @story: N_() what makes it safe, and what to put in the place of what
 * @command: the command, as it would be typed in a shell
 *
 * A container that is safe already, to begin with.
 */
typedef struct
{
  const char *id;
  const char *icon;
  const char *title;
  const char *summary;
  const char *story;
  const char *command;
} BhStarter;

const BhStarter *bh_starter_table (guint *n_starters);
const BhStarter *bh_starter_find (const char *id);
/* (transfer full) */
BhState *bh_starter_make_state (const BhStarter *self);

G_END_DECLS
