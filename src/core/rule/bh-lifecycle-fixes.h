/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* A health check for the official images whose tools are known; nothing for others. */
BhState *bh_fix_health_check (const BhState *state, const BhFinding *finding, const BhFix *fix);

G_END_DECLS
