/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <gio/gio.h>
#include <string.h>

#include "bh-i18n.h"
#include "value/bh-port.h"

#define WHOLE(value) ((BhRange){ 0, (value)->len })

static gboolean
is_address (const char *str)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (str);

  /* Go refuses numbers with leading zeros, zones and the short forms of IPv4. */
  return address != NULL && strchr (str, '%') == NULL &&
         (strchr (str, ':') != NULL || g_hostname_is_ip_address (str));
}

static gboolean
is_protocol (const BhText *value, BhRange range)
{
  static const char *const protocols[] = { "", "tcp", "udp", "sctp" };
  g_autofree char *word =
      g_ascii_strdown (value->str + range.begin, (gssize) (range.end - range.begin));

  for (guint i = 0; i < G_N_ELEMENTS (protocols); i++)
    if (g_str_equal (word, protocols[i]))
      return TRUE;
  return FALSE;
}

static void
check_port_parts (const BhText *value, const BhPort *port, int setting, GPtrArray *problems)
{
  g_autofree char *address = bh_text_dup_range (value, port->address);
  guint n_host = port->host_last - port->host_first;
  guint n_container = port->container_last - port->container_first;

  if (*address != '\0' && !port->address_ignored && !is_address (address))
    g_ptr_array_add (problems, bh_problem_new (setting, port->address, BH_STAGE_CLIENT,
                                               _ ("“%s” is not an IP address. Write one such as "
                                                  "127.0.0.1; names are "
                                                  "not taken here."),
                                               address));
  if (!is_protocol (value, port->protocol))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, port->protocol, BH_STAGE_CLIENT,
                                     _ ("“%.*s” is not a protocol: tcp, udp and sctp are."),
                                     (int) (port->protocol.end - port->protocol.begin),
                                     value->str + port->protocol.begin));
  /* A range of the host may serve one port: the engine takes the first that is free. */
  if (port->host_first > 0 && n_host != n_container && n_container > 0)
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("In “%s” the two ranges differ in length; they "
                                                  "must have the same "
                                                  "number of ports."),
                                               value->str));
  if (port->address_ignored)
    g_ptr_array_add (problems, bh_problem_new (setting, port->address, BH_STAGE_SILENT,
                                               _ ("docker run ignores host_ip: the port is open on "
                                                  "every address. "
                                                  "Write it as %s:PORT:PORT."),
                                               address));
}

void
bh_check_port (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  BhPort port;

  if (!bh_port_parse (value, &port))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a port to publish. Write "
                                                  "127.0.0.1:8080:80, 8080:80 or "
                                                  "80, with ports from 0 to 65535."),
                                               value->str));
  else
    check_port_parts (value, &port, setting, problems);
}

void
bh_check_expose (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  BhPort port;

  if (strchr (value->str, ':') != NULL || !bh_port_parse (value, &port))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a port to expose. Write 80, 80/udp "
                                                  "or 8000-8010."),
                                               value->str));
}

void
bh_check_network (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  if (value->len == 0)
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("A network needs a name: bridge, host, none or "
                                                  "one of your own.")));
  else if (g_str_equal (value->str, "container:"))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                     _ ("After “container:” the name of a container is missing.")));
}

void
bh_check_address (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  if (!is_address (value->str))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not an IP address."), value->str));
}
