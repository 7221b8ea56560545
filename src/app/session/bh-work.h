/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "run/bh-document.h"
#include "session/bh-draft.h"

G_BEGIN_DECLS

/**
 * BhWork:
 *
 * A document on its way to disk: the file that it was saved to, whether it differs from what is
 * there, and the draft that keeps the difference.
 *
 * Properties: `file` (nullable), `modified`.
 */
#define BH_TYPE_WORK (bh_work_get_type ())
G_DECLARE_FINAL_TYPE (BhWork, bh_work, BH, WORK, GObject)

BhWork *bh_work_new (BhDocument *document);
/* (transfer none) (nullable) */
GFile *bh_work_get_file (BhWork *self);
gboolean bh_work_is_modified (BhWork *self);

/* The document's state is what FILE holds. */
void bh_work_set_opened (BhWork *self, GFile *file);
/* Goes on where DRAFT (transfer full) left off. */
gboolean bh_work_restore (BhWork *self, BhDraft *draft, GError **error);
/* Writes a profile to FILE, which the work belongs to afterwards. */
void
bh_work_save_async (BhWork *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean bh_work_save_finish (BhWork *self, GAsyncResult *result, GError **error);
/* The window is about to go: what is not saved is put where the next start finds it. */
void bh_work_close (BhWork *self);

G_END_DECLS
