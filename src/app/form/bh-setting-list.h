/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhSettingList:
 *
 * A boxed list with a row for each of some settings. Rows stay for as long as what they show does,
 * so that focus and what is being typed stay too.
 */
#define BH_TYPE_SETTING_LIST (bh_setting_list_get_type ())
G_DECLARE_FINAL_TYPE (BhSettingList, bh_setting_list, BH, SETTING_LIST, GtkWidget)

/* LABEL is its accessible name; PLACEHOLDER (nullable) is said while it is empty. */
BhSettingList *bh_setting_list_new (const char *label, const char *placeholder);
/* Shows the settings of the document's state at INDICES (element-type guint). */
void bh_setting_list_update (BhSettingList *self, BhDocument *document, const GArray *indices);
/* (nullable): the row of the setting. */
BhSettingRow *bh_setting_list_find (BhSettingList *self, int setting);
/* The next update moves the focus to what has been added. */
void bh_setting_list_focus_added (BhSettingList *self);
guint bh_setting_list_get_n_rows (BhSettingList *self);

G_END_DECLS
