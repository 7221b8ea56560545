/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Fixes of mounts, for the apply column of rules. */

BhState *bh_fix_mount_readonly (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* No propagation of mounts. */
BhState *bh_fix_mount_private (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Without :z and :Z. */
BhState *
bh_fix_mount_keep_labels (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* As --mount with bind-recursive=disabled. */
BhState *bh_fix_mount_top_only (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* -v as --mount, which refuses a source that is missing. */
BhState *bh_fix_volume_to_mount (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* A name, after the target, for an anonymous volume. */
BhState *bh_fix_volume_name (const BhState *state, const BhFinding *finding, const BhFix *fix);
BhState *bh_fix_volume_typo (const BhState *state, const BhFinding *finding, const BhFix *fix);
BhState *bh_fix_tmpfs_noexec (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* The size of the parameter. */
BhState *bh_fix_tmpfs_size (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* --read-only, with /tmp and /run in memory. */
BhState *bh_fix_read_only_root (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Without --privileged and SYS_ADMIN. */
BhState *bh_fix_drop_sys_admin (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
