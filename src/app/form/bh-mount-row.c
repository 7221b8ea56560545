/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-mount-row.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "form/bh-captioned-entry.h"
#include "form/bh-file-button.h"
#include "bh-reflow.h"
#include "value/bh-mount-parts.h"

struct _BhMountRow
{
  BhSettingRow parent_instance;

  /* Template widgets */
  GtkDropDown *kind; /* its items are those of BhMountPlace */
  GtkSwitch *read_only;
  BhCaptionedEntry *source;
  BhCaptionedEntry *target;

  /* Borrowed references */
  GtkWidget *choose;

  gboolean changing_place;
  gboolean typing_source;
};

G_DEFINE_FINAL_TYPE (BhMountRow, bh_mount_row, BH_TYPE_SETTING_ROW)

static const struct
{
  const char *caption;
  const char *example;
} sources[] = {
  [BH_MOUNT_PLACE_HOST] = { N_ ("On this computer"), "./data" },
  [BH_MOUNT_PLACE_VOLUME] = { N_ ("Name of the volume"), N_ ("none: it goes with the container") },
  [BH_MOUNT_PLACE_MEMORY] = { NULL, NULL },
};

static void
show_place (BhMountRow *self, BhMountPlace place)
{
  gtk_drop_down_set_selected (self->kind, place);
  if (sources[place].caption != NULL)
    g_object_set (self->source, "caption", _ (sources[place].caption), "placeholder-text",
                  _ (sources[place].example), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->source), place != BH_MOUNT_PLACE_MEMORY);
  gtk_widget_set_visible (self->choose, place == BH_MOUNT_PLACE_HOST);
}

static void
set_range (GtkEditable *editable, const BhText *value, BhRange range)
{
  g_autofree char *str = bh_text_dup_range (value, range);

  if (!g_str_equal (gtk_editable_get_text (editable), str))
    gtk_editable_set_text (editable, str);
}

static void
bh_mount_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhMountRow *self = BH_MOUNT_ROW (row);
  BhMountParts parts;

  bh_mount_parts_read (setting->option, setting->value, &parts);
  show_place (self, parts.place);
  set_range (GTK_EDITABLE (self->source), setting->value, parts.source);
  set_range (GTK_EDITABLE (self->target), setting->value, parts.target);
  /* A source that is empty, until the next letter, leaves no place for it. */
  if (!self->typing_source)
    gtk_switch_set_active (self->read_only, parts.readonly);
}

static BhText *
bh_mount_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhMountRow *self = BH_MOUNT_ROW (row);
  BhMountParts parts;
  const char *source = NULL;

  bh_mount_parts_read (setting->option, setting->value, &parts);
  if (self->changing_place)
    parts.place = gtk_drop_down_get_selected (self->kind);
  else
    source = gtk_editable_get_text (GTK_EDITABLE (self->source));
  return bh_mount_parts_write (ret_option, setting->value, parts.place, source,
                               gtk_editable_get_text (GTK_EDITABLE (self->target)),
                               gtk_switch_get_active (self->read_only));
}

static void
on_kind (BhMountRow *self)
{
  BhSettingRow *row = BH_SETTING_ROW (self);

  if (bh_setting_row_is_showing (row))
    return;
  self->changing_place = TRUE;
  bh_setting_row_edited (row);
  self->changing_place = FALSE;
  bh_setting_row_show_again (row);
}

/* A word is a volume, a path is a folder: what is typed decides which. */
static void
on_source (BhMountRow *self)
{
  BhSettingRow *row = BH_SETTING_ROW (self);

  if (bh_setting_row_is_showing (row))
    return;
  bh_setting_row_edited (row);
  self->typing_source = TRUE;
  bh_setting_row_show_again (row);
  self->typing_source = FALSE;
}

static void
on_chosen (BhMountRow *self, const char *path)
{
  gtk_editable_set_text (GTK_EDITABLE (self->source), path);
}

static GtkWidget *
bh_mount_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  BhMountRow *self = BH_MOUNT_ROW (row);
  BhMountParts parts;

  bh_mount_parts_read (setting->option, setting->value, &parts);
  if (where.begin >= parts.source.begin && where.end <= parts.source.end)
    return GTK_WIDGET (self->source);
  if (where.begin >= parts.target.begin && where.end <= parts.target.end)
    return GTK_WIDGET (self->target);
  return NULL;
}

static void
bh_mount_row_class_init (BhMountRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_mount_row_show;
  row_class->value = bh_mount_row_value;
  row_class->part = bh_mount_row_part;

  g_type_ensure (BH_TYPE_CAPTIONED_ENTRY);
  g_type_ensure (BH_TYPE_REFLOW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-mount-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, kind);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, read_only);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, source);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, target);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_source);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_mount_row_init (BhMountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choose = g_object_new (BH_TYPE_FILE_BUTTON, "folders", TRUE, NULL);
  g_signal_connect_swapped (self->choose, "chosen", G_CALLBACK (on_chosen), self);
  bh_captioned_entry_add_suffix (self->source, self->choose);
  bh_accessible_name_drop_down (self->kind);
}
