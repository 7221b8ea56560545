/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-size-field.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "form/bh-edit.h"
#include "form/bh-field.h"
#include "form/bh-number-field.h"
#include "value/bh-byte-size.h"

#define WIDTH_CHARS 7

struct _BhSizeField
{
  AdwActionRow parent_instance;

  /* Borrowed references */
  GtkEditable *number;
  GtkDropDown *unit; /* its items are those of BhByteUnit */
  BhNotes *notes;

  /* Owned references */
  BhDocument *document;

  const BhFieldSpec *spec;
  gboolean updating;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhSizeField,
                               bh_size_field,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static const char *const unit_names[] = { N_ ("bytes"), "KiB", "MiB", "GiB", "TiB", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (unit_names) == BH_N_BYTE_UNITS + 1);

/* What TYPED is a number of. Where it does not say, that is what the drop-down says. */
static gboolean
read_size (BhSizeField *self, const char *typed, gsize *ret_len, BhByteUnit *ret_unit)
{
  if (!bh_byte_size_split (typed, ret_len, ret_unit))
    return FALSE;
  if (typed[*ret_len] == '\0')
    *ret_unit = gtk_drop_down_get_selected (self->unit);
  return TRUE;
}

static char *
dup_value (BhSizeField *self)
{
  const char *typed = gtk_editable_get_text (self->number);
  BhByteUnit unit;
  gsize len;

  if (!read_size (self, typed, &len, &unit) || typed[len] != '\0')
    return g_strdup (typed);
  return g_strconcat (typed, bh_byte_unit_get_suffix (unit), NULL);
}

static gboolean
says (BhSizeField *self, const char *value)
{
  const char *typed = gtk_editable_get_text (self->number);
  BhByteUnit unit, wanted;
  gsize len, wanted_len;

  if (!read_size (self, typed, &len, &unit) || !bh_byte_size_split (value, &wanted_len, &wanted))
    return g_str_equal (typed, value);
  return unit == wanted && len == wanted_len && strncmp (typed, value, len) == 0;
}

static void
show (BhSizeField *self, const char *value)
{
  g_autofree char *number = NULL;
  BhByteUnit unit;
  gsize len;

  self->updating = TRUE;
  if (bh_byte_size_split (value, &len, &unit))
    {
      number = g_strndup (value, len);
      gtk_drop_down_set_selected (self->unit, unit);
    }
  gtk_editable_set_text (self->number, number != NULL ? number : value);
  self->updating = FALSE;
}

static void
set_value (BhSizeField *self, const char *value)
{
  bh_edit_set_text (self->document, self->spec, value);
}

static void
on_typed (BhSizeField *self)
{
  const char *typed = gtk_editable_get_text (self->number);
  g_autofree char *value = NULL;
  BhByteUnit unit;
  gsize len;

  if (self->updating)
    return;
  value = dup_value (self);
  if (read_size (self, typed, &len, &unit))
    {
      self->updating = TRUE;
      gtk_drop_down_set_selected (self->unit, unit);
      self->updating = FALSE;
    }
  set_value (self, value);
}

static void
on_unit (BhSizeField *self)
{
  g_autofree char *value = NULL;
  g_autofree char *number = NULL;
  BhByteUnit unit;
  gsize len;

  if (self->updating || !bh_byte_size_split (gtk_editable_get_text (self->number), &len, &unit))
    return;
  number = g_strndup (gtk_editable_get_text (self->number), len);
  unit = gtk_drop_down_get_selected (self->unit);
  value = g_strconcat (number, bh_byte_unit_get_suffix (unit), NULL);
  show (self, value);
  set_value (self, value);
}

/* The unit that was typed moves to where units are. */
static void
on_focus_left (BhSizeField *self)
{
  g_autofree char *value = NULL;

  if (self->document == NULL)
    return;
  value = dup_value (self);
  show (self, value);
  bh_document_end_merge (self->document);
}

static void
bh_size_field_update (BhField *field)
{
  BhSizeField *self = BH_SIZE_FIELD (field);
  const BhState *state = bh_document_get_state (self->document);
  g_autofree char *value = bh_edit_dup_text (state, self->spec);

  if (!says (self, value))
    show (self, value);
  bh_notes_show_for (self->notes, self->document, bh_edit_find (state, self->spec),
                     GTK_WIDGET (self->number));
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_size_field_update;
}

static void
bh_size_field_dispose (GObject *object)
{
  BhSizeField *self = BH_SIZE_FIELD (object);

  self->updating = TRUE;
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_size_field_parent_class)->dispose (object);
}

static void
bh_size_field_class_init (BhSizeFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_size_field_dispose;
}

static GtkDropDown *
new_units (void)
{
  GtkStringList *units = gtk_string_list_new (NULL);

  for (guint i = 0; i < BH_N_BYTE_UNITS; i++)
    gtk_string_list_append (units, _ (unit_names[i]));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (units), NULL));
}

static void
bh_size_field_init (BhSizeField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->number = g_object_new (GTK_TYPE_ENTRY, "width-chars", WIDTH_CHARS, "max-width-chars",
                               WIDTH_CHARS, NULL);
  self->unit = new_units ();
  gtk_drop_down_set_selected (self->unit, BH_BYTE_UNIT_MIB);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unit));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
  g_signal_connect_swapped (self->number, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->unit, "notify::selected", G_CALLBACK (on_unit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->number), focus);
}

/* Room for the placeholder, in whatever script it is: it says what holds when nothing is typed. */
static void
show_placeholder (BhSizeField *self, const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->number), text);
  gtk_editable_set_width_chars (self->number, MAX (width, WIDTH_CHARS));
  gtk_editable_set_max_width_chars (self->number, MAX (width, WIDTH_CHARS));
}

BhSizeField *
bh_size_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  g_autofree char *subtitle = bh_number_field_dup_subtitle (spec);
  /* TRANSLATORS: what a screen reader calls a drop-down with MiB, GiB…; %s is a field. */
  g_autofree char *unit = g_strdup_printf (_ ("%s: unit"), _ (spec->title));
  BhSizeField *self =
      g_object_new (BH_TYPE_SIZE_FIELD, "title", _ (spec->title), "subtitle", subtitle, NULL);

  self->document = g_object_ref (document);
  self->spec = spec;
  self->notes = notes;
  bh_field_set_up (BH_FIELD (self), document, spec, GTK_WIDGET (self->number));
  show_placeholder (self, _ (spec->placeholder));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unit), GTK_ACCESSIBLE_PROPERTY_LABEL, unit,
                                  -1);
  bh_accessible_name_drop_down (self->unit);
  return self;
}
