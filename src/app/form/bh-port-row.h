/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhPortRow:
 *
 * Edits a published port: who may connect, and which port leads where.
 */
#define BH_TYPE_PORT_ROW (bh_port_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPortRow, bh_port_row, BH, PORT_ROW, BhSettingRow)

G_END_DECLS
