/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "export/bh-output.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhOutputView:
 *
 * What to paste: the document in the words of a target, with what the target cannot say.
 *
 * Properties: `target` (id of a #BhTarget), `long-options` (boolean).
 */
#define BH_TYPE_OUTPUT_VIEW (bh_output_view_get_type ())
G_DECLARE_FINAL_TYPE (BhOutputView, bh_output_view, BH, OUTPUT_VIEW, GtkWidget)

void bh_output_view_set_document (BhOutputView *self, BhDocument *document);
/* (transfer none): valid until the document changes. */
const char *bh_output_view_get_text (BhOutputView *self);
const BhTarget *bh_output_view_get_target (BhOutputView *self);
/* Marks the words that the finding comes from; NULL for none. */
void bh_output_view_mark (BhOutputView *self, const BhFinding *finding);

G_END_DECLS
