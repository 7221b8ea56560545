/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-entry-field.h"

#include <glib/gi18n-lib.h>

#include "form/bh-field.h"
#include "form/bh-text-binding.h"

/* Wide enough for "unless-stopped" and its like. */
#define WIDTH_CHARS 13

struct _BhEntryField
{
  AdwActionRow parent_instance;

  BhTextBinding binding;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhEntryField,
                               bh_entry_field,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static void
bh_entry_field_update (BhField *field)
{
  bh_text_binding_update (&BH_ENTRY_FIELD (field)->binding);
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_entry_field_update;
}

static void
bh_entry_field_dispose (GObject *object)
{
  bh_text_binding_clear (&BH_ENTRY_FIELD (object)->binding);
  G_OBJECT_CLASS (bh_entry_field_parent_class)->dispose (object);
}

static void
bh_entry_field_class_init (BhEntryFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_entry_field_dispose;
}

static void
bh_entry_field_init (BhEntryField *self)
{
}

BhEntryField *
bh_entry_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  BhEntryField *self = g_object_new (BH_TYPE_ENTRY_FIELD, "title", _ (spec->title), "subtitle",
                                     _ (spec->subtitle), NULL);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "valign", GTK_ALIGN_CENTER, "width-chars",
                                   WIDTH_CHARS, "max-width-chars", WIDTH_CHARS, "placeholder-text",
                                   spec->placeholder != NULL ? _ (spec->placeholder) : NULL, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), entry);
  bh_field_set_up (BH_FIELD (self), document, spec, entry);
  bh_text_binding_init (&self->binding, document, spec, GTK_EDITABLE (entry), entry, notes);
  return self;
}
