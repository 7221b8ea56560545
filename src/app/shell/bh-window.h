/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "run/bh-document.h"

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
/* Opens what the text holds; asks which one when it holds several. */
void bh_window_import_text (BhWindow *self, const char *text);

G_END_DECLS
