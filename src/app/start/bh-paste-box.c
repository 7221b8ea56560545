/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "start/bh-paste-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bh-widget.h"
#include "run/bh-state-name.h"

struct _BhPasteBox
{
  GtkWidget parent_instance;

  GtkTextView *view;
  GtkLabel *status;
  GtkListBox *list;
  GtkWidget *open;

  BhImport *import; /* what the text holds; NULL while it holds nothing */
};

G_DEFINE_FINAL_TYPE (BhPasteBox, bh_paste_box, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (BhPasteBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_status (BhPasteBox *self, const char *text, gboolean error)
{
  gtk_label_set_label (self->status, text);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
clear_list (BhPasteBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_container (BhPasteBox *self, const BhState *state)
{
  g_autofree char *title = bh_state_dup_title (state);
  g_autofree char *subtitle =
      g_strdup_printf (ngettext ("%u option", "%u options", state->n_settings), state->n_settings);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
show_containers (BhPasteBox *self)
{
  guint n = self->import != NULL ? self->import->states->len : 0;

  clear_list (self);
  for (guint i = 0; n > 1 && i < n; i++)
    add_container (self, g_ptr_array_index (self->import->states, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 1);
  gtk_widget_set_visible (self->open, n <= 1);
  gtk_widget_set_sensitive (self->open, n == 1);
}

static void
show_found (BhPasteBox *self)
{
  guint n = self->import->states->len;
  g_autofree char *title = bh_state_dup_title (g_ptr_array_index (self->import->states, 0));
  g_autofree char *found =
      n == 1
          ? g_strdup_printf (_ ("A container from %s"), title)
          /* TRANSLATORS: %u is at least 2. */
          : g_strdup_printf (ngettext ("%u container. Which one?", "%u containers. Which one?", n),
                             n);

  show_status (self, found, FALSE);
}

static void
on_changed (BhPasteBox *self)
{
  g_autofree char *text = g_strstrip (dup_text (self));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->import, bh_import_free);
  if (*text != '\0')
    self->import = bh_import_text (text, -1, &error);
  if (self->import != NULL)
    show_found (self);
  else
    show_status (self, error != NULL ? error->message : "", TRUE);
  show_containers (self);
}

static void
choose (BhPasteBox *self, guint index)
{
  g_autoptr (BhImport) import = g_steal_pointer (&self->import);

  g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (import->states, index),
                 import->notes);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), "", -1);
}

static void
on_row (BhPasteBox *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_open (BhPasteBox *self)
{
  choose (self, 0);
}

/* Ctrl+Enter, since Enter begins a new line. */
static void
on_activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPasteBox *self = BH_PASTE_BOX (widget);

  if (self->import != NULL && self->import->states->len == 1)
    choose (self, 0);
}

void
bh_paste_box_set_text (BhPasteBox *self, const char *text)
{
  g_return_if_fail (BH_IS_PASTE_BOX (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static gboolean
bh_paste_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BH_PASTE_BOX (widget)->view));
}

static void
bh_paste_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_PASTE_BOX);
  bh_widget_unparent_children (GTK_WIDGET (object));
  g_clear_pointer (&BH_PASTE_BOX (object)->import, bh_import_free);
  G_OBJECT_CLASS (bh_paste_box_parent_class)->dispose (object);
}

static void
bh_paste_box_class_init (BhPasteBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_paste_box_dispose;
  widget_class->grab_focus = bh_paste_box_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "paste.open", NULL, on_activate);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/start/"
                                                             "bh-paste-box.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPasteBox, view);
  gtk_widget_class_bind_template_child (widget_class, BhPasteBox, status);
  gtk_widget_class_bind_template_child (widget_class, BhPasteBox, list);
  gtk_widget_class_bind_template_child (widget_class, BhPasteBox, open);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

/* Before the text view, which takes Enter for a new line whatever is held with it. */
static void
add_shortcut (BhPasteBox *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_named_action_new ("paste.open"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
bh_paste_box_init (BhPasteBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_LTR);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  add_shortcut (self);
}
