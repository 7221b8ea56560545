/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Where checks put what they find. */
struct _BhFindings
{
  GPtrArray *findings; /* of BhFinding */
};

void bh_finding_free (BhFinding *self);

G_END_DECLS
