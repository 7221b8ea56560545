/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-widget.h"

void
bh_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static GtkSizeRequestMode
column_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_column (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, vertical ? for_size : -1, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = vertical ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = vertical ? *natural + child_natural : MAX (*natural, child_natural);
    }
}

static void
allocate_column (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { 0, y, width, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &allocation.height, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (child, &allocation, -1);
      y += allocation.height;
    }
}

GtkLayoutManager *
bh_widget_new_column (void)
{
  return gtk_custom_layout_new (column_request_mode, measure_column, allocate_column);
}

void
bh_widget_fit_titles (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  if (GTK_IS_LABEL (row))
    gtk_label_set_wrap_mode (GTK_LABEL (row), PANGO_WRAP_WORD_CHAR);
  if (GTK_IS_BOX (row) && gtk_widget_has_css_class (row, "title"))
    gtk_widget_set_layout_manager (row, bh_widget_new_column ());
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    bh_widget_fit_titles (child);
}
