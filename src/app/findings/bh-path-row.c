/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-path-row.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "bh-widget.h"
#include "findings/bh-finding-row.h"
#include "findings/bh-path-details.h"

struct _BhPathRow
{
  AdwExpanderRow parent_instance;

  /* Borrowed references */
  BhPathDetails *details; /* NULL until somebody looks */

  /* Owned references */
  BhFindingItem *item;
  BhDocument *document;
};

G_DEFINE_FINAL_TYPE (BhPathRow, bh_path_row, ADW_TYPE_EXPANDER_ROW)

/* (nullable) */
static const BhPathFinding *
find_path (BhPathRow *self, const BhReport *report)
{
  const char *key = bh_finding_item_get_key (self->item);

  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);

      if (g_str_equal (found->path->id, key))
        return found;
    }
  return NULL;
}

static void
update (BhPathRow *self)
{
  const BhReport *report = bh_document_get_report (self->document);
  const BhPathFinding *found = find_path (self, report);

  if (found == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (self->details == NULL)
    {
      self->details = bh_path_details_new (found->path);
      bh_finding_row_add_details (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->details));
    }
  bh_path_details_update (self->details, report, found);
}

static void
show_path (BhPathRow *self, const BhPath *path)
{
  const char *severity = bh_severity_get_title (path->severity);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (path->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), severity);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                               bh_finding_row_new_icon ("bh-path-symbolic", path->severity));
  bh_accessible_name_parts (GTK_WIDGET (self), GTK_TYPE_LIST_BOX, _ (path->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (path->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, severity,
                                  -1);
}

static void
bh_path_row_dispose (GObject *object)
{
  BhPathRow *self = BH_PATH_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_path_row_parent_class)->dispose (object);
}

static void
bh_path_row_class_init (BhPathRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_path_row_dispose;
}

static void
bh_path_row_init (BhPathRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  bh_widget_fit_titles (GTK_WIDGET (self));
}

BhPathRow *
bh_path_row_new (BhFindingItem *item, BhDocument *document)
{
  BhPathRow *self = g_object_new (BH_TYPE_PATH_ROW, NULL);

  self->item = g_object_ref (item);
  self->document = g_object_ref (document);
  show_path (self, bh_path_find (bh_finding_item_get_key (item)));
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (update), NULL);
  bh_finding_row_follow (GTK_WIDGET (self), item);
  return self;
}
