/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"

/* What a container asks of one network; all may be NULL. */
typedef struct
{
  const char *name;
  JsonNode *node;
  const char *ip;
  const char *ip6;
  const char *mac;
  JsonArray *link_local;
  JsonArray *aliases;
  JsonArray *links;
  JsonObject *driver_opts;
  gint64 priority;
} Endpoint;

/* What a running container has is what the engine gave it, and not what was asked for. */
static gboolean
read_mac (BhInspect *self, JsonObject *object, Endpoint *ret_endpoint)
{
  gboolean running;

  if (!bh_inspect_flag (self, self->container, "State.Running", &running) ||
      !bh_inspect_string (self, object, "MacAddress", &ret_endpoint->mac))
    return FALSE;
  if (running)
    ret_endpoint->mac = NULL;
  return TRUE;
}

static gboolean
read_endpoint (BhInspect *self, const char *name, JsonNode *node, Endpoint *ret_endpoint)
{
  JsonObject *object = bh_inspect_map (self, node);

  *ret_endpoint = (Endpoint){ .name = name, .node = node };
  return object != NULL &&
         bh_inspect_string (self, object, "IPAMConfig.IPv4Address", &ret_endpoint->ip) &&
         bh_inspect_string (self, object, "IPAMConfig.IPv6Address", &ret_endpoint->ip6) &&
         bh_inspect_array (self, object, "IPAMConfig.LinkLocalIPs", &ret_endpoint->link_local) &&
         bh_inspect_array (self, object, "Aliases", &ret_endpoint->aliases) &&
         bh_inspect_array (self, object, "Links", &ret_endpoint->links) &&
         bh_inspect_object (self, object, "DriverOpts", &ret_endpoint->driver_opts) &&
         bh_inspect_int (self, object, "GwPriority", &ret_endpoint->priority) &&
         read_mac (self, object, ret_endpoint);
}

/* The engine adds the beginning of the container's id. */
static gboolean
is_own_alias (BhInspect *self, const char *alias)
{
  const char *id = bh_json_get_string (bh_inspect_find (self->container, "Id"));

  return id != NULL && strlen (alias) == 12 && g_str_has_prefix (id, alias);
}

/* Calls ADD with OPTION for every text of ARRAY but the engine's own. */
static gboolean
for_each_text (BhInspect *self,
               JsonArray *array,
               const char *option,
               GString *fields,
               void (*add) (BhInspect *self,
                            const char *option,
                            const char *text,
                            JsonNode *node,
                            GString *fields))
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = bh_inspect_text (self, node);

      if (text == NULL)
        return FALSE;
      if (!is_own_alias (self, text))
        add (self, option, text, node, fields);
    }
  return TRUE;
}

static void
add_option (BhInspect *self, const char *option, const char *text, JsonNode *node, GString *fields)
{
  bh_inspect_add (self, option, text, node);
}

static void
add_field (BhInspect *self, const char *option, const char *text, JsonNode *node, GString *fields)
{
  bh_inspect_append_field (fields, option, text);
}

static void
add_if_set (BhInspect *self, const char *option, const char *text, JsonNode *node)
{
  if (text != NULL && *text != '\0')
    bh_inspect_add (self, option, text, node);
}

/* As options of their own, which the client takes for the first network. */
static gboolean
add_options (BhInspect *self, const Endpoint *endpoint)
{
  add_if_set (self, "ip", endpoint->ip, endpoint->node);
  add_if_set (self, "ip6", endpoint->ip6, endpoint->node);
  add_if_set (self, "mac-address", endpoint->mac, endpoint->node);
  return for_each_text (self, endpoint->link_local, "link-local-ip", NULL, add_option) &&
         for_each_text (self, endpoint->aliases, "network-alias", NULL, add_option) &&
         for_each_text (self, endpoint->links, "link", NULL, add_option);
}

