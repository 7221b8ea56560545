/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* NAME=VALUE as NAME_FILE, with the file mounted read-only. */
BhState *bh_fix_variable_file (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* NAME=VALUE as NAME. */
BhState *bh_fix_variable_inherit (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Without the variable. */
BhState *bh_fix_variable_remove (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
