/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"
#include "fuzz.h"
#include "import/bh-import.h"

/* What was read is written, read again and is the same, in text and meaning. */
static void
check_round_trip (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) again =
      bh_import_profile (output->text->str, (gssize) output->text->len, &error);
  g_autoptr (BhOutput) same = NULL;

  if (error != NULL || again->states->len != 1 || !bh_state_equal (again->states->pdata[0], state))
    g_error ("%s\n%s", output->text->str, error ? error->message : "is another container");
  same = bh_export_profile (again->states->pdata[0], BH_EXPORT_DEFAULT);
  g_assert_cmpstr (same->text->str, ==, output->text->str);
}

/* The rules look at settings: the command may not have others. */
static void
check_command (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_run (state, BH_EXPORT_SHORT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) again =
      bh_import_command (output->text->str, (gssize) output->text->len, &error);
  const BhState *command;

  g_assert_no_error (error);
  g_assert_cmpuint (again->states->len, ==, 1);
  command = again->states->pdata[0];
  g_assert_cmpuint (command->n_settings, ==, state->n_settings);
  for (guint i = 0; i < state->n_settings; i++)
    {
      g_assert_true (command->settings[i]->option == state->settings[i]->option);
      g_assert_true (bh_text_equal (command->settings[i]->value, state->settings[i]->value));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_profile ((const char *) data, (gssize) size, &error);

  bh_source_recognise ((const char *) data, size);
  g_assert_true ((import == NULL) == (error != NULL));
  for (guint i = 0; import != NULL && i < import->states->len; i++)
    {
      check_round_trip (import->states->pdata[i]);
      check_command (import->states->pdata[i]);
    }
  return 0;
}
