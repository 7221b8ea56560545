/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "bh-types.h"
#include "run/bh-state.h"
#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhDocument:
 *
 * What the app binds to: the current state and its history. Views never talk to each other; they
 * change the document and follow its signals:
 *
 *  - `changed`: the state is another one, emitted at once (for the widget that is being edited)
 *  - `updated`: emitted once before the next frame however many changes there were; report,
 *    problems and outputs are worth asking for again.
 *
 * Properties: `can-undo`, `can-redo`, `undo-label`, `redo-label`.
 */
#define BH_TYPE_DOCUMENT (bh_document_get_type ())
G_DECLARE_FINAL_TYPE (BhDocument, bh_document, BH, DOCUMENT, GObject)

BhDocument *bh_document_new (void);
/* (transfer none) */
const BhState *bh_document_get_state (BhDocument *self);
/* (transfer none), computed when asked for, once per state. */
const BhReport *bh_document_get_report (BhDocument *self);
/* (transfer none) (element-type BhProblem), likewise. */
const GPtrArray *bh_document_get_problems (BhDocument *self);

/**
 * bh_document_change:
 * @state: the new state
 * @label: translated name of the step, for "Undo: …"
 * @merge_key: (nullable): steps in a row with the same key (the same field being typed in) become
 * one
 *
 * Makes @state the current one. Nothing happens when it equals the current one.
 */
void
bh_document_change (BhDocument *self, BhState *state, const char *label, const char *merge_key);
/* The next change starts a new step whatever its key: a field lost focus. */
void bh_document_end_merge (BhDocument *self);

gboolean bh_document_can_undo (BhDocument *self);
gboolean bh_document_can_redo (BhDocument *self);
const char *bh_document_get_undo_label (BhDocument *self);
const char *bh_document_get_redo_label (BhDocument *self);
void bh_document_undo (BhDocument *self);
void bh_document_redo (BhDocument *self);

G_END_DECLS
