/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* What several rules ask of mounts. */

typedef gboolean (*BhMountTest) (const BhFacts *facts, const BhMountFact *mount);

/* The value as it was written. */
const BhText *bh_check_mount_text (const BhFacts *facts, const BhMountFact *mount);
/* One finding for each mount that TEST is true of; its subject is the source or, where there is
 * none, the target. */
void bh_check_add_mounts (BhFindings *findings,
                          const BhRule *rule,
                          const BhFacts *facts,
                          BhMountTest test);

/* Whether PATH is one of the folders (NULL-terminated) or below one. */
gboolean bh_check_path_is_below (const char *path, const char *const *folders);
/* Whether the host's root runs or obeys what is in it. */
gboolean bh_check_mount_commands_host (const BhMountFact *mount);
/* A read-only bind whose file systems below it may stay writable on engines before 25. */
gboolean bh_check_mount_is_shallow (const BhFacts *facts, const BhMountFact *mount);
/* Only binds have a path class other than ordinary. */
gboolean bh_check_mount_is_of_class (const BhMountFact *mount, BhPathClass path_class);
/* Adds a finding whose subject is the path on the host. */
void bh_check_add_mount (BhFindings *findings,
                         const BhRule *rule,
                         BhSeverity severity,
                         const BhMountFact *mount);
/* One finding for each bind of the class. */
void bh_check_mount_class (BhFindings *findings,
                           const BhRule *rule,
                           const BhFacts *facts,
                           BhPathClass path_class,
                           BhSeverity writable,
                           BhSeverity readonly);

G_END_DECLS
