/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-option-picker.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "form/bh-form-spec.h"

struct _BhOptionPicker
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *search;
  GtkListBox *list;

  BhSection section;
  char *needle; /* folded */
};

G_DEFINE_FINAL_TYPE (BhOptionPicker, bh_option_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
offers (BhOptionPicker *self, const BhOption *option)
{
  return (self->section == BH_SECTION_OTHER || option->section == self->section) &&
         bh_form_spec_find (option) == NULL;
}

static gboolean
contains (BhOptionPicker *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->needle) != NULL;
}

static const BhOption *
row_option (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "option");
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  BhOptionPicker *self = user_data;
  const BhOption *option = row_option (row);

  return self->needle == NULL || contains (self, option->name) ||
         contains (self, _ (option->summary));
}

static GtkWidget *
make_row (const BhOption *option)
{
  g_autofree char *name = g_strdup_printf ("--%s", option->name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *summary = gtk_label_new (_ (option->summary));

  g_object_set_data (G_OBJECT (row), "option", (gpointer) option);
  g_object_set (title, "xalign", 0.0, NULL);
  g_object_set (summary, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 36, NULL);
  gtk_widget_add_css_class (title, "monospace");
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), summary);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (option->summary), -1);
  return row;
}

/* Rows are made when somebody looks. */
static void
fill (BhOptionPicker *self)
{
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  for (guint i = 0; i < n_options; i++)
    if (offers (self, &options[i]))
      gtk_list_box_append (self->list, make_row (&options[i]));
}

static void
on_show (BhOptionPicker *self)
{
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    fill (self);
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_search (BhOptionPicker *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_clear_pointer (&self->needle, g_free);
  text += strspn (text, "-");
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
on_row (BhOptionPicker *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, row_option (row));
}

/* Enter takes the first that is left. */
static void
on_activate (BhOptionPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        on_row (self, row);
        return;
      }
}

static void
bh_option_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_OPTION_PICKER);
  G_OBJECT_CLASS (bh_option_picker_parent_class)->dispose (object);
}

static void
bh_option_picker_finalize (GObject *object)
{
  g_free (BH_OPTION_PICKER (object)->needle);
  G_OBJECT_CLASS (bh_option_picker_parent_class)->finalize (object);
}

static void
bh_option_picker_class_init (BhOptionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bh_option_picker_dispose;
  object_class->finalize = bh_option_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-option-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOptionPicker, button);
  gtk_widget_class_bind_template_child (widget_class, BhOptionPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, BhOptionPicker, search);
  gtk_widget_class_bind_template_child (widget_class, BhOptionPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
bh_option_picker_init (BhOptionPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
}

BhOptionPicker *
bh_option_picker_new (BhSection section)
{
  BhOptionPicker *self = g_object_new (BH_TYPE_OPTION_PICKER, NULL);

  self->section = section;
  return self;
}
