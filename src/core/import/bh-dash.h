/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): an option word whose typographic dashes are put right, or NULL when
 * it has none: `–name` is `--name`, `–d` is `-d`. */
BhText *bh_text_repair_dashes (const BhText *word);

G_END_DECLS
