/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

/* So many ports in a row are written as a range. */
#define MIN_RANGE 3

/* One port as the container has it: published if it has a host's. */
typedef struct
{
  guint port;
  guint host; /* 0: any, or not a single number */
  const char *protocol;
  const char *host_ip;
  const char *host_port; /* (nullable) as written */
  JsonNode *node;
} Port;

/* "80/tcp" */
static gboolean
split_port (const char *text, guint *ret_port, const char **ret_protocol)
{
  char *end;
  guint64 port = g_ascii_strtoull (text, &end, 10);

  if (end == text || port > G_MAXUINT16 || (*end != '/' && *end != '\0'))
    return FALSE;
  *ret_port = (guint) port;
  *ret_protocol = *end == '/' ? end + 1 : "tcp";
  return TRUE;
}

static guint
single_number (const char *text)
{
  guint port = 0;
  const char *protocol;

  if (text == NULL || strchr (text, '/') != NULL || !split_port (text, &port, &protocol))
    return 0;
  return port;
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *x = a;
  const Port *y = b;
  int order = strcmp (x->protocol, y->protocol);

  if (order == 0)
    order = g_strcmp0 (x->host_ip, y->host_ip);
  if (order == 0)
    order = x->port < y->port ? -1 : x->port > y->port;
  if (order == 0)
    order = x->host < y->host ? -1 : x->host > y->host;
  return order;
}

/* Whether B goes on where A ends, N ports after the first. */
static gboolean
continues (const Port *first, const Port *next, guint n)
{
  return strcmp (first->protocol, next->protocol) == 0 &&
         g_strcmp0 (first->host_ip, next->host_ip) == 0 && next->port == first->port + n &&
         (first->host_port == NULL ? next->host_port == NULL
                                   : first->host > 0 && next->host == first->host + n);
}

/* How many ports from the first on make one word. */
static guint
measure_range (const GArray *ports, guint first)
{
  const Port *start = &g_array_index (ports, Port, first);
  guint n = 1;

  while (first + n < ports->len && continues (start, &g_array_index (ports, Port, first + n), n))
    n++;
  return n >= MIN_RANGE ? n : 1;
}

static void
append_range (GString *to, guint first, guint n)
{
  g_string_append_printf (to, "%u", first);
  if (n > 1)
    g_string_append_printf (to, "-%u", first + n - 1);
}

/* [ip:][host:]port[/protocol] */
static void
add_port (BhInspect *self, const char *option, const Port *port, guint n)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const gboolean has_ip = port->host_ip != NULL && *port->host_ip != '\0';
  const gboolean has_host = port->host_port != NULL && *port->host_port != '\0';

  if (has_ip)
    g_string_append_printf (value,
                            strchr (port->host_ip, ':') != NULL ? "[%s]:" : "%s:", port->host_ip);
  if (n > 1 && has_host)
    append_range (value, port->host, n);
  else if (has_host)
    g_string_append (value, port->host_port);
  if (has_ip || has_host)
    g_string_append_c (value, ':');
  append_range (value, port->port, n);
  if (strcmp (port->protocol, "tcp") != 0)
    g_string_append_printf (value, "/%s", port->protocol);
  bh_inspect_add (self, option, value->str, port->node);
}

static void
add_ports (BhInspect *self, const char *option, GArray *ports)
{
  guint n;

  g_array_sort (ports, compare_ports);
  for (guint i = 0; i < ports->len; i += n)
    {
      n = measure_range (ports, i);
      add_port (self, option, &g_array_index (ports, Port, i), n);
    }
}

static gboolean
read_binding (BhInspect *self, JsonNode *node, Port *port)
{
  JsonObject *binding = bh_inspect_map (self, node);

  if (binding == NULL || !bh_inspect_string (self, binding, "HostIp", &port->host_ip) ||
      !bh_inspect_string (self, binding, "HostPort", &port->host_port))
    return FALSE;
  port->host = single_number (port->host_port);
  if (port->host_port == NULL)
    port->host_port = "";
  port->node = node;
  return TRUE;
}

/* All bindings of one port. */
static gboolean
read_bindings (BhInspect *self, const char *name, JsonNode *node, GArray *ports)
{
  Port port = { 0 };
  JsonArray *bindings;

  if (!split_port (name, &port.port, &port.protocol))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return JSON_NODE_HOLDS_NULL (node) || bh_inspect_map (self, node) != NULL;
  bindings = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (bindings); i++)
    {
      if (!read_binding (self, json_array_get_element (bindings, i), &port))
        return FALSE;
      g_array_append_val (ports, port);
    }
  return TRUE;
}

static gboolean
read_published (BhInspect *self, JsonObject *bindings, GArray *ports)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (bindings == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, bindings);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_bindings (self, name, node, ports))
      return FALSE;
  return TRUE;
}

/* The ports that are neither the image's nor published, which exposes them already. */
static void
read_exposed (JsonObject *exposed, JsonObject *bindings, JsonObject *of_image, GArray *ports)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (exposed == NULL)
    return;
  json_object_iter_init_ordered (&iter, exposed);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      Port port = { .node = node };

      if ((bindings == NULL || !json_object_has_member (bindings, name)) &&
          (of_image == NULL || !json_object_has_member (of_image, name)) &&
          split_port (name, &port.port, &port.protocol))
        g_array_append_val (ports, port);
    }
}

gboolean
bh_inspect_read_ports (BhInspect *self)
{
  g_autoptr (GArray) published = g_array_new (FALSE, FALSE, sizeof (Port));
  g_autoptr (GArray) exposed = g_array_new (FALSE, FALSE, sizeof (Port));
  JsonObject *bindings;
  JsonObject *all;
  JsonObject *of_image;
  const char *mode;

  if (!bh_inspect_string (self, self->container, "HostConfig.NetworkMode", &mode) ||
      !bh_inspect_object (self, self->container, "HostConfig.PortBindings", &bindings) ||
      !bh_inspect_object (self, self->container, "Config.ExposedPorts", &all) ||
      !bh_inspect_object (self, self->image, "Config.ExposedPorts", &of_image) ||
      !read_published (self, bindings, published))
    return FALSE;
  add_ports (self, "publish", published);
  /* A container on another's network cannot expose ports, not even those of its image. */
  if (mode != NULL && g_str_has_prefix (mode, "container:"))
    return TRUE;
  read_exposed (all, bindings, of_image, exposed);
  add_ports (self, "expose", exposed);
  return TRUE;
}
