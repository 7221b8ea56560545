/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "findings/bh-accept-dialog.h"
#include "findings/bh-difference.h"
#include "findings/bh-finding-group.h"
#include "findings/bh-finding-item.h"
#include "findings/bh-finding-row.h"
#include "findings/bh-findings-view.h"
#include "findings/bh-fix-dialog.h"
#include "findings/bh-path-row.h"
#include "findings/bh-shares.h"
#include "findings/bh-sources.h"
#include "widget-test.h"

#define CARELESS                                                                                   \
  "docker run -p 8080:80 -e DB_PASSWORD=hunter2 -v /var/run/docker.sock:/var/run/docker.sock "     \
  "nginx"

typedef struct
{
  BhDocument *document;
  BhFindingsView *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, const char *command)
{
  self->document = widget_test_new_document (command);
  self->view = g_object_ref_sink (g_object_new (BH_TYPE_FINDINGS_VIEW, NULL));
  bh_findings_view_set_document (self->view, self->document);
  self->window = widget_test_show (GTK_WIDGET (self->view));
}

static void
tear_down (Fixture *self)
{
  widget_test_close (self->window, self->view);
  g_assert_finalize_object (self->document);
}

/* The key of the document's finding of that rule. */
static char *
dup_key (Fixture *self, const char *rule)
{
  const BhReport *report = bh_document_get_report (self->document);
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);

  for (guint i = 0; i < keys->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (g_str_equal (finding->rule->id, rule))
        return g_strdup (g_ptr_array_index (keys, i));
    }
  g_error ("%s does not fire", rule);
}

static void
activate (Fixture *self, const char *action, const char *rule)
{
  g_autofree char *key = dup_key (self, rule);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), action, "s", key));
  widget_test_settle ();
}

static void
test_secrets (void)
{
  Fixture self;

  g_test_summary ("what a fix changes is shown without the secrets in it");
  set_up (&self, CARELESS);
  activate (&self, "findings.open", "env-secret");
  g_assert_true (widget_test_says (self.view, "--env DB_PASSWORD"));
  g_assert_false (widget_test_says (self.view, "hunter2"));
  tear_down (&self);
}

static void
on_fixed (char **told, const char *title, const BhState *before)
{
  g_free (*told);
  *told = g_strdup (title);
  g_assert_cmpuint (before->n_settings, ==, 3);
}

static gpointer
focused_row (Fixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) : NULL;
}

static void
test_fix (void)
{
  Fixture self;
  g_autofree char *told = NULL;
  g_autofree char *command = NULL;
  gpointer row;

  g_test_summary ("a fix is applied by its button, told, and the focus goes on to what is left");
  set_up (&self, CARELESS);
  g_signal_connect_swapped (self.view, "fixed", G_CALLBACK (on_fixed), &told);
  activate (&self, "findings.open", "mount-docker-socket");
  row = focused_row (&self);
  g_assert_nonnull (row);
  gtk_widget_grab_focus (widget_test_find_saying (row, GTK_TYPE_BUTTON, "Apply"));
  g_signal_emit_by_name (widget_test_find_saying (row, GTK_TYPE_BUTTON, "Apply"), "clicked");
  widget_test_settle ();
  command = widget_test_dup_command (self.document);
  g_assert_null (g_strstr_len (command, -1, "docker.sock"));
  g_assert_nonnull (told);
  g_assert_nonnull (focused_row (&self));
  g_assert_true (bh_document_can_undo (self.document));
  tear_down (&self);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return ADW_MESSAGE_DIALOG (toplevel);
    }
  return NULL;
}

static void
accept (Fixture *self, const char *rule, const char *reason)
{
  AdwMessageDialog *dialog;

  activate (self, "findings.accept", rule);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (dialog, ADW_TYPE_ENTRY_ROW, 0)), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (dialog, ADW_TYPE_ENTRY_ROW, 0)), reason);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "accept"));
  adw_message_dialog_response (dialog, "accept");
  widget_test_settle ();
}

