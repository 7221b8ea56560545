/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSizeField:
 *
 * A row with a number of bytes and its unit. What is typed with a unit of its own is taken by it;
 * what is no size stays as it is.
 */
#define BH_TYPE_SIZE_FIELD (bh_size_field_get_type ())
G_DECLARE_FINAL_TYPE (BhSizeField, bh_size_field, BH, SIZE_FIELD, AdwActionRow)

BhSizeField *bh_size_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);

G_END_DECLS
