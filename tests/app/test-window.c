/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

typedef struct
{
  BhSection section;
  const char *title;    /* of the row */
  const char *typed;    /* into its entry */
  const char *expected; /* after `docker run` */
} Text;

/* One of each kind of field that is typed in; a wrong value is kept as it was typed. */
static const Text texts[] = {
  { BH_SECTION_IMAGE, "Image", "nginx:1.27", "nginx:1.27" },
  { BH_SECTION_IMAGE, "Image", "UPPER case", "'UPPER case'" },
  { BH_SECTION_IMAGE, "Command and arguments", "sh -c 'echo $HOME'", "img sh -c 'echo $HOME'" },
  { BH_SECTION_IMAGE, "Name", "web", "--name web img" },
  { BH_SECTION_IMAGE, "Name", "not a name", "--name 'not a name' img" },
  { BH_SECTION_NETWORK, "Host name", "web", "--hostname web img" },
  { BH_SECTION_PROCESSES, "Most processes", "100", "--pids-limit 100 img" },
  { BH_SECTION_PROCESSES, "Most processes", "many", "--pids-limit many img" },
  { BH_SECTION_RESOURCES, "Most CPUs", "1.", "--cpus 1. img" },
  { BH_SECTION_RESOURCES, "Which CPUs", "0-2,5", "--cpuset-cpus 0-2,5 img" },
  { BH_SECTION_PRIVILEGES, "Runs as", "1000:1000", "--user 1000:1000 img" },
  { BH_SECTION_LIFECYCLE, "Time between checks", "30 s", "--health-interval '30 s' img" },
};

static GtkEditable *
get_editable (BhWindow *window, const char *title)
{
  GtkWidget *row = window_test_get (window_test_get (window, BH_TYPE_FORM, NULL),
                                    ADW_TYPE_PREFERENCES_ROW, title);

  return GTK_EDITABLE (GTK_IS_EDITABLE (row) ? row : window_test_get (row, GTK_TYPE_ENTRY, NULL));
}

static void
test_text (gconstpointer data)
{
  const Text *text = data;
  BhWindow *window = window_test_open ("docker run img");
  BhDocument *document = bh_window_get_document (window);
  GtkEditable *editable;
  g_autofree char *before = NULL;

  window_test_show_section (window, text->section);
  editable = get_editable (window, text->title);
  before = g_strdup (gtk_editable_get_text (editable));

  gtk_editable_set_text (editable, text->typed);
  window_test_draw (window);
  window_test_assert_command (window, text->expected);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, text->typed);

  bh_document_undo (document);
  window_test_draw (window);
  window_test_assert_command (window, "img");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, before);

  bh_document_redo (document);
  window_test_draw (window);
  window_test_assert_command (window, text->expected);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, text->typed);
  window_test_close (window);
}

/* Every prefix of a word is a state of the document, and none of them is written back. */
static void
test_letters (void)
{
  const char *word = "127.0.0.1:5000/team/web:1.0@sha256:0123";
  BhWindow *window = window_test_open ("docker run img");
  GtkEditable *editable = get_editable (window, "Image");

  for (guint n = 1; n <= strlen (word); n++)
    {
      g_autofree char *typed = g_strndup (word, n);

      gtk_editable_set_text (editable, typed);
      window_test_turn ();
      g_assert_cmpstr (gtk_editable_get_text (editable), ==, typed);
      window_test_assert_command (window, typed);
    }
  bh_document_undo (bh_window_get_document (window));
  window_test_turn ();
  window_test_assert_command (window, "img");
  window_test_close (window);
}

static void
test_switch (void)
{
  BhWindow *window = window_test_open ("docker run img");
  GtkWidget *row;
  GtkSwitch *widget;

  window_test_show_section (window, BH_SECTION_PRIVILEGES);
  row = window_test_get (window, ADW_TYPE_ACTION_ROW, "Privileged");
  widget = GTK_SWITCH (window_test_get (row, GTK_TYPE_SWITCH, NULL));
  gtk_switch_set_active (widget, TRUE);
  window_test_draw (window);
  window_test_assert_command (window, "--privileged img");
  bh_document_undo (bh_window_get_document (window));
  window_test_draw (window);
  window_test_assert_command (window, "img");
  g_assert_false (gtk_switch_get_active (widget));
  window_test_close (window);
}

