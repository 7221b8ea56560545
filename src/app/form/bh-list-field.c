/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-list-field.h"

#include <glib/gi18n-lib.h>

#include "form/bh-edit.h"
#include "form/bh-field.h"
#include "form/bh-mount-row.h"
#include "form/bh-option-picker.h"
#include "form/bh-port-row.h"
#include "form/bh-setting-row.h"
#include "form/bh-variable-row.h"
#include "form/bh-word-row.h"

struct _BhListField
{
  GtkWidget parent_instance;

  BhDocument *document;
  const BhFieldSpec *spec;
  BhSection section;

  GtkListBox *list;
  GtkWidget *buttons;
  GPtrArray *rows; /* the rows of the list in order, not owned */
  gboolean focus_new;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhListField,
                               bh_list_field,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static const struct
{
  BhKind kind;
  GType (*get_type) (void);
} row_types[] = {
  { BH_KIND_PORT, bh_port_row_get_type },
  { BH_KIND_VOLUME, bh_mount_row_get_type },
  { BH_KIND_MOUNT, bh_mount_row_get_type },
  { BH_KIND_TMPFS, bh_mount_row_get_type },
  { BH_KIND_ENVIRONMENT, bh_variable_row_get_type },
};

static GType
row_type (const BhSetting *setting)
{
  if (setting->option != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (row_types); i++)
      if (row_types[i].kind == setting->option->kind)
        return row_types[i].get_type ();
  return BH_TYPE_WORD_ROW;
}

/* What no other field edits, and what another field does not count: the client takes the last of
 * an option that does not repeat. */
static gboolean
is_rest (BhListField *self, const BhState *state, guint index)
{
  const BhOption *option = state->settings[index]->option;
  const BhFieldSpec *editor;

  if (option == NULL)
    return self->section == BH_SECTION_OTHER;
  if (option->section != self->section)
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

static BhSettingRow *
row_at (BhListField *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
insert_row (BhListField *self, guint at, const BhSetting *setting)
{
  GtkWidget *row = g_object_new (row_type (setting), NULL);

  gtk_list_box_insert (self->list, row, (int) at);
  g_ptr_array_insert (self->rows, (int) at, row);
}

static void
remove_row (BhListField *self, guint at)
{
  GtkWidget *row = GTK_WIDGET (row_at (self, at));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == row;

  g_ptr_array_remove_index (self->rows, at);
  gtk_list_box_remove (self->list, row);
  if (!had_focus)
    return;
  if (self->rows->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, MIN (at, self->rows->len - 1))));
  else
    gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}

/* Rows whose setting is still there stay, so that focus and what is being typed stay too. */
static guint
splice (BhListField *self, const BhState *state, const GArray *indices)
{
#define WANTED(i) (state->settings[g_array_index (indices, guint, (i))])
  guint n = indices->len;
  guint head = 0;
  guint tail = 0;
  guint added = G_MAXUINT;

  while (head < MIN (n, self->rows->len) &&
         bh_setting_row_get_setting (row_at (self, head)) == WANTED (head))
    head++;
  while (tail < MIN (n, self->rows->len) - head &&
         bh_setting_row_get_setting (row_at (self, self->rows->len - 1 - tail)) ==
             WANTED (n - 1 - tail))
    tail++;
  for (guint i = head; i < n - tail; i++)
    {
      gboolean fits =
          i < self->rows->len - tail && G_OBJECT_TYPE (row_at (self, i)) == row_type (WANTED (i));

      if (fits)
        continue;
      if (i < self->rows->len - tail)
        remove_row (self, i);
      insert_row (self, i, WANTED (i));
      added = i;
    }
  while (self->rows->len > n)
    remove_row (self, n - tail);
  return added;
#undef WANTED
}

static void
bh_list_field_update (BhField *field)
{
  BhListField *self = BH_LIST_FIELD (field);
  const BhState *state = bh_document_get_state (self->document);
  g_autoptr (GArray) indices = collect (self, state);
  guint added = splice (self, state, indices);

  for (guint i = 0; i < indices->len; i++)
    bh_setting_row_update (row_at (self, i), self->document, g_array_index (indices, guint, i));
  if (self->focus_new && added != G_MAXUINT)
    gtk_widget_child_focus (GTK_WIDGET (row_at (self, added)), GTK_DIR_TAB_FORWARD);
  self->focus_new = FALSE;
  /* Elsewhere the empty list teaches; here it would only take room. */
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          indices->len > 0 || self->spec->kind != BH_FIELD_REST);
}

static gboolean
bh_list_field_reveal (BhField *field, int setting)
{
  BhListField *self = BH_LIST_FIELD (field);

  for (guint i = 0; i < self->rows->len; i++)
    if ((int) bh_setting_row_get_index (row_at (self, i)) == setting)
      return gtk_widget_child_focus (GTK_WIDGET (row_at (self, i)), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static gboolean
bh_list_field_reveal_option (BhField *field, const BhOption *option)
{
  BhListField *self = BH_LIST_FIELD (field);

  return edits (self, option) && gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_list_field_update;
  iface->reveal = bh_list_field_reveal;
  iface->reveal_option = bh_list_field_reveal_option;
}

static void
on_add (BhListField *self, GtkButton *button)
{
  const BhAddition *addition = g_object_get_data (G_OBJECT (button), "addition");

  self->focus_new = TRUE;
  bh_edit_add (self->document, addition->option, addition->value);
}

static void
on_picked (BhListField *self, const BhOption *option)
{
  const char *value = option->default_value != NULL ? option->default_value : "";

  if (!bh_option_takes_value (option))
    value = g_strcmp0 (option->default_value, "true") == 0 ? "false" : "true";
  self->focus_new = TRUE;
  bh_edit_add (self->document, option->name, value);
}

static void
add_addition (BhListField *self, const BhAddition *addition)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                     "label", _ (addition->title), NULL);

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (addition->title), -1);
  g_object_set_data (G_OBJECT (button), "addition", (gpointer) addition);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
add_buttons (BhListField *self)
{
  for (guint i = 0; i < BH_MAX_ADDITIONS && self->spec->additions[i].option != NULL; i++)
    add_addition (self, &self->spec->additions[i]);
  if (self->spec->kind == BH_FIELD_REST)
    {
      BhOptionPicker *picker = bh_option_picker_new (self->section);

      g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_picked), self);
      gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (picker));
    }
}

static void
add_placeholder (BhListField *self)
{
  GtkWidget *label;

  if (self->spec->subtitle == NULL)
    return;
  label = gtk_label_new (_ (self->spec->subtitle));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "placeholder");
  gtk_list_box_set_placeholder (self->list, label);
}

static void
bh_list_field_dispose (GObject *object)
{
  BhListField *self = BH_LIST_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
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
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_START);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  add_placeholder (self);
  add_buttons (self);
  return self;
}
