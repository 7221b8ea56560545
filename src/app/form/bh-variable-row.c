/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-variable-row.h"

#include <glib/gi18n-lib.h>

#include "form/bh-captioned-entry.h"
#include "bh-reflow.h"
#include "form/bh-text-edit.h"
#include "value/bh-secret.h"

struct _BhVariableRow
{
  BhSettingRow parent_instance;

  /* Template widgets */
  GtkEditable *name;
  BhCaptionedEntry *value;

  /* Borrowed references */
  GtkToggleButton *reveal;
};

G_DEFINE_FINAL_TYPE (BhVariableRow, bh_variable_row, BH_TYPE_SETTING_ROW)

static gboolean
looks_secret (BhVariableRow *self)
{
  const char *value = gtk_editable_get_text (GTK_EDITABLE (self->value));

  return *value != '\0' && !bh_secret_is_path (value) &&
         (bh_secret_is_name (gtk_editable_get_text (self->name)) || bh_secret_is_value (value));
}

/* Somebody may look over the shoulder, or at a shared screen. */
static void
show_secrecy (BhVariableRow *self)
{
  gboolean secret = looks_secret (self);
  gboolean revealed = gtk_toggle_button_get_active (self->reveal);

  gtk_entry_set_visibility (bh_captioned_entry_get_entry (self->value), !secret || revealed);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal),
                            revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->reveal), secret);
}

static void
on_edited (BhVariableRow *self)
{
  show_secrecy (self);
  bh_setting_row_edited (BH_SETTING_ROW (self));
}

static guint
find_equals (const BhText *text)
{
  return bh_text_find (text, 0, G_MAXUINT, '=');
}

static void
bh_variable_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhVariableRow *self = BH_VARIABLE_ROW (row);
  guint equals = find_equals (setting->value);
  g_autofree char *name = bh_text_dup_range (setting->value, (BhRange){ 0, equals });
  const char *value = setting->value->str + MIN (equals + 1, setting->value->len);

  gtk_editable_set_text (self->name, name);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value);
  show_secrecy (self);
}

static GtkWidget *
bh_variable_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  BhVariableRow *self = BH_VARIABLE_ROW (row);

  return where.end <= find_equals (setting->value) ? GTK_WIDGET (self->name) : NULL;
}

/* NAME alone takes the shell's value; an empty one has to be said with an equals sign. */
static BhText *
bh_variable_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhVariableRow *self = BH_VARIABLE_ROW (row);
  const BhText *old = setting->value;
  guint equals = find_equals (old);
  BhRange rest = { MIN (equals + 1, old->len), old->len };
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->value));
  g_autoptr (BhText) name =
      bh_text_edit_range (old, (BhRange){ 0, equals }, gtk_editable_get_text (self->name));
  g_autoptr (BhText) value = bh_text_edit_range (old, rest, typed);
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, name);
  if (*typed != '\0' || equals < old->len)
    {
      bh_text_builder_append_c (&builder, '=');
      bh_text_builder_append_text (&builder, value);
    }
  return bh_text_builder_end (&builder);
}

static void
bh_variable_row_class_init (BhVariableRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_variable_row_show;
  row_class->value = bh_variable_row_value;
  row_class->part = bh_variable_row_part;

  g_type_ensure (BH_TYPE_CAPTIONED_ENTRY);
  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-variable-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhVariableRow, name);
  gtk_widget_class_bind_template_child (widget_class, BhVariableRow, value);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
bh_variable_row_init (BhVariableRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reveal = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reveal), _ ("Show the value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the value"), -1);
  g_signal_connect_swapped (self->reveal, "toggled", G_CALLBACK (show_secrecy), self);
  bh_captioned_entry_add_suffix (self->value, GTK_WIDGET (self->reveal));
}
