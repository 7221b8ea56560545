/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "run/bh-overriding.h"
#include "value/bh-conflicts.h"
#include "value/bh-problem.h"

static void
report (const BhState *state, int earlier, int later, GPtrArray *problems)
{
  const BhText *value = state->settings[earlier]->value;
  BhProblem *problem;

  if (bh_text_equal (value, state->settings[later]->value))
    return;
  problem = bh_problem_new (earlier, (BhRange){ 0, value->len }, BH_STAGE_SILENT,
                            _ ("“%.*s” does not count: it is set again behind this."),
                            (int) strcspn (value->str, "="), value->str);
  problem->other = later;
  g_ptr_array_add (problems, problem);
}

static void
check_option (const BhState *state, const BhOption *option, GPtrArray *problems)
{
  g_autofree int *overriding = bh_state_find_overriding (state, option);

  for (guint i = 0; overriding != NULL && i < state->n_settings; i++)
    if (overriding[i] >= 0)
      report (state, (int) i, overriding[i], problems);
}

void
bh_check_overridden (const BhState *state, GPtrArray *problems)
{
  check_option (state, bh_option_get ("env"), problems);
  check_option (state, bh_option_get ("label"), problems);
}
