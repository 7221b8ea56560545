/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/* What the files of the row tell each other. */

BhDocument *_bh_setting_row_get_document (BhSettingRow *self);
/* bh-setting-row-drag.c: the row can be dragged by HANDLE, and others be dropped on it. */
void _bh_setting_row_init_drag (BhSettingRow *self, GtkWidget *handle);

G_END_DECLS
