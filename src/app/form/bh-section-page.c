/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-section-page.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "bh-widget.h"
#include "form/bh-choice-field.h"
#include "form/bh-edit.h"
#include "form/bh-entry-field.h"
#include "form/bh-field.h"
#include "form/bh-flash.h"
#include "form/bh-form-spec.h"
#include "form/bh-list-field.h"
#include "form/bh-notes.h"
#include "form/bh-number-field.h"
#include "form/bh-size-field.h"
#include "form/bh-switch-field.h"
#include "form/bh-text-field.h"

struct _BhSectionPage
{
  AdwPreferencesPage parent_instance;

  BhDocument *document;
  BhSection section;
  BhNotes *missing;
  GPtrArray *fields; /* (element-type BhField), not owned */
};

G_DEFINE_FINAL_TYPE (BhSectionPage, bh_section_page, ADW_TYPE_PREFERENCES_PAGE)

static BhField *
new_text (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_text_field_new (document, spec, notes));
}

static BhField *
new_entry (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_entry_field_new (document, spec, notes));
}

static BhField *
new_number (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_number_field_new (document, spec, notes));
}

static BhField *
new_size (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_size_field_new (document, spec, notes));
}

static BhField *
new_switch (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_switch_field_new (document, spec, notes));
}

static BhField *
new_choice (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  return BH_FIELD (bh_choice_field_new (document, spec, notes));
}

static BhField *(*const row_makers[]) (BhDocument *, const BhFieldSpec *, BhNotes *) = {
  [BH_FIELD_IMAGE] = new_text,    [BH_FIELD_COMMAND] = new_text,  [BH_FIELD_TEXT] = new_text,
  [BH_FIELD_ENTRY] = new_entry,   [BH_FIELD_NUMBER] = new_number, [BH_FIELD_SIZE] = new_size,
  [BH_FIELD_SWITCH] = new_switch, [BH_FIELD_CHOICE] = new_choice,
};

/* The line between a row and what is said about it would part what belongs together. */
static void
on_notes_visible (GtkWidget *notes, GParamSpec *pspec, GtkWidget *row)
{
  if (gtk_widget_get_visible (notes))
    gtk_widget_add_css_class (row, "noted");
  else
    gtk_widget_remove_css_class (row, "noted");
}

static GtkWidget *
new_holder (BhNotes *notes)
{
  GtkWidget *holder = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable",
                                    FALSE, "child", notes, NULL);

  gtk_widget_add_css_class (holder, "notes");
  g_object_bind_property (notes, "visible", holder, "visible", G_BINDING_SYNC_CREATE);
  return holder;
}

static void
add_notes (AdwPreferencesGroup *group, GtkWidget *row, BhNotes *notes)
{
  g_signal_connect_object (notes, "notify::visible", G_CALLBACK (on_notes_visible), row, 0);
  adw_preferences_group_add (group, new_holder (notes));
}

/* Libadwaita names the list of a group by its title. */
static void
name_list (AdwPreferencesGroup *group, const char *name)
{
  bh_accessible_name_parts (GTK_WIDGET (group), GTK_TYPE_LIST_BOX, name);
}

