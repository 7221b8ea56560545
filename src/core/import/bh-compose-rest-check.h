/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-compose-rest.h"

G_BEGIN_DECLS

/* Whether REST keeps only what no option says, and each original says the setting that it stands
 * for: what comes from a stranger's profile must not be written into a Compose file unseen by form
 * and rules. */
gboolean bh_compose_rest_check (const BhComposeRest *rest, GError **error);

G_END_DECLS
