/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-exposure-bar.h"

#include <glib/gi18n-lib.h>

#include "bh-severity-style.h"
#include "findings/bh-shares.h"

#define PROMISE_DELAY_MS 150
#define N_SEVERITIES (BH_SEVERITY_CRITICAL + 1)

struct _BhExposureBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *score;
  GtkLabel *grade;
  GtkLevelBar *level;
  GtkBox *counts;
  GtkLabel *total;
  GtkWidget *safe;
  GtkLabel *promise;
  GtkWidget *why;
  BhShares *shares;

  /* Owned references */
  BhState *state;  /* what the score is of */
  guint promising; /* what will be said below the button is still to be found out */

  /* Borrowed references */
  GtkLabel *numbers[N_SEVERITIES];
  const char *style_class;
};

G_DEFINE_FINAL_TYPE (BhExposureBar, bh_exposure_bar, GTK_TYPE_BOX)

static const struct
{
  const char *grade;
  const char *style_class;
} styles[] = {
  { "contained", "grade-contained" }, { "guarded", "grade-guarded" },
  { "exposed", "grade-exposed" },     { "dangerous", "grade-dangerous" },
  { "open", "grade-open" },
};

static const char *
find_style (double score)
{
  const char *grade = bh_grade_to_string (score);
  guint i = 0;

  while (i < G_N_ELEMENTS (styles) - 1 && !g_str_equal (styles[i].grade, grade))
    i++;
  return styles[i].style_class;
}

static void
show_score (BhExposureBar *self, double score)
{
  g_autofree char *number = g_strdup_printf ("%.1f", score);
  g_autofree char *spoken = NULL;
  const char *style_class = find_style (score);

  /* TRANSLATORS: a score from 0 to 10, and the word for it. */
  spoken = g_strdup_printf (_ ("%s of 10, %s"), number, bh_grade_get_title (score));
  gtk_label_set_label (self->score, number);
  gtk_label_set_label (self->grade, bh_grade_get_title (score));
  gtk_level_bar_set_value (self->level, score);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken, -1);
  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), style_class);
  self->style_class = style_class;
}

static void
show_count (BhExposureBar *self, BhSeverity severity, guint n)
{
  GtkLabel *number = self->numbers[severity];
  GtkWidget *chip = gtk_widget_get_parent (GTK_WIDGET (number));
  g_autofree char *digits = g_strdup_printf ("%u", n);
  g_autofree char *words = NULL;

  /* TRANSLATORS: a severity, and how many warnings are of it. */
  words = g_strdup_printf (_ ("%s: %u"), bh_severity_get_title (severity), n);
  gtk_label_set_label (number, digits);
  gtk_widget_set_visible (chip, n > 0);
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_counts (BhExposureBar *self, const BhReport *report)
{
  /* As the header counts them: what is only worth knowing is no warning. */
  const guint n = bh_report_count (report, BH_SEVERITY_LOW);
  g_autofree char *total = NULL;
  guint above = 0;

  total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n), n);
  gtk_label_set_label (self->total, total);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), report->findings->len > 0);
  for (int severity = BH_SEVERITY_CRITICAL; severity >= BH_SEVERITY_INFO; severity--)
    {
      const guint so_far = bh_report_count (report, severity);

      show_count (self, severity, so_far - above);
      above = so_far;
    }
}

/* What the button would do is worth knowing before pressing it, but not worth waiting for while
 * typing. */
static gboolean
show_promise (gpointer user_data)
{
  BhExposureBar *self = user_data;
  g_autoptr (BhState) fixed = bh_state_harden (self->state, FALSE);
  g_autoptr (BhReport) after = bh_report_new (fixed);
  g_autofree char *score = g_strdup_printf ("%.1f", after->score);
  g_autofree char *promise = NULL;

  /* TRANSLATORS: %s is a score from 0.0 to 10.0. */
  promise = g_strdup_printf (_ ("Brings the exposure down to %s."), score);
  gtk_label_set_label (self->promise, promise);
  gtk_widget_set_visible (GTK_WIDGET (self->promise),
                          !g_str_equal (score, gtk_label_get_label (self->score)));
  gtk_widget_set_visible (gtk_widget_get_parent (self->safe), !bh_state_equal (fixed, self->state));
  self->promising = 0;
  return G_SOURCE_REMOVE;
}

void
bh_exposure_bar_update (BhExposureBar *self, const BhReport *report)
{
  g_return_if_fail (BH_IS_EXPOSURE_BAR (self));

  g_clear_pointer (&self->state, bh_state_unref);
  self->state = bh_state_ref (report->state);
  gtk_widget_set_visible (self->why, report->score > 0);
  show_score (self, report->score);
  show_counts (self, report);
  g_clear_handle_id (&self->promising, g_source_remove);
  self->promising = g_timeout_add_full (G_PRIORITY_LOW, PROMISE_DELAY_MS, show_promise, self, NULL);
}

static void
on_why (BhExposureBar *self)
{
  g_autoptr (BhReport) report = bh_report_new (self->state);

  bh_shares_show (self->shares, report);
}

static void
add_chip (BhExposureBar *self, BhSeverity severity)
{
  GtkWidget *chip =
      g_object_new (GTK_TYPE_BOX, "spacing", 4, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", bh_severity_get_icon_name (severity),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, bh_severity_get_style_class (severity));
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (chip), icon);
  gtk_box_append (GTK_BOX (chip), number);
  gtk_box_append (self->counts, chip);
  self->numbers[severity] = GTK_LABEL (number);
}

static void
remove_offsets (GtkLevelBar *level)
{
  gtk_level_bar_remove_offset_value (level, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (level, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (level, GTK_LEVEL_BAR_OFFSET_FULL);
}

static void
bh_exposure_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_EXPOSURE_BAR);
  g_clear_pointer (&BH_EXPOSURE_BAR (object)->state, bh_state_unref);
  g_clear_handle_id (&BH_EXPOSURE_BAR (object)->promising, g_source_remove);
  G_OBJECT_CLASS (bh_exposure_bar_parent_class)->dispose (object);
}

static void
bh_exposure_bar_class_init (BhExposureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_exposure_bar_dispose;

  g_type_ensure (BH_TYPE_SHARES);
  gtk_widget_class_set_css_name (widget_class, "exposure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-exposure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, score);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, grade);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, level);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, counts);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, total);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, safe);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, promise);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, why);
  gtk_widget_class_bind_template_child (widget_class, BhExposureBar, shares);
  gtk_widget_class_bind_template_callback (widget_class, on_why);
}

static void
bh_exposure_bar_init (BhExposureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remove_offsets (self->level);
  for (int severity = BH_SEVERITY_CRITICAL; severity >= BH_SEVERITY_INFO; severity--)
    add_chip (self, severity);
}
