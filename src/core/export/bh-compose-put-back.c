/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "export/bh-compose-private.h"

static void
append_pair (BhYamlNode *to, BhYamlNode *key, BhYamlNode *value)
{
  bh_yaml_append (to, bh_yaml_node_ref (key));
  bh_yaml_append (to, value);
}

static BhYamlNode *combine_maps (BhYamlNode *one, BhYamlNode *other);

/* Both are in the order of the settings that they say; what says none comes last. */
static BhYamlNode *
combine_lists (BhYamlNode *one, BhYamlNode *other)
{
  BhYamlNode *list = bh_yaml_sequence_new ();
  guint i = 0;
  guint j = 0;

  while (i < bh_yaml_length (one) || j < bh_yaml_length (other))
    {
      BhYamlNode *a = i < bh_yaml_length (one) ? bh_yaml_item (one, i) : NULL;
      BhYamlNode *b = j < bh_yaml_length (other) ? bh_yaml_item (other, j) : NULL;
      gboolean first = b == NULL || (a != NULL && (b->setting < 0 || a->setting < b->setting));

      bh_yaml_append (list, bh_yaml_node_ref (first ? a : b));
      i += first;
      j += !first;
    }
  return list;
}

static BhYamlNode *
combine (BhYamlNode *one, BhYamlNode *other)
{
  if (one->kind == BH_YAML_MAPPING && other->kind == BH_YAML_MAPPING)
    return combine_maps (one, other);
  if (one->kind == BH_YAML_SEQUENCE && other->kind == BH_YAML_SEQUENCE)
    return combine_lists (one, other);
  /* A key alone, such as a network of which nothing is said. */
  return bh_yaml_node_ref (bh_yaml_is_null (one) ? other : one);
}

static BhYamlNode *
combine_maps (BhYamlNode *one, BhYamlNode *other)
{
  BhYamlNode *map = bh_yaml_mapping_new ();
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  map->setting = one->setting;
  for (guint i = 0; i < bh_yaml_length (other); i++)
    g_hash_table_insert (values, bh_yaml_key (other, i)->text, bh_yaml_value (other, i));
  for (guint i = 0; i < bh_yaml_length (one); i++)
    {
      BhYamlNode *key = bh_yaml_key (one, i);
      BhYamlNode *value = bh_yaml_value (one, i);
      BhYamlNode *more = g_hash_table_lookup (values, key->text);

      append_pair (map, key, more != NULL ? combine (value, more) : bh_yaml_node_ref (value));
      g_hash_table_remove (values, key->text);
    }
  for (guint i = 0; i < bh_yaml_length (other); i++)
    if (g_hash_table_contains (values, bh_yaml_key (other, i)->text))
      append_pair (map, bh_yaml_key (other, i), bh_yaml_node_ref (bh_yaml_value (other, i)));
  return map;
}

BhYamlNode *
bh_compose_combine (BhYamlNode *one, BhYamlNode *other)
{
  return combine_maps (one, other);
}

/* What is kept of networks that the service is still on. */
static BhYamlNode *
dup_networks (const BhYamlNode *service, const BhYamlNode *kept)
{
  const BhYamlNode *joined = bh_yaml_get (service, "networks");
  BhYamlNode *networks = bh_yaml_mapping_new ();
  gboolean is_list = joined != NULL && joined->kind == BH_YAML_SEQUENCE;

  for (guint i = 0; kept->kind == BH_YAML_MAPPING && i < bh_yaml_length (kept); i++)
    {
      BhYamlNode *key = bh_yaml_key (kept, i);
      gboolean there = bh_yaml_get (joined, key->text) != NULL;

      for (guint j = 0; is_list && j < bh_yaml_length (joined); j++)
        there = there || g_str_equal (bh_yaml_item (joined, j)->text, key->text);
      if (there)
        append_pair (networks, key, bh_yaml_node_ref (bh_yaml_value (kept, i)));
    }
  return networks;
}

/* Networks as a map, so that something can be said of them. */
static BhYamlNode *
map_networks (BhYamlNode *service)
{
  BhYamlNode *list = bh_yaml_get (service, "networks");
  BhYamlNode *copy = bh_yaml_mapping_new ();
  BhYamlNode *map = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (list); i++)
    {
      BhYamlNode *nothing = bh_yaml_plain_new ("");

      nothing->setting = bh_yaml_item (list, i)->setting;
      bh_yaml_add (map, bh_yaml_item (list, i)->text, nothing);
    }
  for (guint i = 0; i < bh_yaml_length (service); i++)
    append_pair (copy, bh_yaml_key (service, i),
                 bh_yaml_value (service, i) == list
                     ? bh_yaml_node_ref (map)
                     : bh_yaml_node_ref (bh_yaml_value (service, i)));
  bh_yaml_node_unref (map);
  bh_yaml_node_unref (service);
  return copy;
}

/* Without services that the file does not have. */
static BhYamlNode *
dup_dependencies (BhCompose *self, BhYamlNode *kept, GHashTable *services)
{
  gboolean map = kept->kind == BH_YAML_MAPPING;
  BhYamlNode *left = map ? bh_yaml_mapping_new () : bh_yaml_sequence_new ();

  for (guint i = 0; kept->kind != BH_YAML_SCALAR && i < bh_yaml_length (kept); i++)
    {
      BhYamlNode *name = map ? bh_yaml_key (kept, i) : bh_yaml_item (kept, i);

      if (!g_hash_table_contains (services, name->text))
        bh_compose_note (self, BH_NOTE_LOST, -1,
                         _ ("“depends_on” leaves out the service “%s”, which is not in this file."),
                         name->text);
      else if (map)
        append_pair (left, name, bh_yaml_node_ref (bh_yaml_value (kept, i)));
      else
        bh_yaml_append (left, bh_yaml_node_ref (name));
    }
  return left;
}

/* (transfer full): what is kept and can still be said. */
static BhYamlNode *
dup_kept (BhCompose *self,
          const BhYamlNode *service,
          const BhComposeRest *rest,
          GHashTable *services)
{
  BhYamlNode *kept = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (rest->keys); i++)
    {
      BhYamlNode *key = bh_yaml_key (rest->keys, i);
      BhYamlNode *value = bh_yaml_value (rest->keys, i);
      g_autoptr (BhYamlNode) said = NULL;

      if (g_str_equal (key->text, "networks"))
        said = dup_networks (service, value);
      else if (g_str_equal (key->text, "depends_on"))
        said = dup_dependencies (self, value, services);
      else
        said = bh_yaml_node_ref (value);
      if (said == value || !bh_yaml_node_is_empty (said))
        append_pair (kept, key, g_steal_pointer (&said));
    }
  return kept;
}

BhYamlNode *
bh_compose_put_back (BhCompose *self,
                     BhYamlNode *service,
                     const BhComposeSplit *split,
                     const BhComposeRest *rest,
                     GHashTable *services)
{
  g_autoptr (BhYamlNode) said = combine_maps (split->said, service);
  g_autoptr (BhYamlNode) kept = NULL;
  BhYamlNode *networks;
  BhYamlNode *whole;

  bh_yaml_node_unref (service);
  if (rest == NULL)
    return g_steal_pointer (&said);
  kept = dup_kept (self, said, rest, services);
  networks = bh_yaml_get (said, "networks");
  if (bh_yaml_get (kept, "networks") != NULL && networks != NULL &&
      networks->kind == BH_YAML_SEQUENCE)
    said = map_networks (g_steal_pointer (&said));
  whole = combine_maps (said, kept);
  return whole;
}
