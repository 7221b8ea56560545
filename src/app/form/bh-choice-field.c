/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-choice-field.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "form/bh-edit.h"
#include "form/bh-field.h"

struct _BhChoiceField
{
  AdwComboRow parent_instance;

  BhDocument *document;
  const BhFieldSpec *spec;
  AdwEntryRow *typed;
  BhNotes *notes;
  gboolean updating;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhChoiceField,
                               bh_choice_field,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static guint
find_choice (const BhFieldSpec *spec, const char *text)
{
  guint i = 0;

  for (; spec->choices[i].title != NULL; i++)
    if (g_strcmp0 (spec->choices[i].value, text) == 0 ||
        g_strcmp0 (spec->choices[i].also, text) == 0)
      return i;
  return i - 1; /* the one that is typed is the last */
}

static void
show_choice (BhChoiceField *self, guint i)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ (self->spec->choices[i].subtitle));
  gtk_widget_set_visible (GTK_WIDGET (self->typed), self->spec->choices[i].value == NULL);
}

static void
on_selected (BhChoiceField *self)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const BhChoice *choice = &self->spec->choices[i];

  if (self->updating || i == GTK_INVALID_LIST_POSITION)
    return;
  show_choice (self, i);
  if (choice->value != NULL)
    bh_edit_set_text (self->document, self->spec, choice->value);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->typed));
}

static void
on_typed (BhChoiceField *self)
{
  if (!self->updating)
    bh_edit_set_text (self->document, self->spec,
                      gtk_editable_get_text (GTK_EDITABLE (self->typed)));
}

/* A person who has chosen to type has not typed yet: the document still says the former value. */
static gboolean
is_about_to_type (BhChoiceField *self, const char *text)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return self->spec->choices[i].value == NULL &&
         gtk_widget_get_focus_child (GTK_WIDGET (self->typed)) != NULL &&
         (*text == '\0' || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->typed)), text));
}

static void
bh_choice_field_update (BhField *field)
{
  BhChoiceField *self = BH_CHOICE_FIELD (field);
  const BhState *state = bh_document_get_state (self->document);
  g_autofree char *text = bh_edit_dup_text (state, self->spec);
  guint i = find_choice (self->spec, text);

  bh_notes_show_for (self->notes, self->document, bh_edit_find (state, self->spec),
                     GTK_WIDGET (self));
  if (is_about_to_type (self, text))
    return;
  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  show_choice (self, i);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->typed)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->typed),
                           self->spec->choices[i].value == NULL ? text : "");
  self->updating = FALSE;
}

static int
bh_choice_field_get_setting (BhField *field, GtkWidget *focus)
{
  BhChoiceField *self = BH_CHOICE_FIELD (field);

  if (focus != GTK_WIDGET (self) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
      focus != GTK_WIDGET (self->typed) &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->typed)))
    return BH_EDIT_NOWHERE;
  return bh_edit_find (bh_document_get_state (self->document), self->spec);
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_choice_field_update;
  iface->get_setting = bh_choice_field_get_setting;
}

static void
bh_choice_field_dispose (GObject *object)
{
  BhChoiceField *self = BH_CHOICE_FIELD (object);

  if (self->typed != NULL)
    g_signal_handlers_disconnect_by_data (self->typed, self);
  g_clear_object (&self->typed);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_choice_field_parent_class)->dispose (object);
}

static void
bh_choice_field_class_init (BhChoiceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_choice_field_dispose;
}

static void
bh_choice_field_init (BhChoiceField *self)
{
  self->typed = g_object_ref_sink (ADW_ENTRY_ROW (adw_entry_row_new ()));
  g_signal_connect_swapped (self->typed, "changed", G_CALLBACK (on_typed), self);
}

static GListModel *
make_titles (const BhChoice *choice)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (; choice->title != NULL; choice++)
    gtk_string_list_append (titles, _ (choice->title));
  return G_LIST_MODEL (titles);
}

BhChoiceField *
bh_choice_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  g_autoptr (GListModel) titles = make_titles (spec->choices);
  BhChoiceField *self = g_object_new (BH_TYPE_CHOICE_FIELD, "title", _ (spec->title), NULL);

  self->document = g_object_ref (document);
  self->spec = spec;
  self->notes = notes;
  bh_field_set_up (BH_FIELD (self), document, spec, GTK_WIDGET (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed), _ (spec->typed));
  bh_accessible_name_parts (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW, _ (spec->title));
  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), titles);
  self->updating = FALSE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
  return self;
}

GtkWidget *
bh_choice_field_get_typed_row (BhChoiceField *self)
{
  return GTK_WIDGET (self->typed);
}
