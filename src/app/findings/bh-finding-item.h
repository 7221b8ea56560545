/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rule/bh-report.h"

G_BEGIN_DECLS

/**
 * BhFindingItem:
 *
 * What a row stands for: a finding or a path, by its key. Reports come and go with every edit; an
 * item stays for as long as what it names is there, and so does its row.
 *
 * Signal `changed`: there is a new report; the item's index is one in it.
 */
#define BH_TYPE_FINDING_ITEM (bh_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (BhFindingItem, bh_finding_item, BH, FINDING_ITEM, GObject)

const char *bh_finding_item_get_key (BhFindingItem *self);
guint bh_finding_item_get_index (BhFindingItem *self);

/**
 * BhFindingEntry:
 * @key: not owned
 * @index: in the list of the report that @key comes from
 */
typedef struct
{
  const char *key;
  guint index;
} BhFindingEntry;

/* Makes ITEMS (element-type BhFindingItem) what ENTRIES (element-type BhFindingEntry) say, touching
 * only what is different, and emits `changed` on those that stay. */
void bh_finding_items_update (GListStore *items, const GArray *entries);

/* A key for each of the report's findings, no two alike. (transfer full) (element-type utf8) */
GPtrArray *bh_finding_keys_new (const BhReport *report);
/* (nullable): the finding of that key; lives as long as REPORT. */
const BhFinding *bh_finding_find (const BhReport *report, const char *key);
/* (transfer full): the settings (indices as in #BhFinding) as they stand in a command; "" for none.
 */
char *bh_finding_dup_words (const BhState *state, const int *settings, guint n_settings);

G_END_DECLS
