/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhStage: who refuses a value, or does with it what nobody expects.
 * @BH_STAGE_CLIENT: the client, before it asks the engine
 * @BH_STAGE_CREATE: the engine, when asked to create the container
 * @BH_STAGE_START: the engine, when the container starts
 * @BH_STAGE_SILENT: nobody: it is accepted and means something else, or nothing
 */
typedef enum
{
  BH_STAGE_CLIENT,
  BH_STAGE_CREATE,
  BH_STAGE_START,
  BH_STAGE_SILENT,
} BhStage;
const char *bh_stage_to_string (BhStage stage);

#define BH_PROBLEM_IMAGE (-1)   /* the image, not a setting */
#define BH_PROBLEM_COMMAND (-2) /* the words after the image */
#define BH_PROBLEM_WHOLE (-3)   /* the command as a whole: no image */

/**
 * BhProblem:
 * @setting: index of the setting, or one of the constants above
 * @other: for a conflict, the setting that it conflicts with; else -1
 * @where: the bytes of the value that are wrong
 * @stage: who objects
 * @depends: whether it depends on the engine or the host (its version, its CPUs)
 * @message: translated: what is wrong and what would be right
 *
 * Something wrong with a value, or with two that do not go together.
 */
struct _BhProblem
{
  int setting;
  int other;
  BhRange where;
  BhStage stage;
  gboolean depends;
  char *message;
};

BhProblem *bh_problem_new (int setting, BhRange where, BhStage stage, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
BhProblem *
bh_problem_new_valist (int setting, BhRange where, BhStage stage, const char *format, va_list args)
    G_GNUC_PRINTF (4, 0);
void bh_problem_free (BhProblem *self);
/* Refused by client or engine whatever the host is, so that no container comes of it. */
gboolean bh_problem_is_refusal (const BhProblem *self);

/**
 * bh_option_check_value:
 * @option: the option
 * @value: its value
 * @setting: the index that problems shall carry
 * @problems: (element-type BhProblem): where they are added
 *
 * Checks one value as client and engine do. What the shell will expand cannot be judged and passes.
 */
void bh_option_check_value (const BhOption *option,
                            const BhText *value,
                            int setting,
                            GPtrArray *problems);
/* The same for the image. */
void bh_image_check (const BhText *image, GPtrArray *problems);

/* (transfer full) (element-type BhProblem): everything wrong with a state: values and conflicts, in
 * the order of the settings. Empty when nothing is. */
GPtrArray *bh_state_check (const BhState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhProblem, bh_problem_free)

G_END_DECLS
