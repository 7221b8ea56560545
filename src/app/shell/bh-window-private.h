/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-form.h"
#include "output/bh-output-view.h"
#include "shell/bh-window.h"

G_BEGIN_DECLS

/* What the files of the window tell each other. */

BhForm *bh_window_get_form (BhWindow *self);
BhOutputView *bh_window_get_output (BhWindow *self);
/* One line of feedback, in place of the one before. ACTION with its LABEL may be NULL. */
void bh_window_toast (BhWindow *self, const char *text, const char *label, const char *action);
/* Puts STATE into the form as one step of the history. NOTES are what was said of its import. */
void bh_window_open_state (BhWindow *self, BhState *state, const GPtrArray *notes);

/* bh-window-paste.c: text from the clipboard or dropped. */
void bh_window_paste (BhWindow *self);
void bh_window_ask_for_import (BhWindow *self, const char *text);
void bh_window_accept_drops (BhWindow *self);

/* bh-window-follow.c: the eye is led to what changes. */
void bh_window_show_changes (BhWindow *self, const BhState *before);
/* Undo or redo. */
void bh_window_step (BhWindow *self, void (*step) (BhDocument *document));
/* Shows what can be fixed without a try, and does it when a person says so. */
void bh_window_ask_to_fix (BhWindow *self);

/* bh-window-files.c */
void bh_window_ask_for_file (BhWindow *self);
void bh_window_ask_where_to_save (BhWindow *self);

G_END_DECLS
