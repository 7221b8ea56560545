/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-severity-style.h"

static const struct
{
  const char *icon_name;
  const char *style_class;
} styles[] = {
  [BH_SEVERITY_INFO] = { "bh-severity-info-symbolic", "severity-info" },
  [BH_SEVERITY_LOW] = { "bh-severity-low-symbolic", "severity-low" },
  [BH_SEVERITY_MEDIUM] = { "bh-severity-medium-symbolic", "severity-medium" },
  [BH_SEVERITY_HIGH] = { "bh-severity-high-symbolic", "severity-high" },
  [BH_SEVERITY_CRITICAL] = { "bh-severity-critical-symbolic", "severity-critical" },
};

const char *
bh_severity_get_icon_name (BhSeverity severity)
{
  return styles[severity].icon_name;
}

const char *
bh_severity_get_style_class (BhSeverity severity)
{
  return styles[severity].style_class;
}
