/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "bh-accessible.h"
#include "bh-note.h"
#include "bh-severity-style.h"
#include "form/bh-edit.h"
#include "run/bh-state-name.h"
#include "session/bh-recents.h"

G_DEFINE_FINAL_TYPE (BhWindow, bh_window, ADW_TYPE_APPLICATION_WINDOW)

BhDocument *
bh_window_get_document (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->document;
}

BhForm *
bh_window_get_form (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->form;
}

BhOutputView *
bh_window_get_output (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->output;
}

BhWork *
bh_window_get_work (BhWindow *self)
{
  g_return_val_if_fail (BH_IS_WINDOW (self), NULL);

  return self->work;
}

static void
on_toast_dismissed (BhWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

void
bh_window_toast (BhWindow *self, const char *text, const char *label, const char *action)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  g_return_if_fail (BH_IS_WINDOW (self));

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  self->toast = g_object_ref (adw_toast_new (title));
  adw_toast_set_button_label (self->toast, label);
  adw_toast_set_action_name (self->toast, action);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

void
bh_window_show_editor (BhWindow *self)
{
  g_return_if_fail (BH_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, "editor");
}

gboolean
bh_window_is_empty (BhWindow *self)
{
  const BhState *state;

  g_return_val_if_fail (BH_IS_WINDOW (self), FALSE);

  state = bh_document_get_state (self->document);
  return state->n_settings == 0 && state->image == NULL && state->n_command == 0;
}

static gboolean
has_losses (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (((const BhNote *) g_ptr_array_index (notes, i))->kind != BH_NOTE_ABOUT)
      return TRUE;
  return FALSE;
}

void
bh_window_open_state (BhWindow *self, BhState *state, const GPtrArray *notes)
{
  gboolean empty;

  g_return_if_fail (BH_IS_WINDOW (self));

  empty = bh_window_is_empty (self);
  bh_document_change (self->document, state, _ ("Import"), NULL);
  bh_remarks_set_notes (self->remarks, notes);
  bh_window_show_editor (self);
  if (has_losses (notes))
    bh_window_toast (self, _ ("Not all of it could be taken as it was"), _ ("_Show"),
                     "win.show-remarks");
  else if (!empty)
    bh_window_toast (self, _ ("Imported"), _ ("_Undo"), "win.undo");
  else if (notes->len > 0)
    bh_remarks_popup (self->remarks);
}

static void
on_chosen (BhWindow *self, BhState *state, GPtrArray *notes)
{
  bh_window_open_state (self, state, notes);
}

static void
on_section_selected (BhWindow *self, int section)
{
  bh_form_show_section (self->form, section);
}

static void
on_section_changed (BhWindow *self, int section)
{
  bh_section_list_select (self->sections, section);
}

static void
on_section_activated (BhWindow *self)
{
  bh_frame_show_content (self->frame);
}

static void
on_reveal (BhWindow *self, int setting, gboolean focus)
{
  if (focus)
    bh_frame_uncover_content (self->frame);
  bh_form_reveal (self->form, setting, focus ? BH_REVEAL_FOCUS : BH_REVEAL_FLASH);
}

static void
on_picture_reveal (BhWindow *self, int setting)
{
  on_reveal (self, setting, TRUE);
}

static void
on_picture_reveal_option (BhWindow *self, const BhOption *option)
{
  bh_frame_uncover_content (self->frame);
  bh_form_reveal_option (self->form, option, BH_REVEAL_FOCUS);
}

static void
on_reveal_section (BhWindow *self, int section, gboolean focus)
{
  if (focus)
    bh_frame_uncover_content (self->frame);
  bh_section_list_select (self->sections, section);
}

static void
mark_edited (BhWindow *self)
{
  /* The focus leaves a window that is closed when parts of it have gone. */
  if (self->output != NULL)
    bh_output_view_mark (self->output, &self->edited, self->edited != BH_EDIT_NOWHERE ? 1 : 0);
}

static void
on_edited (BhWindow *self, int setting)
{
  self->edited = setting;
  mark_edited (self);
}

/* Without a warning that is pointed at, the row that is being edited counts again. */
static void
on_select (BhWindow *self, const int *settings, guint n_settings)
{
  if (n_settings > 0)
    bh_output_view_mark (self->output, settings, n_settings);
  else
    mark_edited (self);
}

static void
on_fixed (BhWindow *self, const char *title, const BhState *before)
{
  bh_window_show_changes (self, before);
  bh_window_toast (self, title, _ ("_Undo"), "win.undo");
}

static void
show_title (BhWindow *self, const BhReport *report)
{
  g_autofree char *title = bh_state_dup_title (bh_document_get_state (self->document));
  /* TRANSLATORS: under the title of the window: a word such as "exposed" and the score, as in
   * "exposed · 6.1". */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s · %.1f"), bh_grade_get_title (report->score), report->score);

  const char *name = *title != '\0' ? title : _ ("New Container");
  /* TRANSLATORS: %s is the title of a window with changes that are not saved. */
  g_autofree char *shown = bh_work_is_modified (self->work) && bh_work_get_file (self->work) != NULL
                               ? g_strdup_printf (_ ("• %s"), name)
                               : g_strdup (name);

  adw_window_title_set_title (self->title, shown);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), *title != '\0' ? shown : _ ("Bulkhead"));
}

