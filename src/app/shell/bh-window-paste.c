/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "import/bh-import.h"
#include "start/bh-import-dialog.h"

static void
on_chosen (BhWindow *self, BhState *state, GPtrArray *notes)
{
  bh_window_open_state (self, state, notes);
}

void
bh_window_ask_for_import (BhWindow *self, const char *text)
{
  BhImportDialog *dialog = bh_import_dialog_new (GTK_WINDOW (self), text);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
bh_window_import_text (BhWindow *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = NULL;

  g_return_val_if_fail (BH_IS_WINDOW (self), FALSE);

  import = bh_import_text (text, -1, &error);
  if (import != NULL && import->states->len == 1)
    {
      bh_window_open_state (self, g_ptr_array_index (import->states, 0), import->notes);
      return TRUE;
    }
  /* It asks which one, or says what is wrong beside the text, which can be put right there. */
  bh_window_ask_for_import (self, text);
  return FALSE;
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && *text != '\0')
    bh_window_import_text (self, text);
  else
    bh_window_toast (self, _ ("There is no text to paste"), NULL, NULL);
}

void
bh_window_paste (BhWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_pasted,
                                 g_object_ref (self));
}

static gboolean
on_drop (BhWindow *self, const GValue *value)
{
  GSList *files;

  if (G_VALUE_HOLDS_STRING (value))
    {
      bh_window_import_text (self, g_value_get_string (value));
      return TRUE;
    }
  files = g_value_get_boxed (value);
  if (files == NULL)
    return FALSE;
  bh_window_open_file (self, files->data);
  return TRUE;
}

void
bh_window_accept_drops (BhWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
