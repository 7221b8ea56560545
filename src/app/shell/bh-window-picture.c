/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "picture/bh-picture-file.h"
#include "run/bh-state-name.h"

/* Pixels where the name asks for them, else a drawing. */
static GBytes *
print (BhWindow *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".png") ? bh_picture_print_png (self->picture, error)
                                         : bh_picture_print_svg (self->picture, error);
}

static void
on_response (GtkFileChooserNative *chooser, int response, BhWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      bytes = print (self, file, &error);
      if (bytes != NULL)
        bh_window_write (self, file, bytes);
      else
        bh_window_show_failure (self, _ ("The Picture Cannot Be Drawn"), error);
    }
  bh_window_take_chooser (self, NULL);
}

void
bh_window_ask_where_to_save_picture (BhWindow *self)
{
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (BH_IS_WINDOW (self));

  stem = bh_state_dup_file_stem (bh_document_get_state (self->document));
  name = g_strconcat (stem, ".svg", NULL);
  /* Only what is shown has a size. */
  bh_window_show_editor (self);
  g_object_set (self->frame, "show-aside", TRUE, NULL);
  gtk_stack_set_visible_child_name (self->aside, "picture");
  chooser = gtk_file_chooser_native_new (_ ("Save Picture"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), self, 0);
  bh_window_take_chooser (self, chooser);
}
