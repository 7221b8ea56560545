/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"

/* What is said of a service on a network, and the option and field of `--network` that say it. */
static const struct
{
  const char *key;
  const char *option;
  const char *field;
} members[] = {
  { "aliases", "network-alias", "alias" },
  { "ipv4_address", "ip", "ip" },
  { "ipv6_address", "ip6", "ip6" },
  { "link_local_ips", "link-local-ip", "link-local-ip" },
  { "mac_address", "mac-address", "mac-address" },
  { "driver_opts", NULL, "driver-opt" },
  { "gw_priority", NULL, "gw-priority" },
};

/* One network of the service. */
typedef struct
{
  const BhYamlNode *key;
  const BhYamlNode *value; /* NULL: nothing is said */
  gint64 priority;
} Endpoint;

static gint64
read_priority (const BhYamlNode *value)
{
  const BhYamlNode *priority = bh_yaml_get (value, "priority");

  return priority != NULL && priority->kind == BH_YAML_SCALAR
             ? g_ascii_strtoll (priority->text, NULL, 10)
             : 0;
}

static gboolean
collect (const BhYamlNode *node, GArray *endpoints, GError **error)
{
  gboolean map = node->kind == BH_YAML_MAPPING;

  for (guint i = 0; i < bh_yaml_length (node); i++)
    {
      Endpoint endpoint = { map ? bh_yaml_key (node, i) : bh_yaml_item (node, i), NULL, 0 };

      if (map && !bh_yaml_is_null (bh_yaml_value (node, i)))
        endpoint.value = bh_yaml_value (node, i);
      if (!bh_compose_expect_scalar ("networks", endpoint.key, error) ||
          (endpoint.value != NULL &&
           !bh_compose_expect_map (endpoint.key->text, endpoint.value, error)))
        return FALSE;
      endpoint.priority = read_priority (endpoint.value);
      g_array_append_val (endpoints, endpoint);
    }
  return TRUE;
}

/* The one of the highest priority first, else as in the file. */
static int
compare (const void *a, const void *b)
{
  const Endpoint *one = a;
  const Endpoint *other = b;

  if (one->priority != other->priority)
    return one->priority > other->priority ? -1 : 1;
  return one->key->where.range.begin < other->key->where.range.begin ? -1 : 1;
}

static gboolean
add_options (BhComposeService *self, const Endpoint *endpoint, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const BhYamlNode *value = bh_yaml_get (endpoint->value, members[i].key);
      g_autoptr (GPtrArray) words = NULL;

      if (bh_yaml_is_null (value) || members[i].option == NULL)
        continue;
      words = bh_compose_dup_words (self, members[i].key, value, error);
      if (words == NULL)
        return FALSE;
      for (guint j = 0; j < words->len; j++)
        bh_compose_add_setting (self, members[i].option, bh_text_ref (g_ptr_array_index (words, j)),
                                value);
    }
  return TRUE;
}

/* name=…,alias=…,ip=… */
static BhText *
dup_fields (BhComposeService *self, const Endpoint *endpoint, const BhText *name, GError **error)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_compose_append_field (&builder, "name", name);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const BhYamlNode *value = bh_yaml_get (endpoint->value, members[i].key);
      g_autoptr (GPtrArray) words = NULL;

      if (bh_yaml_is_null (value))
        continue;
      words = value->kind == BH_YAML_MAPPING
                  ? bh_compose_dup_pairs (self, members[i].key, value, error)
                  : bh_compose_dup_words (self, members[i].key, value, error);
      if (words == NULL)
        return NULL;
      for (guint j = 0; j < words->len; j++)
        bh_compose_append_field (&builder, members[i].field, g_ptr_array_index (words, j));
    }
  return bh_text_builder_end (&builder);
}

static gboolean
has_member (const Endpoint *endpoint, gboolean only_fields)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if ((!only_fields || members[i].option == NULL) &&
        !bh_yaml_is_null (bh_yaml_get (endpoint->value, members[i].key)))
      return TRUE;
  return FALSE;
}

/* Options of their own belong to the first network; what else is said goes into the value. */
static gboolean
add_endpoint (BhComposeService *self, const Endpoint *endpoint, gboolean first, GError **error)
{
  gboolean fields = has_member (endpoint, first);
  g_autoptr (BhText) name =
      bh_compose_file_dup_name (self->file, BH_COMPOSE_NETWORKS, endpoint->key->text, error);
  BhText *value;

  if (name == NULL)
    return FALSE;
  value = fields ? dup_fields (self, endpoint, name, error) : bh_text_ref (name);
  if (value == NULL)
    return FALSE;
  bh_compose_add_setting (self, "network", value, endpoint->key);
  return fields || add_options (self, endpoint, error);
}

static BhYamlNode *
dup_rest (BhComposeService *self, const Endpoint *endpoint)
{
  static const char *const said[] = { "aliases",      "ipv4_address",
                                      "ipv6_address", "link_local_ips",
                                      "mac_address",  "driver_opts",
                                      "gw_priority",  NULL };
  static const char *const kept[] = { "priority", "interface_name", NULL };

  return endpoint->value != NULL
             ? bh_compose_dup_unknown (self, endpoint->key->text, endpoint->value, said, kept)
             : NULL;
}

