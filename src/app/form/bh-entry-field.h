/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhEntryField:
 *
 * A row that explains a short value and has an entry for it at its end.
 */
#define BH_TYPE_ENTRY_FIELD (bh_entry_field_get_type ())
G_DECLARE_FINAL_TYPE (BhEntryField, bh_entry_field, BH, ENTRY_FIELD, AdwActionRow)

/* NOTES stand in a row below it. */
BhEntryField *bh_entry_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);

G_END_DECLS
