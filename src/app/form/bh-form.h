/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "form/bh-section-page.h"
#include "option/bh-option.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhForm:
 *
 * The pages of all sections, each built when it is first shown and kept up to date while it is.
 *
 * Signals: `section-changed` (int) when another page is shown; `select` (int) when the focus is
 * where another setting is edited, or none (%BH_EDIT_NOWHERE).
 */
#define BH_TYPE_FORM (bh_form_get_type ())
G_DECLARE_FINAL_TYPE (BhForm, bh_form, BH, FORM, GtkWidget)

void bh_form_set_document (BhForm *self, BhDocument *document);
void bh_form_show_section (BhForm *self, BhSection section);
BhSection bh_form_get_section (BhForm *self);
/* Moves the focus to the page that is shown, unless it is there. */
gboolean bh_form_focus (BhForm *self);
/* The section that edits the setting: an index, %BH_PROBLEM_IMAGE or %BH_PROBLEM_COMMAND. */
BhSection bh_form_find_section (const BhState *state, int setting);
/* Shows the setting's page, or that of an option which is not set, and leads the eye to its row;
 * FALSE when nothing edits it. */
gboolean bh_form_reveal (BhForm *self, int setting, BhReveal how);
gboolean bh_form_reveal_option (BhForm *self, const BhOption *option, BhReveal how);

G_END_DECLS