static gboolean
read_endpoints (BhComposeService *self, const GArray *endpoints, BhYamlNode *rest, GError **error)
{
  for (guint i = 0; i < endpoints->len; i++)
    {
      const Endpoint *endpoint = &g_array_index (endpoints, Endpoint, i);
      BhYamlNode *more = dup_rest (self, endpoint);

      if (more != NULL)
        bh_yaml_add (rest, endpoint->key->text, more);
      if (!bh_compose_file_use (self->file, &self->uses, BH_COMPOSE_NETWORKS, endpoint->key->text,
                                FALSE) &&
          !g_str_equal (endpoint->key->text, "default"))
        bh_compose_file_note (self->file, BH_NOTE_REPAIRED, &endpoint->key->where,
                              _ ("The network “%s” is not declared below “networks” at the top, "
                                 "which Compose refuses; it is taken for one that there is."),
                              endpoint->key->text);
      if (!add_endpoint (self, endpoint, i == 0, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bh_compose_read_networks (BhComposeService *self,
                          const BhComposeKey *key,
                          BhYamlNode *value,
                          GError **error)
{
  g_autoptr (GArray) endpoints = g_array_new (FALSE, FALSE, sizeof (Endpoint));
  g_autoptr (BhYamlNode) rest = bh_yaml_mapping_new ();

  if (value->kind == BH_YAML_SCALAR && !bh_compose_expect_list (key->key, value, error))
    return FALSE;
  if (!collect (value, endpoints, error))
    return FALSE;
  g_array_sort (endpoints, compare);
  if (!read_endpoints (self, endpoints, rest, error))
    return FALSE;
  if (bh_yaml_length (rest) > 0)
    bh_compose_keep (self, key->key, g_steal_pointer (&rest));
  return TRUE;
}

/* What an own Compose file says as `network_mode`. */
static gboolean
is_plain_network_mode (const BhText *mode)
{
  static const char *const modes[] = { "host", "none", "bridge", NULL };

  return bh_text_is_literal (mode) &&
         (g_strv_contains (modes, mode->str) || g_str_has_prefix (mode->str, "container:"));
}

gboolean
bh_compose_read_mode (BhComposeService *self,
                      const BhComposeKey *key,
                      BhYamlNode *value,
                      GError **error)
{
  g_autoptr (BhText) mode = bh_compose_dup_scalar (self, key->key, value, error);
  const BhSetting *setting;

  if (mode == NULL)
    return FALSE;
  if (g_str_has_prefix (mode->str, "service:") && bh_text_is_literal (mode))
    {
      const char *service = mode->str + strlen ("service:");
      const char *container = bh_compose_file_get_container (self->file, service);

      setting = bh_compose_add_setting (self, key->option,
                                        bh_text_new_printf ("container:%s", container), value);
      bh_compose_add_original (self, setting, key->key, FALSE, value);
      return TRUE;
    }
  setting = bh_compose_add_setting (self, key->option, bh_text_ref (mode), value);
  if (g_str_equal (key->key, "network_mode") && !is_plain_network_mode (mode))
    bh_compose_add_original (self, setting, key->key, FALSE, value);
  return TRUE;
}

/* `db` and `db:alias` name services. */
gboolean
bh_compose_read_links (BhComposeService *self,
                       const BhComposeKey *key,
                       BhYamlNode *value,
                       GError **error)
{
  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhYamlNode *item = bh_yaml_item (value, i);
      g_autoptr (BhText) text = bh_compose_dup_scalar (self, key->key, item, error);
      g_auto (GStrv) parts = NULL;
      const char *container;

      if (text == NULL)
        return FALSE;
      parts = g_strsplit (text->str, ":", 2);
      container = bh_compose_file_get_container (self->file, parts[0] != NULL ? parts[0] : "");
      bh_compose_add_original (self,
                               bh_compose_add_setting (self, "link",
                                                       bh_text_new_printf ("%s:%s", container,
                                                                           parts[0] && parts[1]
                                                                               ? parts[1]
                                                                               : text->str),
                                                       item),
                               key->key, TRUE, item);
    }
  return TRUE;
}

static gboolean
add_host (BhComposeService *self, const BhYamlNode *name, const BhYamlNode *address, GError **error)
{
  g_autoptr (GPtrArray) words = bh_compose_dup_words (self, name->text, address, error);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      g_auto (BhTextBuilder) builder = { 0 };

      bh_text_builder_init (&builder);
      bh_text_builder_append (&builder, name->text, (gssize) name->len);
      bh_text_builder_append_c (&builder, ':');
      bh_text_builder_append_text (&builder, g_ptr_array_index (words, i));
      bh_compose_add_setting (self, "add-host", bh_text_builder_end (&builder), name);
    }
  return words != NULL;
}

/* A list of `name:address`, or a map of names and one or several addresses. */
gboolean
bh_compose_read_extra_hosts (BhComposeService *self,
                             const BhComposeKey *key,
                             BhYamlNode *value,
                             GError **error)
{
  g_autoptr (GPtrArray) words = NULL;

  for (guint i = 0; value->kind == BH_YAML_MAPPING && i < bh_yaml_length (value); i++)
    if (!add_host (self, bh_yaml_key (value, i), bh_yaml_value (value, i), error))
      return FALSE;
  if (value->kind == BH_YAML_MAPPING)
    return TRUE;
  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  words = bh_compose_dup_words (self, key->key, value, error);
  for (guint i = 0; words != NULL && i < words->len; i++)
    bh_compose_add_setting (self, "add-host", bh_text_ref (g_ptr_array_index (words, i)),
                            bh_yaml_item (value, i));
  return words != NULL;
}
