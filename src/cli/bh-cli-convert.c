/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-call.h"
#include "bh-cli-convert.h"
#include "bh-error.h"
#include "bh-i18n.h"

static void
print_output (const BhOutput *output)
{
  g_print ("%s", output->text->str);
  bh_cli_print_notes (output->notes);
}

void
bh_cli_print_states (const BhTarget *target,
                     const GPtrArray *states,
                     const GPtrArray *names,
                     BhExportFlags flags)
{
  if (target->export_all != NULL)
    {
      g_autoptr (BhOutput) output =
          target->export_all ((BhState *const *) states->pdata,
                              names != NULL ? (const char *const *) names->pdata : NULL,
                              states->len, flags);

      print_output (output);
      return;
    }
  for (guint i = 0; i < states->len; i++)
    {
      g_autoptr (BhOutput) output = target->export_state (g_ptr_array_index (states, i), flags);

      print_output (output);
    }
}

int
bh_cli_convert (const BhCliCall *call, GError **error)
{
  const gboolean short_names = bh_cli_call_has (call, "short");
  const BhTarget *target = bh_target_find (bh_cli_call_get (call, "to"));

  for (guint i = 0; i < call->input.import->states->len; i++)
    if (!bh_cli_tell_problems (g_ptr_array_index (call->input.import->states, i), error))
      return BH_CLI_WRONG;
  bh_cli_print_notes (call->input.import->notes);
  bh_cli_print_states (target, call->input.import->states, call->input.import->names,
                       short_names ? BH_EXPORT_SHORT : BH_EXPORT_DEFAULT);
  return BH_CLI_FINE;
}
