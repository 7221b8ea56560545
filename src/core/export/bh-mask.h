/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * bh_state_mask_secrets:
 * @ret_n_secrets: (out): how many there are
 *
 * Values of variables and labels, and words of the command, that are secrets or look like one are
 * replaced by dots, for showing where others may look on. Settings keep their indices.
 *
 * Returns: (transfer full): the state to show; @state itself when it holds none
 */
BhState *bh_state_mask_secrets (const BhState *state, guint *ret_n_secrets);

G_END_DECLS
