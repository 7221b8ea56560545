/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

typedef enum
{
  PANE_SECTIONS,
  PANE_FORM,
  PANE_FINDINGS,
  PANE_OUTPUT,
  N_PANES,
} Pane;

static GtkWidget *
get_pane (BhWindow *self, Pane pane)
{
  GtkWidget *panes[N_PANES] = { GTK_WIDGET (self->sections), GTK_WIDGET (self->form),
                                GTK_WIDGET (self->findings), GTK_WIDGET (self->output) };

  return panes[pane];
}

static gboolean
has_focus (BhWindow *self, Pane pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_pane (self, pane));
}

/* The pane with the focus; without one the next is the first. */
static int
find_pane (BhWindow *self)
{
  for (Pane pane = 0; pane < N_PANES; pane++)
    if (has_focus (self, pane))
      return pane;
  return -1;
}

/* In a narrow window one pane covers others. */
static void
uncover (BhWindow *self, Pane pane)
{
  if (pane == PANE_SECTIONS)
    bh_frame_show_sidebar (self->frame);
  else if (pane == PANE_FORM)
    bh_frame_uncover_content (self->frame);
  else
    bh_frame_show_content (self->frame);
}

static gboolean
is_offered (BhWindow *self, Pane pane)
{
  gboolean shown = TRUE;

  if (pane == PANE_FINDINGS)
    g_object_get (self->frame, "show-aside", &shown, NULL);
  return shown;
}

static gboolean
enter (BhWindow *self, Pane pane)
{
  if (!is_offered (self, pane))
    return FALSE;
  uncover (self, pane);
  if (pane == PANE_FORM)
    return bh_form_focus (self->form);
  return gtk_widget_child_focus (get_pane (self, pane), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_editing (BhWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "editor") == 0;
}

static void
on_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  int step = g_str_equal (name, "win.next-pane") ? 1 : N_PANES - 1;
  int pane = find_pane (self);

  if (!is_editing (self))
    return;
  if (pane < 0)
    pane = step == 1 ? N_PANES - 1 : 0;
  for (int tried = 0; tried < N_PANES; tried++)
    {
      pane = (pane + step) % N_PANES;
      if (enter (self, (Pane) pane))
        return;
    }
}

/* Whoever was in the form goes on there. */
static void
show_section (BhWindow *self, guint section)
{
  gboolean in_form = has_focus (self, PANE_FORM);

  if (!is_editing (self))
    return;
  bh_frame_show_content (self->frame);
  bh_section_list_select (self->sections, (BhSection) section);
  if (in_form)
    bh_form_focus (self->form);
}

static void
on_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint section = g_variant_get_uint32 (parameter);

  if (section < BH_N_SECTIONS)
    show_section (BH_WINDOW (widget), section);
}

static void
on_next_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  guint step = g_str_equal (name, "win.next-section") ? 1 : BH_N_SECTIONS - 1;

  show_section (self, (bh_form_get_section (self->form) + step) % BH_N_SECTIONS);
}

void
bh_window_install_pane_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, on_pane);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, on_pane);
  gtk_widget_class_install_action (widget_class, "win.section", "u", on_section);
  gtk_widget_class_install_action (widget_class, "win.next-section", NULL, on_next_section);
  gtk_widget_class_install_action (widget_class, "win.previous-section", NULL, on_next_section);
}