static void
test_accept (void)
{
  Fixture self;
  guint before;

  g_test_summary (
      "an accepted warning has a group of its own and its reason, until it is taken back");
  set_up (&self, CARELESS);
  before = bh_report_count (bh_document_get_report (self.document), BH_SEVERITY_INFO);
  accept (&self, "port-all-interfaces", "a public web server");
  g_assert_cmpuint (bh_report_count (bh_document_get_report (self.document), BH_SEVERITY_INFO), ==,
                    before - 1);
  g_assert_nonnull (widget_test_find_saying (self.view, BH_TYPE_FINDING_GROUP, "Accepted"));
  activate (&self, "findings.open", "port-all-interfaces");
  g_assert_true (widget_test_says (self.view, "a public web server"));

  activate (&self, "findings.take-back", "port-all-interfaces");
  g_assert_cmpuint (bh_report_count (bh_document_get_report (self.document), BH_SEVERITY_INFO), ==,
                    before);
  g_assert_null (widget_test_find_saying (self.view, BH_TYPE_FINDING_GROUP, "Accepted"));
  bh_document_undo (self.document);
  widget_test_settle ();
  g_assert_nonnull (widget_test_find_saying (self.view, BH_TYPE_FINDING_GROUP, "Accepted"));
  tear_down (&self);
}

static void
test_accept_path (void)
{
  Fixture self;
  const BhReport *report;
  const BhPathFinding *path;

  g_test_summary ("an attack path is accepted by itself");
  set_up (&self, CARELESS);
  report = bh_document_get_report (self.document);
  g_assert_cmpuint (report->paths->len, >, 0);
  path = g_ptr_array_index (report->paths, 0);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "findings.accept", "s", path->path->id);
  widget_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (find_dialog (), ADW_TYPE_ENTRY_ROW, 0)),
                         "it manages containers");
  adw_message_dialog_response (find_dialog (), "accept");
  widget_test_settle ();
  path = g_ptr_array_index (bh_document_get_report (self.document)->paths, 0);
  g_assert_nonnull (path->acceptance);
  g_assert_nonnull (widget_test_find_saying (self.view, BH_TYPE_FINDING_GROUP, "Accepted"));
  g_assert_null (
      ((const BhFinding *) g_ptr_array_index (bh_document_get_report (self.document)->findings, 0))
          ->acceptance);
  tear_down (&self);
}

static guint
count_rows (gpointer root)
{
  guint n = 0;

  while (widget_test_find (root, BH_TYPE_PATH_ROW, n) != NULL)
    n++;
  return n;
}

static void
test_many_paths (void)
{
  Fixture self;
  GtkWidget *group;

  g_test_summary (
      "many attack paths do not hide the warnings: the worst are shown, and all if asked");
  set_up (&self, "docker run --privileged --pid host --network host -e DB_PASSWORD=hunter2 "
                 "-v /var/run/docker.sock:/var/run/docker.sock -v /:/host nginx");
  group = widget_test_find_saying (self.view, BH_TYPE_FINDING_GROUP, "Attack paths");
  g_assert_cmpuint (count_rows (group), ==, 3);
  g_signal_emit_by_name (widget_test_find (group, GTK_TYPE_BUTTON, 0), "clicked");
  widget_test_settle ();
  g_assert_cmpuint (count_rows (group), >, 3);
  g_assert_true (widget_test_find (group, BH_TYPE_PATH_ROW, 3) == focused_row (&self));
  tear_down (&self);
}

static void
on_select (GArray *selected, const int *settings, guint n_settings)
{
  g_array_set_size (selected, 0);
  g_array_append_vals (selected, settings, n_settings);
}

static void
test_select (void)
{
  Fixture self;
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *key = NULL;

  g_test_summary ("the settings of what is pointed at are told, or of what has the focus");
  set_up (&self, CARELESS);
  key = dup_key (&self, "port-all-interfaces");
  g_signal_connect_swapped (self.view, "select", G_CALLBACK (on_select), selected);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "findings.focus", "s", key);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpint (g_array_index (selected, int, 0), ==, 0);
  g_free (key);
  key = dup_key (&self, "env-secret");
  gtk_widget_activate_action (GTK_WIDGET (self.view), "findings.point", "s", key);
  g_assert_cmpint (g_array_index (selected, int, 0), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "findings.point", "s", "");
  g_assert_cmpint (g_array_index (selected, int, 0), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "findings.focus", "s", "");
  g_assert_cmpuint (selected->len, ==, 0);
  tear_down (&self);
}

