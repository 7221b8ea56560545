/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhWordRow:
 *
 * Edits any setting as one text, or as a switch.
 */
#define BH_TYPE_WORD_ROW (bh_word_row_get_type ())
G_DECLARE_FINAL_TYPE (BhWordRow, bh_word_row, BH, WORD_ROW, BhSettingRow)

G_END_DECLS
