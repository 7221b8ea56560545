/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-field.h"

#include "form/bh-edit.h"

G_DEFINE_INTERFACE (BhField, bh_field, GTK_TYPE_WIDGET)

#define LINK "bh-field-link"

/* What a field edits, and with which widget. */
typedef struct
{
  BhDocument *document;
  const BhFieldSpec *spec;
  GtkWidget *editor; /* not owned */
} Link;

static void
link_free (gpointer data)
{
  g_object_unref (((Link *) data)->document);
  g_free (data);
}

static const Link *
get_link (BhField *self)
{
  return g_object_get_data (G_OBJECT (self), LINK);
}

static void
bh_field_default_init (BhFieldInterface *iface)
{
}

void
bh_field_set_up (BhField *self, BhDocument *document, const BhFieldSpec *spec, GtkWidget *editor)
{
  Link *link = g_new0 (Link, 1);

  g_return_if_fail (BH_IS_FIELD (self));

  link->document = g_object_ref (document);
  link->spec = spec;
  link->editor = editor;
  g_object_set_data_full (G_OBJECT (self), LINK, link, link_free);
}

void
bh_field_update (BhField *self)
{
  g_return_if_fail (BH_IS_FIELD (self));

  BH_FIELD_GET_IFACE (self)->update (self);
}

static int
find_own_setting (const Link *link)
{
  return bh_edit_find (bh_document_get_state (link->document), link->spec);
}

GtkWidget *
bh_field_find (BhField *self, int setting)
{
  BhFieldInterface *iface;

  g_return_val_if_fail (BH_IS_FIELD (self), NULL);

  iface = BH_FIELD_GET_IFACE (self);
  if (iface->find != NULL)
    return iface->find (self, setting);
  return find_own_setting (get_link (self)) == setting ? GTK_WIDGET (self) : NULL;
}

GtkWidget *
bh_field_find_option (BhField *self, const BhOption *option)
{
  BhFieldInterface *iface;

  g_return_val_if_fail (BH_IS_FIELD (self), NULL);

  iface = BH_FIELD_GET_IFACE (self);
  if (iface->find_option != NULL)
    return iface->find_option (self, option);
  return g_strcmp0 (get_link (self)->spec->option, option->name) == 0 ? GTK_WIDGET (self) : NULL;
}

gboolean
bh_field_focus (BhField *self, GtkWidget *found)
{
  g_return_val_if_fail (BH_IS_FIELD (self), FALSE);

  return found == GTK_WIDGET (self) ? gtk_widget_grab_focus (get_link (self)->editor)
                                    : gtk_widget_child_focus (found, GTK_DIR_TAB_FORWARD);
}

int
bh_field_get_setting (BhField *self, GtkWidget *focus)
{
  BhFieldInterface *iface;

  g_return_val_if_fail (BH_IS_FIELD (self), BH_EDIT_NOWHERE);

  iface = BH_FIELD_GET_IFACE (self);
  if (iface->get_setting != NULL)
    return iface->get_setting (self, focus);
  if (focus != GTK_WIDGET (self) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return BH_EDIT_NOWHERE;
  return find_own_setting (get_link (self));
}
