/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-fix-row.h"

#include <glib/gi18n-lib.h>

#include "bh-reflow.h"
#include "findings/bh-difference.h"

struct _BhFixRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *button;
  GtkWidget *changes;
  GtkLabel *effect;
  GtkLabel *breaks;

  /* Borrowed references */
  const BhFix *fix;

  /* Owned references */
  char *said; /* what the changes say */
};

G_DEFINE_FINAL_TYPE (BhFixRow, bh_fix_row, GTK_TYPE_BOX)

static const struct
{
  const char *title;
  const char *style_class;
} effects[] = {
  /* TRANSLATORS: of a change: it will not stop a program from working. */
  [BH_EFFECT_SAFE] = { N_ ("Safe"), "effect-safe" },
  /* TRANSLATORS: of a change: it may stop a program from working. */
  [BH_EFFECT_REVIEW] = { N_ ("Try it out"), "effect-review" },
};

static char *
dup_sentences (const GPtrArray *changes)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *sentence = bh_difference_dup_sentence (g_ptr_array_index (changes, i));

      g_string_append_printf (said, "%s\n", sentence);
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
show_changes (BhFixRow *self, const GPtrArray *changes)
{
  g_autofree char *said = dup_sentences (changes);
  GtkWidget *child;

  if (g_strcmp0 (said, self->said) == 0)
    return;
  while ((child = gtk_widget_get_first_child (self->changes)) != NULL)
    gtk_box_remove (GTK_BOX (self->changes), child);
  for (guint i = 0; i < changes->len; i++)
    gtk_box_append (GTK_BOX (self->changes), bh_difference_new (g_ptr_array_index (changes, i)));
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

void
bh_fix_row_update (BhFixRow *self, const BhReport *report, const BhFinding *finding)
{
  g_autoptr (BhState) fixed = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (BH_IS_FIX_ROW (self));

  fixed = bh_finding_fix (finding, report->state, self->fix);
  changes = bh_difference_collect (report->state, fixed);
  show_changes (self, changes);
  gtk_widget_set_visible (GTK_WIDGET (self), !bh_state_equal (fixed, report->state));
}

static void
show_fix (BhFixRow *self, const char *key)
{
  const BhFix *fix = self->fix;
  g_autofree char *name = NULL;

  /* TRANSLATORS: what a screen reader calls the button; %s is what it does. */
  name = g_strdup_printf (_ ("Apply: %s"), _ (fix->title));
  gtk_label_set_label (self->title, _ (fix->title));
  gtk_label_set_label (self->breaks, _ (fix->breaks));
  gtk_label_set_label (self->effect, _ (effects[fix->effect].title));
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), effects[fix->effect].style_class);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(ss)", key, fix->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "findings.apply");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (fix->breaks), -1);
}

static void
bh_fix_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FIX_ROW);
  G_OBJECT_CLASS (bh_fix_row_parent_class)->dispose (object);
}

static void
bh_fix_row_finalize (GObject *object)
{
  g_free (BH_FIX_ROW (object)->said);
  G_OBJECT_CLASS (bh_fix_row_parent_class)->finalize (object);
}

static void
bh_fix_row_class_init (BhFixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_fix_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_fix_row_finalize;

  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_css_name (widget_class, "fix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-fix-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFixRow, title);
  gtk_widget_class_bind_template_child (widget_class, BhFixRow, button);
  gtk_widget_class_bind_template_child (widget_class, BhFixRow, changes);
  gtk_widget_class_bind_template_child (widget_class, BhFixRow, effect);
  gtk_widget_class_bind_template_child (widget_class, BhFixRow, breaks);
}

static void
bh_fix_row_init (BhFixRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BhFixRow *
bh_fix_row_new (const char *key, const BhFix *fix)
{
  BhFixRow *self = g_object_new (BH_TYPE_FIX_ROW, NULL);

  self->fix = fix;
  show_fix (self, key);
  return self;
}
