/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-remarks.h"
#include "findings/bh-findings-view.h"
#include "form/bh-form.h"
#include "output/bh-output-view.h"
#include "picture/bh-picture.h"
#include "session/bh-work.h"
#include "shell/bh-frame.h"
#include "shell/bh-section-list.h"
#include "shell/bh-window.h"
#include "start/bh-start-page.h"

G_BEGIN_DECLS

struct _BhWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  BhStartPage *start_page;
  BhFrame *frame;
  BhSectionList *sections;
  AdwWindowTitle *title;
  GtkWidget *undo;
  GtkWidget *redo;
  AdwButtonContent *findings_count;
  BhRemarks *remarks;
  BhForm *form;
  GtkStack *aside;
  BhFindingsView *findings;
  BhPicture *picture;
  BhOutputView *output;
  GMenu *recents;

  int edited; /* the setting whose row has the focus, or BH_EDIT_NOWHERE */

  /* Owned references */
  BhDocument *document;
  BhWork *work;
  GSettings *settings;
  AdwToast *toast;
};

/* What the files of the window tell each other. */

BhForm *bh_window_get_form (BhWindow *self);
BhOutputView *bh_window_get_output (BhWindow *self);
BhWork *bh_window_get_work (BhWindow *self);
void bh_window_show_editor (BhWindow *self);
/* One line of feedback, in place of the one before. ACTION with its LABEL may be NULL. */
void bh_window_toast (BhWindow *self, const char *text, const char *label, const char *action);
/* Puts STATE into the form as one step of the history. NOTES are what was said of its import. */
void bh_window_open_state (BhWindow *self, BhState *state, const GPtrArray *notes);

/* bh-window-actions.c: what menus, buttons and keys ask for. */
void bh_window_install_actions (GtkWidgetClass *widget_class);

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

/* bh-window-panes.c: the focus goes from pane to pane, and from section to section. */
void bh_window_install_pane_actions (GtkWidgetClass *widget_class);

/* bh-window-files.c: reading files, and writing outputs. */
void bh_window_ask_for_file (BhWindow *self);
/* In this window while it is empty, else in another one. */
void bh_window_open_beside (BhWindow *self, GFile *file);
void bh_window_ask_where_to_save (BhWindow *self);
/* Writes BYTES to FILE in the background and says how that went. */
void bh_window_write (BhWindow *self, GFile *file, GBytes *bytes);
void bh_window_show_failure (BhWindow *self, const char *heading, const GError *error);
/* Shows CHOOSER (transfer full), which belongs to the window until another one takes its place;
 * NULL for none. */
void bh_window_take_chooser (BhWindow *self, GtkFileChooserNative *chooser);
/* (transfer full) */
char *bh_file_dup_display_name (GFile *file);

/* bh-window-picture.c */
void bh_window_ask_where_to_save_picture (BhWindow *self);

/* bh-window-documents.c: profiles on disk. */
void bh_window_save (BhWindow *self);
void bh_window_save_as (BhWindow *self);

G_END_DECLS
