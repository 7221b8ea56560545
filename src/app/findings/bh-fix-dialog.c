/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-fix-dialog.h"

#include <glib/gi18n-lib.h>

#include "findings/bh-difference.h"

#define MAX_HEIGHT 320

static GtkWidget *
new_row (const BhChange *change)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "selectable", FALSE,
                                 "child", bh_difference_new (change), NULL);
  g_autofree char *name = bh_difference_dup_sentence (change);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
new_list (const GPtrArray *changes)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changes"), -1);
  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (g_ptr_array_index (changes, i)));
  return list;
}

static char *
dup_body (const BhReport *report, const BhState *fixed)
{
  g_autoptr (BhReport) after = bh_report_new (fixed);
  g_autofree char *from = g_strdup_printf ("%.1f", report->score);
  g_autofree char *to = g_strdup_printf ("%.1f", after->score);

  /* TRANSLATORS: both %s are scores from 0.0 to 10.0. */
  return g_strdup_printf (_ ("The container keeps working, unless its program is an unusual one. "
                             "Exposure goes from %s to %s."),
                          from, to);
}

GtkWidget *
bh_fix_dialog_new (GtkWindow *parent, const BhReport *report, BhState *fixed)
{
  g_autoptr (GPtrArray) changes = bh_difference_collect (report->state, fixed);
  g_autofree char *body = dup_body (report, fixed);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Fix What Is Safe?"), body);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", new_list (changes), "hscrollbar-policy",
                    GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height",
                    MAX_HEIGHT, "width-request", 280, NULL);

  gtk_widget_add_css_class (dialog, "differences");
  adw_message_dialog_set_extra_child (self, scroller);
  adw_message_dialog_add_responses (self, "cancel", _ ("_Cancel"), "apply", _ ("_Fix"), NULL);
  adw_message_dialog_set_response_appearance (self, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self, "apply");
  adw_message_dialog_set_close_response (self, "cancel");
  return dialog;
}
