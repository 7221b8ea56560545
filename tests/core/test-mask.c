/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-mask.h"
#include "export/bh-output.h"
#include "import/bh-import.h"

static const struct
{
  const char *words;
  const char *shown;
  guint n_secrets;
} cases[] = {
  { "-e DB_PASSWORD=hunter2 -e A=1 nginx", "-e DB_PASSWORD=•••••••• -e A=1 nginx", 1 },
  { "-e DB_PASSWORD nginx", "-e DB_PASSWORD nginx", 0 },
  { "-e DB_PASSWORD=\"$X\" nginx", "-e \"DB_PASSWORD=$X\" nginx", 0 },
  { "-e DB_PASSWORD_FILE=/run/secrets/db nginx", "-e DB_PASSWORD_FILE=/run/secrets/db nginx", 0 },
  { "-e URL=postgres://me:hunter2@db/x nginx", "-e URL=•••••••• nginx", 1 },
  { "-l token=abcdef nginx sh --api-key=abcdef", "-l token=•••••••• nginx sh --api-key=••••••••",
    2 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("docker run ", cases[i].words, NULL);
      g_autofree char *wanted = g_strconcat ("docker run ", cases[i].shown, "\n", NULL);
      g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);
      const BhState *state = g_ptr_array_index (import->states, 0);
      guint n_secrets;
      g_autoptr (BhState) masked = bh_state_mask_secrets (state, &n_secrets);
      g_autoptr (BhOutput) output = bh_export_run_oneline (masked, BH_EXPORT_SHORT);

      g_assert_cmpstr (output->text->str, ==, wanted);
      g_assert_cmpuint (n_secrets, ==, cases[i].n_secrets);
      g_assert_true ((masked == state) == (n_secrets == 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/cases", test_cases);
  return g_test_run ();
}
