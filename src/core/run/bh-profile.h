/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-state.h"

G_BEGIN_DECLS

/*
 * What reader and writer of profiles agree on; docs/profile.md describes the format.
 */

#define BH_PROFILE_FORMAT "bulkhead-profile"
#define BH_PROFILE_VERSION 1

/* The words for #BhEngine, #BhVerb and #BhExpansionKind, in their order, NULL-terminated. */
extern const char *const bh_profile_engines[];
extern const char *const bh_profile_verbs[];
extern const char *const bh_profile_expansions[];

/* Whether the value goes without saying: a flag that is on. */
gboolean bh_profile_is_implied (const BhSetting *setting);

G_END_DECLS
