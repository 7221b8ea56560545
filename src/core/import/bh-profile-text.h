/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-json.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/* A text of a profile: a string, or a list of strings and expansions. (transfer full) */
BhText *bh_profile_read_text (BhJson *json, JsonNode *node, GError **error);

G_END_DECLS
