/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhTextField:
 *
 * A row that is an entry: for long values, the image and the command.
 */
#define BH_TYPE_TEXT_FIELD (bh_text_field_get_type ())
G_DECLARE_FINAL_TYPE (BhTextField, bh_text_field, BH, TEXT_FIELD, AdwEntryRow)

/* NOTES stand in a row below it. */
BhTextField *bh_text_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);

G_END_DECLS
