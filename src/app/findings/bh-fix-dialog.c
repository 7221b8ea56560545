/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-fix-dialog.h"

#include <glib/gi18n-lib.h>

#include "export/bh-change.h"

#define MAX_HEIGHT 320

/* A sign for the eye, a word for those who are read to. */
static const struct
{
  const char *sign;
  const char *spoken;
  const char *style_class;
} sides[] = {
  /* TRANSLATORS: a line of a command that goes away; %s is its words. */
  { "−", N_ ("Before: %s"), "gone" },
  /* TRANSLATORS: a line of a command that comes in; %s is its words. */
  { "+", N_ ("After: %s"), "come" },
};

static void
add_line (GtkWidget *box, guint side, const char *words)
{
  GtkWidget *line, *sign, *text;
  g_autofree char *spoken = NULL;

  if (words == NULL)
    return;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  sign = g_object_new (GTK_TYPE_LABEL, "label", sides[side].sign, "valign", GTK_ALIGN_START,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  text = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  spoken = g_strdup_printf (_ (sides[side].spoken), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (line, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (line, sides[side].style_class);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
new_row (const BhChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "selectable", FALSE,
                                 "child", box, NULL);
  g_autofree char *name = NULL;

  add_line (box, 0, change->before);
  add_line (box, 1, change->after);
  gtk_widget_add_css_class (row, "difference");
  /* TRANSLATORS: before and after of a line of a command. */
  name = change->before != NULL && change->after != NULL
             ? g_strdup_printf (_ ("%s becomes %s"), change->before, change->after)
             : g_strdup_printf (_ (sides[change->after != NULL].spoken),
                                change->after != NULL ? change->after : change->before);
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
  g_autoptr (GPtrArray) changes = bh_changes_new (report->state, fixed);
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
