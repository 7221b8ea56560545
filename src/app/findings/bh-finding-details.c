/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-finding-details.h"

#include <glib/gi18n-lib.h>

#include "findings/bh-accept-bar.h"
#include "findings/bh-fix-row.h"
#include "findings/bh-sources.h"

struct _BhFindingDetails
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *exposes;
  GtkLabel *attack;
  GtkLabel *legitimate;
  GtkWidget *fixes_title;
  GtkWidget *fixes;
  GtkLabel *sources;
  GtkWidget *reveal;
  BhAcceptBar *accept_bar;
};

G_DEFINE_FINAL_TYPE (BhFindingDetails, bh_finding_details, GTK_TYPE_BOX)

void
bh_finding_details_update (BhFindingDetails *self, const BhReport *report, const BhFinding *finding)
{
  gboolean any = FALSE;

  g_return_if_fail (BH_IS_FINDING_DETAILS (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->fixes); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      bh_fix_row_update (BH_FIX_ROW (row), report, finding);
      any |= gtk_widget_get_visible (row);
    }
  gtk_widget_set_visible (self->fixes_title, any);
  gtk_widget_set_visible (self->fixes, any);
  bh_accept_bar_update (self->accept_bar, finding->acceptance);
}

static void
show_rule (BhFindingDetails *self, const char *key, const BhRule *rule)
{
  gtk_label_set_label (self->exposes, _ (rule->exposes));
  gtk_label_set_label (self->attack, _ (rule->attack));
  gtk_label_set_label (self->legitimate, _ (rule->legitimate));
  bh_sources_show (self->sources, rule->references);
  bh_accept_bar_set_key (self->accept_bar, key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reveal), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reveal), "findings.reveal");
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    gtk_box_append (GTK_BOX (self->fixes), GTK_WIDGET (bh_fix_row_new (key, &rule->fixes[i])));
}

static void
bh_finding_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FINDING_DETAILS);
  G_OBJECT_CLASS (bh_finding_details_parent_class)->dispose (object);
}

static void
bh_finding_details_class_init (BhFindingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_finding_details_dispose;

  g_type_ensure (BH_TYPE_ACCEPT_BAR);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-finding-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, exposes);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, attack);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, legitimate);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, fixes_title);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, fixes);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, reveal);
  gtk_widget_class_bind_template_child (widget_class, BhFindingDetails, accept_bar);
}

static void
bh_finding_details_init (BhFindingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BhFindingDetails *
bh_finding_details_new (const char *key, const BhRule *rule)
{
  BhFindingDetails *self = g_object_new (BH_TYPE_FINDING_DETAILS, NULL);

  show_rule (self, key, rule);
  return self;
}
