/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Profiles on disk: saving them, and what the window says of it. */

#include "config.h"

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "export/bh-output.h"
#include "run/bh-state-name.h"
#include "session/bh-recents.h"

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (bh_work_save_finish (BH_WORK (source), result, &error))
    {
      GFile *file = bh_work_get_file (BH_WORK (source));
      g_autofree char *name = bh_file_dup_display_name (file);
      g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

      bh_recents_add (file);
      bh_window_toast (self, text, NULL, NULL);
    }
  else
    bh_window_show_failure (self, _ ("It Cannot Be Saved"), error);
}

static void
save (BhWindow *self, GFile *file)
{
  bh_work_save_async (bh_window_get_work (self), file, on_saved, g_object_ref (self));
}

static void
on_response (GtkFileChooserNative *chooser, int response, BhWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    save (self, file);
  bh_window_take_chooser (self, NULL);
}

/* "web.json", after the container. */
static char *
dup_file_name (BhWindow *self)
{
  const BhTarget *target = bh_target_find ("profile");
  g_autofree char *stem =
      bh_state_dup_file_stem (bh_document_get_state (bh_window_get_document (self)));

  return g_strconcat (stem, target->suffix, NULL);
}

void
bh_window_save_as (BhWindow *self)
{
  g_autofree char *name = dup_file_name (self);
  GFile *file = bh_work_get_file (bh_window_get_work (self));
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save As"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                   NULL, NULL);

  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), self, 0);
  bh_window_take_chooser (self, chooser);
}

void
bh_window_save (BhWindow *self)
{
  GFile *file = bh_work_get_file (bh_window_get_work (self));

  if (file != NULL)
    save (self, file);
  else
    bh_window_save_as (self);
}

void
bh_window_restore (BhWindow *self, BhDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BH_IS_WINDOW (self));

  if (bh_work_restore (bh_window_get_work (self), draft, &error))
    bh_window_toast (self, _ ("Restored what was not saved"), NULL, NULL);
  else
    bh_window_show_failure (self, _ ("Unsaved Work Cannot Be Restored"), error);
}
