/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form-spec.h"
#include "form/bh-notes.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSwitchField:
 *
 * A row with a switch for a flag.
 */
#define BH_TYPE_SWITCH_FIELD (bh_switch_field_get_type ())
G_DECLARE_FINAL_TYPE (BhSwitchField, bh_switch_field, BH, SWITCH_FIELD, AdwActionRow)

/* NOTES stand in a row below it. */
BhSwitchField *bh_switch_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes);

G_END_DECLS
