/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhDraft:
 *
 * The unsaved work of a window, kept in the user's state folder so that it survives closing, a
 * crash and a power cut. Only the user may read it. It is written soon after a change, in the
 * background, and put in the place of the last one in a single step.
 */
typedef struct _BhDraft BhDraft;

BhDraft *bh_draft_new (void);
/* The drafts that an earlier run left. (transfer full) (element-type BhDraft) */
GPtrArray *bh_draft_find_all (void);
/* Those that the last reference goes of stay on disk unless they were discarded; what waits to be
 * written is lost without bh_draft_flush (). */
void bh_draft_free (BhDraft *self);

/**
 * bh_draft_load:
 * @ret_file: (out) (transfer full) (nullable): the file that the work was on, if any
 *
 * Returns: (transfer full) (nullable): the work; NULL when it cannot be read, and @error is set
 */
BhState *bh_draft_load (BhDraft *self, GFile **ret_file, GError **error);

/* What shall be on disk, soon. FILE may be NULL. */
void bh_draft_keep (BhDraft *self, const BhState *state, GFile *file);
/* Nothing shall be on disk. */
void bh_draft_discard (BhDraft *self);
/* Writes what waits to be written, now: the window is about to go. */
gboolean bh_draft_flush (BhDraft *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDraft, bh_draft_free)

G_END_DECLS
