/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "import/bh-import.h"
#include "run/bh-document.h"

/* What tests of widgets have in common: a document from a command, a window to stand in, and ways
 * to find what a person would look for. */

/* Lets what is due happen: updates, layout, a frame or two. */
void widget_test_settle (void);
/* (transfer full): with the command, which has no history. */
BhDocument *widget_test_new_document (const char *command);
/* (transfer full): the document as `docker run` on one line, without the newline. */
char *widget_test_dup_command (BhDocument *document);
/* (transfer none): shows WIDGET in a window of its own. */
GtkWindow *widget_test_show (GtkWidget *widget);
/* Closes the window and makes sure that nothing holds WIDGET, which is adopted (transfer full). */
void widget_test_close (GtkWindow *window, gpointer widget);

/* (nullable): the Nth visible widget of the type below ROOT. */
gpointer widget_test_find (gpointer root, GType type, guint n);
/* (nullable): the widget of the type that says TEXT: a label, or whatever has such a label in it.
 */
gpointer widget_test_find_saying (gpointer root, GType type, const char *text);
/* Whether any label below ROOT, seen or not, has TEXT in it. */
gboolean widget_test_says (gpointer root, const char *text);

int widget_test_run (int argc, char **argv, void (*add_tests) (void));
