/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"
#include "fuzz.h"
#include "import/bh-import.h"

/* Whatever stands in the JSON, the command says it and nothing else. */
static void
check_round_trip (const BhState *state)
{
  g_autoptr (BhText) image = bh_text_new ("image");
  g_autoptr (BhState) whole =
      state->image != NULL ? bh_state_ref ((BhState *) state) : bh_state_with_image (state, image);
  g_autoptr (BhOutput) output = bh_export_run (whole, BH_EXPORT_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) again =
      bh_import_command (output->text->str, (gssize) output->text->len, &error);

  if (error != NULL || again->states->len != 1 || !bh_state_equal (again->states->pdata[0], whole))
    g_error ("%s\n%s", output->text->str, error ? error->message : "is another container");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_inspect ((const char *) data, (gssize) size, &error);

  bh_source_recognise ((const char *) data, size);
  g_assert_true ((import == NULL) == (error != NULL));
  for (guint i = 0; import != NULL && i < import->states->len; i++)
    check_round_trip (import->states->pdata[i]);
  return 0;
}
