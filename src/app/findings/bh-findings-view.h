/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhFindingsView:
 *
 * What the rules say of the document: how exposed it is, which attacks it allows, and every warning
 * with its ways out. Signals:
 *
 *  - `reveal` (int, boolean): a person wants to see the setting (an index or BH_PROBLEM_IMAGE) in
 * the form, and to have the focus there or not
 *  - `reveal-section` (int, boolean): the same for a finding that no setting causes: a BhSection
 *  - `select` (array of int, uint): the settings that cause what is under the pointer, else what
 * has the focus; none for neither. They live until the document changes; the signal comes again
 * then.
 *  - `fixed` (string, BhState): a fix of that title has been applied to that state, or a warning
 * accepted
 */
#define BH_TYPE_FINDINGS_VIEW (bh_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (BhFindingsView, bh_findings_view, BH, FINDINGS_VIEW, GtkWidget)

/* Once. */
void bh_findings_view_set_document (BhFindingsView *self, BhDocument *document);

G_END_DECLS
