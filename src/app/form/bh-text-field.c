/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-text-field.h"

#include <glib/gi18n-lib.h>

#include "form/bh-field.h"
#include "form/bh-text-binding.h"

struct _BhTextField
{
  AdwEntryRow parent_instance;

  BhTextBinding binding;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhTextField,
                               bh_text_field,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static void
bh_text_field_update (BhField *field)
{
  bh_text_binding_update (&BH_TEXT_FIELD (field)->binding);
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_text_field_update;
}

static void
bh_text_field_dispose (GObject *object)
{
  bh_text_binding_clear (&BH_TEXT_FIELD (object)->binding);
  G_OBJECT_CLASS (bh_text_field_parent_class)->dispose (object);
}

static void
bh_text_field_class_init (BhTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_text_field_dispose;
}

static void
bh_text_field_init (BhTextField *self)
{
}

BhTextField *
bh_text_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  BhTextField *self = g_object_new (BH_TYPE_TEXT_FIELD, "title", _ (spec->title), NULL);

  bh_field_set_up (BH_FIELD (self), document, spec, GTK_WIDGET (self));
  bh_text_binding_init (&self->binding, document, spec, GTK_EDITABLE (self), GTK_WIDGET (self),
                        notes);
  return self;
}
