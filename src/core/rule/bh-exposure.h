/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/*
 * Exposure: one number from 0.0 (nothing that we know of) to 10.0 for all findings together.
 *
 * Each finding has points. They add up, so that one more finding never makes the number smaller,
 * and the sum is bent to stay below the ceiling, so that one fewer always shows. With --privileged,
 * the number stands above all that can be had without it.
 */

/* The points of a finding of rule number RULE, in the order of bh_rule_all(). */
double bh_exposure_points (guint rule, BhSeverity severity);
double bh_exposure_score (double points, gboolean privileged);
/* (transfer full) (nullable): what is wrong with the table; for the tests. */
char *bh_exposure_table_check (void);

G_END_DECLS