static void
show_count (BhWindow *self, const BhReport *report)
{
  g_autofree char *count = g_strdup_printf ("%u", bh_report_count (report, BH_SEVERITY_LOW));

  adw_button_content_set_label (self->findings_count, count);
}

static void
show_step (GtkWidget *button, const char *plain, const char *format, const char *step)
{
  g_autofree char *text = step != NULL ? g_strdup_printf (format, step) : g_strdup (plain);

  gtk_widget_set_tooltip_text (button, text);
}

static void
show_history (BhWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 bh_document_can_undo (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 bh_document_can_redo (self->document));
  /* TRANSLATORS: %s is a step of the history: "Change --memory". */
  show_step (self->undo, _ ("Undo"), _ ("Undo: %s"), bh_document_get_undo_label (self->document));
  /* TRANSLATORS: %s is a step of the history: "Change --memory". */
  show_step (self->redo, _ ("Redo"), _ ("Redo: %s"), bh_document_get_redo_label (self->document));
}

static gboolean
has_safe_fix (const BhReport *report)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhRule *rule = ((const BhFinding *) g_ptr_array_index (report->findings, i))->rule;

      for (guint f = 0; f < bh_rule_n_fixes (rule); f++)
        if (rule->fixes[f].effect == BH_EFFECT_SAFE)
          return TRUE;
    }
  return FALSE;
}

static void
on_updated (BhWindow *self)
{
  const BhReport *report = bh_document_get_report (self->document);

  if (!bh_window_is_empty (self))
    bh_window_show_editor (self);
  show_title (self, report);
  show_count (self, report);
  show_history (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fix-safe", has_safe_fix (report));
}

static void
add_recents (BhWindow *self)
{
  g_autoptr (GMenuModel) menu = bh_recents_menu_new ("win.open-recent");

  g_menu_insert_section (self->recents, 0, NULL, menu);
}

static void
bind_settings (BhWindow *self)
{
  static const char *const toggles[] = { "long-options", "one-line" };

  for (gsize i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, toggles[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
      g_settings_bind (self->settings, toggles[i], self->output, toggles[i],
                       G_SETTINGS_BIND_DEFAULT);
    }
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "output-target", self->output, "target",
                   G_SETTINGS_BIND_DEFAULT);
}

static gboolean
bh_window_close_request (GtkWindow *window)
{
  bh_work_close (BH_WINDOW (window)->work);
  return GTK_WINDOW_CLASS (bh_window_parent_class)->close_request (window);
}

static void
bh_window_dispose (GObject *object)
{
  BhWindow *self = BH_WINDOW (object);

  /* It would keep the frame. */
  g_action_map_remove_action (G_ACTION_MAP (self), "show-findings");
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_WINDOW);
  g_clear_object (&self->work);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_object (&self->toast);
  G_OBJECT_CLASS (bh_window_parent_class)->dispose (object);
}

static void
bh_window_class_init (BhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bh_window_close_request;
  bh_window_install_actions (widget_class);

  g_type_ensure (BH_TYPE_FINDINGS_VIEW);
  g_type_ensure (BH_TYPE_FORM);
  g_type_ensure (BH_TYPE_FRAME);
  g_type_ensure (BH_TYPE_OUTPUT_VIEW);
  g_type_ensure (BH_TYPE_PICTURE);
  g_type_ensure (BH_TYPE_START_PAGE);
  g_type_ensure (BH_TYPE_REMARKS);
  g_type_ensure (BH_TYPE_SECTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/shell/bh-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, findings_count);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, remarks);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, form);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, aside);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, output);
  gtk_widget_class_bind_template_child (widget_class, BhWindow, recents);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_section_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_section_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_section);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_reveal);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_reveal_option);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_select);
  gtk_widget_class_bind_template_callback (widget_class, on_fixed);
}

static void
bh_window_init (BhWindow *self)
{
  g_autoptr (GPropertyAction) show_findings = NULL;

  self->document = bh_document_new ();
  self->edited = BH_EDIT_NOWHERE;
  self->work = bh_work_new (self->document);
  gtk_widget_init_template (GTK_WIDGET (self));

  show_findings = g_property_action_new ("show-findings", self->frame, "show-aside");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_findings));
  self->settings = g_settings_new (BH_APPLICATION_ID);

  bh_form_set_document (self->form, self->document);
  bh_section_list_set_document (self->sections, self->document);
  bh_findings_view_set_document (self->findings, self->document);
  bh_picture_set_document (self->picture, self->document);
  bh_output_view_set_document (self->output, self->document);
  bh_section_list_select (self->sections, BH_SECTION_IMAGE);
  g_signal_connect_object (self->document, "updated", G_CALLBACK (on_updated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "notify", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  add_recents (self);
  on_updated (self);
  bh_window_accept_drops (self);
  bh_accessible_hide_pages (self->stack);
  bh_accessible_hide_pages (self->aside);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_page));
}

BhWindow *
bh_window_new (AdwApplication *application)
{
  BhWindow *self = g_object_new (BH_TYPE_WINDOW, "application", application, NULL);

  /* While an object is being made its notifications are held back. That the window is not maximized
   * yet would then be taken for somebody's wish. */
  bind_settings (self);
  return self;
}
