/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-command.h"
#include "bh-cli-convert.h"
#include "bh-cli-input.h"
#include "bh-error.h"
#include "bh-i18n.h"

const BhTarget *
bh_cli_find_target (const char *id, GError **error)
{
  const BhTarget *target = id != NULL ? bh_target_find (id) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_targets;
  const BhTarget *targets = bh_target_table (&n_targets);

  if (target != NULL)
    return target;
  for (guint i = 0; i < n_targets; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", targets[i].id);
  if (id == NULL)
    g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("--to is missing; it takes %s"), list->str);
  else
    g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, _ ("--to does not know “%1$s”; it takes %2$s"),
                 id, list->str);
  return NULL;
}

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
bh_cli_convert (char **argv, GError **error)
{
  g_autofree char *to = NULL;
  gboolean short_names = FALSE;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "short", 0, 0, G_OPTION_ARG_NONE, &short_names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (BhCliInput) input = { 0 };
  const BhTarget *target;

  if (!bh_cli_parse (argv, entries, NULL, &input, error))
    return BH_CLI_WRONG;
  target = bh_cli_find_target (to, error);
  if (target == NULL)
    return BH_CLI_WRONG;
  for (guint i = 0; i < input.import->states->len; i++)
    if (!bh_cli_tell_problems (g_ptr_array_index (input.import->states, i), error))
      return BH_CLI_WRONG;
  bh_cli_print_notes (input.import->notes);
  bh_cli_print_states (target, input.import->states, input.import->names,
                       short_names ? BH_EXPORT_SHORT : BH_EXPORT_DEFAULT);
  return BH_CLI_FINE;
}
