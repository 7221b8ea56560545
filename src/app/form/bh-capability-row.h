/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhCapabilityRow:
 *
 * A row for one capability that is dropped or added, with what it allows.
 */
#define BH_TYPE_CAPABILITY_ROW (bh_capability_row_get_type ())
G_DECLARE_FINAL_TYPE (BhCapabilityRow, bh_capability_row, BH, CAPABILITY_ROW, BhSettingRow)

G_END_DECLS
