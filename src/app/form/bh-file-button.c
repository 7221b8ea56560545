/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-file-button.h"

#include <glib/gi18n-lib.h>

struct _BhFileButton
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *file;
  GtkWidget *either;

  /* Owned references */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (BhFileButton, bh_file_button, GTK_TYPE_WIDGET)

enum
{
  PROP_FOLDERS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In a sandbox the path of a file is one that only the sandbox knows; the engine needs the other.
 */
#define HOST_PATH "xattr::document-portal.host-path"

static char *
dup_path (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, HOST_PATH, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *host_path = info != NULL ? g_file_info_get_attribute_string (info, HOST_PATH) : NULL;

  return host_path != NULL ? g_strdup (host_path) : g_file_get_path (file);
}

static void
drop_chooser (BhFileButton *self)
{
  if (self->chooser == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->chooser, self);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}

static void
on_response (BhFileButton *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT && file != NULL ? dup_path (file) : NULL;

  drop_chooser (self);
  if (path != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, path);
}

static void
on_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFileButton *self = BH_FILE_BUTTON (widget);
  gboolean folder = g_str_equal (name, "choose.folder");
  GtkRoot *root = gtk_widget_get_root (widget);

  drop_chooser (self);
  self->chooser = gtk_file_chooser_native_new (folder ? _ ("Choose a Folder") : _ ("Choose a File"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                      : GTK_FILE_CHOOSER_ACTION_OPEN,
                                               NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
bh_file_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BhFileButton *self = BH_FILE_BUTTON (object);

  if (prop_id == PROP_FOLDERS)
    {
      gtk_widget_set_visible (self->file, !g_value_get_boolean (value));
      gtk_widget_set_visible (self->either, g_value_get_boolean (value));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_file_button_dispose (GObject *object)
{
  drop_chooser (BH_FILE_BUTTON (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FILE_BUTTON);
  G_OBJECT_CLASS (bh_file_button_parent_class)->dispose (object);
}

static void
bh_file_button_class_init (BhFileButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_file_button_set_property;
  object_class->dispose = bh_file_button_dispose;

  properties[PROP_FOLDERS] = g_param_spec_boolean ("folders", NULL, NULL, FALSE,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "choose.file", NULL, on_choose);
  gtk_widget_class_install_action (widget_class, "choose.folder", NULL, on_choose);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-file-button.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFileButton, file);
  gtk_widget_class_bind_template_child (widget_class, BhFileButton, either);
}

static void
bh_file_button_init (BhFileButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
