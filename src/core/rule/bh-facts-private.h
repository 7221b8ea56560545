/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-facts.h"

G_BEGIN_DECLS

/* Reads one setting into the facts. */
typedef void (*BhGather) (BhFacts *facts, const BhText *value, int setting);

/* A stretch of VALUE that lives as long as the facts. */
const char *bh_facts_keep_range (BhFacts *facts, const BhText *value, BhRange range);

void bh_gather_port (BhFacts *facts, const BhText *value, int setting);
void bh_gather_network (BhFacts *facts, const BhText *value, int setting);
void bh_facts_settle_network (BhFacts *facts);

void bh_gather_volume (BhFacts *facts, const BhText *value, int setting);
void bh_gather_mount (BhFacts *facts, const BhText *value, int setting);
void bh_gather_tmpfs (BhFacts *facts, const BhText *value, int setting);

void bh_gather_cap_add (BhFacts *facts, const BhText *value, int setting);
void bh_gather_cap_drop (BhFacts *facts, const BhText *value, int setting);
void bh_gather_security_opt (BhFacts *facts, const BhText *value, int setting);
void bh_gather_user (BhFacts *facts, const BhText *value, int setting);
void bh_gather_device (BhFacts *facts, const BhText *value, int setting);
/* What root in the container holds, once all settings are read. */
void bh_facts_settle_capabilities (BhFacts *facts);

BhDeviceKind bh_device_classify (const char *host);
/* The class of a host path: PATH is normalised; EXPANDS when it starts with something for the
 * shell. */
BhPathClass bh_path_classify (const char *path);
/* Without `//`, `/./`, `..` and a trailing `/`; $HOME and ~ as "~". (transfer full) */
char *bh_path_normalise (const char *path);

G_END_DECLS
