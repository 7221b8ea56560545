/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-findings-view-private.h"

#include <glib/gi18n-lib.h>

#include "bh-severity-style.h"
#include "findings/bh-finding-row.h"
#include "findings/bh-path-row.h"

#define NATURAL_WIDTH 360
/* So many paths stand before the warnings, until a person wants to see all. */
#define MAX_PATHS 3

G_DEFINE_FINAL_TYPE (BhFindingsView, bh_findings_view, GTK_TYPE_WIDGET)

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

/* Both kinds live in the group of what was accepted. */
static GtkWidget *
make_accepted_row (gpointer item, gpointer user_data)
{
  return bh_path_find (bh_finding_item_get_key (item)) != NULL ? make_path_row (item, user_data)
                                                               : make_finding_row (item, user_data);
}

/* Which paths a group shows. */
typedef struct
{
  gboolean accepted;
  BhSeverity least;
  BhSeverity most;
} PathFilter;

static void
add_paths (GArray *entries, const BhReport *report, const PathFilter *filter)
{
  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);
      BhFindingEntry entry = { found->path->id, i };

      if ((found->acceptance != NULL) == filter->accepted &&
          found->path->severity >= filter->least && found->path->severity <= filter->most)
        g_array_append_val (entries, entry);
    }
}

static void
add_finding (GArray *entries, const BhReport *report, const GPtrArray *keys, guint index)
{
  BhFindingEntry entry = { g_ptr_array_index (keys, index), index };

  g_array_append_val (entries, entry);
}

static void
show_paths (BhFindingGroup *group, const BhReport *report, const PathFilter *filter)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));

  add_paths (entries, report, filter);
  bh_finding_group_update (group, entries);
}

/* What is small is not to stand before what is critical. */
static void
update_paths (BhFindingsView *self, const BhReport *report)
{
  const PathFilter large = { FALSE, BH_SEVERITY_MEDIUM, BH_SEVERITY_CRITICAL };
  const PathFilter small = { FALSE, BH_SEVERITY_INFO, BH_SEVERITY_LOW };

  show_paths (self->paths, report, &large);
  show_paths (self->small_paths, report, &small);
}

static gboolean
is_blank (const BhState *state)
{
  return state->image == NULL && state->n_settings == 0;
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

      if (finding->severity == severity && finding->acceptance == NULL && !is_blank (report->state))
        add_finding (entries, report, keys, i);
    }
  bh_finding_group_update (self->groups[severity], entries);
}

static void
update_accepted (BhFindingsView *self, const BhReport *report, const GPtrArray *keys)
{
  const PathFilter filter = { TRUE, BH_SEVERITY_INFO, BH_SEVERITY_CRITICAL };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));

  add_paths (entries, report, &filter);
  for (guint i = 0; i < report->findings->len; i++)
    if (((const BhFinding *) g_ptr_array_index (report->findings, i))->acceptance != NULL)
      add_finding (entries, report, keys, i);
  bh_finding_group_update (self->accepted, entries);
}

/* What the card says: an icon for what is good, and two sentences. */
typedef struct
{
  gboolean good;
  const char *title;
  const char *text;
} Card;

static const Card blank_card = {
  .title = N_ ("Nothing to look at yet"),
  .text =
      N_ ("Choose an image or bring in a command. What it exposes is said here while you edit."),
};

static const Card clear_card = {
  .good = TRUE,
  .title = N_ ("All walls are standing"),
  .text = N_ ("Bulkhead knows of nothing in this command that should be different. It cannot look "
              "into the image, the program's own accounts and data, or the engine and the kernel "
              "below: keep those up to date."),
};

static const Card accepted_card = {
  .good = TRUE,
  .title = N_ ("Only what you accepted is left"),
  .text = N_ ("Everything else that Bulkhead knows of is in order. What was accepted is still "
              "exposed, and listed below."),
};

static guint
count_paths (const BhReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->paths->len; i++)
    n += ((const BhPathFinding *) g_ptr_array_index (report->paths, i))->acceptance == NULL;
  return n;
}

/* (nullable): none while there are warnings. */
static const Card *
choose_card (const BhReport *report)
{
  if (is_blank (report->state))
    return &blank_card;
  if (bh_report_count (report, BH_SEVERITY_LOW) > 0 || count_paths (report) > 0)
    return NULL;
  return report->state->n_acceptances > 0 && bh_report_count_accepted (report, BH_SEVERITY_LOW) > 0
             ? &accepted_card
             : &clear_card;
}

static void
update_card (BhFindingsView *self, const BhReport *report)
{
  const Card *card = choose_card (report);

  gtk_widget_set_visible (self->card, card != NULL);
  if (card == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->card_icon), card->good);
  gtk_label_set_label (self->card_title, _ (card->title));
  gtk_label_set_label (self->card_text, _ (card->text));
}

static void
update_findings (BhFindingsView *self, const BhReport *report)
{
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);

  for (guint i = 0; i < BH_N_SEVERITIES; i++)
    update_group (self, report, keys, i);
  update_accepted (self, report, keys);
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

static gboolean
has_focus (BhFindingsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
update (BhFindingsView *self)
{
  GtkWidget *group = gtk_widget_get_focus_child (GTK_WIDGET (self->content));
  gboolean in_group = has_focus (self) && BH_IS_FINDING_GROUP (group);
  int position = in_group ? bh_finding_group_get_focused (BH_FINDING_GROUP (group)) : -1;

  show_report (self, bh_document_get_report (self->document));
  if (position >= 0 && !has_focus (self))
    restore_focus (self, group, position);
  if (self->pointed != NULL || self->focused != NULL)
    _bh_findings_view_select (self);
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

  install_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  _bh_findings_view_install_actions (widget_class);
}

static BhFindingGroup *
append_group (BhFindingsView *self, BhFindingGroup *group)
{
  gtk_box_append (self->content, GTK_WIDGET (group));
  return group;
}

static BhFindingGroup *
append_severity (BhFindingsView *self, BhSeverity severity)
{
  return append_group (self, bh_finding_group_new (bh_severity_get_title (severity),
                                                   bh_severity_get_style_class (severity), NULL,
                                                   make_finding_row, self));
}

static void
bh_findings_view_init (BhFindingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->paths =
      append_group (self,
                    bh_finding_group_new (_ ("Attack paths"), "paths",
                                          _ ("Settings that are worse together than each alone."),
                                          make_path_row, self));
  bh_finding_group_set_limit (self->paths, MAX_PATHS);
  for (int severity = BH_SEVERITY_CRITICAL; severity >= BH_SEVERITY_MEDIUM; severity--)
    self->groups[severity] = append_severity (self, severity);
  self->small_paths = append_group (self, bh_finding_group_new (_ ("Smaller attack paths"), "paths",
                                                                NULL, make_path_row, self));
  for (int severity = BH_SEVERITY_LOW; severity >= BH_SEVERITY_INFO; severity--)
    self->groups[severity] = append_severity (self, severity);
  self->accepted =
      append_group (self,
                    bh_finding_group_new (_ ("Accepted"), "accepted",
                                          _ ("Still exposed, for reasons that somebody gave."),
                                          make_accepted_row, self));
}
