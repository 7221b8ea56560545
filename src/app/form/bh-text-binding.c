/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-text-binding.h"

#include "form/bh-edit.h"

static void
on_changed (GtkEditable *editable, BhTextBinding *self)
{
  if (!self->updating)
    bh_edit_set_text (self->document, self->spec, gtk_editable_get_text (editable));
}

static void
on_focus_left (GtkEventControllerFocus *focus, BhTextBinding *self)
{
  bh_document_end_merge (self->document);
}

void
bh_text_binding_init (BhTextBinding *self,
                      BhDocument *document,
                      const BhFieldSpec *spec,
                      GtkEditable *editable,
                      GtkWidget *row,
                      BhNotes *notes)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  *self = (BhTextBinding){ .document = g_object_ref (document),
                           .spec = spec,
                           .editable = editable,
                           .row = row,
                           .notes = notes };
  g_signal_connect (editable, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
}

void
bh_text_binding_clear (BhTextBinding *self)
{
  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editable, self);
  self->updating = TRUE;
  g_clear_object (&self->document);
}

/* A command without an image is told of where the image belongs; an empty form is no mistake. */
static int
find_noted (const BhState *state, const BhFieldSpec *spec)
{
  if (spec->kind == BH_FIELD_IMAGE && state->image == NULL && state->n_settings > 0)
    return BH_PROBLEM_WHOLE;
  return bh_edit_find (state, spec);
}

void
bh_text_binding_update (BhTextBinding *self)
{
  const BhState *state = bh_document_get_state (self->document);

  if (!bh_edit_says (state, self->spec, gtk_editable_get_text (self->editable)))
    {
      g_autofree char *text = bh_edit_dup_text (state, self->spec);

      self->updating = TRUE;
      gtk_editable_set_text (self->editable, text);
      self->updating = FALSE;
    }
  bh_notes_show_for (self->notes, self->document, find_noted (state, self->spec), self->row);
}
