/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* How severities look: a shape, and a colour through a style class. The word is
 * bh_severity_get_title(). */
const char *bh_severity_get_icon_name (BhSeverity severity);
const char *bh_severity_get_style_class (BhSeverity severity);

G_END_DECLS
