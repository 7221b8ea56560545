/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/**
 * BhCatalogue:
 * @name: as references of rules begin ("CIS Docker Benchmark")
 * @version: what the checks were taken from
 * @checks: ids of its checks that are about how a container is run, %NULL-terminated; those about
 *   the host, the engine or how an image is built are not among them
 *
 * A catalogue of checks that other people made.
 */
typedef struct
{
  const char *name;
  const char *version; /* for people, to be translated */
  const char *const *checks;
} BhCatalogue;

const BhCatalogue *bh_catalogue_table (guint *n_catalogues);
/* (transfer container) (element-type BhRule): the rules that name the check among their sources. */
GPtrArray *bh_catalogue_find_rules (const BhCatalogue *self, const char *check);
/* (nullable): why no rule does, translated. */
const char *bh_catalogue_get_reason (const BhCatalogue *self, const char *check);
/* (transfer full) (nullable): what is wrong with the tables; for the tests. */
char *bh_catalogue_table_check (void);

G_END_DECLS
