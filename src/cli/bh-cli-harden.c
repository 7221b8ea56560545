/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bh-cli-call.h"
#include "bh-cli-convert.h"
#include "bh-cli-term.h"
#include "bh-i18n.h"
#include "rule/bh-report.h"

/* Length of the longest common subsequence of the lines from I and J on. */
static guint *
common_lines (char **before, guint n_before, char **after, guint n_after)
{
  guint *length = g_new0 (guint, (n_before + 1) * (n_after + 1));

  for (guint i = n_before; i-- > 0;)
    for (guint j = n_after; j-- > 0;)
      {
        guint *row = length + i * (n_after + 1);
        guint *next = row + n_after + 1;

        row[j] = g_str_equal (before[i], after[j]) ? next[j + 1] + 1 : MAX (next[j], row[j + 1]);
      }
  return length;
}

static void
print_line (char sign, const char *line)
{
  const char *colour = sign == '-' ? "\033[31m" : sign == '+' ? "\033[32m" : "";

  g_print ("%s%c%s%s\n", bh_cli_use_colour () ? colour : "", sign, line, bh_cli_reset ());
}

static void
print_diff (const char *old_text, const char *new_text)
{
  g_auto (GStrv) before = g_strsplit (old_text, "\n", -1);
  g_auto (GStrv) after = g_strsplit (new_text, "\n", -1);
  guint n_before = g_strv_length (before) - 1;
  guint n_after = g_strv_length (after) - 1;
  g_autofree guint *length = common_lines (before, n_before, after, n_after);
  guint i = 0;
  guint j = 0;

  while (i < n_before || j < n_after)
    {
      if (i < n_before && j < n_after && g_str_equal (before[i], after[j]))
        {
          print_line (' ', before[i++]);
          j++;
        }
      else if (j == n_after || (i < n_before && length[(i + 1) * (n_after + 1) + j] >=
                                                    length[i * (n_after + 1) + j + 1]))
        print_line ('-', before[i++]);
      else
        print_line ('+', after[j++]);
    }
}

static void
print_diffs (const BhTarget *target,
             const GPtrArray *before,
             const GPtrArray *after,
             BhExportFlags flags)
{
  for (guint i = 0; i < before->len; i++)
    {
      g_autoptr (BhOutput) old_output = target->export_state (g_ptr_array_index (before, i), flags);
      g_autoptr (BhOutput) new_output = target->export_state (g_ptr_array_index (after, i), flags);

      print_diff (old_output->text->str, new_output->text->str);
    }
}

int
bh_cli_harden (const BhCliCall *call, GError **error)
{
  const gboolean all = bh_cli_call_has (call, "all");
  const gboolean diff = bh_cli_call_has (call, "diff");
  const gboolean short_names = bh_cli_call_has (call, "short");
  g_autoptr (GPtrArray) hardened = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_state_unref);
  const BhTarget *target = bh_target_find (bh_cli_call_get (call, "to"));

  for (guint i = 0; i < call->input.import->states->len; i++)
    {
      const BhState *state = g_ptr_array_index (call->input.import->states, i);

      if (!bh_cli_tell_problems (state, error))
        return BH_CLI_WRONG;
      g_ptr_array_add (hardened, bh_state_harden (state, all));
    }
  bh_cli_print_notes (call->input.import->notes);
  if (diff)
    print_diffs (target, call->input.import->states, hardened,
                 short_names ? BH_EXPORT_SHORT : BH_EXPORT_DEFAULT);
  else
    bh_cli_print_states (target, hardened, call->input.import->names,
                         short_names ? BH_EXPORT_SHORT : BH_EXPORT_DEFAULT);
  return BH_CLI_FINE;
}
