/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wall/bh-wall.h"

G_BEGIN_DECLS

/* What a piece of the wall looks like. */
typedef enum
{
  BH_HULL_PLATE,  /* whole */
  BH_HULL_HOLE,   /* something goes through */
  BH_HULL_BREACH, /* something goes through where there is nothing left of it */
  BH_HULL_RUIN,   /* nothing is left of it */
} BhHullShape;

/**
 * BhHull:
 *
 * A piece of the wall between host and container, drawn as tall as it is. Of a hole the colour is
 * that of the arrow; the wall has the colour "wall_color" of the style sheet.
 */
#define BH_TYPE_HULL (bh_hull_get_type ())
G_DECLARE_FINAL_TYPE (BhHull, bh_hull, BH, HULL, GtkWidget)

GtkWidget *bh_hull_new (void);
void bh_hull_set_shape (BhHull *self, BhHullShape shape, BhFlow flow);

G_END_DECLS
