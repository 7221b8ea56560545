/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * bh_state_find_overriding:
 * @option: one whose values are NAME=VALUE or NAME, and of which the last of a name counts
 *
 * Returns: (transfer full) (nullable): for each setting of @self the one that is put in its place,
 * or -1; %NULL when there is none at all
 */
int *bh_state_find_overriding (const BhState *self, const BhOption *option);

G_END_DECLS
