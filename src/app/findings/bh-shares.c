/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-shares.h"

#include <glib/gi18n-lib.h>

#include "export/bh-mask.h"
#include "findings/bh-finding-item.h"
#include "rule/bh-share.h"

#define KEY "bh-key"

struct _BhShares
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListBox *list;
  GtkLabel *small;
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (BhShares, bh_shares, GTK_TYPE_BOX)

/* A finding and its part, in tenths of a point. */
typedef struct
{
  guint index;
  guint tenths;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *x = a;
  const Share *y = b;

  if (x->tenths != y->tenths)
    return x->tenths > y->tenths ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

static GtkWidget *
new_label (const char *text, const char *style_class, gboolean wrap)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", wrap,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
new_row (const char *key, const char *title, const char *words, guint tenths)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, NULL);
  g_autofree char *number = g_strdup_printf ("%.1f", tenths / 10.0);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, number);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (title, "body", TRUE));
  if (*words != '\0')
    gtk_box_append (GTK_BOX (texts), new_label (words, "words", TRUE));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), new_label (number, "numeric", FALSE));
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return row;
}

static GArray *
collect (const BhReport *report)
{
  g_autoptr (GArray) tenths = bh_report_dup_tenths (report);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));

  for (guint i = 0; i < tenths->len; i++)
    {
      Share share = { i, g_array_index (tenths, guint, i) };

      g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  return shares;
}

static void
clear (BhShares *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_rest (BhShares *self, const BhReport *report, guint n_small)
{
  g_autofree char *score = g_strdup_printf ("%.1f", report->score);
  g_autofree char *small = NULL;

  small = g_strdup_printf (ngettext ("%u more is too small to count.",
                                     "%u more are too small to count.", n_small),
                           n_small);
  gtk_label_set_label (self->small, small);
  gtk_widget_set_visible (GTK_WIDGET (self->small), n_small > 0);
  gtk_label_set_label (self->total, score);
}

void
bh_shares_show (BhShares *self, const BhReport *report)
{
  g_autoptr (GArray) shares = collect (report);
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);
  g_autoptr (BhState) masked = NULL;
  guint n_small = 0, n_secrets;

  g_return_if_fail (BH_IS_SHARES (self));

  masked = bh_state_mask_secrets (report->state, &n_secrets);
  clear (self);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      const BhFinding *finding = g_ptr_array_index (report->findings, share->index);
      g_autofree char *words =
          bh_finding_dup_words (masked, finding->settings, finding->n_settings);

      if (share->tenths > 0)
        gtk_list_box_append (self->list, new_row (g_ptr_array_index (keys, share->index),
                                                  _ (finding->rule->title), words, share->tenths));
      else
        n_small++;
    }
  show_rest (self, report, n_small);
}

static void
on_row (BhShares *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), KEY));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "findings.open", "s", key);
}

static void
bh_shares_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_SHARES);
  G_OBJECT_CLASS (bh_shares_parent_class)->dispose (object);
}

static void
bh_shares_class_init (BhSharesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_shares_dispose;

  gtk_widget_class_set_css_name (widget_class, "shares");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-shares.ui");
  gtk_widget_class_bind_template_child (widget_class, BhShares, list);
  gtk_widget_class_bind_template_child (widget_class, BhShares, small);
  gtk_widget_class_bind_template_child (widget_class, BhShares, total);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
bh_shares_init (BhShares *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
