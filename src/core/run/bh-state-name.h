/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

/* (transfer full): what a person calls the container: "web · nginx:1.27", or only the one that
 * there is; "" while there is neither. */
char *bh_state_dup_title (const BhState *state);
/* (transfer full): the same as the name of a file without a suffix: "web", "nginx", or "container".
 */
char *bh_state_dup_file_stem (const BhState *state);

G_END_DECLS
