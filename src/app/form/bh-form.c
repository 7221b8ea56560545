/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-form.h"

#include <string.h>

#include "bh-accessible.h"
#include "form/bh-edit.h"
#include "value/bh-problem.h"

struct _BhForm
{
  GtkWidget parent_instance;

  BhDocument *document;
  GtkStack *stack;
  BhSectionPage *pages[BH_N_SECTIONS]; /* not owned; NULL until they are shown */
  BhSection section;
  GtkRoot *root; /* whose focus is followed, not owned */
  int selected;
};

G_DEFINE_FINAL_TYPE (BhForm, bh_form, GTK_TYPE_WIDGET)

enum
{
  SECTION_CHANGED,
  SELECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BhSectionPage *
get_page (BhForm *self, BhSection section)
{
  if (self->pages[section] == NULL)
    {
      self->pages[section] = bh_section_page_new (self->document, section);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->pages[section]),
                           bh_section_to_string (section));
    }
  return self->pages[section];
}

static int
find_selected (BhForm *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return BH_EDIT_NOWHERE;
  return bh_section_page_get_setting (self->pages[self->section], focus);
}

static void
on_focus (BhForm *self)
{
  int selected = find_selected (self);

  if (selected == self->selected)
    return;
  self->selected = selected;
  g_signal_emit (self, signals[SELECT], 0, selected);
}

static void
on_updated (BhForm *self)
{
  bh_section_page_update (get_page (self, self->section));
  on_focus (self);
}

void
bh_form_show_section (BhForm *self, BhSection section)
{
  BhSectionPage *page;

  gboolean other;

  g_return_if_fail (BH_IS_FORM (self));

  other = section != self->section;
  self->section = section;
  page = get_page (self, section);
  bh_section_page_update (page);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  if (other)
    g_signal_emit (self, signals[SECTION_CHANGED], 0, section);
}

BhSection
bh_form_get_section (BhForm *self)
{
  g_return_val_if_fail (BH_IS_FORM (self), BH_SECTION_IMAGE);

  return self->section;
}

gboolean
bh_form_focus (BhForm *self)
{
  GtkWidget *page;
  GtkWidget *focus;

  g_return_val_if_fail (BH_IS_FORM (self), FALSE);

  page = GTK_WIDGET (self->pages[self->section]);
  focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  return (focus != NULL && gtk_widget_is_ancestor (focus, page)) ||
         gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

BhSection
bh_form_find_section (const BhState *state, int setting)
{
  const BhOption *option;

  if (setting < 0 || (guint) setting >= state->n_settings)
    return BH_SECTION_IMAGE;
  option = state->settings[setting]->option;
  return option != NULL ? bh_form_spec_get_section (option) : BH_SECTION_OTHER;
}

gboolean
bh_form_reveal (BhForm *self, int setting, BhReveal how)
{
  g_return_val_if_fail (BH_IS_FORM (self), FALSE);

  bh_form_show_section (self,
                        bh_form_find_section (bh_document_get_state (self->document), setting));
  return bh_section_page_reveal (self->pages[self->section], setting, how);
}

gboolean
bh_form_reveal_option (BhForm *self, const BhOption *option, BhReveal how)
{
  int setting;

  g_return_val_if_fail (BH_IS_FORM (self), FALSE);
  g_return_val_if_fail (option != NULL, FALSE);

  setting = bh_state_find_last (bh_document_get_state (self->document), option);
  bh_form_show_section (self, bh_form_spec_get_section (option));
  return (setting >= 0 && bh_section_page_reveal (self->pages[self->section], setting, how)) ||
         bh_section_page_reveal_option (self->pages[self->section], option, how);
}

static void
on_reveal_option (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *option = g_variant_get_string (parameter, NULL);

  bh_form_reveal_option (BH_FORM (widget), bh_option_find (option, strlen (option)),
                         BH_REVEAL_FOCUS);
}

void
bh_form_set_document (BhForm *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_FORM (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  bh_form_show_section (self, BH_SECTION_IMAGE);
}

static void
bh_form_root (GtkWidget *widget)
{
  BhForm *self = BH_FORM (widget);

  GTK_WIDGET_CLASS (bh_form_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (on_focus), self,
                           G_CONNECT_SWAPPED);
}

static void
bh_form_unroot (GtkWidget *widget)
{
  BhForm *self = BH_FORM (widget);

  g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (bh_form_parent_class)->unroot (widget);
}

static void
bh_form_dispose (GObject *object)
{
  BhForm *self = BH_FORM (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_form_parent_class)->dispose (object);
}

static void
bh_form_class_init (BhFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_form_dispose;
  GTK_WIDGET_CLASS (klass)->root = bh_form_root;
  GTK_WIDGET_CLASS (klass)->unroot = bh_form_unroot;

  signals[SECTION_CHANGED] =
      g_signal_new ("section-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  signals[SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.reveal-option", "s",
                                   on_reveal_option);
}

static void
bh_form_init (BhForm *self)
{
  self->selected = BH_EDIT_NOWHERE;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  bh_accessible_hide_pages (self->stack);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}
