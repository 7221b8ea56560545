/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-number-field.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "form/bh-field.h"
#include "form/bh-machine.h"
#include "form/bh-text-binding.h"

#define WIDTH_CHARS 8

struct _BhNumberField
{
  AdwActionRow parent_instance;

  GtkEditable *entry;
  BhTextBinding binding;
};

static void field_init (BhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhNumberField,
                               bh_number_field,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_FIELD, field_init))

static char *
dup_measure (BhMeasure measure)
{
  guint64 memory = bh_machine_get_memory ();
  guint n_cpus = bh_machine_get_n_cpus ();
  g_autofree char *size = NULL;

  if (measure == BH_MEASURE_CPUS)
    return g_strdup_printf (ngettext ("This computer has %u CPU.", "This computer has %u CPUs.",
                                      n_cpus),
                            n_cpus);
  if (measure == BH_MEASURE_NONE || memory == 0)
    return NULL;
  size = g_format_size_full (memory, G_FORMAT_SIZE_IEC_UNITS);
  /* TRANSLATORS: %s is an amount of memory, such as 15.5 GiB. */
  return g_strdup_printf (_ ("This computer has %s."), size);
}

char *
bh_number_field_dup_subtitle (const BhFieldSpec *spec)
{
  g_autofree char *measure = dup_measure (spec->measure);

  return measure != NULL ? g_strdup_printf ("%s\n%s", _ (spec->subtitle), measure)
                         : g_strdup (_ (spec->subtitle));
}

/* Goes to the next multiple of the step, in either direction; nothing is below it. */
static void
step_by (BhNumberField *self, double direction)
{
  double step = self->binding.spec->step;
  double number = g_ascii_strtod (gtk_editable_get_text (self->entry), NULL) / step;
  double next = (direction > 0 ? floor (number) : ceil (number)) + direction;
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (isfinite (next) && next > 0)
    g_ascii_formatd (digits, sizeof digits, "%.12g", next * step);
  gtk_editable_set_text (self->entry, digits);
  gtk_editable_set_position (self->entry, -1);
}

static void
on_less (BhNumberField *self)
{
  step_by (self, -1);
}

static void
on_more (BhNumberField *self)
{
  step_by (self, 1);
}

static gboolean
on_key (BhNumberField *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  step_by (self, key == GDK_KEY_Up ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
bh_number_field_update (BhField *field)
{
  bh_text_binding_update (&BH_NUMBER_FIELD (field)->binding);
}

static void
field_init (BhFieldInterface *iface)
{
  iface->update = bh_number_field_update;
}

static void
bh_number_field_dispose (GObject *object)
{
  bh_text_binding_clear (&BH_NUMBER_FIELD (object)->binding);
  G_OBJECT_CLASS (bh_number_field_parent_class)->dispose (object);
}

static void
bh_number_field_class_init (BhNumberFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_number_field_dispose;
}

static void
add_button (BhNumberField *self,
            GtkWidget *box,
            const char *icon_name,
            const char *name,
            GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", on_clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
bh_number_field_init (BhNumberField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", WIDTH_CHARS, "max-width-chars",
                              WIDTH_CHARS, "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  add_button (self, box, "list-remove-symbolic", C_ ("number", "Less"), G_CALLBACK (on_less));
  add_button (self, box, "list-add-symbolic", C_ ("number", "More"), G_CALLBACK (on_more));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
}

BhNumberField *
bh_number_field_new (BhDocument *document, const BhFieldSpec *spec, BhNotes *notes)
{
  g_autofree char *subtitle = bh_number_field_dup_subtitle (spec);
  BhNumberField *self =
      g_object_new (BH_TYPE_NUMBER_FIELD, "title", _ (spec->title), "subtitle", subtitle, NULL);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ (spec->placeholder));
  bh_field_set_up (BH_FIELD (self), document, spec, GTK_WIDGET (self->entry));
  bh_text_binding_init (&self->binding, document, spec, self->entry, GTK_WIDGET (self->entry),
                        notes);
  return self;
}
