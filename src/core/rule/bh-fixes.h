/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Fixes that many rules share, for their apply column. */

/* Removes the settings that cause the finding. */
BhState *bh_fix_remove (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Removes the first of them only. */
BhState *
bh_fix_remove_first_cause (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Removes every setting of the option that the parameter names. */
BhState *bh_fix_remove_all (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Sets the option "name=value" of the parameter, which does not repeat. */
BhState *bh_fix_set (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Gives the first cause the value of the parameter. */
BhState *bh_fix_replace_value (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