static void
add_missing (BhSectionPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->missing = bh_notes_new ();
  gtk_widget_add_css_class (group, "missing");
  name_list (ADW_PREFERENCES_GROUP (group), bh_section_get_title (self->section));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_holder (self->missing));
  g_object_bind_property (self->missing, "visible", group, "visible", G_BINDING_SYNC_CREATE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

static void
add_row (BhSectionPage *self, AdwPreferencesGroup *group, const BhFieldSpec *spec)
{
  BhNotes *notes = bh_notes_new ();
  BhField *field = row_makers[spec->kind](self->document, spec, notes);
  GtkWidget *last = GTK_WIDGET (field);

  adw_preferences_group_add (group, last);
  if (BH_IS_CHOICE_FIELD (field))
    {
      last = bh_choice_field_get_typed_row (BH_CHOICE_FIELD (field));
      adw_preferences_group_add (group, last);
    }
  bh_widget_fit_titles (GTK_WIDGET (field));
  add_notes (group, GTK_WIDGET (field), notes);
  g_ptr_array_add (self->fields, field);
}

static void
add_list (BhSectionPage *self,
          AdwPreferencesGroup *group,
          const BhGroupSpec *spec,
          const BhFieldSpec *field)
{
  const char *label = spec->title != NULL ? _ (spec->title) : bh_section_get_title (self->section);
  BhListField *list = bh_list_field_new (self->document, field, self->section, label);

  adw_preferences_group_add (group, GTK_WIDGET (list));
  g_ptr_array_add (self->fields, list);
}

static void
add_group (BhSectionPage *self, const BhGroupSpec *spec)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (spec->title != NULL)
    adw_preferences_group_set_title (group, _ (spec->title));
  else
    name_list (group, bh_section_get_title (self->section));
  if (spec->description != NULL)
    adw_preferences_group_set_description (group, _ (spec->description));
  for (const BhFieldSpec *field = spec->fields; field->kind != BH_FIELD_END; field++)
    {
      if (field->kind == BH_FIELD_LIST || field->kind == BH_FIELD_REST)
        add_list (self, group, spec, field);
      else
        add_row (self, group, field);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

void
bh_section_page_update (BhSectionPage *self)
{
  g_return_if_fail (BH_IS_SECTION_PAGE (self));

  bh_notes_show_missing (self->missing, self->document, self->section);
  for (guint i = 0; i < self->fields->len; i++)
    bh_field_update (g_ptr_array_index (self->fields, i));
}

static void
show_found (BhField *field, GtkWidget *found, BhReveal how)
{
  if (how == BH_REVEAL_FOCUS)
    bh_field_focus (field, found);
  else
    bh_flash (found);
}

gboolean
bh_section_page_reveal (BhSectionPage *self, int setting, BhReveal how)
{
  GtkWidget *found = NULL;

  g_return_val_if_fail (BH_IS_SECTION_PAGE (self), FALSE);

  for (guint i = 0; i < self->fields->len && found == NULL; i++)
    if ((found = bh_field_find (g_ptr_array_index (self->fields, i), setting)) != NULL)
      show_found (g_ptr_array_index (self->fields, i), found, how);
  return found != NULL;
}

gboolean
bh_section_page_reveal_option (BhSectionPage *self, const BhOption *option, BhReveal how)
{
  GtkWidget *found = NULL;

  g_return_val_if_fail (BH_IS_SECTION_PAGE (self), FALSE);

  for (guint i = 0; i < self->fields->len && found == NULL; i++)
    if ((found = bh_field_find_option (g_ptr_array_index (self->fields, i), option)) != NULL)
      show_found (g_ptr_array_index (self->fields, i), found, how);
  return found != NULL;
}

int
bh_section_page_get_setting (BhSectionPage *self, GtkWidget *focus)
{
  int setting = BH_EDIT_NOWHERE;

  g_return_val_if_fail (BH_IS_SECTION_PAGE (self), BH_EDIT_NOWHERE);

  for (guint i = 0; i < self->fields->len && setting == BH_EDIT_NOWHERE; i++)
    setting = bh_field_get_setting (g_ptr_array_index (self->fields, i), focus);
  return setting;
}

static void
bh_section_page_dispose (GObject *object)
{
  BhSectionPage *self = BH_SECTION_PAGE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (bh_section_page_parent_class)->dispose (object);
}

static void
bh_section_page_class_init (BhSectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_section_page_dispose;
}

static void
bh_section_page_init (BhSectionPage *self)
{
  self->fields = g_ptr_array_new ();
}

BhSectionPage *
bh_section_page_new (BhDocument *document, BhSection section)
{
  BhSectionPage *self = g_object_new (BH_TYPE_SECTION_PAGE, NULL);
  guint n_groups;
  const BhGroupSpec *groups = bh_form_spec (section, &n_groups);

  self->document = g_object_ref (document);
  self->section = section;
  add_missing (self);
  for (guint i = 0; i < n_groups; i++)
    add_group (self, &groups[i]);
  bh_section_page_update (self);
  return self;
}
