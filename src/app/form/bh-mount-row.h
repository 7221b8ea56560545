/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/**
 * BhMountRow:
 *
 * Edits a `--volume`, `--mount` or `--tmpfs`: what, where, and whether it can be written to.
 */
#define BH_TYPE_MOUNT_ROW (bh_mount_row_get_type ())
G_DECLARE_FINAL_TYPE (BhMountRow, bh_mount_row, BH, MOUNT_ROW, BhSettingRow)

G_END_DECLS
