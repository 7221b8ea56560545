/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_step (BH_WINDOW (widget), bh_document_undo);
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_step (BH_WINDOW (widget), bh_document_redo);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  guint n_secrets;
  g_autofree char *output = bh_output_view_dup_text (self->output, &n_secrets);
  g_autofree char *text =
      n_secrets == 0 ? g_strdup (_ ("Copied"))
                     : g_strdup_printf (ngettext ("Copied, with %u secret in it",
                                                  "Copied, with %u secrets in it", n_secrets),
                                        n_secrets);

  bh_window_show_editor (self);
  /* A line that ends would run as soon as it is pasted into a terminal, before anybody looks. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_strchomp (output));
  bh_window_toast (self, text, NULL, NULL);
}

static void
on_fix_safe (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_ask_to_fix (BH_WINDOW (widget));
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_ask_for_import (BH_WINDOW (widget), NULL);
}

static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_paste (BH_WINDOW (widget));
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_ask_for_file (BH_WINDOW (widget));
}

static void
on_open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  bh_window_open_beside (BH_WINDOW (widget), file);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_save (BH_WINDOW (widget));
}

static void
on_save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_save_as (BH_WINDOW (widget));
}

static void
on_save_output (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_ask_where_to_save (BH_WINDOW (widget));
}

static void
on_save_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_ask_where_to_save_picture (BH_WINDOW (widget));
}

static void
on_start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhWindow *self = BH_WINDOW (widget);
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  bh_document_change (self->document, empty, _ ("Start over"), NULL);
  bh_remarks_set_notes (self->remarks, nothing);
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_grab_focus (GTK_WIDGET (self->start_page));
  bh_window_toast (self, _ ("The form is empty again"), _ ("_Undo"), "win.undo");
}

static void
on_start_empty (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_window_show_editor (BH_WINDOW (widget));
}

static void
on_show_sections (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_frame_show_sidebar (BH_WINDOW (widget)->frame);
}

static void
on_show_remarks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_remarks_popup (BH_WINDOW (widget)->remarks);
}

void
bh_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.undo", on_undo },
    { "win.redo", on_redo },
    { "win.copy", on_copy },
    { "win.fix-safe", on_fix_safe },
    { "win.import", on_import },
    { "win.paste", on_paste },
    { "win.open", on_open },
    { "win.save", on_save },
    { "win.save-as", on_save_as },
    { "win.save-output", on_save_output },
    { "win.save-picture", on_save_picture },
    { "win.start-over", on_start_over },
    { "win.start-empty", on_start_empty },
    { "win.show-sections", on_show_sections },
    { "win.show-remarks", on_show_remarks },
  };

  bh_window_install_pane_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", on_open_recent);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  /* Here and not an accelerator of the application: entries come first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste",
                                       NULL);
}
