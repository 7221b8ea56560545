/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-word-row.h"

#include <glib/gi18n-lib.h>

#include "form/bh-file-button.h"
#include "form/bh-form-spec.h"
#include "form/bh-picker.h"

struct _BhWordRow
{
  BhSettingRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *summary;
  GtkSwitch *flag;
  GtkBox *line;
  GtkEditable *value;
  GtkWidget *choose;

  /* Borrowed references */
  BhPicker *suggestions; /* NULL until an option has some */
};

G_DEFINE_FINAL_TYPE (BhWordRow, bh_word_row, BH_TYPE_SETTING_ROW)

static char *
dup_name (const BhSetting *setting)
{
  return setting->option != NULL ? g_strdup_printf ("--%s", setting->option->name)
                                 : g_strdup (setting->unknown->str);
}

static void
on_chosen (BhWordRow *self, const char *text)
{
  gtk_editable_set_text (self->value, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

static void
on_fill (BhPicker *picker, BhWordRow *self)
{
  const BhSetting *setting = bh_setting_row_get_setting (BH_SETTING_ROW (self));
  const BhChoice *suggestion = bh_form_suggestions (setting->option);

  for (; suggestion != NULL && suggestion->value != NULL; suggestion++)
    bh_picker_add (picker, suggestion->value, _ (suggestion->subtitle), NULL);
}

static void
show_suggestions (BhWordRow *self, const BhOption *option)
{
  gboolean any = option != NULL && bh_form_suggestions (option) != NULL;

  if (any && self->suggestions == NULL)
    {
      self->suggestions = bh_picker_new (_ ("Choose a Value"), "view-list-symbolic", TRUE);
      g_signal_connect (self->suggestions, "fill", G_CALLBACK (on_fill), self);
      g_signal_connect_swapped (self->suggestions, "picked", G_CALLBACK (on_chosen), self);
      gtk_box_append (self->line, GTK_WIDGET (self->suggestions));
    }
  if (self->suggestions != NULL)
    {
      bh_picker_clear (self->suggestions);
      gtk_widget_set_visible (GTK_WIDGET (self->suggestions), any);
    }
}

static void
show_kind (BhWordRow *self, const BhOption *option)
{
  gboolean takes_value = option != NULL && bh_option_takes_value (option);

  gtk_widget_set_visible (GTK_WIDGET (self->line), takes_value);
  gtk_widget_set_visible (GTK_WIDGET (self->flag), option != NULL && !takes_value);
  gtk_widget_set_visible (self->choose, option != NULL && option->kind == BH_KIND_FILE);
  gtk_label_set_label (self->summary, option != NULL ? _ (option->summary)
                                                     : _ ("Bulkhead does not know this option."));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), takes_value && option->metavar != NULL
                                                               ? _ (option->metavar)
                                                               : NULL);
  show_suggestions (self, option);
}

static void
bh_word_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhWordRow *self = BH_WORD_ROW (row);
  g_autofree char *name = dup_name (setting);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_label_set_label (self->name, name);
  show_kind (self, setting->option);
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

static GtkWidget *
bh_word_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  return GTK_WIDGET (BH_WORD_ROW (row)->value);
}

static void
bh_word_row_class_init (BhWordRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_word_row_show;
  row_class->value = bh_word_row_value;
  row_class->part = bh_word_row_part;

  g_type_ensure (BH_TYPE_FILE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-word-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, flag);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, line);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, value);
  gtk_widget_class_bind_template_child (widget_class, BhWordRow, choose);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_word_row_init (BhWordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
