/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-test.h"

#include <locale.h>
#include <string.h>

#include <gtksourceview/gtksource.h>

#include "export/bh-output.h"

static gboolean
on_time (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
widget_test_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (60, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

BhDocument *
widget_test_new_document (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_text (command, -1, &error);
  BhDocument *document = bh_document_new ();

  g_assert_no_error (error);
  bh_document_change (document, g_ptr_array_index (import->states, 0), "import", NULL);
  return document;
}

char *
widget_test_dup_command (BhDocument *document)
{
  g_autoptr (BhOutput) output =
      bh_export_run_oneline (bh_document_get_state (document), BH_EXPORT_DEFAULT);

  return g_strchomp (g_strdup (output->text->str));
}

GtkWindow *
widget_test_show (GtkWidget *widget)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 720, 900);
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  widget_test_settle ();
  return GTK_WINDOW (window);
}

void
widget_test_close (GtkWindow *window, gpointer widget)
{
  gtk_window_destroy (window);
  widget_test_settle ();
  g_assert_finalize_object (widget);
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
widget_test_find (gpointer root, GType type, guint n)
{
  return find_nth (GTK_WIDGET (root), type, &n);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
widget_test_find_saying (gpointer root, GType type, const char *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (root), text);

  return label != NULL ? gtk_widget_get_ancestor (label, type) : NULL;
}

gboolean
widget_test_says (gpointer root, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (root);

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (widget_test_says (child, text))
      return TRUE;
  return FALSE;
}

int
widget_test_run (int argc, char **argv, void (*add_tests) (void))
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  /* Without a display there is nothing to test, which must not look like success in CI. */
  if (!gtk_init_check ())
    {
      if (g_getenv ("BULKHEAD_CI") != NULL)
        g_error ("There is no display.");
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();
  gtk_source_init ();
  add_tests ();
  return g_test_run ();
}
