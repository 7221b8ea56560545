/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-output-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "bh-remarks.h"
#include "bh-widget.h"
#include "export/bh-mask.h"
#include "output/bh-marks.h"
#include "output/bh-text-lines.h"
#include "output/bh-word-help.h"

/* How long the eye may take to find what changed, in milliseconds. */
#define GLOW_TIME 1500

struct _BhOutputView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *targets;
  BhRemarks *remarks;
  GtkWidget *reveal;
  GtkSourceView *view;
  GtkSourceBuffer *buffer;
  GtkPopover *help;
  GtkLabel *help_text;

  /* Borrowed references */
  GPtrArray *toggles; /* one per target, NULL for those that are not offered */
  const BhTarget *target;

  /* Owned references */
  BhDocument *document;
  BhState *shown; /* what the output shows: secrets masked or not */
  BhOutput *output;
  GArray *lines;

  gboolean long_options;
  gboolean one_line;
  gboolean reveal_secrets;
  guint n_secrets;
  guint glow;
};

G_DEFINE_FINAL_TYPE (BhOutputView, bh_output_view, GTK_TYPE_WIDGET)

enum
{
  PROP_TARGET = 1,
  PROP_LONG_OPTIONS,
  PROP_ONE_LINE,
  PROP_REVEAL_SECRETS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static BhOutput *export(BhOutputView *self, const BhState *state)
{
  const BhTarget *target = self->one_line ? bh_target_on_one_line (self->target) : self->target;

  return target->export_state (state, self->long_options ? BH_EXPORT_DEFAULT : BH_EXPORT_SHORT);
}

static gboolean
on_glow_over (gpointer user_data)
{
  BhOutputView *self = user_data;

  self->glow = 0;
  bh_marks_clear (GTK_TEXT_BUFFER (self->buffer), BH_MARK_CHANGED);
  return G_SOURCE_REMOVE;
}

static void
start_glow (BhOutputView *self, gsize begin, gsize end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  if (!animations)
    return;
  bh_marks_clear (buffer, BH_MARK_CHANGED);
  bh_marks_add (buffer, self->lines, BH_MARK_CHANGED, begin, end);
  g_clear_handle_id (&self->glow, g_source_remove);
  self->glow = g_timeout_add (GLOW_TIME, on_glow_over, self);
}

static void
show_text (BhOutputView *self, gboolean glows)
{
  gsize begin, end;

  if (bh_text_lines_replace (&self->lines, GTK_TEXT_BUFFER (self->buffer), self->output->text->str,
                             &begin, &end) &&
      glows && end > begin)
    start_glow (self, begin, end);
}

static void
show_output (BhOutputView *self, gboolean glows)
{
  const BhState *state;
  g_autoptr (BhState) masked = NULL;

  if (self->document == NULL)
    return;
  state = bh_document_get_state (self->document);
  masked = bh_state_mask_secrets (state, &self->n_secrets);
  g_clear_pointer (&self->shown, bh_state_unref);
  self->shown = bh_state_ref (self->reveal_secrets ? (BhState *) state : masked);
  g_clear_pointer (&self->output, bh_output_free);
  self->output = export(self, self->shown);
  gtk_widget_set_visible (self->reveal, self->n_secrets > 0);
  bh_marks_clear (GTK_TEXT_BUFFER (self->buffer), BH_MARK_CAUSE);
  show_text (self, glows);
  bh_marks_show_problems (GTK_TEXT_BUFFER (self->buffer), self->lines, self->output,
                          bh_document_get_problems (self->document));
  bh_remarks_set_notes (self->remarks, self->output->notes);
}

static void
on_updated (BhOutputView *self)
{
  show_output (self, TRUE);
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
  show_output (self, FALSE);
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
add_toggle (BhOutputView *self, const BhTarget *target)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_ (target->title));

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle),
                               self->toggles->len > 0 ? g_ptr_array_index (self->toggles, 0)
                                                      : NULL);
  g_ptr_array_add (self->toggles, toggle);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->targets, toggle);
}

static void
add_toggles (BhOutputView *self)
{
  guint n_targets;
  const BhTarget *targets = bh_target_table (&n_targets);

  self->toggles = g_ptr_array_new ();
  for (guint i = 0; i < n_targets; i++)
    if (targets[i].role == BH_TARGET_PASTE)
      add_toggle (self, &targets[i]);
    else
      g_ptr_array_add (self->toggles, NULL);
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

/* What is said of the words at ITER; (nullable). RET_SPAN may be NULL. */
static char *
dup_help (BhOutputView *self, const GtkTextIter *iter, const BhSpan **ret_span)
{
  if (self->output == NULL)
    return NULL;
  return bh_word_help_dup_markup (self->shown, self->output,
                                  bh_text_lines_get_byte (self->lines, iter), ret_span);
}

static gboolean
on_query_tooltip (BhOutputView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  g_autofree char *markup = NULL;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  markup = dup_help (self, &iter, NULL);
  gtk_tooltip_set_markup (tooltip, markup);
  return markup != NULL;
}

static void
point_help_at (BhOutputView *self, const BhSpan *span)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle place;
  GtkTextIter iter;
  double x, y;

  bh_text_lines_get_iter (self->lines, GTK_TEXT_BUFFER (self->buffer), span->begin, &iter);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (self->help, &place);
}

