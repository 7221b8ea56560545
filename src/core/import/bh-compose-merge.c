/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-merge.h"

#include <string.h>

#define SERVICES "services"
#define SERVICE "services.*"
/* Below it, values override. */
#define OVER "="

/* How a key of a service is merged, where that is not as maps and lists are. */
typedef enum
{
  OVERRIDE,  /* the latter counts */
  PAIRS,     /* a map, or a list of `name=value` */
  WORDS,     /* a list, or one item by itself */
  KEYED,     /* a map, or a list of its keys */
  LOGGING,   /* options of another driver mean nothing */
  EACH_OVER, /* a map whose values override */
} How;

static const struct
{
  const char *path;
  How how;
} hows[] = {
  { "annotations", PAIRS },  { "build.args", PAIRS },
  { "build.labels", PAIRS }, { "command", OVERRIDE },
  { "depends_on", KEYED },   { "deploy.labels", PAIRS },
  { "dns", WORDS },          { "dns_opt", WORDS },
  { "dns_search", WORDS },   { "entrypoint", OVERRIDE },
  { "env_file", WORDS },     { "environment", PAIRS },
  { "extra_hosts", PAIRS },  { "healthcheck.test", OVERRIDE },
  { "label_file", WORDS },   { "labels", PAIRS },
  { "logging", LOGGING },    { "networks", KEYED },
  { "sysctls", PAIRS },      { "tmpfs", WORDS },
  { "ulimits", EACH_OVER },
};

static BhYamlNode *merge (BhYamlNode *base, BhYamlNode *over, const char *path);

gboolean
bh_compose_is_reset (const BhYamlNode *node)
{
  return g_strcmp0 (node->tag, "!reset") == 0;
}

/* PATH is that of a file, "" at its top; NULL where no key is special. */
static char *
join (const char *path, const char *key)
{
  if (path == NULL || g_str_equal (path, OVER))
    return g_strdup (path);
  if (g_str_equal (path, SERVICES))
    return g_strdup (SERVICE);
  return *path == '\0' ? g_strdup (key) : g_strconcat (path, ".", key, NULL);
}

/* What is in both is merged again. */
static BhYamlNode *
merge_maps (BhYamlNode *base, BhYamlNode *over, const char *path)
{
  BhYamlNode *merged = bh_yaml_mapping_new ();
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  merged->where = over->where;
  for (guint i = 0; i < bh_yaml_length (over); i++)
    g_hash_table_insert (values, bh_yaml_key (over, i)->text, bh_yaml_value (over, i));
  for (guint i = 0; i < bh_yaml_length (base); i++)
    {
      BhYamlNode *key = bh_yaml_key (base, i);
      BhYamlNode *other = g_hash_table_lookup (values, key->text);
      g_autofree char *inner = join (path, key->text);

      g_hash_table_remove (values, key->text);
      if (other != NULL && bh_compose_is_reset (other))
        continue;
      bh_yaml_append (merged, bh_yaml_node_ref (key));
      if (other == NULL || g_strcmp0 (inner, OVER) == 0)
        bh_yaml_append (merged, bh_yaml_node_ref (other ? other : bh_yaml_value (base, i)));
      else
        bh_yaml_append (merged, merge (bh_yaml_value (base, i), other, inner));
    }
  for (guint i = 0; i < bh_yaml_length (over); i++)
    if (g_hash_table_contains (values, bh_yaml_key (over, i)->text))
      {
        bh_yaml_append (merged, bh_yaml_node_ref (bh_yaml_key (over, i)));
        bh_yaml_append (merged, bh_yaml_node_ref (bh_yaml_value (over, i)));
      }
  return merged;
}

static BhYamlNode *
merge_lists (BhYamlNode *base, BhYamlNode *over)
{
  BhYamlNode *merged = bh_yaml_sequence_new ();

  merged->where = over->where;
  for (guint i = 0; i < bh_yaml_length (base); i++)
    bh_yaml_append (merged, bh_yaml_node_ref (bh_yaml_item (base, i)));
  for (guint i = 0; i < bh_yaml_length (over); i++)
    bh_yaml_append (merged, bh_yaml_node_ref (bh_yaml_item (over, i)));
  return merged;
}

/* One `name=value`, or the name alone where there is no value. */
static BhYamlNode *
pair_to_item (const BhYamlNode *key, const BhYamlNode *value)
{
  g_autofree char *text = bh_yaml_dup_canonical (value);
  g_autoptr (GString) pair = g_string_new (key->text);
  BhYamlNode *item;

  /* Nothing is put in for a variable in a key. */
  g_string_replace (pair, "$", "$$", 0);
  if (!bh_yaml_is_null (value))
    g_string_append_printf (pair, "=%s", text);
  item = bh_yaml_string_new (pair->str);

  item->where = key->where;
  return item;
}

