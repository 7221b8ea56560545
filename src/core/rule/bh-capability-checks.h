/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* What several rules ask of capabilities. */

/* Adds a finding if CAPABILITY is added by its own name. It names every setting that does; its
 * subject is the capability. */
void bh_check_add_one_capability (BhFindings *findings,
                                  const BhRule *rule,
                                  BhSeverity severity,
                                  const BhFacts *facts,
                                  guint capability);
/* A check for the capability of the rule's value. */
void bh_check_added_capability (const BhRule *rule, const BhFacts *facts, BhFindings *findings);

/* Nobody inside can make use of what the container holds: another user than root, and no way to
 * more rights. */
gboolean bh_check_capabilities_rest (const BhFacts *facts);

/* The columns that rows for one capability have in common. */
#define BH_CAPABILITY_RULE(capability)                                                             \
  .section = BH_SECTION_PRIVILEGES, .check = bh_check_added_capability, .value = (capability),     \
  .part_of_privileged = TRUE

G_END_DECLS
