/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

/* More of a wrong text than this helps nobody. */
#define MAX_QUOTED 60

BhProblem *
bh_checked_add (const BhChecked *checked, BhRange where, BhStage stage, const char *format, ...)
{
  BhProblem *problem;
  va_list args;

  va_start (args, format);
  problem = bh_problem_new_valist (checked->setting, where, stage, format, args);
  va_end (args);
  g_ptr_array_add (checked->problems, problem);
  return problem;
}

/* (transfer full): the text at WHERE, cut between two characters if it is long. */
static char *
dup_quoted (const BhText *value, BhRange where)
{
  guint end = where.begin + MAX_QUOTED;
  g_autofree char *start = NULL;

  if (where.end <= end)
    return bh_text_dup_range (value, where);
  while (end > where.begin && (value->str[end] & 0xc0) == 0x80)
    end--;
  start = bh_text_dup_range (value, (BhRange){ where.begin, end });
  return g_strconcat (start, "…", NULL);
}

BhProblem *
bh_checked_quote (const BhChecked *checked, BhRange where, BhStage stage, const char *format)
{
  g_autofree char *quoted = dup_quoted (checked->value, where);

  return bh_checked_add (checked, where, stage, format, quoted);
}

gboolean
bh_checked_knows (const BhChecked *checked, BhRange where)
{
  return checked->value->n_expansions == 0 || !bh_text_range_expands (checked->value, where);
}