static double
sum_numbers (GtkWidget *widget)
{
  double sum = 0;

  if (GTK_IS_LIST_BOX_ROW (widget))
    {
      GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

      return g_ascii_strtod (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (line))),
                             NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sum += sum_numbers (child);
  return sum;
}

static void
test_shares (void)
{
  BhShares *shares = g_object_ref_sink (g_object_new (BH_TYPE_SHARES, NULL));
  g_autoptr (BhDocument) document = widget_test_new_document (CARELESS);
  const BhReport *report = bh_document_get_report (document);

  g_test_summary ("the parts of the exposure add up to it, and tell no secret");
  bh_shares_show (shares, report);
  g_assert_cmpfloat (fabs (sum_numbers (GTK_WIDGET (shares)) - report->score), <, 0.051);
  g_assert_true (widget_test_says (shares, "--publish 8080:80"));
  g_assert_false (widget_test_says (shares, "hunter2"));
  g_assert_finalize_object (shares);
}

static void
test_card (void)
{
  Fixture self;
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (BhState) hardened = NULL;

  g_test_summary ("without warnings there is a word of praise, and of what it does not vouch for");
  set_up (&self, "docker run --publish 8080:80 nginx:1.27");
  g_assert_null (widget_test_find_saying (self.view, GTK_TYPE_BOX, "All walls are standing"));
  hardened = bh_state_harden (bh_document_get_state (self.document), TRUE);
  bh_document_change (self.document, hardened, "harden", NULL);
  widget_test_settle ();
  g_assert_nonnull (widget_test_find_saying (self.view, GTK_TYPE_BOX, "All walls are standing"));
  bh_document_change (self.document, empty, "clear", NULL);
  widget_test_settle ();
  g_assert_nonnull (widget_test_find_saying (self.view, GTK_TYPE_BOX, "Nothing to look at yet"));
  tear_down (&self);
}

static void
test_fix_dialog (void)
{
  GtkWidget *window = adw_window_new ();
  g_autoptr (BhDocument) document = widget_test_new_document (CARELESS);
  const BhReport *report = bh_document_get_report (document);
  g_autoptr (BhState) fixed = bh_state_harden (report->state, FALSE);
  g_autoptr (GPtrArray) changes = bh_difference_collect (report->state, fixed);
  GtkWidget *dialog = bh_fix_dialog_new (GTK_WINDOW (window), report, fixed);

  g_test_summary ("every line that would change is shown before it does");
  g_assert_cmpuint (changes->len, >, 0);
  for (guint i = 0; i < changes->len; i++)
    {
      const BhChange *change = g_ptr_array_index (changes, i);

      if (change->before != NULL)
        g_assert_true (widget_test_says (dialog, change->before));
      if (change->after != NULL)
        g_assert_true (widget_test_says (dialog, change->after));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sources (void)
{
  const char *const references[] = { "CWE-528", "Some <tool> & rule", NULL };
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  g_test_summary ("sources with an address are links, and others are told as they are");
  bh_sources_show (GTK_LABEL (label), references);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "CWE-528\nSome <tool> & rule");
  g_assert_nonnull (g_strstr_len (gtk_label_get_label (GTK_LABEL (label)), -1, "href=\"https://"));
}

static void
add_tests (void)
{
  g_test_add_func ("/findings/secrets", test_secrets);
  g_test_add_func ("/findings/fix", test_fix);
  g_test_add_func ("/findings/accept", test_accept);
  g_test_add_func ("/findings/accept-path", test_accept_path);
  g_test_add_func ("/findings/many-paths", test_many_paths);
  g_test_add_func ("/findings/select", test_select);
  g_test_add_func ("/findings/shares", test_shares);
  g_test_add_func ("/findings/card", test_card);
  g_test_add_func ("/findings/fix-dialog", test_fix_dialog);
  g_test_add_func ("/findings/sources", test_sources);
}

int
main (int argc, char **argv)
{
  return widget_test_run (argc, argv, add_tests);
}
