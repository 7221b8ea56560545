/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-setting-row.h"

G_BEGIN_DECLS

/* The class of row that edits the setting in a list. */
GType bh_row_type_for (const BhSetting *setting);

G_END_DECLS
