/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-port.h"

#include <string.h>

static gboolean
range_is_empty (BhRange range)
{
  return range.begin == range.end;
}

gboolean
bh_port_numbers_parse (const BhText *value, BhRange range, guint *ret_first, guint *ret_last)
{
  guint numbers[2] = { 0, 0 };
  guint n = 0;
  gboolean digits = FALSE;

  *ret_first = *ret_last = 0;
  if (bh_text_range_expands (value, range))
    return TRUE;
  for (guint at = range.begin; at < range.end; at++)
    {
      char c = value->str[at];

      if (g_ascii_isdigit (c))
        {
          numbers[n] = numbers[n] * 10 + (guint) (c - '0');
          digits = TRUE;
          if (numbers[n] > 65535)
            return FALSE;
        }
      else if (c == '-' && digits && n == 0)
        {
          n = 1;
          digits = FALSE;
        }
      /* The client does not look behind a second dash. */
      else if (c == '-' && digits)
        break;
      else
        return FALSE;
    }
  if (!digits)
    return FALSE;
  *ret_first = numbers[0];
  *ret_last = numbers[n];
  return *ret_first <= *ret_last;
}

static gboolean
parse_ports (const BhText *value, BhPort *port)
{
  if (range_is_empty (port->container) ||
      !bh_port_numbers_parse (value, port->container, &port->container_first,
                              &port->container_last))
    return FALSE;
  return range_is_empty (port->host) ||
         bh_port_numbers_parse (value, port->host, &port->host_first, &port->host_last);
}

/* published=8080,target=80,protocol=tcp: what else it says is dropped by the client. */
static void
parse_field (const BhText *value, BhRange field, BhPort *port)
{
  guint equals = bh_text_find (value, field.begin, field.end, '=');
  BhRange key = { field.begin, equals };
  BhRange text = { MIN (equals + 1, field.end), field.end };

  if (bh_text_range_equal (value, key, "published"))
    port->host = text;
  else if (bh_text_range_equal (value, key, "target"))
    port->container = text;
  else if (bh_text_range_equal (value, key, "protocol"))
    port->protocol = text;
  else if (bh_text_range_equal (value, key, "host_ip"))
    {
      port->address = text;
      port->address_ignored = TRUE;
    }
}

/* The client makes a short form of the long one, PUBLISHED:TARGET/PROTOCOL, so that an address may
 * stand in `published` and a protocol in `target`. */
static void
split_long_parts (const BhText *value, BhPort *port)
{
  guint colon = bh_text_rfind (value, port->host.begin, port->host.end, ':');
  guint slash = bh_text_find (value, port->container.begin, port->container.end, '/');

  if (colon != G_MAXUINT)
    {
      port->address = (BhRange){ port->host.begin, colon };
      port->address_ignored = FALSE;
      port->host.begin = colon + 1;
    }
  if (slash < port->container.end)
    {
      port->protocol =
          (BhRange){ slash + 1, bh_text_find (value, slash + 1, port->container.end, '/') };
      port->container.end = slash;
    }
}

static gboolean
parse_long_form (const BhText *value, BhPort *port)
{
  port->long_form = TRUE;
  for (guint at = 0; at < value->len;)
    {
      guint comma = bh_text_find (value, at, G_MAXUINT, ',');

      parse_field (value, (BhRange){ at, comma }, port);
      at = comma + 1;
    }
  split_long_parts (value, port);
  return parse_ports (value, port);
}

gboolean
bh_port_parse (const BhText *value, BhPort *ret_port)
{
  guint end = value->len;
  guint colon;
  guint slash;

  *ret_port = (BhPort){ 0 };
  if (bh_text_find (value, 0, G_MAXUINT, '=') < value->len)
    return parse_long_form (value, ret_port);

  slash = bh_text_find (value, 0, G_MAXUINT, '/');
  if (slash < value->len)
    {
      ret_port->protocol = (BhRange){ slash + 1, bh_text_find (value, slash + 1, G_MAXUINT, '/') };
      end = slash;
    }
  /* From the back: an IPv6 address has colons of its own. */
  colon = bh_text_rfind (value, 0, end, ':');
  ret_port->container = (BhRange){ colon == G_MAXUINT ? 0 : colon + 1, end };
  if (colon != G_MAXUINT)
    {
      guint before = bh_text_rfind (value, 0, colon, ':');

      ret_port->host = (BhRange){ before == G_MAXUINT ? 0 : before + 1, colon };
      if (before != G_MAXUINT)
        ret_port->address = (BhRange){ 0, before };
    }
  if (ret_port->address.end > 1 && value->str[0] == '[' &&
      value->str[ret_port->address.end - 1] == ']')
    {
      ret_port->address.begin++;
      ret_port->address.end--;
    }
  return parse_ports (value, ret_port);
}

static void
append_part (BhTextBuilder *builder, const BhText *part)
{
  if (part != NULL)
    bh_text_builder_append_text (builder, part);
}

BhText *
bh_port_print (const BhText *address,
               const BhText *host,
               const BhText *container,
               const BhText *protocol)
{
  g_auto (BhTextBuilder) builder = { 0 };
  gboolean has_address = address != NULL && address->len > 0;
  gboolean is_ipv6 = has_address && strchr (address->str, ':') != NULL;

  bh_text_builder_init (&builder);
  if (has_address)
    {
      if (is_ipv6)
        bh_text_builder_append_c (&builder, '[');
      bh_text_builder_append_text (&builder, address);
      bh_text_builder_append (&builder, is_ipv6 ? "]:" : ":", -1);
    }
  append_part (&builder, host);
  if (has_address || (host != NULL && host->len > 0))
    bh_text_builder_append_c (&builder, ':');
  append_part (&builder, container);
  if (protocol != NULL && protocol->len > 0)
    {
      bh_text_builder_append_c (&builder, '/');
      bh_text_builder_append_text (&builder, protocol);
    }
  return bh_text_builder_end (&builder);
}
