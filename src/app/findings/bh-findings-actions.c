/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-findings-view-private.h"

#include <glib/gi18n-lib.h>

#include "findings/bh-accept-dialog.h"
#include "findings/bh-finding-item.h"

#define KEY "bh-key"

enum
{
  REVEAL,
  REVEAL_SECTION,
  SELECT,
  FIXED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (nullable) */
static const BhFinding *
find (BhFindingsView *self, const char *key)
{
  return key != NULL ? bh_finding_find (bh_document_get_report (self->document), key) : NULL;
}

static const BhPathFinding *
find_path (BhFindingsView *self, const char *key)
{
  const BhReport *report = bh_document_get_report (self->document);

  for (guint i = 0; key != NULL && i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);

      if (g_str_equal (found->path->id, key))
        return found;
    }
  return NULL;
}

/* FALSE when nothing has this key. */
static gboolean
select_key (BhFindingsView *self, const char *key)
{
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = finding == NULL ? find_path (self, key) : NULL;

  if (finding != NULL)
    g_signal_emit (self, signals[SELECT], 0, finding->settings, finding->n_settings);
  else if (path != NULL)
    g_signal_emit (self, signals[SELECT], 0, path->settings, path->n_settings);
  return finding != NULL || path != NULL;
}

/* What the pointer is at comes before what has the focus. */
void
_bh_findings_view_select (BhFindingsView *self)
{
  if (!select_key (self, self->pointed) && !select_key (self, self->focused))
    g_signal_emit (self, signals[SELECT], 0, NULL, 0);
}

static void
on_select (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  char **which = g_str_equal (name, "findings.point") ? &self->pointed : &self->focused;

  g_free (*which);
  *which = *key != '\0' ? g_strdup (key) : NULL;
  _bh_findings_view_select (self);
}

/* As `findings.reveal` the focus goes there, as `findings.peek` only the eye. */
static void
on_reveal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = find_path (self, key);
  gboolean focus = g_str_equal (name, "findings.reveal");

  if (finding != NULL && finding->n_settings > 0)
    g_signal_emit (self, signals[REVEAL], 0, finding->settings[0], focus);
  else if (finding != NULL)
    g_signal_emit (self, signals[REVEAL_SECTION], 0, finding->rule->section, focus);
  else if (path != NULL && path->n_settings > 0)
    g_signal_emit (self, signals[REVEAL], 0, path->settings[0], focus);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);

  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->content)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    if (BH_IS_FINDING_GROUP (group) && bh_finding_group_open (BH_FINDING_GROUP (group), key))
      return;
}

/* CHANGED is adopted (transfer full). */
static void
change (BhFindingsView *self, BhState *changed, const char *title)
{
  g_autoptr (BhState) before = bh_state_ref ((BhState *) bh_document_get_state (self->document));

  bh_document_change (self->document, changed, title, NULL);
  bh_state_unref (changed);
  g_signal_emit (self, signals[FIXED], 0, title, before);
}

static void
on_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key;
  const char *fix_id;
  const BhFinding *finding;
  const BhFix *fix;

  g_variant_get (parameter, "(&s&s)", &key, &fix_id);
  finding = find (self, key);
  fix = finding != NULL ? bh_rule_find_fix (finding->rule, fix_id) : NULL;
  if (fix != NULL)
    change (self, bh_finding_fix (finding, bh_document_get_state (self->document), fix),
            _ (fix->title));
}

static void
on_accept_response (BhFindingsView *self, const char *response, BhAcceptDialog *dialog)
{
  const char *key = g_object_get_data (G_OBJECT (dialog), KEY);
  const BhState *state = bh_document_get_state (self->document);
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = find_path (self, key);
  g_autofree char *reason = bh_accept_dialog_dup_reason (dialog);

  if (!g_str_equal (response, "accept"))
    return;
  if (finding != NULL)
    change (self, bh_finding_accept (finding, state, reason), _ ("Accept a warning"));
  else if (path != NULL)
    change (self, bh_path_finding_accept (path, state, reason), _ ("Accept a warning"));
}

static void
on_accept (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = find_path (self, key);
  BhAcceptDialog *dialog;

  if (finding == NULL && path == NULL)
    return;
  dialog =
      bh_accept_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                            finding != NULL ? _ (finding->rule->title) : _ (path->path->title));
  g_object_set_data_full (G_OBJECT (dialog), KEY, g_strdup (key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_accept_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_take_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhFindingsView *self = BH_FINDINGS_VIEW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  const BhState *state = bh_document_get_state (self->document);
  const BhFinding *finding = find (self, key);
  const BhPathFinding *path = find_path (self, key);

  if (finding != NULL)
    change (self, bh_finding_unaccept (finding, state), _ ("No longer accept a warning"));
  else if (path != NULL)
    change (self, bh_path_finding_unaccept (path, state), _ ("No longer accept a warning"));
}

static void
install_signals (GType type)
{
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[REVEAL_SECTION] = g_signal_new ("reveal-section", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[FIXED] = g_signal_new ("fixed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_POINTER);
}

void
_bh_findings_view_install_actions (GtkWidgetClass *widget_class)
{
  install_signals (G_TYPE_FROM_CLASS (widget_class));
  gtk_widget_class_install_action (widget_class, "findings.point", "s", on_select);
  gtk_widget_class_install_action (widget_class, "findings.focus", "s", on_select);
  gtk_widget_class_install_action (widget_class, "findings.reveal", "s", on_reveal);
  gtk_widget_class_install_action (widget_class, "findings.peek", "s", on_reveal);
  gtk_widget_class_install_action (widget_class, "findings.open", "s", on_open);
  gtk_widget_class_install_action (widget_class, "findings.apply", "(ss)", on_apply);
  gtk_widget_class_install_action (widget_class, "findings.accept", "s", on_accept);
  gtk_widget_class_install_action (widget_class, "findings.take-back", "s", on_take_back);
}