static void
test_choice (void)
{
  BhWindow *window = window_test_open ("docker run img");
  AdwComboRow *row;

  window_test_show_section (window, BH_SECTION_NETWORK);
  row = ADW_COMBO_ROW (window_test_get (window, ADW_TYPE_COMBO_ROW, "Network mode"));
  adw_combo_row_set_selected (row, 2);
  window_test_draw (window);
  window_test_assert_command (window, "--network host img");
  bh_document_undo (bh_window_get_document (window));
  window_test_draw (window);
  window_test_assert_command (window, "img");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  window_test_close (window);
}

static guint
count_rows (GtkWidget *root, const char *title)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      n += ADW_IS_PREFERENCES_ROW (child) && gtk_widget_get_mapped (child) &&
           g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0;
      n += count_rows (child, title);
    }
  return n;
}

/* What one row of a list does to the list, and that all of it can be taken back. */
static void
test_list (void)
{
  BhWindow *window = window_test_open ("docker run -p 1:1 -e A=b -p 2:2 img");
  BhDocument *document = bh_window_get_document (window);
  GtkWidget *form = window_test_get (window, BH_TYPE_FORM, NULL);
  GtkWidget *row;

  window_test_show_section (window, BH_SECTION_PORTS);
  g_assert_cmpuint (count_rows (form, "Port"), ==, 2);
  row = window_test_get (form, ADW_TYPE_PREFERENCES_ROW, "Port");

  gtk_widget_activate_action (row, "row.move-down", NULL);
  window_test_draw (window);
  window_test_assert_command (window, "--env A=b --publish 2:2 --publish 1:1 img");

  row = window_test_get (form, ADW_TYPE_PREFERENCES_ROW, "Port");
  gtk_widget_activate_action (row, "row.duplicate", NULL);
  window_test_draw (window);
  window_test_assert_command (window, "--env A=b --publish 2:2 --publish 2:2 --publish 1:1 img");
  g_assert_cmpuint (count_rows (form, "Port"), ==, 3);

  row = window_test_get (form, ADW_TYPE_PREFERENCES_ROW, "Port");
  gtk_widget_activate_action (row, "row.remove", NULL);
  window_test_draw (window);
  window_test_assert_command (window, "--env A=b --publish 2:2 --publish 1:1 img");

  while (bh_document_can_undo (document) &&
         g_strcmp0 (bh_document_get_undo_label (document), "Import") != 0)
    bh_document_undo (document);
  window_test_draw (window);
  window_test_assert_command (window, "--publish 1:1 --env A=b --publish 2:2 img");
  g_assert_cmpuint (count_rows (form, "Port"), ==, 2);
  window_test_close (window);
}

/* The row that somebody types in is there before and after; others come and go. */
static void
test_focus_stays (void)
{
  BhWindow *window = window_test_open ("docker run -p 1:1 -p 2:2 -p 3:3 img");
  GtkWidget *form = window_test_get (window, BH_TYPE_FORM, NULL);
  GtkWidget *row;
  GtkWidget *last;
  GtkWidget *entry;

  window_test_show_section (window, BH_SECTION_PORTS);
  row = window_test_get (form, ADW_TYPE_PREFERENCES_ROW, "Port");
  last = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  entry = window_test_get (last, GTK_TYPE_TEXT, NULL);
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_widget_activate_action (row, "row.remove", NULL);
  window_test_draw (window);
  window_test_assert_command (window, "--publish 2:2 --publish 3:3 img");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == entry);
  window_test_close (window);
}

static void
add_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name =
          g_strdup_printf ("/app/window/text/%s/%s", texts[i].title, texts[i].typed);

      g_strdelimit (name + strlen ("/app/window/text/"), ":'$,@", '-');
      g_test_add_data_func (name, &texts[i], test_text);
    }
}

int
main (int argc, char **argv)
{
  window_test_init (&argc, &argv);
  add_texts ();
  g_test_add_func ("/app/window/letters", test_letters);
  g_test_add_func ("/app/window/switch", test_switch);
  g_test_add_func ("/app/window/choice", test_choice);
  g_test_add_func ("/app/window/list", test_list);
  g_test_add_func ("/app/window/focus-stays", test_focus_stays);
  return g_test_run ();
}
