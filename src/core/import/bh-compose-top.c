/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-file.h"

/* The name that the exporter gives a volume, and what it takes from a mount. */
static gboolean
is_plain_volume (const char *key, const BhYamlNode *node, gboolean told)
{
  static const char *const said[] = { "name", "driver", "driver_opts", "labels", NULL };
  const BhYamlNode *name = bh_yaml_get (node, "name");

  for (guint i = 0; i < bh_yaml_length (node); i++)
    if (!g_strv_contains (said, bh_yaml_key (node, i)->text))
      return FALSE;
  return name != NULL && name->kind == BH_YAML_SCALAR && g_str_equal (name->text, key) &&
         (told || bh_yaml_length (node) == 1);
}

/* What the exporter says by itself of what a document uses. */
static gboolean
goes_without_saying (BhComposeKind kind, const char *key, const BhYamlNode *node, gboolean told)
{
  const BhYamlNode *external = bh_yaml_get (node, "external");

  if (node->kind != BH_YAML_MAPPING)
    return FALSE;
  if (kind == BH_COMPOSE_VOLUMES)
    return is_plain_volume (key, node, told);
  return kind == BH_COMPOSE_NETWORKS && bh_yaml_length (node) == 1 && external != NULL &&
         external->kind == BH_YAML_SCALAR && g_str_equal (external->text, "true");
}

void
bh_compose_uses_clear (BhComposeUses *self)
{
  for (guint i = 0; i < BH_N_COMPOSE_KINDS; i++)
    g_clear_pointer (&self->maps[i], bh_yaml_node_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

gboolean
bh_compose_file_use (BhComposeFile *self,
                     BhComposeUses *uses,
                     BhComposeKind kind,
                     const char *key,
                     gboolean told)
{
  gpointer declared_key;
  gpointer node;

  if (!g_hash_table_lookup_extended (self->declared[kind], key, &declared_key, &node))
    return FALSE;
  g_hash_table_add (self->used[kind], g_strdup (key));
  if (uses->seen == NULL)
    uses->seen = g_hash_table_new (NULL, NULL);
  /* Every declaration has a key of its own. */
  if (!g_hash_table_add (uses->seen, declared_key) || goes_without_saying (kind, key, node, told))
    return TRUE;
  if (uses->maps[kind] == NULL)
    uses->maps[kind] = bh_yaml_mapping_new ();
  bh_yaml_add (uses->maps[kind], key, bh_yaml_node_ref (node));
  return TRUE;
}

static void
append_pair (BhYamlNode *to, const BhYamlNode *map, guint index)
{
  bh_yaml_append (to, bh_yaml_node_ref (bh_yaml_key (map, index)));
  bh_yaml_append (to, bh_yaml_node_ref (bh_yaml_value (map, index)));
}

static int
find_kind (const char *key)
{
  for (guint i = 0; i < BH_N_COMPOSE_KINDS; i++)
    if (g_str_equal (bh_compose_kinds[i], key))
      return (int) i;
  return -1;
}

/* Of one kind, what no service uses. */
static void
append_unused (const BhComposeFile *self, BhYamlNode *to, BhComposeKind kind, const BhYamlNode *map)
{
  g_autoptr (BhYamlNode) unused = bh_yaml_mapping_new ();

  for (guint i = 0; !bh_yaml_is_null (map) && i < bh_yaml_length (map); i++)
    if (!g_hash_table_contains (self->used[kind], bh_yaml_key (map, i)->text))
      append_pair (unused, map, i);
  if (bh_yaml_length (unused) > 0)
    bh_yaml_add (to, bh_compose_kinds[kind], g_steal_pointer (&unused));
}

BhYamlNode *
bh_compose_file_dup_common (const BhComposeFile *self)
{
  BhYamlNode *common = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (self->root); i++)
    {
      const char *key = bh_yaml_key (self->root, i)->text;
      int kind = find_kind (key);

      if (kind >= 0)
        append_unused (self, common, (BhComposeKind) kind, bh_yaml_value (self->root, i));
      else if (!g_str_equal (key, "services"))
        append_pair (common, self->root, i);
    }
  return common;
}

static BhYamlNode *
join (const BhYamlNode *one, const BhYamlNode *other)
{
  BhYamlNode *joined = bh_yaml_mapping_new ();

  for (guint i = 0; one != NULL && i < bh_yaml_length (one); i++)
    append_pair (joined, one, i);
  for (guint i = 0; other != NULL && i < bh_yaml_length (other); i++)
    append_pair (joined, other, i);
  return joined;
}

BhYamlNode *
bh_compose_top_join (BhYamlNode *common, const BhComposeUses *uses)
{
  BhYamlNode *top = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (common); i++)
    {
      int kind = find_kind (bh_yaml_key (common, i)->text);

      if (kind < 0 || uses->maps[kind] == NULL)
        append_pair (top, common, i);
    }
  for (guint i = 0; i < BH_N_COMPOSE_KINDS; i++)
    if (uses->maps[i] != NULL)
      bh_yaml_add (top, bh_compose_kinds[i],
                   join (uses->maps[i], bh_yaml_get (common, bh_compose_kinds[i])));
  return top;
}
