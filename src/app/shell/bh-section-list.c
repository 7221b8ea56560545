/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-section-list.h"

#include <glib/gi18n-lib.h>

#include "shell/bh-section-row.h"

struct _BhSectionList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  BhDocument *document;
};

G_DEFINE_FINAL_TYPE (BhSectionList, bh_section_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_selected (BhSectionList *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0, bh_section_row_get_section (BH_SECTION_ROW (row)));
}

static void
on_activated (BhSectionList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
update (BhSectionList *self)
{
  for (int i = 0; i < BH_N_SECTIONS; i++)
    bh_section_row_update (BH_SECTION_ROW (gtk_list_box_get_row_at_index (self->list, i)),
                           self->document);
}

void
bh_section_list_set_document (BhSectionList *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_SECTION_LIST (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
bh_section_list_select (BhSectionList *self, BhSection section)
{
  g_return_if_fail (BH_IS_SECTION_LIST (self));

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) section));
}

static void
bh_section_list_dispose (GObject *object)
{
  BhSectionList *self = BH_SECTION_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_section_list_parent_class)->dispose (object);
}

static void
bh_section_list_class_init (BhSectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_section_list_dispose;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bh_section_list_init (BhSectionList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  for (guint i = 0; i < BH_N_SECTIONS; i++)
    gtk_list_box_append (self->list, GTK_WIDGET (bh_section_row_new (i)));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
}
