/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-list-field.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "form/bh-capability-picker.h"
#include "form/bh-edit.h"
#include "form/bh-field.h"
#include "form/bh-option-picker.h"
#include "bh-reflow.h"
#include "form/bh-setting-list.h"

#define ADDITION "addition"

struct _BhListField
{
  GtkWidget parent_instance;

  /* Borrowed references */
  BhSettingList *list;
  GtkWidget *buttons;

  /* Owned references */
  BhDocument *document;

  const BhFieldSpec *spec;
  BhSection section;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhListField,
                               bh_list_field,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

/* What no other field edits, and what another field does not count: the client takes the last of
 * an option that does not repeat. */
static gboolean
is_rest (BhListField *self, const BhState *state, guint index)
{
  const BhOption *option = state->settings[index]->option;
  const BhFieldSpec *editor;

  if (option == NULL)
    return self->section == BH_SECTION_OTHER;
  if (bh_form_spec_get_section (option) != self->section)
    return FALSE;
  editor = bh_form_spec_find (option);
  return editor == NULL ||
         (editor->kind != BH_FIELD_LIST && bh_edit_find (state, editor) != (int) index);
}

static gboolean
edits (BhListField *self, const BhOption *option)
{
  const BhFieldSpec *editor = bh_form_spec_find (option);

  return self->spec->kind == BH_FIELD_REST ? editor == NULL && option->section == self->section
                                           : editor == self->spec;
}

static gboolean
shows (BhListField *self, const BhState *state, guint index)
{
  const BhOption *option = state->settings[index]->option;

  if (self->spec->kind == BH_FIELD_REST)
    return is_rest (self, state, index);
  return option != NULL && edits (self, option);
}

static GArray *
collect (BhListField *self, const BhState *state)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < state->n_settings; i++)
    if (shows (self, state, i))
      g_array_append_val (indices, i);
  return indices;
}

static void
bh_list_field_update (BhField *field)
{
  BhListField *self = BH_LIST_FIELD (field);
  g_autoptr (GArray) indices = collect (self, bh_document_get_state (self->document));

  /* Elsewhere the empty list teaches; here it would only take room. */
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          indices->len > 0 || self->spec->kind != BH_FIELD_REST);
  bh_setting_list_update (self->list, self->document, indices);
}

static GtkWidget *
bh_list_field_find (BhField *field, int setting)
{
  return (GtkWidget *) bh_setting_list_find (BH_LIST_FIELD (field)->list, setting);
}

static GtkWidget *
bh_list_field_find_option (BhField *field, const BhOption *option)
{
  BhListField *self = BH_LIST_FIELD (field);

  return edits (self, option) ? self->buttons : NULL;
}

static int
bh_list_field_get_setting (BhField *field, GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, BH_TYPE_SETTING_ROW);

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (field)))
    return BH_EDIT_NOWHERE;
  return (int) bh_setting_row_get_index (BH_SETTING_ROW (row));
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_list_field_update;
  iface->find = bh_list_field_find;
  iface->find_option = bh_list_field_find_option;
  iface->get_setting = bh_list_field_get_setting;
}

static void
add (BhListField *self, const char *option, const char *value)
{
  bh_setting_list_focus_added (self->list);
  bh_edit_add (self->document, option, value);
}

static void
on_add (BhListField *self, GtkWidget *button)
{
  const BhAddition *addition = g_object_get_data (G_OBJECT (button), ADDITION);

  add (self, addition->option, addition->value);
}

static void
on_capability (BhListField *self, const char *name, BhPicker *picker)
{
  const BhAddition *addition = g_object_get_data (G_OBJECT (picker), ADDITION);

  add (self, addition->option, name);
}

static void
add_option (BhListField *self, const BhOption *option)
{
  const char *value = option->default_value != NULL ? option->default_value : "";

  if (!bh_option_takes_value (option))
    value = g_strcmp0 (option->default_value, "true") == 0 ? "false" : "true";
  add (self, option->name, value);
}

/* What has a place in the form already is shown there. */
static void
on_option (BhListField *self, const char *name)
{
  const BhOption *option = bh_option_picker_find (name);

  if (option == NULL)
    return;
  if (edits (self, option))
    add_option (self, option);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "form.reveal-option", "s", option->name);
}

static GtkWidget *
new_button (BhListField *self, const BhAddition *addition)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                     "label", _ (addition->title), "use-underline", TRUE, NULL);

  gtk_button_set_child (GTK_BUTTON (button), content);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), self);
  return button;
}

static void
add_button (BhListField *self, const BhAddition *addition)
{
  GtkWidget *button;

  if (addition->value != NULL)
    button = new_button (self, addition);
  else
    {
      button =
          GTK_WIDGET (bh_capability_picker_new (_ (addition->title), "list-add-symbolic", FALSE));
      g_signal_connect_swapped (button, "picked", G_CALLBACK (on_capability), self);
    }
  g_object_set_data (G_OBJECT (button), ADDITION, (gpointer) addition);
  bh_reflow_append (BH_REFLOW (self->buttons), button);
}

static void
add_buttons (BhListField *self)
{
  for (guint i = 0; i < BH_MAX_ADDITIONS && self->spec->additions[i].option != NULL; i++)
    add_button (self, &self->spec->additions[i]);
  if (self->spec->kind == BH_FIELD_REST)
    {
      BhPicker *picker = bh_option_picker_new (self->section);

      g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_option), self);
      bh_reflow_append (BH_REFLOW (self->buttons), GTK_WIDGET (picker));
    }
}

static void
bh_list_field_dispose (GObject *object)
{
  BhListField *self = BH_LIST_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_list_field_parent_class)->dispose (object);
}

static void
bh_list_field_class_init (BhListFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_list_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
bh_list_field_init (BhListField *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
}

BhListField *
bh_list_field_new (BhDocument *document,
                   const BhFieldSpec *spec,
                   BhSection section,
                   const char *label)
{
  BhListField *self = g_object_new (BH_TYPE_LIST_FIELD, NULL);

  self->document = g_object_ref (document);
  self->spec = spec;
  self->section = section;
  self->list = bh_setting_list_new (label, spec->subtitle != NULL ? _ (spec->subtitle) : NULL);
  self->buttons = bh_reflow_new (6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  add_buttons (self);
  return self;
}
