/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "findings/bh-finding-item.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhPathRow:
 *
 * An attack path that holds. What ends it is looked for while the row is expanded.
 */
#define BH_TYPE_PATH_ROW (bh_path_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPathRow, bh_path_row, BH, PATH_ROW, AdwExpanderRow)

BhPathRow *bh_path_row_new (BhFindingItem *item, BhDocument *document);

G_END_DECLS
