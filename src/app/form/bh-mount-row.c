/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-mount-row.h"

#include <glib/gi18n-lib.h>

#include "value/bh-mount-parts.h"

struct _BhMountRow
{
  BhSettingRow parent_instance;

  GtkDropDown *kind; /* its items are those of BhMountPlace */
  GtkCheckButton *read_only;
  GtkWidget *source_box;
  GtkLabel *source_caption;
  GtkEditable *source;
  GtkWidget *choose;
  GtkEditable *target;

  GtkFileChooserNative *chooser;
  gboolean changing_place;
};

G_DEFINE_FINAL_TYPE (BhMountRow, bh_mount_row, BH_TYPE_SETTING_ROW)

static const struct
{
  const char *caption;
  const char *example;
} sources[] = {
  [BH_MOUNT_PLACE_HOST] = { N_ ("On this computer"), "./data" },
  [BH_MOUNT_PLACE_VOLUME] = { N_ ("Name of the volume"), N_ ("none: it goes with the container") },
  [BH_MOUNT_PLACE_MEMORY] = { "", "" },
};

static void
show_place (BhMountRow *self, BhMountPlace place)
{
  gtk_drop_down_set_selected (self->kind, place);
  gtk_label_set_label (self->source_caption, _ (sources[place].caption));
  g_object_set (self->source, "placeholder-text", _ (sources[place].example), NULL);
  gtk_widget_set_visible (self->source_box, place != BH_MOUNT_PLACE_MEMORY);
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
  set_range (self->source, setting->value, parts.source);
  set_range (self->target, setting->value, parts.target);
  gtk_check_button_set_active (self->read_only, parts.readonly);
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
    source = gtk_editable_get_text (self->source);
  return bh_mount_parts_write (ret_option, setting->value, parts.place, source,
                               gtk_editable_get_text (self->target),
                               gtk_check_button_get_active (self->read_only));
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
  bh_setting_row_show_again (row);
}

static void
on_chosen (BhMountRow *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL && g_file_peek_path (file) != NULL)
    gtk_editable_set_text (self->source, g_file_peek_path (file));
}

static void
on_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhMountRow *self = BH_MOUNT_ROW (widget);

  if (self->chooser == NULL)
    {
      self->chooser =
          gtk_file_chooser_native_new (_ ("Choose a Folder"), NULL,
                                       GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
      gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
      g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_chosen), self);
    }
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (self->chooser),
                                       GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
bh_mount_row_dispose (GObject *object)
{
  BhMountRow *self = BH_MOUNT_ROW (object);

  if (self->chooser != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chooser, self);
      gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
      g_clear_object (&self->chooser);
    }
  G_OBJECT_CLASS (bh_mount_row_parent_class)->dispose (object);
}

static void
bh_mount_row_class_init (BhMountRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_mount_row_dispose;
  row_class->show = bh_mount_row_show;
  row_class->value = bh_mount_row_value;

  gtk_widget_class_install_action (widget_class, "mount.choose", NULL, on_choose);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-mount-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, kind);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, read_only);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, source_box);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, source_caption);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, source);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, choose);
  gtk_widget_class_bind_template_child (widget_class, BhMountRow, target);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_source);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_mount_row_init (BhMountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
