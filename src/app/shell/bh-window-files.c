/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "import/bh-import.h"
#include "run/bh-state-name.h"
#include "session/bh-recents.h"

char *
bh_file_dup_display_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename);
}

void
bh_window_show_failure (BhWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Our own kind of file: what is saved goes back to it. */
static gboolean
is_profile (const char *text)
{
  const BhSource *source = bh_source_find ("profile");

  return source->recognises (text, strlen (text));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    {
      text = g_utf8_make_valid (contents, (gssize) length);
      if (bh_window_import_text (self, text) && is_profile (text))
        {
          bh_work_set_opened (bh_window_get_work (self), G_FILE (source));
          bh_recents_add (G_FILE (source));
        }
    }
  else
    {
      g_autofree char *name = bh_file_dup_display_name (G_FILE (source));
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);

      bh_window_show_failure (self, heading, error);
    }
}

/* What is too large is not read first and refused then. */
static void
on_size (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWindow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info != NULL && g_file_info_get_size (info) > BH_IMPORT_MAX_BYTES)
    bh_window_toast (self, _ ("The file is too large to hold a command"), NULL, NULL);
  else
    g_file_load_contents_async (G_FILE (source), NULL, on_loaded, g_object_ref (self));
}

void
bh_window_open_file (BhWindow *self, GFile *file)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, on_size, g_object_ref (self));
}

/* GTK does not keep native dialogs alive. */
void
bh_window_take_chooser (BhWindow *self, GtkFileChooserNative *chooser)
{
  if (chooser != NULL)
    {
      gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
    }
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
}

/* A window that holds something keeps it. */
void
bh_window_open_beside (BhWindow *self, GFile *file)
{
  BhWindow *window = self;

  if (!bh_window_is_empty (self))
    {
      window = bh_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (window));
    }
  bh_window_open_file (window, file);
}

static void
on_open_response (GtkFileChooserNative *chooser, int response, BhWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    bh_window_open_beside (self, file);
  bh_window_take_chooser (self, NULL);
}

void
bh_window_ask_for_file (BhWindow *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Open File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                   NULL, NULL);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response), self, 0);
  bh_window_take_chooser (self, chooser);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bh_file_dup_display_name (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

      bh_window_toast (self, text, NULL, NULL);
    }
  else
    {
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Saved"), name);

      bh_window_show_failure (self, heading, error);
    }
}

void
bh_window_write (BhWindow *self, GFile *file, GBytes *bytes)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_saved,
                                       g_object_ref (self));
}

static void
on_save_response (GtkFileChooserNative *chooser, int response, BhWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      char *text = bh_output_view_dup_text (bh_window_get_output (self), NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      bh_window_write (self, file, bytes);
    }
  bh_window_take_chooser (self, NULL);
}

void
bh_window_ask_where_to_save (BhWindow *self)
{
  const BhTarget *target = bh_output_view_get_target (bh_window_get_output (self));
  const BhState *state = bh_document_get_state (bh_window_get_document (self));
  g_autofree char *stem =
      g_str_equal (target->id, "compose") ? g_strdup ("compose") : bh_state_dup_file_stem (state);
  g_autofree char *name = g_strconcat (stem, target->suffix, NULL);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save Output"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_save_response), self, 0);
  bh_window_take_chooser (self, chooser);
}
