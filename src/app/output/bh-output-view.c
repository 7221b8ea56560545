/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-output-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "bh-remarks.h"
#include "output/bh-marks.h"

struct _BhOutputView
{
  GtkWidget parent_instance;

  GtkBox *targets;
  BhRemarks *remarks;
  GtkSourceView *view;
  GtkSourceBuffer *buffer;
  GPtrArray *toggles; /* one per target, not owned */

  BhDocument *document;
  const BhTarget *target;
  gboolean long_options;
  BhOutput *output;
};

G_DEFINE_FINAL_TYPE (BhOutputView, bh_output_view, GTK_TYPE_WIDGET)

enum
{
  PROP_TARGET = 1,
  PROP_LONG_OPTIONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Setting the same text again would lose the selection and the place that was scrolled to. */
static void
show_text (BhOutputView *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!g_str_equal (shown, self->output->text->str))
    gtk_text_buffer_set_text (buffer, self->output->text->str, (int) self->output->text->len);
}

static void
update (BhOutputView *self)
{
  BhExportFlags flags = self->long_options ? BH_EXPORT_DEFAULT : BH_EXPORT_SHORT;

  if (self->document == NULL)
    return;
  g_clear_pointer (&self->output, bh_output_free);
  self->output = self->target->export_state (bh_document_get_state (self->document), flags);
  show_text (self);
  bh_marks_clear (GTK_TEXT_BUFFER (self->buffer));
  bh_marks_show_problems (GTK_TEXT_BUFFER (self->buffer), self->output,
                          bh_document_get_problems (self->document));
  bh_remarks_set_notes (self->remarks, self->output->notes);
}

static void
show_language (BhOutputView *self)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

  gtk_source_buffer_set_language (self->buffer,
                                  gtk_source_language_manager_get_language (manager,
                                                                            self->target
                                                                                ->language));
}

static void
set_target (BhOutputView *self, const BhTarget *target)
{
  if (target == NULL || target == self->target)
    return;
  self->target = target;
  gtk_toggle_button_set_active (g_ptr_array_index (self->toggles,
                                                   (guint) (target - bh_target_table (NULL))),
                                TRUE);
  show_language (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TARGET]);
}

static void
on_toggled (BhOutputView *self, GtkToggleButton *toggle)
{
  guint index;

  if (gtk_toggle_button_get_active (toggle) && g_ptr_array_find (self->toggles, toggle, &index))
    set_target (self, &bh_target_table (NULL)[index]);
}

static void
add_toggles (BhOutputView *self)
{
  guint n_targets;
  const BhTarget *targets = bh_target_table (&n_targets);

  self->toggles = g_ptr_array_new ();
  for (guint i = 0; i < n_targets; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_ (targets[i].title));

      g_ptr_array_add (self->toggles, toggle);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle),
                                   i > 0 ? g_ptr_array_index (self->toggles, 0) : NULL);
      g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (self->targets, toggle);
    }
}

static void
on_dark (BhOutputView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      self->buffer,
      gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita"));
}

void
bh_output_view_set_document (BhOutputView *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_OUTPUT_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
bh_output_view_get_text (BhOutputView *self)
{
  g_return_val_if_fail (BH_IS_OUTPUT_VIEW (self), NULL);

  /* What was typed in the same turn of the main loop is to be in it. */
  update (self);
  return self->output->text->str;
}

const BhTarget *
bh_output_view_get_target (BhOutputView *self)
{
  g_return_val_if_fail (BH_IS_OUTPUT_VIEW (self), NULL);

  return self->target;
}

void
bh_output_view_mark (BhOutputView *self, const BhFinding *finding)
{
  g_return_if_fail (BH_IS_OUTPUT_VIEW (self));

  bh_marks_show_finding (GTK_TEXT_BUFFER (self->buffer), self->output, finding);
}

static void
bh_output_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);

  if (prop_id == PROP_TARGET)
    g_value_set_string (value, self->target->id);
  else if (prop_id == PROP_LONG_OPTIONS)
    g_value_set_boolean (value, self->long_options);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_output_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);

  if (prop_id == PROP_TARGET)
    set_target (self, bh_target_find (g_value_get_string (value)));
  else if (prop_id == PROP_LONG_OPTIONS)
    {
      self->long_options = g_value_get_boolean (value);
      update (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_output_view_dispose (GObject *object)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_OUTPUT_VIEW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->toggles, g_ptr_array_unref);
  G_OBJECT_CLASS (bh_output_view_parent_class)->dispose (object);
}

static void
bh_output_view_finalize (GObject *object)
{
  g_clear_pointer (&BH_OUTPUT_VIEW (object)->output, bh_output_free);
  G_OBJECT_CLASS (bh_output_view_parent_class)->finalize (object);
}

static void
bh_output_view_class_init (BhOutputViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_output_view_get_property;
  object_class->set_property = bh_output_view_set_property;
  object_class->dispose = bh_output_view_dispose;
  object_class->finalize = bh_output_view_finalize;

  properties[PROP_TARGET] =
      g_param_spec_string ("target", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LONG_OPTIONS] = g_param_spec_boolean ("long-options", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BH_TYPE_REMARKS);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "output");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/output/"
                                                             "bh-output-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, targets);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, remarks);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, view);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, buffer);
}

static void
bh_output_view_init (BhOutputView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  bh_marks_init (GTK_TEXT_BUFFER (self->buffer));
  self->target = bh_target_table (NULL);
  add_toggles (self);
  gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, 0), TRUE);
  show_language (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark),
                           self, G_CONNECT_SWAPPED);
  on_dark (self);
}
