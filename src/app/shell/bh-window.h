/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "run/bh-document.h"
#include "session/bh-draft.h"

G_BEGIN_DECLS

/**
 * BhWindow:
 *
 * A window with one container.
 */
#define BH_TYPE_WINDOW (bh_window_get_type ())
G_DECLARE_FINAL_TYPE (BhWindow, bh_window, BH, WINDOW, AdwApplicationWindow)

/* APPLICATION may be NULL, for tests. */
BhWindow *bh_window_new (AdwApplication *application);
/* (transfer none) */
BhDocument *bh_window_get_document (BhWindow *self);
/* Reads the file in the background and opens what it holds. */
void bh_window_open_file (BhWindow *self, GFile *file);
/* Opens what the text holds; asks which one when it holds several, and says what is wrong when it
 * holds none. Returns whether that was not necessary. */
gboolean bh_window_import_text (BhWindow *self, const char *text);
/* Whether there is nothing in it yet. */
gboolean bh_window_is_empty (BhWindow *self);
/* Goes on with unsaved work; DRAFT is adopted. */
void bh_window_restore (BhWindow *self, BhDraft *draft);

G_END_DECLS