/* A map as a list of `name=value`; values that are no words are left for the reader to complain
 * about. */
static BhYamlNode *
to_pairs (BhYamlNode *node)
{
  BhYamlNode *list;

  if (node->kind != BH_YAML_MAPPING)
    return bh_yaml_node_ref (node);
  list = bh_yaml_sequence_new ();
  list->where = node->where;
  for (guint i = 0; i < bh_yaml_length (node); i++)
    if (bh_yaml_value (node, i)->kind == BH_YAML_SCALAR)
      bh_yaml_append (list, pair_to_item (bh_yaml_key (node, i), bh_yaml_value (node, i)));
    else
      bh_yaml_append (list, bh_yaml_node_ref (bh_yaml_value (node, i)));
  return list;
}

static BhYamlNode *
to_list (BhYamlNode *node)
{
  BhYamlNode *list;

  if (node->kind == BH_YAML_SEQUENCE)
    return bh_yaml_node_ref (node);
  list = bh_yaml_sequence_new ();
  list->where = node->where;
  bh_yaml_append (list, bh_yaml_node_ref (node));
  return list;
}

static BhYamlNode *
to_map (BhYamlNode *node)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  BhYamlNode *map;

  if (node->kind != BH_YAML_SEQUENCE)
    return bh_yaml_node_ref (node);
  map = bh_yaml_mapping_new ();
  map->where = node->where;
  for (guint i = 0; i < bh_yaml_length (node); i++)
    if (g_hash_table_add (keys, bh_yaml_item (node, i)->text))
      {
        bh_yaml_append (map, bh_yaml_node_ref (bh_yaml_item (node, i)));
        bh_yaml_append (map, bh_yaml_plain_new (""));
      }
  return map;
}

static BhYamlNode *
merge_as (BhYamlNode *(*convert) (BhYamlNode *node), BhYamlNode *base, BhYamlNode *over)
{
  g_autoptr (BhYamlNode) one = convert (base);
  g_autoptr (BhYamlNode) other = convert (over);

  return merge (one, other, NULL);
}

static gboolean
is_same_driver (BhYamlNode *base, BhYamlNode *over)
{
  const BhYamlNode *one = bh_yaml_get (base, "driver");
  const BhYamlNode *other = bh_yaml_get (over, "driver");

  return one == NULL || other == NULL || bh_yaml_node_equal (one, other);
}

static BhYamlNode *
merge_special (BhYamlNode *base, BhYamlNode *over, How how)
{
  if (how == PAIRS && (base->kind != BH_YAML_MAPPING || over->kind != BH_YAML_MAPPING))
    return merge_as (to_pairs, base, over);
  if (how == WORDS)
    return merge_as (to_list, base, over);
  if (how == KEYED)
    return merge_as (to_map, base, over);
  if (how == OVERRIDE || (how == LOGGING && !is_same_driver (base, over)))
    return bh_yaml_node_ref (over);
  return merge (base, over, how == EACH_OVER ? OVER : NULL);
}

static int
find_how (const char *path)
{
  if (path == NULL || !g_str_has_prefix (path, SERVICE "."))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    if (g_str_equal (hows[i].path, path + strlen (SERVICE ".")))
      return (int) i;
  return -1;
}

static BhYamlNode *
merge (BhYamlNode *base, BhYamlNode *over, const char *path)
{
  int how = find_how (path);

  if (g_strcmp0 (over->tag, "!override") == 0 || bh_yaml_is_null (over) || bh_yaml_is_null (base))
    return bh_yaml_node_ref (over);
  if (how >= 0)
    return merge_special (base, over, hows[how].how);
  if (base->kind == BH_YAML_MAPPING && over->kind == BH_YAML_MAPPING)
    return merge_maps (base, over, path);
  if (base->kind == BH_YAML_SEQUENCE && over->kind == BH_YAML_SEQUENCE)
    return merge_lists (base, over);
  return bh_yaml_node_ref (over);
}

static BhYamlNode *
merge_or_either (BhYamlNode *base, BhYamlNode *over, const char *path)
{
  if (base != NULL && over != NULL)
    return merge (base, over, path);
  return bh_yaml_node_ref (base != NULL ? base : over);
}

BhYamlNode *
bh_compose_merge_services (BhYamlNode *base, BhYamlNode *over)
{
  return merge_or_either (base, over, SERVICE);
}

BhYamlNode *
bh_compose_merge_files (BhYamlNode *base, BhYamlNode *over)
{
  return merge_or_either (base, over, "");
}
