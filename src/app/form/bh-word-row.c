/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-word-row.h"

#include <glib/gi18n-lib.h>

struct _BhWordRow
{
  BhSettingRow parent_instance;

  GtkLabel *name;
  GtkLabel *summary;
  GtkSwitch *flag;
  GtkEditable *value;
};

G_DEFINE_FINAL_TYPE (BhWordRow, bh_word_row, BH_TYPE_SETTING_ROW)

static char *
dup_name (const BhSetting *setting)
{
  return setting->option != NULL ? g_strdup_printf ("--%s", setting->option->name)
                                 : g_strdup (setting->unknown->str);
}

static void
show_kind (BhWordRow *self, const BhSetting *setting)
{
  gboolean known = setting->option != NULL;
  gboolean takes_value = known && bh_option_takes_value (setting->option);

  gtk_widget_set_visible (GTK_WIDGET (self->value), takes_value);
  gtk_widget_set_visible (GTK_WIDGET (self->flag), known && !takes_value);
  gtk_label_set_label (self->summary, known ? _ (setting->option->summary)
                                            : _ ("Bulkhead does not know this option."));
}

static void
bh_word_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhWordRow *self = BH_WORD_ROW (row);
  g_autofree char *name = dup_name (setting);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_label_set_label (self->name, name);
  show_kind (self, setting);
  if (setting->option == NULL)
    return;
  if (bh_option_takes_value (setting->option))
    gtk_editable_set_text (self->value, setting->value->str);
  else
    gtk_switch_set_active (self->flag, bh_setting_is_on (setting));
}

static BhText *
bh_word_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhWordRow *self = BH_WORD_ROW (row);

  if (!bh_option_takes_value (setting->option))
    return bh_text_new (gtk_switch_get_active (self->flag) ? "true" : "false");
  return bh_text_edit (setting->value, gtk_editable_get_text (self->value));
}

static void
bh_word_row_class_init (BhWordRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_word_row_show;
  row_class->value = bh_word_row_value;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-word-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, flag);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, value);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_word_row_init (BhWordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
