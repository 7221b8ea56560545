/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-form-spec.h"
#include "run/bh-document.h"
#include "value/bh-problem.h"

G_BEGIN_DECLS

/* What fields do to a document: the one place where edits get their names in the history. */

#define BH_EDIT_NOWHERE (-100) /* nothing sets it */

/* Index of the setting that counts, %BH_PROBLEM_IMAGE, %BH_PROBLEM_COMMAND or %BH_EDIT_NOWHERE. */
int bh_edit_find (const BhState *state, const BhFieldSpec *spec);
/* (transfer full): what an entry shows; "" when nothing is set. */
char *bh_edit_dup_text (const BhState *state, const BhFieldSpec *spec);
/* Whether STR, typed, is what the document says already, in other words perhaps. */
gboolean bh_edit_says (const BhState *state, const BhFieldSpec *spec, const char *str);
/* Nothing, the image, the command or the option becomes STR; the empty text unsets it. */
void bh_edit_set_text (BhDocument *document, const BhFieldSpec *spec, const char *str);
void bh_edit_set_flag (BhDocument *document, const BhOption *option, gboolean on);

/* VALUE is adopted (transfer full). */
void bh_edit_replace (BhDocument *document, guint index, const BhOption *option, BhText *value);
void bh_edit_add (BhDocument *document, const char *option, const char *value);
void bh_edit_remove (BhDocument *document, guint index);
void bh_edit_duplicate (BhDocument *document, guint index);
void bh_edit_move (BhDocument *document, guint from, guint to);

G_END_DECLS
