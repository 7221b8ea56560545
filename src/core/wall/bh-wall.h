/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhWallId: what a container is kept apart from its host by, in the order of the picture.
 */
typedef enum
{
  BH_WALL_NETWORK,
  BH_WALL_FILES,
  BH_WALL_PROCESSES,
  BH_WALL_USERS,
  BH_WALL_RIGHTS, /* capabilities and devices */
  BH_WALL_KERNEL, /* what guards the kernel's interfaces */
  BH_WALL_RESOURCES,
} BhWallId;
#define BH_N_WALLS (BH_WALL_RESOURCES + 1)

/* Stable word ("network") and translated title ("Network"). */
const char *bh_wall_id_to_string (BhWallId id);
const char *bh_wall_id_get_title (BhWallId id);

typedef enum
{
  BH_WALL_WHOLE,
  BH_WALL_PIERCED,
  BH_WALL_GONE,
} BhWallCondition;

/* Which way things go through an opening. */
typedef enum
{
  BH_FLOW_IN, /* from the host or the network into the container */
  BH_FLOW_OUT,
  BH_FLOW_BOTH,
} BhFlow;

#define BH_OPENING_HARMLESS (-1)

/**
 * BhOpening:
 * @setting: the setting that made it, or BH_NO_SETTING when one is missing
 * @option: (nullable): the option whose row it leads to when no setting made it
 * @flow: which way things go through it
 * @severity: of the worst warning about it, a #BhSeverity, or %BH_OPENING_HARMLESS
 * @outside: (nullable): what is on the host's side, in a word or two: ":8080", "/srv"
 * @inside: (nullable): what is on the container's side: ":80", "/data"
 * @text: a translated sentence
 */
typedef struct
{
  int setting;
  const char *option;
  BhFlow flow;
  int severity;
  char *outside;
  char *inside;
  char *text;
} BhOpening;

/**
 * BhWall:
 * @condition: whole, pierced or gone
 * @text: translated: what that means, in a sentence
 * @openings: (element-type BhOpening): in the order of the settings, those of missing ones last
 */
typedef struct
{
  BhWallId id;
  BhWallCondition condition;
  const char *text;
  GPtrArray *openings;
} BhWall;

/**
 * BhWalls:
 *
 * All of them, one for each #BhWallId.
 */
typedef struct
{
  BhWall walls[BH_N_WALLS];
} BhWalls;

/* (transfer full) */
BhWalls *bh_walls_new (const BhReport *report);
void bh_walls_free (BhWalls *self);
/* The worst severity of a wall's openings, %BH_OPENING_HARMLESS when it has none that matter. */
int bh_wall_get_severity (const BhWall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhWalls, bh_walls_free)

G_END_DECLS
