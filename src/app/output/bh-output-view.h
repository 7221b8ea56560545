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
 * Secrets are shown as dots until they are asked for.
 *
 * Properties: `target` (id of a #BhTarget); `long-options`, `one-line`, `reveal-secrets` (boolean).
 */
#define BH_TYPE_OUTPUT_VIEW (bh_output_view_get_type ())
G_DECLARE_FINAL_TYPE (BhOutputView, bh_output_view, BH, OUTPUT_VIEW, GtkWidget)

void bh_output_view_set_document (BhOutputView *self, BhDocument *document);
/* (transfer full): the whole output, secrets too. RET_N_SECRETS (nullable) gets how many those are.
 */
char *bh_output_view_dup_text (BhOutputView *self, guint *ret_n_secrets);
const BhTarget *bh_output_view_get_target (BhOutputView *self);
/* Marks the words of these settings, indices as in BhFinding, instead of those marked before. */
void bh_output_view_mark (BhOutputView *self, const int *settings, guint n_settings);

G_END_DECLS
