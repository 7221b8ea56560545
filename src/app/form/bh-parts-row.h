/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhPartsRow:
 *
 * A row for a setting whose value has parts: an entry for each of a label's name and value, a
 * limit's two numbers, a device's two paths.
 */
#define BH_TYPE_PARTS_ROW (bh_parts_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPartsRow, bh_parts_row, BH, PARTS_ROW, BhSettingRow)

G_END_DECLS
