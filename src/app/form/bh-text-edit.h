/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-text.h"

G_BEGIN_DECLS

/* (transfer full): what a stretch of a value becomes when a person changes its characters to STR.
 */
BhText *bh_text_edit_range (const BhText *value, BhRange range, const char *str);

G_END_DECLS
