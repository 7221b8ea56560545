/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/* What does not go together in a state. Each adds to PROBLEMS (element-type BhProblem), with the
 * second setting as `other`, in no particular order, in time that grows with the settings alone. */

/* Pairs of options, as the table says them; options whose earlier value does not count. */
void bh_check_option_conflicts (const BhState *state, GPtrArray *problems);
/* Several networks, and what is said twice of one. */
void bh_check_networks (const BhState *state, GPtrArray *problems);
/* Two mounts at one place. */
void bh_check_mount_targets (const BhState *state, GPtrArray *problems);
/* Two programs behind one port of the host. */
void bh_check_port_overlaps (const BhState *state, GPtrArray *problems);
/* Variables and labels that are given again. */
void bh_check_overridden (const BhState *state, GPtrArray *problems);

G_END_DECLS
