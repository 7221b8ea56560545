/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-picker.h"

#include <adwaita.h>

#include "form/bh-picker-row.h"

struct _BhPicker
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *search;
  GtkListBox *list;

  /* Owned references */
  GStrv needles; /* folded */

  gboolean filled;
};

G_DEFINE_FINAL_TYPE (BhPicker, bh_picker, GTK_TYPE_WIDGET)

enum
{
  FILL,
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  BhPicker *self = user_data;

  return bh_picker_row_rank (BH_PICKER_ROW (row), self->needles) > 0;
}

/* What has the words in its name comes before what only does something about them. */
static int
compare (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  BhPicker *self = user_data;
  int rank_a = bh_picker_row_rank (BH_PICKER_ROW (a), self->needles);
  int rank_b = bh_picker_row_rank (BH_PICKER_ROW (b), self->needles);

  if (rank_a != rank_b)
    return rank_b - rank_a;
  return bh_picker_row_get_position (BH_PICKER_ROW (a)) -
         bh_picker_row_get_position (BH_PICKER_ROW (b));
}

static GtkListBoxRow *
find_first (BhPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
on_search (BhPicker *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  g_strfreev (self->needles);
  self->needles = g_strsplit_set (folded, " \t", -1);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_select_row (self->list, find_first (self));
}

/* Rows are made when somebody looks. */
static void
on_show (BhPicker *self)
{
  if (!self->filled)
    g_signal_emit (self, signals[FILL], 0);
  self->filled = TRUE;
  gtk_editable_set_text (self->search, "");
  on_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_row (BhPicker *self, GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (bh_picker_row_get_name (BH_PICKER_ROW (row)));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, name);
}

/* Enter takes the first that is left. */
static void
on_activate (BhPicker *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    on_row (self, row);
}

void
bh_picker_add (BhPicker *self, const char *name, const char *summary, const char *tag)
{
  int position = 0;

  g_return_if_fail (BH_IS_PICKER (self));

  while (gtk_list_box_get_row_at_index (self->list, position) != NULL)
    position++;
  gtk_list_box_append (self->list, bh_picker_row_new (name, summary, tag, position));
}

void
bh_picker_clear (BhPicker *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (BH_IS_PICKER (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->filled = FALSE;
}

static void
bh_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_PICKER);
  G_OBJECT_CLASS (bh_picker_parent_class)->dispose (object);
}

static void
bh_picker_finalize (GObject *object)
{
  g_strfreev (BH_PICKER (object)->needles);
  G_OBJECT_CLASS (bh_picker_parent_class)->finalize (object);
}

static gboolean
bh_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BH_PICKER (widget)->button));
}

static void
bh_picker_class_init (BhPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_picker_dispose;
  object_class->finalize = bh_picker_finalize;
  widget_class->grab_focus = bh_picker_grab_focus;

  signals[FILL] = g_signal_new ("fill", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPicker, button);
  gtk_widget_class_bind_template_child (widget_class, BhPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, BhPicker, search);
  gtk_widget_class_bind_template_child (widget_class, BhPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
bh_picker_init (BhPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare, self, NULL);
}

static char *
without_underline (const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);

  return g_strjoinv ("", pieces);
}

BhPicker *
bh_picker_new (const char *label, const char *icon_name, gboolean icon_only)
{
  BhPicker *self = g_object_new (BH_TYPE_PICKER, NULL);
  g_autofree char *plain = without_underline (label);

  if (icon_only)
    {
      gtk_menu_button_set_icon_name (self->button, icon_name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), plain);
    }
  else
    {
      GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", icon_name, "label",
                                         label, "use-underline", TRUE, NULL);

      gtk_menu_button_set_child (self->button, content);
      gtk_menu_button_set_always_show_arrow (self->button, TRUE);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plain, -1);
  return self;
}
