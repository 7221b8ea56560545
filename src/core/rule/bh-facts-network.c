/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts-private.h"

#include <string.h>

#include "value/bh-mount.h"
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
  g_array_append_val (facts->ports, fact);
}

/* The name of the long form, which the client puts in lower case; else the value itself. */
static const char *
network_name (BhFacts *facts, const BhText *value)
{
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    if (field.has_text && bh_text_range_equal (value, field.key, "name"))
      return bh_facts_keep_range (facts, value, field.text);
  return value->str;
}

void
bh_gather_network (BhFacts *facts, const BhText *value, int setting)
{
  static const struct
  {
    const char *name;
    BhNetworkMode mode;
  } names[] = {
    { "bridge", BH_NETWORK_DEFAULT_BRIDGE },
    { "default", BH_NETWORK_DEFAULT_BRIDGE },
    { "host", BH_NETWORK_HOST },
    { "none", BH_NETWORK_NONE },
  };
  const char *name = network_name (facts, value);

  facts->network_setting = setting;
  facts->network_name = name;
  facts->network = BH_NETWORK_USER;
  if (g_str_has_prefix (name, "container:"))
    {
      facts->network = BH_NETWORK_CONTAINER;
      facts->network_name = name + strlen ("container:");
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      facts->network = names[i].mode;
}
