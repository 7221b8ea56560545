/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

#include <locale.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "export/bh-output.h"

/* G_TEST_OPTION_ISOLATE_DIRS would hide the MIME types too, and with them how icons are read. */
static void
leave_home (void)
{
  static const char *const folders[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                         "XDG_STATE_HOME" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_BUILT, "home", g_get_prgname (), folders[i], NULL);

      g_setenv (folders[i], path, TRUE);
    }
}

void
window_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  leave_home ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BH_TEST_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (g_getenv ("BULKHEAD_CI") != NULL ? EXIT_FAILURE : EXIT_SUCCESS);
    }
  adw_init ();
  gtk_source_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
window_test_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *drawn)
{
  *drawn = TRUE;
}

void
window_test_draw (BhWindow *window)
{
  GdkFrameClock *clock;
  gulong handler;
  gboolean drawn = FALSE;

  window_test_turn ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &drawn);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

BhWindow *
window_test_open (const char *command)
{
  BhWindow *window = bh_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  if (command != NULL)
    bh_window_import_text (window, command);
  window_test_draw (window);
  return window;
}

static void
add_ours (GtkWidget *widget, GPtrArray *ours)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Bh"))
    g_ptr_array_add (ours, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_ours (child, ours);
}

void
window_test_close (BhWindow *window)
{
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  add_ours (GTK_WIDGET (window), ours);
  for (guint i = 0; i < ours->len; i++)
    {
      g_ptr_array_add (names, (gpointer) G_OBJECT_TYPE_NAME (ours->pdata[i]));
      g_object_add_weak_pointer (ours->pdata[i], &ours->pdata[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_turn ();
  for (guint i = 0; i < ours->len; i++)
    if (ours->pdata[i] != NULL)
      g_error ("A %s has outlived its window", (const char *) names->pdata[i]);
}

static const char *
name_of (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return gtk_widget_get_tooltip_text (widget);
}

GtkWidget *
window_test_find (gpointer root, GType type, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) &&
          (name == NULL || g_strcmp0 (name_of (child), name) == 0))
        return child;
      found = window_test_find (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_test_get (gpointer root, GType type, const char *name)
{
  GtkWidget *found = window_test_find (root, type, name);

  if (found == NULL)
    g_error ("There is no %s “%s”", g_type_name (type), name != NULL ? name : "");
  return found;
}

void
window_test_walk (GtkWidget *root, void (*func) (GtkWidget *, gpointer), gpointer user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      {
        func (child, user_data);
        window_test_walk (child, func, user_data);
      }
}

void
window_test_show_section (BhWindow *window, BhSection section)
{
  bh_form_show_section (BH_FORM (window_test_get (window, BH_TYPE_FORM, NULL)), section);
  window_test_draw (window);
}

char *
window_test_dup_command (BhWindow *window)
{
  const BhState *state = bh_document_get_state (bh_window_get_document (window));
  g_autoptr (BhOutput) output = bh_export_run_oneline (state, BH_EXPORT_DEFAULT);
  const char *words = g_strchomp (output->text->str);

  return g_strdup (g_str_has_prefix (words, "docker run ") ? words + strlen ("docker run ") : "");
}
