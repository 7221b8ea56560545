/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "start/bh-import-dialog.h"

#include "start/bh-paste-box.h"

struct _BhImportDialog
{
  AdwWindow parent_instance;

  BhPasteBox *paste_box;
};

G_DEFINE_FINAL_TYPE (BhImportDialog, bh_import_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_chosen (BhImportDialog *self, BhState *state, GPtrArray *notes)
{
  g_signal_emit (self, signals[CHOSEN], 0, state, notes);
  gtk_window_close (GTK_WINDOW (self));
}

static void
bh_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (bh_import_dialog_parent_class)->dispose (object);
}

static void
bh_import_dialog_class_init (BhImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_import_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_PTR_ARRAY);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BH_TYPE_PASTE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/start/"
                                                             "bh-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BhImportDialog, paste_box);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
bh_import_dialog_init (BhImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->paste_box));
}

BhImportDialog *
bh_import_dialog_new (GtkWindow *parent, const char *text)
{
  BhImportDialog *self = g_object_new (BH_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  if (text != NULL)
    bh_paste_box_set_text (self->paste_box, text);
  return self;
}
