/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* A memory limit of the parameter, without swap unless that is given. */
BhState *bh_fix_memory (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* --memory-swap as --memory. */
BhState *bh_fix_swap_like_memory (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* --ulimit nproc as --pids-limit, unless one is given. */
BhState *bh_fix_nproc_to_pids (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* No --ipc, and a /dev/shm as large as the parameter says, unless a size is given. */
BhState *
bh_fix_own_shared_memory (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Three files of 10 MB. */
BhState *bh_fix_log_rotate (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