static gboolean
append_driver_opts (BhInspect *self, const Endpoint *endpoint, GString *fields)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (endpoint->driver_opts == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, endpoint->driver_opts);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *text = bh_inspect_text (self, node);
      g_autofree char *pair = text != NULL ? g_strconcat (name, "=", text, NULL) : NULL;

      if (pair == NULL)
        return FALSE;
      bh_inspect_append_field (fields, "driver-opt", pair);
    }
  return TRUE;
}

static void
append_if_set (GString *fields, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    bh_inspect_append_field (fields, key, text);
}

static gboolean
has_upper (const char *text)
{
  while (*text != '\0' && !g_ascii_isupper (*text))
    text++;
  return *text != '\0';
}

/* The client reads fields in lower case, and would look for another network. */
static void
add_without_fields (BhInspect *self, const Endpoint *endpoint)
{
  bh_inspect_add (self, "network", endpoint->name, endpoint->node);
  bh_inspect_note (self, BH_NOTE_LOST, endpoint->node,
                   _ ("What the container asked of the network “%s” was left out: docker run reads "
                      "capital letters there as small ones."),
                   endpoint->name);
}

/* name=net,alias=web,ip=10.0.0.5 */
static gboolean
add_fields (BhInspect *self, const Endpoint *endpoint)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  bh_inspect_append_field (fields, "name", endpoint->name);
  append_if_set (fields, "ip", endpoint->ip);
  append_if_set (fields, "ip6", endpoint->ip6);
  append_if_set (fields, "mac-address", endpoint->mac);
  if (!for_each_text (self, endpoint->link_local, "link-local-ip", fields, add_field) ||
      !for_each_text (self, endpoint->aliases, "alias", fields, add_field) ||
      !append_driver_opts (self, endpoint, fields) ||
      !for_each_text (self, endpoint->links, "link", NULL, add_option))
    return FALSE;
  if (endpoint->priority != 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, endpoint->priority);

      bh_inspect_append_field (fields, "gw-priority", number);
    }
  if (strcmp (fields->str + strlen ("name="), endpoint->name) == 0)
    bh_inspect_add (self, "network", endpoint->name, endpoint->node);
  else if (has_upper (fields->str))
    add_without_fields (self, endpoint);
  else
    bh_inspect_add (self, "network", fields->str, endpoint->node);
  return TRUE;
}

static gboolean
needs_fields (const Endpoint *endpoint)
{
  return endpoint->priority != 0 ||
         (endpoint->driver_opts != NULL && json_object_get_size (endpoint->driver_opts) > 0);
}

/* What nobody has to say: the engine's default network. */
static gboolean
is_default (const char *mode)
{
  return mode == NULL || *mode == '\0' || strcmp (mode, "default") == 0 ||
         strcmp (mode, "bridge") == 0;
}

/* --network as the mode has it, with the name of a container whose id it is. */
static void
add_mode (BhInspect *self, const char *mode, JsonNode *node)
{
  const char *name = g_str_has_prefix (mode, "container:")
                         ? g_hash_table_lookup (self->names, mode + strlen ("container:"))
                         : NULL;
  g_autofree char *named = name != NULL ? g_strconcat ("container:", name, NULL) : NULL;

  bh_inspect_add (self, "network", named != NULL ? named : mode, node);
}

static gboolean
add_first (BhInspect *self, const char *mode, JsonNode *mode_node, JsonNode *node)
{
  Endpoint endpoint = { 0 };

  if (node != NULL && !read_endpoint (self, is_default (mode) ? "bridge" : mode, node, &endpoint))
    return FALSE;
  if (needs_fields (&endpoint))
    return add_fields (self, &endpoint);
  if (!is_default (mode))
    add_mode (self, mode, mode_node);
  return add_options (self, &endpoint);
}

/* The network of the mode: under its name, or under another whose id the mode is. */
static JsonNode *
find_network (JsonObject *networks, const char *mode, const char **ret_name)
{
  JsonObjectIter iter;
  JsonNode *node;

  *ret_name = is_default (mode) ? "bridge" : mode;
  node = json_object_get_member (networks, *ret_name);
  if (node != NULL)
    return node;
  json_object_iter_init_ordered (&iter, networks);
  while (json_object_iter_next_ordered (&iter, ret_name, &node))
    if (JSON_NODE_HOLDS_OBJECT (node) &&
        g_strcmp0 (bh_json_get_string (
                       json_object_get_member (json_node_get_object (node), "NetworkID")),
                   mode) == 0)
      return node;
  *ret_name = NULL;
  return NULL;
}

