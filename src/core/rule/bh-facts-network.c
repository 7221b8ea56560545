/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts-private.h"

#include <string.h>

#include "value/bh-network.h"
#include "value/bh-port.h"

static gboolean
is_any_address (const char *address)
{
  return *address == '\0' || g_str_equal (address, "0.0.0.0") || g_str_equal (address, "::");
}

static gboolean
is_loopback (const char *address)
{
  return g_str_has_prefix (address, "127.") || g_str_equal (address, "::1");
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

static gboolean
covers (const BhPortFact *port, guint number)
{
  return (port->container_first <= number && number <= port->container_last) ||
         (port->host_first <= number && number <= port->host_last);
}

static void
look_behind (BhPortFact *port)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delicate_ports); i++)
    if (covers (port, delicate_ports[i].port))
      {
        port->delicate = TRUE;
        port->data_store = delicate_ports[i].is_data_store;
        port->delicate_name = delicate_ports[i].name;
        return;
      }
}

void
bh_gather_port (BhFacts *facts, const BhText *value, int setting)
{
  BhPortFact fact = { .setting = setting };
  g_autofree char *protocol = NULL;
  BhPort port;

  if (!bh_port_parse (value, &port))
    return;
  fact.address = bh_facts_keep_range (facts, value, port.address);
  fact.address_ignored = port.address_ignored;
  fact.all_addresses = port.address_ignored || is_any_address (fact.address);
  fact.loopback = !port.address_ignored && is_loopback (fact.address);
  fact.host_first = port.host_first;
  fact.host_last = port.host_last;
  fact.container_first = port.container_first;
  fact.container_last = port.container_last;
  protocol = g_ascii_strdown (value->str + port.protocol.begin,
                              (gssize) (port.protocol.end - port.protocol.begin));
  fact.protocol = *protocol != '\0' ? g_string_chunk_insert (facts->strings, protocol) : "tcp";
  look_behind (&fact);
  g_array_append_val (facts->ports, fact);
}

void
bh_gather_network (BhFacts *facts, const BhText *value, int setting)
{
  BhNetwork network;

  bh_network_parse (value, &network);
  facts->network_setting = setting;
  facts->network = network.mode;
  facts->network_name = bh_facts_keep_range (facts, value, network.name);
}

/* Compose makes a network for the services of a file. `bridge` is the one of all containers. */
void
bh_facts_settle_network (BhFacts *facts)
{
  if (facts->state->rest != NULL && facts->network == BH_NETWORK_DEFAULT_BRIDGE &&
      (facts->network_setting == BH_NOBODY || g_str_equal (facts->network_name, "default")))
    facts->network = BH_NETWORK_USER;
}
