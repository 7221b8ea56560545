/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-focus-path.h"

static guint
number_of (GtkWidget *child)
{
  guint n = 0;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    n++;
  return n;
}

GArray *
bh_focus_path_new (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;
  GArray *path;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, row))
    return NULL;
  path = g_array_new (FALSE, FALSE, sizeof (guint));
  for (; widget != row; widget = gtk_widget_get_parent (widget))
    {
      guint n = number_of (widget);

      g_array_prepend_val (path, n);
    }
  return path;
}

gboolean
bh_focus_path_follow (GtkWidget *row, const GArray *path)
{
  GtkWidget *widget = row;

  for (guint i = 0; i < path->len && widget != NULL; i++)
    {
      widget = gtk_widget_get_first_child (widget);
      for (guint n = g_array_index (path, guint, i); n > 0 && widget != NULL; n--)
        widget = gtk_widget_get_next_sibling (widget);
    }
  return widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_grab_focus (widget);
}
