/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): Pango markup that explains the words of OUTPUT, which shows STATE, at
 * BYTE; NULL where there are none. RET_SPAN (out, nullable) gets their span. */
char *bh_word_help_dup_markup (const BhState *state,
                               const BhOutput *output,
                               gsize byte,
                               const BhSpan **ret_span);

G_END_DECLS
