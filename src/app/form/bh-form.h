/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "option/bh-option.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhForm:
 *
 * The pages of all sections, each built when it is first shown and kept up to date while it is.
 *
 * Signals: `section-changed` (int) when another page is shown.
 */
#define BH_TYPE_FORM (bh_form_get_type ())
G_DECLARE_FINAL_TYPE (BhForm, bh_form, BH, FORM, GtkWidget)

void bh_form_set_document (BhForm *self, BhDocument *document);
void bh_form_show_section (BhForm *self, BhSection section);
BhSection bh_form_get_section (BhForm *self);
/* The section that edits the setting: an index, %BH_PROBLEM_IMAGE or %BH_PROBLEM_COMMAND. */
BhSection bh_form_find_section (const BhState *state, int setting);
/* Shows the setting's page and moves the focus to its row. */
void bh_form_reveal (BhForm *self, int setting);
void bh_form_reveal_option (BhForm *self, const BhOption *option);

G_END_DECLS
