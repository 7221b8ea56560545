/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture/bh-hull.h"

struct _BhHull
{
  GtkWidget parent_instance;

  BhHullShape shape;
  BhFlow flow;
};

G_DEFINE_FINAL_TYPE (BhHull, bh_hull, GTK_TYPE_WIDGET)

/* In pixels; everything is drawn by render nodes, so that any scale is crisp. */
#define WIDTH 64
#define WALL 20
#define EDGE 4 /* of the wall above and below a hole */
#define SHAFT 2
#define HEAD 5 /* of an arrow, from its tip to its base */
#define RIVET 3
#define DASH 5

/* Where the drawing starts that runs from the host to the container, whichever side that is on. */
static void
begin_drawing (BhHull *self, GtkSnapshot *snapshot)
{
  gtk_snapshot_save (snapshot);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (
                                                                  GTK_WIDGET (self)),
                                                              0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
}

static float
wall_left (BhHull *self)
{
  return ((float) gtk_widget_get_width (GTK_WIDGET (self)) - WALL) / 2;
}

static void
append_disc (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float size)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - size / 2, y - size / 2, size, size);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* A plate is lit from the host's side, as a rounded one would be. */
static void
append_plate (BhHull *self, GtkSnapshot *snapshot, const GdkRGBA *color, float top, float bottom)
{
  float left = wall_left (self);
  GdkRGBA light = *color;
  GskColorStop stops[2] = { { 0, light }, { 1, *color } };

  stops[0].color.red += (1 - light.red) * 0.35f;
  stops[0].color.green += (1 - light.green) * 0.35f;
  stops[0].color.blue += (1 - light.blue) * 0.35f;
  gtk_snapshot_append_linear_gradient (snapshot,
                                       &GRAPHENE_RECT_INIT (left, top, WALL, bottom - top),
                                       &GRAPHENE_POINT_INIT (left, 0),
                                       &GRAPHENE_POINT_INIT (left + WALL, 0), stops,
                                       G_N_ELEMENTS (stops));
}

static void
append_rivets (BhHull *self, GtkSnapshot *snapshot, float height)
{
  const GdkRGBA rivet = { 1, 1, 1, 0.45f };
  float left = wall_left (self);

  append_disc (snapshot, &rivet, left + 5, height / 2, RIVET);
  append_disc (snapshot, &rivet, left + WALL - 5, height / 2, RIVET);
}

/* The outline of what was there. */
static void
append_breach (BhHull *self, GtkSnapshot *snapshot, const GdkRGBA *color, float height)
{
  float left = wall_left (self);
  float sides[] = { left, left + WALL - 1 };

  for (float y = 0; y < height; y += 2 * DASH)
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (sides[i], y, 1,
                                                      MIN ((float) DASH, height - y)));
}

/* The tip of an arrow at X, pointing to the container, or to the host when TURNED: half of a square
 * that stands on a corner. */
static void
append_head (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, gboolean turned)
{
  float side = HEAD * 1.4142f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (turned)
    gtk_snapshot_scale (snapshot, -1, 1);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (-HEAD, -HEAD, HEAD, 2 * HEAD));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-HEAD, 0));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
append_arrow (BhHull *self, GtkSnapshot *snapshot, const GdkRGBA *color, float height)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float y = height / 2;
  float begin = self->flow == BH_FLOW_IN ? 6 : 6 + HEAD;
  float end = self->flow == BH_FLOW_OUT ? width - 6 : width - 6 - HEAD;

  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (begin, y - SHAFT / 2.f, end - begin, SHAFT));
  if (self->flow != BH_FLOW_OUT)
    append_head (snapshot, color, width - 6, y, FALSE);
  if (self->flow != BH_FLOW_IN)
    append_head (snapshot, color, 6, y, TRUE);
}

static void
bh_hull_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BhHull *self = BH_HULL (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA wall, arrow;

  if (!gtk_style_context_lookup_color (style, "wall_color", &wall))
    gtk_style_context_get_color (style, &wall);
  gtk_style_context_get_color (style, &arrow);

  begin_drawing (self, snapshot);
  if (self->shape == BH_HULL_PLATE)
    {
      append_plate (self, snapshot, &wall, 0, height);
      append_rivets (self, snapshot, height);
    }
  else if (self->shape == BH_HULL_HOLE)
    {
      append_plate (self, snapshot, &wall, 0, EDGE);
      append_plate (self, snapshot, &wall, height - EDGE, height);
    }
  else
    append_breach (self, snapshot, &wall, height);
  if (self->shape == BH_HULL_HOLE || self->shape == BH_HULL_BREACH)
    append_arrow (self, snapshot, &arrow, height);
  gtk_snapshot_restore (snapshot);
}

static void
bh_hull_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 2 * EDGE + 2 * HEAD;
}

void
bh_hull_set_shape (BhHull *self, BhHullShape shape, BhFlow flow)
{
  g_return_if_fail (BH_IS_HULL (self));

  if (self->shape == shape && self->flow == flow)
    return;
  self->shape = shape;
  self->flow = flow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bh_hull_class_init (BhHullClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bh_hull_snapshot;
  widget_class->measure = bh_hull_measure;
  gtk_widget_class_set_css_name (widget_class, "hull");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bh_hull_init (BhHull *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}

GtkWidget *
bh_hull_new (void)
{
  return g_object_new (BH_TYPE_HULL, NULL);
}
