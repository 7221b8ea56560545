/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-setting-row-private.h"

#include "form/bh-edit.h"

static const char *const places[] = { "drop-above", "drop-below" };

static void
show_place (BhSettingRow *self, const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] == place)
      gtk_widget_add_css_class (GTK_WIDGET (self), places[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), places[i]);
}

static gboolean
is_below (BhSettingRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* A row of another list, or of another window, has no place here. */
static gboolean
fits (BhSettingRow *self, const GValue *value)
{
  GtkWidget *other = value != NULL ? g_value_get_object (value) : NULL;

  return other != NULL && other != GTK_WIDGET (self) &&
         gtk_widget_get_parent (other) == gtk_widget_get_parent (GTK_WIDGET (self));
}

static GdkDragAction
on_motion (BhSettingRow *self, double x, double y, GtkDropTarget *target)
{
  if (!fits (self, gtk_drop_target_get_value (target)))
    return 0;
  show_place (self, places[is_below (self, y)]);
  return GDK_ACTION_MOVE;
}

static void
on_leave (BhSettingRow *self)
{
  show_place (self, NULL);
}

static gboolean
on_drop (BhSettingRow *self, const GValue *value, double x, double y)
{
  guint from, to;

  show_place (self, NULL);
  if (!fits (self, value))
    return FALSE;
  from = bh_setting_row_get_index (g_value_get_object (value));
  to = bh_setting_row_get_index (self);
  /* Taking it out moves up what is below. */
  if (from < to)
    to -= is_below (self, y) ? 0 : 1;
  else
    to += is_below (self, y) ? 1 : 0;
  bh_edit_move (_bh_setting_row_get_document (self), from, to);
  return TRUE;
}

/* The row itself has no background: what is dragged over other text needs one to be read. */
static GdkPaintable *
new_picture (GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  int width = gtk_widget_get_width (row);
  int height = gtk_widget_get_height (row);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (row), "popover_bg_color",
                                      &color))
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static GdkContentProvider *
on_prepare (BhSettingRow *self, double x, double y, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = new_picture (GTK_WIDGET (self));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  if (!gtk_widget_compute_point (handle, GTK_WIDGET (self), &at, &at))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) at.x, (int) at.y);
  return gdk_content_provider_new_typed (BH_TYPE_SETTING_ROW, self);
}

void
_bh_setting_row_init_drag (BhSettingRow *self, GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (BH_TYPE_SETTING_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
