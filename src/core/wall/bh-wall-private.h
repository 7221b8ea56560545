/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "wall/bh-wall.h"

G_BEGIN_DECLS

/* Adds an opening that SETTING made, or the lack of OPTION when SETTING is BH_NOBODY. The strings
 * are copied; TEXT is translated. */
void bh_wall_open (BhWall *self,
                   int setting,
                   const char *option,
                   BhFlow flow,
                   const char *outside,
                   const char *inside,
                   const char *text);

/* One for each wall: its openings, and whether anything of it is left. */
typedef gboolean (*BhWallCheck) (BhWall *self, const BhFacts *facts);

gboolean bh_wall_check_network (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_files (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_processes (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_users (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_rights (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_kernel (BhWall *self, const BhFacts *facts);
gboolean bh_wall_check_resources (BhWall *self, const BhFacts *facts);

G_END_DECLS
