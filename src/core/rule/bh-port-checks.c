/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-port-checks.h"

gboolean
bh_check_ports_are_published (const BhFacts *facts)
{
  return facts->network == BH_NETWORK_DEFAULT_BRIDGE || facts->network == BH_NETWORK_USER;
}

gboolean
bh_check_ports_are_reachable (const BhFacts *facts)
{
  return bh_check_ports_are_published (facts) || facts->network == BH_NETWORK_HOST;
}

const BhText *
bh_check_port_text (const BhFacts *facts, const BhPortFact *port)
{
  return facts->state->settings[port->setting]->value;
}

gboolean
bh_check_port_covers (guint first, guint last, guint number)
{
  return first != 0 && first <= number && number <= last;
}

void
bh_check_add_port (BhFindings *findings,
                   const BhRule *rule,
                   const BhFacts *facts,
                   BhSeverity severity,
                   const BhPortFact *port)
{
  bh_findings_add (findings, rule, severity, bh_check_port_text (facts, port)->str, &port->setting,
                   1);
}

gboolean
bh_check_port_is_web (const BhPortFact *port)
{
  return port->host_first == port->host_last && (port->host_first == 80 || port->host_first == 443);
}
