/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-accept-dialog.h"

#include <glib/gi18n-lib.h>

#define ACCEPT "accept"

struct _BhAcceptDialog
{
  AdwMessageDialog parent_instance;

  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (BhAcceptDialog, bh_accept_dialog, ADW_TYPE_MESSAGE_DIALOG)

char *
bh_accept_dialog_dup_reason (BhAcceptDialog *self)
{
  g_return_val_if_fail (BH_IS_ACCEPT_DIALOG (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
}

/* What nobody has a reason for is better fixed. */
static void
on_changed (BhAcceptDialog *self)
{
  g_autofree char *reason = bh_accept_dialog_dup_reason (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), ACCEPT, *reason != '\0');
}

static void
on_entry_activated (BhAcceptDialog *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), ACCEPT))
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), ACCEPT);
}

static void
bh_accept_dialog_class_init (BhAcceptDialogClass *klass)
{
}

static void
add_entry (BhAcceptDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  self->reason = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Reason"));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (on_entry_activated), self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), list);
}

static void
bh_accept_dialog_init (BhAcceptDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_set_heading (dialog, _ ("Accept This Warning?"));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), ACCEPT, _ ("_Accept"), NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  add_entry (self);
  on_changed (self);
}

BhAcceptDialog *
bh_accept_dialog_new (GtkWindow *parent, const char *title)
{
  BhAcceptDialog *self = g_object_new (BH_TYPE_ACCEPT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *body = NULL;

  /* TRANSLATORS: %s is the title of a warning. */
  body = g_strdup_printf (_ ("%s. The reason is kept with it. The exposure stays as high as it is, "
                             "and the warning comes back when the setting changes."),
                          title);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  return self;
}
