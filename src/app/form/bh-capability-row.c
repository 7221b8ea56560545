/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-capability-row.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "form/bh-capability-picker.h"
#include "bh-reflow.h"

struct _BhCapabilityRow
{
  BhSettingRow parent_instance;

  /* Template widgets */
  GtkDropDown *verb; /* its items are those of options[] */
  GtkBox *line;
  GtkEditable *name;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (BhCapabilityRow, bh_capability_row, BH_TYPE_SETTING_ROW)

static const char *const options[] = { "cap-drop", "cap-add" };

static guint
find_verb (const BhOption *option)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (options) - 1 && !g_str_equal (options[i], option->name))
    i++;
  return i;
}

static void
show_summary (BhCapabilityRow *self)
{
  g_autofree char *summary = bh_capability_picker_dup_summary (gtk_editable_get_text (self->name));

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
}

static void
bh_capability_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhCapabilityRow *self = BH_CAPABILITY_ROW (row);

  gtk_drop_down_set_selected (self->verb, find_verb (setting->option));
  gtk_editable_set_text (self->name, setting->value->str);
  show_summary (self);
}

static BhText *
bh_capability_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhCapabilityRow *self = BH_CAPABILITY_ROW (row);

  *ret_option = bh_option_get (options[gtk_drop_down_get_selected (self->verb)]);
  return bh_text_edit (setting->value, gtk_editable_get_text (self->name));
}

static GtkWidget *
bh_capability_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  return GTK_WIDGET (BH_CAPABILITY_ROW (row)->name);
}

static void
on_name (BhCapabilityRow *self)
{
  show_summary (self);
  bh_setting_row_edited (BH_SETTING_ROW (self));
}

static void
on_picked (BhCapabilityRow *self, const char *name)
{
  gtk_editable_set_text (self->name, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
bh_capability_row_class_init (BhCapabilityRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_capability_row_show;
  row_class->value = bh_capability_row_value;
  row_class->part = bh_capability_row_part;

  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-capability-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhCapabilityRow, verb);
  gtk_widget_class_bind_template_child (widget_class, BhCapabilityRow, line);
  gtk_widget_class_bind_template_child (widget_class, BhCapabilityRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhCapabilityRow, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_name);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_capability_row_init (BhCapabilityRow *self)
{
  BhPicker *picker;

  gtk_widget_init_template (GTK_WIDGET (self));
  bh_accessible_name_drop_down (self->verb);
  picker = bh_capability_picker_new (_ ("Choose a Capability"), "view-list-symbolic", TRUE);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_picked), self);
  gtk_box_append (self->line, GTK_WIDGET (picker));
}
