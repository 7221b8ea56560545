/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

#define BH_CHANGE_IMAGE (-1)   /* = BH_SPAN_IMAGE */
#define BH_CHANGE_COMMAND (-2) /* = BH_SPAN_COMMAND */
#define BH_CHANGE_GONE (-100)

/**
 * BhChange:
 * @option: (nullable): whose setting; NULL for image, command and unknown options
 * @before: (nullable): the words that were there, NULL for what is new
 * @after: (nullable): the words that are there now, NULL for what is gone
 * @setting: index of what is there now, %BH_CHANGE_IMAGE, %BH_CHANGE_COMMAND or %BH_CHANGE_GONE
 *
 * A difference between two states.
 */
typedef struct
{
  const BhOption *option;
  char *before;
  char *after;
  int setting;
} BhChange;

/* (transfer full) (element-type BhChange): the differences, in the order of the command; a setting
 * that takes the place of another of its option is one of them. What has only moved is none. */
GPtrArray *bh_changes_new (const BhState *before, const BhState *after);

G_END_DECLS
