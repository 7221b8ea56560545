/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ports, networks and names of hosts. */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-mount.h"
#include "value/bh-port.h"

static const BhMeaning addresses[] = {
  { "127.0.0.1", N_ ("only programs on this computer can reach it") },
  { "::1", N_ ("only programs on this computer can reach it") },
  { "0.0.0.0", N_ ("every network that this computer is on can reach it") },
  { "::", N_ ("every network that this computer is on can reach it, by IPv6") },
  { NULL, NULL },
};

static const BhMeaning protocols[] = {
  { "tcp", N_ ("connections, as the web, mail and databases use them") },
  { "udp", N_ ("single packets, as name servers, games and calls use them") },
  { "sctp", N_ ("a protocol of telephone networks") },
  { NULL, NULL },
};

static const char *
other_address (const BhText *value, BhRange range)
{
  return g_str_has_prefix (value->str + range.begin, "127.")
             ? _ ("only programs on this computer can reach it")
             : _ ("only who reaches this address of the computer can reach it");
}

static void
explain_address (BhExplanation *self, const BhPort *port)
{
  BhRange none = { port->host.begin, port->host.begin };

  if (port->address_ignored)
    bh_explain (self, none,
                _ ("the client ignores the address in this form: every network that this "
                   "computer is on can reach it"));
  else if (port->address.end == port->address.begin)
    bh_explain (self, none,
                _ ("no address is given: every network that this computer is on can reach it"));
  else
    bh_explain_word (self, addresses, port->address, other_address (self->value, port->address));
}

static void
explain_host_port (BhExplanation *self, const BhPort *port)
{
  if (port->host.end == port->host.begin)
    bh_explain (self, port->host, _ ("no port of this computer is given: a random one is taken"));
  else if (port->host_last > port->host_first && port->container_last == port->container_first)
    bh_explain (self, port->host, _ ("the first free one of these ports of this computer"));
  else if (port->host_last > port->host_first)
    bh_explain (self, port->host,
                _ ("the ports of this computer, one for each of the container's"));
  else
    bh_explain (self, port->host, _ ("the port of this computer"));
}

void
bh_explain_port (BhExplanation *self, const BhOption *option)
{
  BhPort port;

  if (!bh_port_parse (self->value, &port))
    return;
  explain_address (self, &port);
  explain_host_port (self, &port);
  bh_explain (self, port.container,
              port.container_last > port.container_first
                  ? _ ("the ports that the program in the container listens on")
                  : _ ("the port that the program in the container listens on"));
  bh_explain_word (self, protocols, port.protocol, NULL);
}

static const BhMeaning networks[] = {
  { "host", N_ ("no network of its own: the container uses all interfaces of this computer, and "
                "reaches what listens on 127.0.0.1 here") },
  { "none", N_ ("no network at all; only programs in the container can talk to each other") },
  { "bridge", N_ ("Docker's default network, where containers reach each other by address") },
  { "default", N_ ("Docker's default network, where containers reach each other by address") },
  { "container:", N_ ("the network of that container: both are one computer to others, and reach "
                      "each other on 127.0.0.1") },
  { NULL, NULL },
};

static const BhMeaning network_keys[] = {
  { "name", NULL },
  { "alias", N_ ("one more name for the container on this network") },
  { "ip", N_ ("its address on this network") },
  { "ip6", N_ ("its IPv6 address on this network") },
  { "mac-address", N_ ("its hardware address on this network") },
  { "link-local-ip", N_ ("one more address, which is not routed to other networks") },
  { "driver-opt", N_ ("an option of the network's driver") },
  { NULL, NULL },
};

static void
explain_network_name (BhExplanation *self, BhRange range)
{
  bh_explain_word (self, networks, range,
                   _ ("a network by name: containers on it reach each other by their names, "
                      "others do not reach them"));
}

void
bh_explain_network (BhExplanation *self, const BhOption *option)
{
  BhMountField field;
  guint at = 0;

  if (bh_text_find (self->value, 0, G_MAXUINT, '=') == self->value->len)
    {
      explain_network_name (self, BH_WHOLE (self->value));
      return;
    }
  while (bh_csv_next (self->value, &at, &field))
    {
      const BhMeaning *key = bh_meaning_find (network_keys, self->value, field.key);

      if (key != NULL && key->text == NULL)
        explain_network_name (self, field.text);
      else if (key != NULL)
        bh_explain_written (self, field.text, _ (key->text));
    }
}

static const BhMeaning host_addresses[] = {
  { "host-gateway", N_ ("this computer, as the container reaches it") },
  { NULL, NULL },
};

void
bh_explain_host_entry (BhExplanation *self, const BhOption *option)
{
  guint equals = bh_text_find (self->value, 0, G_MAXUINT, '=');
  guint colon = bh_text_find (self->value, 0, G_MAXUINT, ':');
  guint end = equals < self->value->len ? equals : colon;

  if (end >= self->value->len)
    return;
  bh_explain_written (self, (BhRange){ 0, end }, _ ("the name, as programs in the container ask"));
  bh_explain_word (self, host_addresses, (BhRange){ end + 1, self->value->len },
                   _ ("the address that they are told"));
}