/* Networks that people make can be joined at the start, beside others of their kind only. */
static gboolean
is_user_defined (const char *mode)
{
  return !is_default (mode) && strcmp (mode, "host") != 0 && strcmp (mode, "none") != 0 &&
         !g_str_has_prefix (mode, "container:");
}

static gboolean
add_other (BhInspect *self, const char *mode, const char *name, JsonNode *node)
{
  Endpoint endpoint;

  if (is_user_defined (mode))
    return read_endpoint (self, name, node, &endpoint) && add_fields (self, &endpoint);
  bh_inspect_note (self, BH_NOTE_LOST, node,
                   _ ("The container is on the network “%s” too, which docker run cannot say "
                      "beside "
                      "the first one: use “docker network connect” after the start."),
                   name);
  return TRUE;
}

static gboolean
add_others (BhInspect *self, JsonObject *networks, const char *mode, const char *first)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, networks);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (g_strcmp0 (name, first) != 0 && !add_other (self, mode, name, node))
      return FALSE;
  return TRUE;
}

/* "/db:/web/alias", of the default network: the container, and the alias in this one. */
static gboolean
add_link (BhInspect *self, JsonNode *node)
{
  const char *text = bh_inspect_text (self, node);
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  const char *alias = text != NULL ? strrchr (text, '/') : NULL;
  g_autofree char *value = NULL;

  if (text == NULL)
    return FALSE;
  if (colon == NULL || alias < colon)
    value = g_strdup (text);
  else
    value = g_strdup_printf ("%.*s:%s", (int) (colon - text) - (*text == '/'),
                             text + (*text == '/'), alias + 1);
  bh_inspect_add (self, "link", value, node);
  return TRUE;
}

static gboolean
has_setting (BhInspect *self, const char *option)
{
  const BhOption *wanted = bh_option_get (option);

  for (guint i = 0; i < self->builder.settings->len; i++)
    if (bh_setting_is (g_ptr_array_index (self->builder.settings, i), wanted))
      return TRUE;
  return FALSE;
}

static gboolean
add_links (BhInspect *self)
{
  JsonArray *links;

  if (!bh_inspect_array (self, self->container, "HostConfig.Links", &links))
    return FALSE;
  /* Those of a network stand with it. */
  if (has_setting (self, "link"))
    return TRUE;
  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    if (!add_link (self, json_array_get_element (links, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_old_mac (BhInspect *self)
{
  const char *mac;

  if (!bh_inspect_string (self, self->container, "Config.MacAddress", &mac))
    return FALSE;
  if (has_setting (self, "mac-address"))
    return TRUE;
  add_if_set (self, "mac-address", mac, bh_inspect_find (self->container, "Config.MacAddress"));
  return TRUE;
}

gboolean
bh_inspect_read_network (BhInspect *self)
{
  JsonNode *mode_node = bh_inspect_find (self->container, "HostConfig.NetworkMode");
  const char *mode;
  const char *first = NULL;
  JsonObject *networks;
  JsonNode *node;
  gboolean off;

  if (!bh_inspect_string (self, self->container, "HostConfig.NetworkMode", &mode) ||
      !bh_inspect_flag (self, self->container, "Config.NetworkDisabled", &off) ||
      !bh_inspect_object (self, self->container, "NetworkSettings.Networks", &networks))
    return FALSE;
  node = networks != NULL ? find_network (networks, mode, &first) : NULL;
  if (off && is_default (mode))
    bh_inspect_add (self, "network", "none", bh_inspect_find (self->container, "Config"));
  else if (!add_first (self, mode, mode_node, node))
    return FALSE;
  return (networks == NULL || add_others (self, networks, mode, first)) && add_links (self) &&
         add_old_mac (self);
}
