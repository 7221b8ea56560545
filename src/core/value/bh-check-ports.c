/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-port.h"

static gboolean
range_is (const BhText *value, BhRange range, const char *word)
{
  gsize len = strlen (word);

  return range.end - range.begin == len &&
         g_ascii_strncasecmp (value->str + range.begin, word, len) == 0;
}

static void
check_address (const BhChecked *checked, BhRange where)
{
  g_autofree char *address = NULL;

  if (where.begin == where.end || !bh_checked_knows (checked, where))
    return;
  address = bh_text_dup_range (checked->value, where);
  if (!bh_is_address (address))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("“%s” is not an IP address. Write one such as 127.0.0.1; names are not "
                         "taken here."));
}

static void
check_protocol (const BhChecked *checked, const BhPort *port)
{
  const BhText *value = checked->value;
  BhRange where = port->protocol;

  if (where.begin < where.end && bh_checked_knows (checked, where) &&
      !range_is (value, where, "tcp") && !range_is (value, where, "udp") &&
      !range_is (value, where, "sctp"))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("“%s” is not a protocol: tcp, udp and sctp are."));
  /* 80/tcp/udp */
  if (!port->long_form && where.begin > 0 && where.end < value->len)
    bh_checked_quote (checked, (BhRange){ where.end, value->len }, BH_STAGE_SILENT,
                      _ ("“%s” is dropped: one port has one protocol. Publish it once for each."));
}

/* A range of the host may serve one port: the engine takes the first that is free. */
static void
check_ranges (const BhChecked *checked, const BhPort *port)
{
  guint n_host = port->host_last - port->host_first;
  guint n_container = port->container_last - port->container_first;

  if (port->host.begin < port->host.end && bh_checked_knows (checked, port->host) &&
      n_host != n_container && n_container > 0)
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                      _ ("In “%s” the two ranges differ in length; they must have the same number "
                         "of ports."));
  if (port->container_first == 0 && port->container_last == 0 &&
      bh_checked_knows (checked, port->container))
    bh_checked_quote (checked, port->container, BH_STAGE_SILENT,
                      _ ("No program can listen on port %s. Write the port that the program in "
                         "the container listens on."));
}

static void
report_ignored_key (const BhChecked *checked, BhRange field, BhRange key)
{
  const BhText *value = checked->value;

  if (bh_text_range_equal (value, key, "host_ip"))
    bh_checked_quote (checked, (BhRange){ MIN (key.end + 1, field.end), field.end },
                      BH_STAGE_SILENT,
                      _ ("docker run ignores host_ip: the port is open on every address. Write "
                         "%s:PORT:PORT instead."));
  else
    bh_checked_quote (checked, field, BH_STAGE_SILENT,
                      _ ("docker run drops “%s”: published, target and protocol are all that "
                         "count."));
}

/* FALSE if a field is none, which is reported. */
static gboolean
check_fields (const BhChecked *checked)
{
  static const char *const known[] = { "published", "target", "protocol" };
  const BhText *value = checked->value;

  for (guint at = 0; at <= value->len;)
    {
      guint comma = bh_text_find (value, at, G_MAXUINT, ',');
      BhRange field = { at, comma };
      BhRange key = { at, bh_text_find (value, at, comma, '=') };
      gboolean counts = FALSE;

      if (key.end == comma || key.begin == key.end)
        {
          bh_checked_quote (checked, field, BH_STAGE_CLIENT,
                            _ ("“%s” is not a field of a port. Write published=8080,target=80 "
                               "without blanks, or simply 8080:80."));
          return FALSE;
        }
      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        counts |= bh_text_range_equal (value, key, known[i]);
      if (!counts)
        report_ignored_key (checked, field, key);
      at = comma + 1;
    }
  return TRUE;
}

/* The part that keeps the whole from being a port. */
static void
report_unreadable (const BhChecked *checked, const BhPort *port)
{
  guint first;
  guint last;

  if (port->container.begin == port->container.end)
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                      _ ("“%s” has no port of the container. Write 127.0.0.1:8080:80, 8080:80 or "
                         "80."));
  else
    bh_checked_quote (checked,
                      bh_port_numbers_parse (checked->value, port->container, &first, &last)
                          ? port->host
                          : port->container,
                      BH_STAGE_CLIENT,
                      _ ("“%s” is not a port, which is a number from 0 to 65535, or a range such "
                         "as "
                         "8000-8010."));
}

void
bh_check_port (const BhChecked *checked)
{
  BhPort port;
  gboolean readable = bh_port_parse (checked->value, &port);

  if (port.long_form && !check_fields (checked))
    return;
  if (!readable)
    {
      report_unreadable (checked, &port);
      return;
    }
  if (!port.address_ignored)
    check_address (checked, port.address);
  check_protocol (checked, &port);
  check_ranges (checked, &port);
}

void
bh_check_expose (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange port = { 0, bh_text_find (value, 0, G_MAXUINT, '/') };
  guint first;
  guint last;

  if (!bh_port_numbers_parse (value, port, &first, &last))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a port to expose. Write 80, 80/udp or 8000-8010."));
}