/* For the keyboard what the tooltip is for the mouse. */
static void
on_explain (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhOutputView *self = BH_OUTPUT_VIEW (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;
  g_autofree char *markup = NULL;
  const BhSpan *span = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  markup = dup_help (self, &iter, &span);
  if (markup == NULL)
    return;
  gtk_label_set_markup (self->help_text, markup);
  point_help_at (self, span);
  gtk_popover_popup (self->help);
}

void
bh_output_view_set_document (BhOutputView *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_OUTPUT_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  show_output (self, FALSE);
}

char *
bh_output_view_dup_text (BhOutputView *self, guint *ret_n_secrets)
{
  g_autoptr (BhOutput) output = NULL;

  g_return_val_if_fail (BH_IS_OUTPUT_VIEW (self), NULL);
  g_return_val_if_fail (self->document != NULL, NULL);

  /* What was typed in the same turn of the main loop is to be in it. */
  show_output (self, FALSE);
  output = export(self, bh_document_get_state (self->document));
  if (ret_n_secrets != NULL)
    *ret_n_secrets = self->n_secrets;
  return g_strdup (output->text->str);
}

const BhTarget *
bh_output_view_get_target (BhOutputView *self)
{
  g_return_val_if_fail (BH_IS_OUTPUT_VIEW (self), NULL);

  return self->target;
}

void
bh_output_view_mark (BhOutputView *self, const int *settings, guint n_settings)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (BH_IS_OUTPUT_VIEW (self));

  buffer = GTK_TEXT_BUFFER (self->buffer);
  bh_marks_clear (buffer, BH_MARK_CAUSE);
  for (guint i = 0; i < n_settings; i++)
    bh_marks_add_setting (buffer, self->lines, BH_MARK_CAUSE, self->output, settings[i]);
}

static void
set_flag (BhOutputView *self, gboolean *flag, gboolean value, guint prop_id)
{
  if (*flag == value)
    return;
  *flag = value;
  show_output (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static gboolean *
get_flag (BhOutputView *self, guint prop_id)
{
  return prop_id == PROP_LONG_OPTIONS     ? &self->long_options
         : prop_id == PROP_ONE_LINE       ? &self->one_line
         : prop_id == PROP_REVEAL_SECRETS ? &self->reveal_secrets
                                          : NULL;
}

static void
bh_output_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);
  const gboolean *flag = get_flag (self, prop_id);

  if (prop_id == PROP_TARGET)
    g_value_set_string (value, self->target->id);
  else if (flag != NULL)
    g_value_set_boolean (value, *flag);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_output_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);
  gboolean *flag = get_flag (self, prop_id);

  if (prop_id == PROP_TARGET)
    set_target (self, bh_target_find (g_value_get_string (value)));
  else if (flag != NULL)
    set_flag (self, flag, g_value_get_boolean (value), prop_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_output_view_dispose (GObject *object)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);

  g_clear_handle_id (&self->glow, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_OUTPUT_VIEW);
  bh_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->document);
  g_clear_pointer (&self->toggles, g_ptr_array_unref);
  G_OBJECT_CLASS (bh_output_view_parent_class)->dispose (object);
}

static void
bh_output_view_finalize (GObject *object)
{
  BhOutputView *self = BH_OUTPUT_VIEW (object);

  g_clear_pointer (&self->shown, bh_state_unref);
  g_clear_pointer (&self->output, bh_output_free);
  g_clear_pointer (&self->lines, g_array_unref);
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
  properties[PROP_LONG_OPTIONS] =
      g_param_spec_boolean ("long-options", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ONE_LINE] =
      g_param_spec_boolean ("one-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_REVEAL_SECRETS] =
      g_param_spec_boolean ("reveal-secrets", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BH_TYPE_REMARKS);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "output");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/output/"
                                                             "bh-output-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, targets);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, remarks);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, reveal);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, view);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, buffer);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, help);
  gtk_widget_class_bind_template_child (widget_class, BhOutputView, help_text);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);

  gtk_widget_class_install_action (widget_class, "output.explain", NULL, on_explain);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "output.explain",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "output.reveal-secrets",
                                            "reveal-secrets");
}

static void
bh_output_view_init (BhOutputView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  self->lines = bh_text_lines_new ("");
  bh_marks_init (GTK_TEXT_BUFFER (self->buffer));
  self->target = bh_target_table (NULL);
  add_toggles (self);
  gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, 0), TRUE);
  show_language (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark),
                           self, G_CONNECT_SWAPPED);
  on_dark (self);
}
