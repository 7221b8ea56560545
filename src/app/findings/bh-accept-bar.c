/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-accept-bar.h"

struct _BhAcceptBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *accepted;
  GtkLabel *reason;
  GtkWidget *accept;
  GtkWidget *take_back;
};

G_DEFINE_FINAL_TYPE (BhAcceptBar, bh_accept_bar, GTK_TYPE_BOX)

void
bh_accept_bar_set_key (BhAcceptBar *self, const char *key)
{
  g_return_if_fail (BH_IS_ACCEPT_BAR (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->accept), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->accept), "findings.accept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_back), "findings.take-back");
}

void
bh_accept_bar_update (BhAcceptBar *self, const BhAcceptance *acceptance)
{
  g_return_if_fail (BH_IS_ACCEPT_BAR (self));

  gtk_label_set_label (self->reason, acceptance != NULL ? acceptance->reason : NULL);
  gtk_widget_set_visible (self->accepted, acceptance != NULL);
  gtk_widget_set_visible (self->accept, acceptance == NULL);
  gtk_widget_set_visible (self->take_back, acceptance != NULL);
}

static void
bh_accept_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_ACCEPT_BAR);
  G_OBJECT_CLASS (bh_accept_bar_parent_class)->dispose (object);
}

static void
bh_accept_bar_class_init (BhAcceptBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_accept_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-accept-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BhAcceptBar, accepted);
  gtk_widget_class_bind_template_child (widget_class, BhAcceptBar, reason);
  gtk_widget_class_bind_template_child (widget_class, BhAcceptBar, accept);
  gtk_widget_class_bind_template_child (widget_class, BhAcceptBar, take_back);
}

static void
bh_accept_bar_init (BhAcceptBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
