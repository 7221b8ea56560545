/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-findings-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bh-severity-style.h"
#include "findings/bh-exposure-bar.h"
#include "findings/bh-finding-group.h"
#include "findings/bh-finding-row.h"
#include "findings/bh-path-row.h"

#define NATURAL_WIDTH 360
#define N_SEVERITIES (BH_SEVERITY_CRITICAL + 1)

struct _BhFindingsView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkBox *content;
  BhExposureBar *exposure;
  GtkWidget *card;
  GtkImage *card_icon;
  GtkLabel *card_title;
  GtkLabel *card_text;

  /* Borrowed references */
  BhFindingGroup *paths;
  BhFindingGroup *groups[N_SEVERITIES];

  /* Owned references */
  BhDocument *document;
  char *pointed; /* keys of findings, or NULL */
  char *focused;
};

G_DEFINE_FINAL_TYPE (BhFindingsView, bh_findings_view, GTK_TYPE_WIDGET)

enum
{
  REVEAL,
  REVEAL_SECTION,
  SELECT,
  FIXED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_finding_row (gpointer item, gpointer user_data)
{
  return GTK_WIDGET (bh_finding_row_new (item, BH_FINDINGS_VIEW (user_data)->document));
}

static GtkWidget *
make_path_row (gpointer item, gpointer user_data)
{
  return GTK_WIDGET (bh_path_row_new (item, BH_FINDINGS_VIEW (user_data)->document));
}

/* (nullable) */
static const BhFinding *
find (BhFindingsView *self, const char *key)
{
  return key != NULL ? bh_finding_find (bh_document_get_report (self->document), key) : NULL;
}

static const BhPathFinding *
find_path (BhFindingsView *self, const char *key)
{
  const BhReport *report = bh_document_get_report (self->document);

  for (guint i = 0; key != NULL && i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);

      if (g_str_equal (found->path->id, key))
        return found;
    }
  return NULL;
}

/* FALSE when nothing has this key. */
static gboolean
select_key (BhFindingsView *self, const char *key)
{
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = finding == NULL ? find_path (self, key) : NULL;

  if (finding != NULL)
    g_signal_emit (self, signals[SELECT], 0, finding->settings, finding->n_settings);
  else if (path != NULL)
    g_signal_emit (self, signals[SELECT], 0, path->settings, path->n_settings);
  return finding != NULL || path != NULL;
}

/* What the pointer is at comes before what has the focus. */
static void
select_finding (BhFindingsView *self)
{
  if (!select_key (self, self->pointed) && !select_key (self, self->focused))
    g_signal_emit (self, signals[SELECT], 0, NULL, 0);
}

static void
update_paths (BhFindingsView *self, const BhReport *report)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));

  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);
      BhFindingEntry entry = { found->path->id, i };

      g_array_append_val (entries, entry);
    }
  bh_finding_group_update (self->paths, entries);
}

static void
update_group (BhFindingsView *self,
              const BhReport *report,
              const GPtrArray *keys,
              BhSeverity severity)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);
      BhFindingEntry entry = { g_ptr_array_index (keys, i), i };

      if (finding->severity == severity)
        g_array_append_val (entries, entry);
    }
  bh_finding_group_update (self->groups[severity], entries);
}

static gboolean
is_blank (const BhState *state)
{
  return state->image == NULL && state->n_settings == 0;
}

static void
update_card (BhFindingsView *self, const BhReport *report)
{
  gboolean blank = is_blank (report->state);

  gtk_widget_set_visible (self->card, blank || report->findings->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->card_icon), !blank);
  gtk_label_set_label (self->card_title, blank ? _ ("Nothing to look at yet") : _ ("No warnings"));
  gtk_label_set_label (self->card_text,
                       blank
                           ? _ ("Choose an image or bring in a command. What it exposes is said "
                                "here while you edit.")
                           : _ ("Nothing that Bulkhead knows of is exposed. What the image itself "
                                "does is still up to those who made it."));
}

static void
update_findings (BhFindingsView *self, const BhReport *report)
{
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);

  for (guint i = 0; i < N_SEVERITIES; i++)
    update_group (self, report, keys, i);
}

static void
show_report (BhFindingsView *self, const BhReport *report)
{
  gtk_widget_set_visible (GTK_WIDGET (self->exposure), !is_blank (report->state));
  bh_exposure_bar_update (self->exposure, report);
  update_card (self, report);
  update_paths (self, report);
  update_findings (self, report);
}

/* A warning that goes takes the focus with it: it goes on to the warning that takes its place, or
 * to what comes before. */
