/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "form/bh-form.h"
#include "shell/bh-section-list.h"
#include "shell/bh-window.h"

G_BEGIN_DECLS

/* What the tests of widgets have in common. */

/* Ends the program, as skipped, where there is no display; as failed if BULKHEAD_CI is set. */
void window_test_init (int *argc, char ***argv);

/* A window that is shown and holds the container of the COMMAND, or is at its start when NULL. */
BhWindow *window_test_open (const char *command);
/* Destroys it, and asserts that none of its widgets outlives it. */
void window_test_close (BhWindow *window);
/* Lets the main loop do what is due. */
void window_test_turn (void);
/* The same, until the next frame is drawn. */
void window_test_draw (BhWindow *window);

/* The first that is below ROOT, of the type and with the title or label; NULL when there is none.
 * NAME may be NULL. */
GtkWidget *window_test_find (gpointer root, GType type, const char *name);
/* Asserts that there is one. */
GtkWidget *window_test_get (gpointer root, GType type, const char *name);
/* Calls FUNC for everything that is below ROOT and mapped. */
void window_test_walk (GtkWidget *root,
                       void (*func) (GtkWidget *widget, gpointer user_data),
                       gpointer user_data);

void window_test_show_section (BhWindow *window, BhSection section);
/* (transfer full): the words after `docker run`. */
char *window_test_dup_command (BhWindow *window);
#define window_test_assert_command(window, expected)                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *command = window_test_dup_command (window);                                   \
    g_assert_cmpstr (command, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
