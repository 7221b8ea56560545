/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-finding-row.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "bh-severity-style.h"
#include "bh-widget.h"
#include "findings/bh-finding-details.h"

struct _BhFindingRow
{
  AdwExpanderRow parent_instance;

  /* Borrowed references */
  BhFindingDetails *details; /* NULL until somebody looks */

  /* Owned references */
  BhFindingItem *item;
  BhDocument *document;
};

G_DEFINE_FINAL_TYPE (BhFindingRow, bh_finding_row, ADW_TYPE_EXPANDER_ROW)

GtkWidget *
bh_finding_row_new_icon (const char *icon_name, BhSeverity severity)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  const char *word = bh_severity_get_title (severity);

  gtk_widget_add_css_class (icon, bh_severity_get_style_class (severity));
  gtk_widget_set_tooltip_text (icon, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  return icon;
}

void
bh_finding_row_add_details (AdwExpanderRow *row, GtkWidget *details)
{
  GtkWidget *holder = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "selectable",
                                    FALSE, "focusable", FALSE, "child", details, NULL);

  adw_expander_row_add_row (row, holder);
}

static void
say (BhFindingRow *self, const BhFinding *finding, const char *message)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (finding->rule->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (finding->rule->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
}

static void
update (BhFindingRow *self)
{
  const BhReport *report = bh_document_get_report (self->document);
  const BhFinding *finding =
      g_ptr_array_index (report->findings, bh_finding_item_get_index (self->item));
  g_autofree char *message = bh_finding_dup_message (finding);

  if (g_strcmp0 (message, adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (self))) != 0)
    say (self, finding, message);
  if (self->details != NULL)
    bh_finding_details_update (self->details, report, finding);
}

static void
on_expanded (BhFindingRow *self)
{
  const BhReport *report = bh_document_get_report (self->document);
  const char *key = bh_finding_item_get_key (self->item);
  const BhFinding *finding = bh_finding_find (report, key);

  if (self->details != NULL || finding == NULL)
    return;
  self->details = bh_finding_details_new (key, finding->rule);
  bh_finding_details_update (self->details, report, finding);
  bh_finding_row_add_details (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->details));
}

#define ITEM "bh-item"

static void
tell (GtkWidget *row, const char *action, gboolean is_here)
{
  BhFindingItem *item = g_object_get_data (G_OBJECT (row), ITEM);

  gtk_widget_activate_action (row, action, "s", is_here ? bh_finding_item_get_key (item) : "");
}

static void
on_pointer (GtkWidget *row, GParamSpec *pspec, GtkEventControllerMotion *motion)
{
  tell (row, "findings.point", gtk_event_controller_motion_contains_pointer (motion));
}

static void
on_focus (GtkWidget *row, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  tell (row, "findings.focus", gtk_event_controller_focus_contains_focus (focus));
}

/* Who opens a warning wants to see what it is about. */
static void
on_opened (GtkWidget *row)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    tell (row, "findings.peek", TRUE);
}

void
bh_finding_row_follow (GtkWidget *row, BhFindingItem *item)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data_full (G_OBJECT (row), ITEM, g_object_ref (item), g_object_unref);
  g_signal_connect_swapped (motion, "notify::contains-pointer", G_CALLBACK (on_pointer), row);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_focus), row);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_opened), NULL);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
}

static void
bh_finding_row_dispose (GObject *object)
{
  BhFindingRow *self = BH_FINDING_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_finding_row_parent_class)->dispose (object);
}

static void
bh_finding_row_class_init (BhFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_finding_row_dispose;
}

static void
bh_finding_row_init (BhFindingRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  bh_widget_fit_titles (GTK_WIDGET (self));
}

BhFindingRow *
bh_finding_row_new (BhFindingItem *item, BhDocument *document)
{
  BhFindingRow *self = g_object_new (BH_TYPE_FINDING_ROW, NULL);
  const GPtrArray *findings = bh_document_get_report (document)->findings;
  const BhFinding *finding = g_ptr_array_index (findings, bh_finding_item_get_index (item));

  self->item = g_object_ref (item);
  self->document = g_object_ref (document);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                               bh_finding_row_new_icon (bh_severity_get_icon_name (
                                                            finding->severity),
                                                        finding->severity));
  bh_accessible_name_parts (GTK_WIDGET (self), GTK_TYPE_LIST_BOX, _ (finding->rule->title));
  update (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  bh_finding_row_follow (GTK_WIDGET (self), item);
  return self;
}
