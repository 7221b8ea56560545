/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "form/bh-form-spec.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhListField:
 *
 * A row for each setting of some options, and buttons that add more.
 */
#define BH_TYPE_LIST_FIELD (bh_list_field_get_type ())
G_DECLARE_FINAL_TYPE (BhListField, bh_list_field, BH, LIST_FIELD, GtkWidget)

/* SECTION is whose rest it shows when the kind of SPEC is %BH_FIELD_REST; LABEL is its accessible
 * name. */
BhListField *bh_list_field_new (BhDocument *document,
                                const BhFieldSpec *spec,
                                BhSection section,
                                const char *label);

G_END_DECLS
