/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhNumberField:
 *
 * A row with a number and buttons for less and more. What is typed stays as it is, number or not.
 */
#define BH_TYPE_NUMBER_FIELD (bh_number_field_get_type ())
G_DECLARE_FINAL_TYPE (BhNumberField, bh_number_field, BH, NUMBER_FIELD, AdwActionRow)

BhNumberField *bh_number_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);
/* (transfer full): the subtitle of a limit, with what this computer has. */
char *bh_number_field_dup_subtitle (const BhFieldSpec *spec);

G_END_DECLS
