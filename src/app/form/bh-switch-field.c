/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-switch-field.h"

#include <glib/gi18n-lib.h>

#include "form/bh-edit.h"
#include "form/bh-field.h"

struct _BhSwitchField
{
  AdwActionRow parent_instance;

  BhDocument *document;
  const BhFieldSpec *spec;
  const BhOption *option;
  GtkSwitch *widget;
  BhNotes *notes;
  gboolean updating;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSwitchField,
                               bh_switch_field,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static void
on_active (BhSwitchField *self)
{
  if (!self->updating)
    bh_edit_set_flag (self->document, self->option, gtk_switch_get_active (self->widget));
}

static gboolean
is_on (BhSwitchField *self, int index)
{
  if (index == BH_EDIT_NOWHERE)
    return g_strcmp0 (self->option->default_value, "true") == 0;
  return bh_setting_is_on (bh_document_get_state (self->document)->settings[index]);
}

static void
bh_switch_field_update (BhField *field)
{
  BhSwitchField *self = BH_SWITCH_FIELD (field);
  int index = bh_edit_find (bh_document_get_state (self->document), self->spec);

  self->updating = TRUE;
  gtk_switch_set_active (self->widget, is_on (self, index));
  self->updating = FALSE;
  bh_notes_show_for (self->notes, self->document, index, GTK_WIDGET (self->widget));
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_switch_field_update;
}

static void
bh_switch_field_dispose (GObject *object)
{
  g_clear_object (&BH_SWITCH_FIELD (object)->document);
  G_OBJECT_CLASS (bh_switch_field_parent_class)->dispose (object);
}

static void
bh_switch_field_class_init (BhSwitchFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_switch_field_dispose;
}

static void
bh_switch_field_init (BhSwitchField *self)
{
  self->widget = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->widget));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->widget));
  g_signal_connect_swapped (self->widget, "notify::active", G_CALLBACK (on_active), self);
}

BhSwitchField *
bh_switch_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  BhSwitchField *self = g_object_new (BH_TYPE_SWITCH_FIELD, "title", _ (spec->title), "subtitle",
                                      _ (spec->subtitle), NULL);

  self->document = g_object_ref (document);
  self->spec = spec;
  self->option = bh_option_get (spec->option);
  self->notes = notes;
  bh_field_set_up (BH_FIELD (self), document, spec, GTK_WIDGET (self->widget));
  return self;
}
