/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* What several rules ask of published ports. */

/* With the host's network or none at all, nothing is published. */
gboolean bh_check_ports_are_published (const BhFacts *facts);
/* Published, or with the host's network open without that. */
gboolean bh_check_ports_are_reachable (const BhFacts *facts);
/* The value as it was written. */
const BhText *bh_check_port_text (const BhFacts *facts, const BhPortFact *port);
/* Whether NUMBER is among FIRST to LAST; not when they are unknown. */
gboolean bh_check_port_covers (guint first, guint last, guint number);
/* Whether it is one that websites are looked for at. */
gboolean bh_check_port_is_web (const BhPortFact *port);
/* Adds a finding whose subject is the value as it was written. */
void bh_check_add_port (BhFindings *findings,
                        const BhRule *rule,
                        const BhFacts *facts,
                        BhSeverity severity,
                        const BhPortFact *port);

G_END_DECLS
