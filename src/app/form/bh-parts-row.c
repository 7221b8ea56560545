/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-parts-row.h"

#include <glib/gi18n-lib.h>

#include "form/bh-captioned-entry.h"
#include "bh-reflow.h"
#include "form/bh-text-edit.h"
#include "value/bh-parts.h"

struct _BhPartsRow
{
  BhSettingRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *summary;
  BhReflow *line;

  /* Borrowed references */
  GtkWidget *entries[BH_MAX_PARTS]; /* as many as the kind has parts */

  guint n_parts;
};

G_DEFINE_FINAL_TYPE (BhPartsRow, bh_parts_row, BH_TYPE_SETTING_ROW)

/* What the entries are called, and an example in each. */
static const struct
{
  BhKind kind;
  struct
  {
    const char *caption;
    const char *example;
  } parts[BH_MAX_PARTS];
} captions[] = {
  { BH_KIND_LABEL, { { N_ ("Name"), "com.example.team" }, { N_ ("Value"), "web" } } },
  { BH_KIND_KEY_VALUE, { { N_ ("Name"), "max-size" }, { N_ ("Value"), "10m" } } },
  { BH_KIND_SYSCTL, { { N_ ("Name"), "net.core.somaxconn" }, { N_ ("Value"), "1024" } } },
  { BH_KIND_HOST_ENTRY, { { N_ ("Name"), "db.local" }, { N_ ("Address"), "10.0.0.5" } } },
  { BH_KIND_ULIMIT,
    { { N_ ("Limit"), "nofile" },
      /* TRANSLATORS: of a limit: what a program gets and may raise by itself. */
      { N_ ("To begin with"), "1024" },
      /* TRANSLATORS: of a limit: how far a program may raise it. */
      { N_ ("At most"), "2048" } } },
  { BH_KIND_DEVICE,
    { { N_ ("On this computer"), "/dev/ttyUSB0" },
      { N_ ("In the container"), N_ ("the same") },
      /* TRANSLATORS: what a container may do with a device: read, write, make. */
      { N_ ("May"), "rwm" } } },
  { BH_KIND_DEVICE_BYTES, { { N_ ("Device"), "/dev/sda" }, { N_ ("Bytes a second"), "1mb" } } },
  { BH_KIND_DEVICE_NUMBER, { { N_ ("Device"), "/dev/sda" }, { N_ ("Number"), "100" } } },
};

static void
make_entries (BhPartsRow *self, BhKind kind)
{
  guint row = 0;

  while (row < G_N_ELEMENTS (captions) - 1 && captions[row].kind != kind)
    row++;
  self->n_parts = bh_parts_count (kind);
  for (guint i = 0; i < self->n_parts; i++)
    {
      self->entries[i] = bh_captioned_entry_new (_ (captions[row].parts[i].caption),
                                                 _ (captions[row].parts[i].example));
      g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (bh_setting_row_edited),
                                self);
      bh_reflow_append (self->line, self->entries[i]);
    }
}

/* A row that is used again for another option may need other entries. */
static void
prepare (BhPartsRow *self, const BhOption *option)
{
  g_autofree char *name = g_strdup_printf ("--%s", option->name);

  if (g_str_equal (gtk_label_get_label (self->name), name))
    return;
  for (guint i = 0; i < self->n_parts; i++)
    gtk_widget_unparent (self->entries[i]);
  make_entries (self, option->kind);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->summary, _ (option->summary));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
}

static void
bh_parts_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhPartsRow *self = BH_PARTS_ROW (row);
  BhRange parts[BH_MAX_PARTS];

  prepare (self, setting->option);
  bh_parts_read (setting->option->kind, setting->value, parts);
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *str = bh_text_dup_range (setting->value, parts[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), str);
    }
}

static BhText *
bh_parts_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhPartsRow *self = BH_PARTS_ROW (row);
  BhRange ranges[BH_MAX_PARTS];
  BhText *parts[BH_MAX_PARTS] = { NULL };
  BhText *value;

  bh_parts_read (setting->option->kind, setting->value, ranges);
  for (guint i = 0; i < self->n_parts; i++)
    parts[i] = bh_text_edit_range (setting->value, ranges[i],
                                   gtk_editable_get_text (GTK_EDITABLE (self->entries[i])));
  value = bh_parts_write (setting->option->kind, setting->value, parts);
  for (guint i = 0; i < self->n_parts; i++)
    bh_text_unref (parts[i]);
  return value;
}

static GtkWidget *
bh_parts_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  BhPartsRow *self = BH_PARTS_ROW (row);
  BhRange parts[BH_MAX_PARTS];

  bh_parts_read (setting->option->kind, setting->value, parts);
  for (guint i = 0; i < self->n_parts; i++)
    if (parts[i].begin < parts[i].end && where.begin >= parts[i].begin && where.end <= parts[i].end)
      return self->entries[i];
  return NULL;
}

static void
bh_parts_row_class_init (BhPartsRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_parts_row_show;
  row_class->value = bh_parts_row_value;
  row_class->part = bh_parts_row_part;

  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-parts-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPartsRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhPartsRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BhPartsRow, line);
}

static void
bh_parts_row_init (BhPartsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
