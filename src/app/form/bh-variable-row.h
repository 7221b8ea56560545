/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhVariableRow:
 *
 * Edits an environment variable; hides the values of those that look secret.
 */
#define BH_TYPE_VARIABLE_ROW (bh_variable_row_get_type ())
G_DECLARE_FINAL_TYPE (BhVariableRow, bh_variable_row, BH, VARIABLE_ROW, BhSettingRow)

G_END_DECLS
