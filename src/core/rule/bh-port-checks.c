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

/* Ports behind which data or control of a machine is, often without a password. SSH and the
 * engine's own ports have rules of their own. */
static const struct
{
  guint port;
  gboolean is_data_store;
  const char *name; /* NULL: several programs use it */
} delicate_ports[] = {
  { 1433, TRUE, "SQL Server" }, { 1521, TRUE, "Oracle" },     { 2379, TRUE, "etcd" },
  { 3306, TRUE, "MySQL" },      { 3389, FALSE, "RDP" },       { 5432, TRUE, "PostgreSQL" },
  { 5601, FALSE, "Kibana" },    { 5900, FALSE, "VNC" },       { 5984, TRUE, "CouchDB" },
  { 6379, TRUE, "Redis" },      { 7687, TRUE, "Neo4j" },      { 8086, TRUE, "InfluxDB" },
  { 9000, FALSE, NULL },        { 9042, TRUE, "Cassandra" },  { 9200, TRUE, "Elasticsearch" },
  { 11211, TRUE, "Memcached" }, { 15672, FALSE, "RabbitMQ" }, { 27017, TRUE, "MongoDB" },
};

static int
find_delicate (const BhPortFact *port)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delicate_ports); i++)
    {
      guint number = delicate_ports[i].port;

      if (bh_check_port_covers (port->container_first, port->container_last, number) ||
          bh_check_port_covers (port->host_first, port->host_last, number))
        return (int) i;
    }
  return -1;
}

gboolean
bh_check_port_is_delicate (const BhPortFact *port, const char **ret_name)
{
  int found = find_delicate (port);

  if (found >= 0 && ret_name != NULL)
    *ret_name = delicate_ports[found].name;
  return found >= 0;
}

gboolean
bh_check_port_is_data_store (const BhPortFact *port)
{
  int found = find_delicate (port);

  return found >= 0 && delicate_ports[found].is_data_store;
}
