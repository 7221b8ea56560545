/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Fixes of users and rights, for the apply column of rules. */

/* --cap-drop ALL, with those of the parameter ("CHOWN,SETUID"), or those that the image is known to
 * need, given back unless somebody dropped them. Without a parameter none is. */
BhState *bh_fix_drop_all (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* One more --cap-drop, of the parameter. */
BhState *bh_fix_drop_capability (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* --security-opt no-new-privileges, in place of one that says the opposite. */
BhState *
bh_fix_no_new_privileges (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* The user whom the image is known to run as in the end. */
BhState *bh_fix_image_user (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* The user of the parameter, unless the image is known to need another or root. */
BhState *
bh_fix_unprivileged_user (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* "1000" to "1000:1000". */
BhState *bh_fix_user_group (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
