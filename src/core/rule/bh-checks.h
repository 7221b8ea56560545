/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* What rules need of options that have no fact of their own. */

/* The first setting >= FROM of the option called NAME, or BH_NOBODY. */
int bh_check_find (const BhFacts *facts, int from, const char *name);
/* The setting that counts of an option that does not repeat, or BH_NOBODY. */
int bh_check_find_last (const BhFacts *facts, const char *name);
const BhText *bh_check_value (const BhFacts *facts, int setting);
/* Whether the flag called NAME is on. */
gboolean bh_check_is_on (const BhFacts *facts, const char *name);
/* Whether root in the container may be what the program runs as: it is asked for, or nobody said
 * who. Who writes --user "$(id -u)" does not mean root. */
gboolean bh_check_may_be_root (const BhFacts *facts);
gboolean bh_check_has_capability (const BhFacts *facts, guint capability);
/* Whether it runs by itself: detached, or restarted when it ends. */
gboolean bh_check_is_service (const BhFacts *facts);

/* Whether the log may grow without end. Podman logs to the journal, which has its own limit. */
gboolean bh_check_log_is_boundless (const BhFacts *facts);
/* What the rule warns of when it is missing. A service runs unwatched, and who switched it off
 * expects it: both weigh more than a trial that says nothing. SETTING may be BH_NOBODY. */
void
bh_check_add_missing (BhFindings *findings, const BhRule *rule, const BhFacts *facts, int setting);

/* A check: one finding for each setting of the option that the rule's parameter names; its subject
 * is the value. */
void bh_check_option (const BhRule *rule, const BhFacts *facts, BhFindings *findings);

G_END_DECLS