static void
restore_focus (BhFindingsView *self, GtkWidget *group, int position)
{
  if (bh_finding_group_focus (BH_FINDING_GROUP (group), position))
    return;
  for (GtkWidget *next = group; next != NULL; next = gtk_widget_get_next_sibling (next))
    if (BH_IS_FINDING_GROUP (next) && bh_finding_group_focus (BH_FINDING_GROUP (next), 0))
      return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
update (BhFindingsView *self)
{
  GtkWidget *group = gtk_widget_get_focus_child (GTK_WIDGET (self->content));
  gboolean in_group = group != NULL && BH_IS_FINDING_GROUP (group);
  int position = in_group ? bh_finding_group_get_focused (BH_FINDING_GROUP (group)) : -1;

  show_report (self, bh_document_get_report (self->document));
  if (position >= 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->content)) == NULL)
    restore_focus (self, group, position);
  if (self->pointed != NULL || self->focused != NULL)
    select_finding (self);
}

void
bh_findings_view_set_document (BhFindingsView *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_FINDINGS_VIEW (self));
  g_return_if_fail (BH_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
on_select (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  char **which = g_str_equal (name, "findings.point") ? &self->pointed : &self->focused;

  g_free (*which);
  *which = *key != '\0' ? g_strdup (key) : NULL;
  select_finding (self);
}

static void
on_reveal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const BhFinding *finding = find (self, g_variant_get_string (parameter, NULL));

  if (finding == NULL)
    return;
  if (finding->n_settings > 0)
    g_signal_emit (self, signals[REVEAL], 0, finding->settings[0]);
  else
    g_signal_emit (self, signals[REVEAL_SECTION], 0, finding->rule->section);
}

static void
on_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key;
  const char *fix_id;
  const BhFinding *finding;
  const BhFix *fix;
  g_autoptr (BhState) before = NULL;
  g_autoptr (BhState) fixed = NULL;

  g_variant_get (parameter, "(&s&s)", &key, &fix_id);
  finding = find (self, key);
  fix = finding != NULL ? bh_rule_find_fix (finding->rule, fix_id) : NULL;
  if (fix == NULL)
    return;
  before = bh_state_ref ((BhState *) bh_document_get_state (self->document));
  fixed = bh_finding_fix (finding, before, fix);
  bh_document_change (self->document, fixed, _ (fix->title), NULL);
  g_signal_emit (self, signals[FIXED], 0, _ (fix->title), before);
}

/* Wrapped text would like to be one long line: how wide the list is by itself is for us to say. */
static void
bh_findings_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (BH_FINDINGS_VIEW (widget)->scroller, orientation, for_size, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
bh_findings_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (BH_FINDINGS_VIEW (widget)->scroller, width, height, baseline, NULL);
}

static void
bh_findings_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FINDINGS_VIEW);
  g_clear_object (&BH_FINDINGS_VIEW (object)->document);
  G_OBJECT_CLASS (bh_findings_view_parent_class)->dispose (object);
}

static void
bh_findings_view_finalize (GObject *object)
{
  g_free (BH_FINDINGS_VIEW (object)->pointed);
  g_free (BH_FINDINGS_VIEW (object)->focused);
  G_OBJECT_CLASS (bh_findings_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REVEAL_SECTION] = g_signal_new ("reveal-section", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[FIXED] = g_signal_new ("fixed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BH_TYPE_EXPOSURE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, content);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, exposure);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, card);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, card_icon);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, card_title);
  gtk_widget_class_bind_template_child (widget_class, BhFindingsView, card_text);
}

static void
bh_findings_view_class_init (BhFindingsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_findings_view_dispose;
  object_class->finalize = bh_findings_view_finalize;
  widget_class->measure = bh_findings_view_measure;
  widget_class->size_allocate = bh_findings_view_size_allocate;

  install_signals (G_TYPE_FROM_CLASS (klass));
  install_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_install_action (widget_class, "findings.point", "s", on_select);
  gtk_widget_class_install_action (widget_class, "findings.focus", "s", on_select);
  gtk_widget_class_install_action (widget_class, "findings.reveal", "s", on_reveal);
  gtk_widget_class_install_action (widget_class, "findings.apply", "(ss)", on_apply);
}

static void
bh_findings_view_init (BhFindingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->paths = bh_finding_group_new (_ ("Attack paths"), "paths",
                                      _ ("Settings that are worse together than each alone."),
                                      make_path_row, self);
  gtk_box_append (self->content, GTK_WIDGET (self->paths));
  for (int severity = BH_SEVERITY_CRITICAL; severity >= BH_SEVERITY_INFO; severity--)
    {
      self->groups[severity] = bh_finding_group_new (bh_severity_get_title (severity),
                                                     bh_severity_get_style_class (severity), NULL,
                                                     make_finding_row, self);
      gtk_box_append (self->content, GTK_WIDGET (self->groups[severity]));
    }
}
