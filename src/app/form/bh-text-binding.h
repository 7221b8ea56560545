/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhTextBinding:
 *
 * Keeps a #GtkEditable and what it edits in a document the same, in both directions, with notes
 * below. What is being typed is never overwritten by the same thing in other words. Owns nothing
 * but a reference to the document.
 */
typedef struct
{
  BhDocument *document;
  const BhFieldSpec *spec;
  GtkEditable *editable;
  GtkWidget *row; /* is marked when the value is refused */
  BhNotes *notes;
  gboolean updating;
} BhTextBinding;

void bh_text_binding_init (BhTextBinding *self,
                           BhDocument *document,
                           const BhFieldSpec *spec,
                           GtkEditable *editable,
                           GtkWidget *row,
                           BhNotes *notes);
void bh_text_binding_clear (BhTextBinding *self);
void bh_text_binding_update (BhTextBinding *self);

G_END_DECLS
