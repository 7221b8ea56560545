/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-section-row.h"

#include <glib/gi18n-lib.h>

#include "bh-severity-style.h"
#include "form/bh-form.h"
#include "value/bh-problem.h"

struct _BhSectionRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkImage *problem;
  GtkLabel *count;

  BhSection section;
  const char *count_class;
};

G_DEFINE_FINAL_TYPE (BhSectionRow, bh_section_row, GTK_TYPE_LIST_BOX_ROW)

/* What is only worth knowing is not counted as a warning, nor what was accepted. */
static guint
count_findings (BhSectionRow *self, const BhReport *report, BhSeverity *ret_worst)
{
  guint n = 0;

  *ret_worst = BH_SEVERITY_INFO;
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule->section != self->section || finding->severity == BH_SEVERITY_INFO ||
          finding->acceptance != NULL)
        continue;
      *ret_worst = MAX (*ret_worst, finding->severity);
      n++;
    }
  return n;
}

static gboolean
is_here (BhSectionRow *self, const BhState *state, const BhProblem *problem)
{
  return bh_form_find_section (state, problem->setting) == self->section ||
         (problem->other >= 0 && bh_form_find_section (state, problem->other) == self->section);
}

static gboolean
has_problem (BhSectionRow *self, BhDocument *document)
{
  const BhState *state = bh_document_get_state (document);
  const GPtrArray *problems = bh_document_get_problems (document);

  for (guint i = 0; i < problems->len; i++)
    {
      const BhProblem *problem = g_ptr_array_index (problems, i);

      /* An empty form has no image yet: that is no mistake. */
      if ((problem->setting != BH_PROBLEM_WHOLE || state->n_settings > 0) &&
          bh_problem_is_refusal (problem) && is_here (self, state, problem))
        return TRUE;
    }
  return FALSE;
}

static void
describe (BhSectionRow *self, guint n_findings, gboolean problem)
{
  const char *title = bh_section_get_title (self->section);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", n_findings), n_findings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem ? _ ("Something here would be refused")
                                          : (n_findings > 0 ? count : ""),
                                  -1);
}

void
bh_section_row_update (BhSectionRow *self, BhDocument *document)
{
  BhSeverity worst;
  guint n;
  gboolean problem;
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_SECTION_ROW (self));

  n = count_findings (self, bh_document_get_report (document), &worst);
  problem = has_problem (self, document);
  text = g_strdup_printf ("%u", n);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem);
  if (self->count_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), self->count_class);
  self->count_class = bh_severity_get_style_class (worst);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), self->count_class);
  describe (self, n, problem);
}

BhSection
bh_section_row_get_section (BhSectionRow *self)
{
  g_return_val_if_fail (BH_IS_SECTION_ROW (self), BH_SECTION_IMAGE);

  return self->section;
}

static void
bh_section_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_SECTION_ROW);
  G_OBJECT_CLASS (bh_section_row_parent_class)->dispose (object);
}

static void
bh_section_row_class_init (BhSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_section_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/shell/"
                                                             "bh-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhSectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BhSectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, BhSectionRow, problem);
  gtk_widget_class_bind_template_child (widget_class, BhSectionRow, count);
}

static void
bh_section_row_init (BhSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BhSectionRow *
bh_section_row_new (BhSection section)
{
  BhSectionRow *self = g_object_new (BH_TYPE_SECTION_ROW, NULL);
  g_autofree char *icon_name =
      g_strdup_printf ("bh-section-%s-symbolic", bh_section_to_string (section));

  self->section = section;
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->title, bh_section_get_title (section));
  return self;
}
