/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-window-private.h"

#include <glib/gi18n-lib.h>

#include "export/bh-change.h"
#include "findings/bh-fix-dialog.h"
#include "form/bh-form.h"

/* All that changed on the page of the first change; what is elsewhere is in the output. */
static void
flash (BhForm *form, const BhState *state, const GPtrArray *changes)
{
  const BhChange *first = g_ptr_array_index (changes, 0);
  BhSection section = bh_form_find_section (state, first->setting);

  for (guint i = 0; i < changes->len; i++)
    {
      const BhChange *change = g_ptr_array_index (changes, i);

      if (change->setting != BH_CHANGE_GONE &&
          bh_form_find_section (state, change->setting) == section)
        bh_form_reveal (form, change->setting, BH_REVEAL_FLASH);
    }
}

void
bh_window_show_changes (BhWindow *self, const BhState *before)
{
  const BhState *state;
  g_autoptr (GPtrArray) changes = NULL;
  const BhChange *first;

  g_return_if_fail (BH_IS_WINDOW (self));

  state = bh_document_get_state (bh_window_get_document (self));
  changes = bh_changes_new (before, state);
  if (changes->len == 0)
    return;
  first = g_ptr_array_index (changes, 0);
  if (first->setting != BH_CHANGE_GONE)
    flash (bh_window_get_form (self), state, changes);
  else if (first->option != NULL)
    bh_form_reveal_option (bh_window_get_form (self), first->option, BH_REVEAL_FLASH);
}

void
bh_window_step (BhWindow *self, void (*step) (BhDocument *document))
{
  BhDocument *document;
  g_autoptr (BhState) before = NULL;

  g_return_if_fail (BH_IS_WINDOW (self));

  document = bh_window_get_document (self);
  before = bh_state_ref ((BhState *) bh_document_get_state (document));
  step (document);
  bh_window_show_changes (self, before);
}

static void
on_fix_response (BhWindow *self, const char *response, GtkWidget *dialog)
{
  BhDocument *document = bh_window_get_document (self);
  g_autoptr (BhState) before = NULL;
  g_autoptr (BhState) fixed = NULL;

  if (!g_str_equal (response, "apply"))
    return;
  before = bh_state_ref ((BhState *) bh_document_get_state (document));
  fixed = bh_state_harden (before, FALSE);
  bh_document_change (document, fixed, _ ("Fix what is safe to fix"), NULL);
  bh_window_show_changes (self, before);
  bh_window_toast (self, _ ("What was safe to fix is fixed"), _ ("_Undo"), "win.undo");
}

void
bh_window_ask_to_fix (BhWindow *self)
{
  const BhReport *report;
  g_autoptr (BhState) fixed = NULL;
  GtkWidget *dialog;

  g_return_if_fail (BH_IS_WINDOW (self));

  report = bh_document_get_report (bh_window_get_document (self));
  fixed = bh_state_harden (report->state, FALSE);
  if (bh_state_equal (fixed, report->state))
    {
      bh_window_toast (self, _ ("Nothing is left that is safe to fix without a try"), NULL, NULL);
      return;
    }
  dialog = bh_fix_dialog_new (GTK_WINDOW (self), report, fixed);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_fix_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
