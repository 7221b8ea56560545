/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Fixes of published ports, for the apply column of rules. */

/* The address of the parameter in front. */
BhState *bh_fix_port_address (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* published=…,target=…,host_ip=… as ADDRESS:PORT:PORT. */
BhState *bh_fix_port_short_form (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* The port of the host up by 8000. */
BhState *bh_fix_port_raise (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* A fixed port of the host instead of a random one. */
BhState *bh_fix_port_pin (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Ranges cut to as many ports as the parameter says. */
BhState *bh_fix_port_narrow (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* No published ports at all. */
BhState *bh_fix_remove_ports (const BhState *state, const BhFinding *finding, const BhFix *fix);
/* Without --network host; another network stays. */
BhState *
bh_fix_leave_host_network (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
