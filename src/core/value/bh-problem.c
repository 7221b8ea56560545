/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-problem.h"

const char *
bh_stage_to_string (BhStage stage)
{
  static const char *const words[] = {
    [BH_STAGE_CLIENT] = "client",
    [BH_STAGE_CREATE] = "create",
    [BH_STAGE_START] = "start",
    [BH_STAGE_SILENT] = "silent",
  };

  return words[stage];
}

BhProblem *
bh_problem_new_valist (int setting, BhRange where, BhStage stage, const char *format, va_list args)
{
  BhProblem *self = g_new0 (BhProblem, 1);

  self->setting = setting;
  self->other = -1;
  self->where = where;
  self->stage = stage;
  self->message = g_strdup_vprintf (format, args);
  return self;
}

BhProblem *
bh_problem_new (int setting, BhRange where, BhStage stage, const char *format, ...)
{
  BhProblem *self;
  va_list args;

  va_start (args, format);
  self = bh_problem_new_valist (setting, where, stage, format, args);
  va_end (args);
  return self;
}

void
bh_problem_free (BhProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->message);
  g_free (self);
}

gboolean
bh_problem_is_refusal (const BhProblem *self)
{
  return self->stage != BH_STAGE_SILENT && !self->depends;
}
