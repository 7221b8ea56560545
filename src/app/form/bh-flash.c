/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-flash.h"

#include <graphene.h>

#define STYLE_CLASS "flash"
#define DURATION_MS 1600 /* as in style.css, which fades it unless animations are switched off */
#define MARGIN 24
#define END "bh-flash-end"

static void
scroll_to (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top;

  if (scroller == NULL || !gtk_widget_compute_bounds (row, scroller, &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top - MARGIN, top + bounds.size.height + MARGIN);
}

static void
cancel (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

static gboolean
on_end (gpointer data)
{
  GtkWidget *row = data;

  gtk_widget_remove_css_class (row, STYLE_CLASS);
  g_object_steal_data (G_OBJECT (row), END);
  return G_SOURCE_REMOVE;
}

static gboolean
on_second_frame (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  scroll_to (row);
  return G_SOURCE_REMOVE;
}

/* A page that is shown for the first time has no places for its rows before the frame is over. */
static gboolean
on_first_frame (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_add_tick_callback (row, on_second_frame, NULL, NULL);
  return G_SOURCE_REMOVE;
}

void
bh_flash (GtkWidget *row)
{
  guint end;

  g_return_if_fail (GTK_IS_WIDGET (row));

  /* Taking the class away first starts it again. */
  g_object_set_data (G_OBJECT (row), END, NULL);
  gtk_widget_remove_css_class (row, STYLE_CLASS);
  gtk_widget_add_css_class (row, STYLE_CLASS);
  end = g_timeout_add (DURATION_MS, on_end, row);
  g_object_set_data_full (G_OBJECT (row), END, GUINT_TO_POINTER (end), cancel);
  gtk_widget_add_tick_callback (row, on_first_frame, NULL, NULL);
}
