/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhChoiceField:
 *
 * A row that offers the values of an option, each with a line that says what it means.
 */
#define BH_TYPE_CHOICE_FIELD (bh_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (BhChoiceField, bh_choice_field, BH, CHOICE_FIELD, AdwComboRow)

BhChoiceField *bh_choice_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);
/* (transfer none): the row for a value that is typed, visible while one is; to stand below. */
GtkWidget *bh_choice_field_get_typed_row (BhChoiceField *self);

G_END_DECLS
