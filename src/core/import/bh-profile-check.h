/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

/* Whether the state says what the command made of it says. WHERE is where it was read. */
gboolean bh_profile_check (const BhState *state, const BhLocation *where, GError **error);

G_END_DECLS
