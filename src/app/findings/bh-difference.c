/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-difference.h"

#include <glib/gi18n-lib.h>

#include "bh-reflow.h"
#include "export/bh-mask.h"

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

GPtrArray *
bh_difference_collect (const BhState *before, const BhState *after)
{
  guint n_secrets;
  g_autoptr (BhState) masked_before = bh_state_mask_secrets (before, &n_secrets);
  g_autoptr (BhState) masked_after = bh_state_mask_secrets (after, &n_secrets);

  return bh_changes_new (masked_before, masked_after);
}

static void
add_line (GtkWidget *box, guint side, const char *words)
{
  GtkWidget *line, *sign, *text;
  g_autofree char *spoken = NULL;

  if (words == NULL)
    return;
  line = bh_reflow_new (6);
  sign = g_object_new (GTK_TYPE_LABEL, "label", sides[side].sign, "valign", GTK_ALIGN_START,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  text = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  spoken = g_strdup_printf (_ (sides[side].spoken), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (line, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (text, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (line, sides[side].style_class);
  bh_reflow_append (BH_REFLOW (line), sign);
  bh_reflow_append (BH_REFLOW (line), text);
  gtk_box_append (GTK_BOX (box), line);
}

GtkWidget *
bh_difference_new (const BhChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "difference");
  add_line (box, 0, change->before);
  add_line (box, 1, change->after);
  return box;
}

char *
bh_difference_dup_sentence (const BhChange *change)
{
  if (change->before == NULL || change->after == NULL)
    return g_strdup_printf (_ (sides[change->after != NULL].spoken),
                            change->after != NULL ? change->after : change->before);
  /* TRANSLATORS: words of a command before and after a change. */
  return g_strdup_printf (_ ("%s becomes %s"), change->before, change->after);
}
