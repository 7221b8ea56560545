/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-findings-view.h"
#include "form/bh-form.h"
#include "form/bh-picker.h"
#include "form/bh-port-row.h"
#include "output/bh-output-view.h"
#include "shell/bh-section-list.h"
#include "shell/bh-window.h"
#include "widget-test.h"

static BhWindow *
new_window (const char *command)
{
  BhWindow *window = bh_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  bh_window_import_text (window, command);
  widget_test_settle ();
  return window;
}

static void
close_window (BhWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_settle ();
}

static void
activate (BhWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  widget_test_settle ();
}

static gboolean
focus_is_in (BhWindow *window, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static void
test_panes (void)
{
  BhWindow *window = new_window ("docker run -d -p 80:80 nginx");

  g_test_summary ("F6 goes from pane to pane and round, either way");
  gtk_widget_child_focus (widget_test_find (window, BH_TYPE_SECTION_LIST, 0), GTK_DIR_TAB_FORWARD);
  activate (window, "win.next-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_FORM));
  activate (window, "win.next-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_FINDINGS_VIEW));
  activate (window, "win.next-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_OUTPUT_VIEW));
  activate (window, "win.next-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_SECTION_LIST));
  activate (window, "win.previous-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_OUTPUT_VIEW));
  activate (window, "win.previous-pane");
  g_assert_true (focus_is_in (window, BH_TYPE_FINDINGS_VIEW));
  close_window (window);
}

static void
test_sections (void)
{
  BhWindow *window = new_window ("docker run -d -p 80:80 nginx");
  BhForm *form = widget_test_find (window, BH_TYPE_FORM, 0);

  g_test_summary ("sections are chosen by number and in turn, and the focus stays in the form");
  gtk_widget_child_focus (GTK_WIDGET (form), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.section", "u", BH_SECTION_PORTS);
  widget_test_settle ();
  g_assert_cmpint (bh_form_get_section (form), ==, BH_SECTION_PORTS);
  g_assert_true (focus_is_in (window, BH_TYPE_PORT_ROW));
  activate (window, "win.next-section");
  g_assert_cmpint (bh_form_get_section (form), ==, BH_SECTION_NETWORK);
  g_assert_true (focus_is_in (window, ADW_TYPE_COMBO_ROW));
  activate (window, "win.previous-section");
  activate (window, "win.previous-section");
  activate (window, "win.previous-section");
  g_assert_cmpint (bh_form_get_section (form), ==, BH_SECTION_OTHER);
  g_assert_true (focus_is_in (window, BH_TYPE_PICKER));
  close_window (window);
}

static gboolean
is_marked (BhWindow *window, const char *words)
{
  GtkTextView *view = widget_test_find (window, GTK_TYPE_TEXT_VIEW, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "cause");
  GtkTextIter start, end;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_forward_search (&start, words, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL))
    return FALSE;
  return gtk_text_iter_has_tag (&start, tag);
}

static void
test_marks (void)
{
  BhWindow *window = new_window ("docker run -d -p 80:80 -p 81:81 nginx");
  BhForm *form = widget_test_find (window, BH_TYPE_FORM, 0);

  g_test_summary ("the words of the row with the focus are marked in the output");
  bh_form_reveal (form, 2, BH_REVEAL_FOCUS);
  widget_test_settle ();
  g_assert_true (is_marked (window, "81:81"));
  g_assert_false (is_marked (window, "80:80"));
  activate (window, "win.next-pane");
  g_assert_false (is_marked (window, "81:81"));
  close_window (window);
}

static void
test_undo_shows (void)
{
  BhWindow *window = new_window ("docker run -d -p 80:80 nginx");
  BhForm *form = widget_test_find (window, BH_TYPE_FORM, 0);
  BhDocument *document = bh_window_get_document (window);
  g_autoptr (BhSetting) setting = bh_setting_new ("memory", "1g");
  g_autoptr (BhState) state = bh_state_add (bh_document_get_state (document), setting);

  g_test_summary ("undo and redo show the page of what they change");
  bh_document_change (document, state, "add memory", NULL);
  widget_test_settle ();
  g_assert_cmpint (bh_form_get_section (form), ==, BH_SECTION_IMAGE);
  activate (window, "win.undo");
  g_assert_cmpint (bh_form_get_section (form), ==, BH_SECTION_RESOURCES);
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/sections", test_sections);
  g_test_add_func ("/window/marks", test_marks);
  g_test_add_func ("/window/undo-shows", test_undo_shows);
}

int
main (int argc, char **argv)
{
  return widget_test_run (argc, argv, add_tests);
}
