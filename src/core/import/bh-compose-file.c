/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-file.h"

#include "bh-i18n.h"
#include "import/bh-compose-merge.h"
#include "value/bh-compose-text.h"
#include "import/bh-yaml-reader.h"

#define MAX_NOTES 100
#define MAX_EXTENDS 32

const char *const bh_compose_kinds[BH_N_COMPOSE_KINDS] = {
  [BH_COMPOSE_NETWORKS] = "networks",
  [BH_COMPOSE_VOLUMES] = "volumes",
  [BH_COMPOSE_SECRETS] = "secrets",
  [BH_COMPOSE_CONFIGS] = "configs",
};

void
bh_compose_file_clear (BhComposeFile *self)
{
  g_clear_pointer (&self->root, bh_yaml_node_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->resolved, g_hash_table_unref);
  for (guint i = 0; i < BH_N_COMPOSE_KINDS; i++)
    {
      g_clear_pointer (&self->declared[i], g_hash_table_unref);
      g_clear_pointer (&self->used[i], g_hash_table_unref);
    }
}

void
bh_compose_file_note (BhComposeFile *self,
                      BhNoteKind kind,
                      const BhLocation *where,
                      const char *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->notes->len >= MAX_NOTES)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->notes, bh_note_new (kind, where, -1, "%s", message));
}

static gboolean
refuse (const BhYamlNode *node, GError **error, const char *message)
{
  bh_set_error_at (error, BH_ERROR_SYNTAX, &node->where, "%s", message);
  return FALSE;
}

/* Files from before 2016 have their services at the top, as have many snippets. */
static gboolean
looks_like_services (const BhYamlNode *root)
{
  for (guint i = 0; i < bh_yaml_length (root); i++)
    if (bh_yaml_get (bh_yaml_value (root, i), "image") != NULL ||
        bh_yaml_get (bh_yaml_value (root, i), "build") != NULL)
      return TRUE;
  return FALSE;
}

static BhYamlNode *
wrap_services (BhComposeFile *self)
{
  BhYamlNode *root = bh_yaml_mapping_new ();

  bh_compose_file_note (self, BH_NOTE_REPAIRED, &self->root->where, "%s",
                        _ ("“services:” is missing above the services, which Compose refuses; it "
                           "was put there."));
  root->where = self->root->where;
  bh_yaml_add (root, "services", self->root);
  return root;
}

static gboolean
find_services (BhComposeFile *self, GError **error)
{
  if (self->root->kind != BH_YAML_MAPPING)
    return refuse (self->root, error,
                   _ ("a Compose file begins with “services:”, and below it a name for each "
                      "service"));
  if (bh_yaml_get (self->root, "services") == NULL && looks_like_services (self->root))
    self->root = wrap_services (self);
  self->services = bh_yaml_get (self->root, "services");
  if (self->services == NULL || bh_yaml_is_null (self->services))
    return refuse (self->root, error,
                   _ ("there is no service here: “services:” is expected, and below it a name for "
                      "each service"));
  if (self->services->kind != BH_YAML_MAPPING)
    return refuse (self->services, error,
                   _ ("“services” is a map: a name for each service, and below it what it is"));
  if (bh_yaml_length (self->services) == 0)
    return refuse (self->services, error, _ ("there is no service here"));
  return TRUE;
}

/* (transfer full): a table of a map's values by their keys. */
static GHashTable *
index_map (const BhYamlNode *map)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; map != NULL && i < bh_yaml_length (map); i++)
    g_hash_table_insert (table, bh_yaml_key (map, i)->text, bh_yaml_value (map, i));
  return table;
}

static gboolean
index_kind (BhComposeFile *self, BhComposeKind kind, GError **error)
{
  const BhYamlNode *map = bh_yaml_get (self->root, bh_compose_kinds[kind]);

  if (bh_yaml_is_null (map))
    map = NULL;
  if (map != NULL && map->kind != BH_YAML_MAPPING)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &map->where,
                       _ ("“%s” at the top is a map: a name for each, and below it what it is"),
                       bh_compose_kinds[kind]);
      return FALSE;
    }
  self->declared[kind] = index_map (map);
  self->used[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

gboolean
bh_compose_file_take (BhComposeFile *self, BhYamlNode *root, GPtrArray *notes, GError **error)
{
  *self = (BhComposeFile){ .notes = notes, .root = root };
  if (!find_services (self, error))
    return FALSE;
  self->by_name = index_map (self->services);
  self->resolved =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) bh_yaml_node_unref);
  for (guint i = 0; i < BH_N_COMPOSE_KINDS; i++)
    if (!index_kind (self, i, error))
      return FALSE;
  return TRUE;
}

gboolean
bh_compose_file_read (BhComposeFile *self,
                      const char *text,
                      gsize len,
                      GPtrArray *notes,
                      GError **error)
{
  g_autoptr (GPtrArray) documents = bh_yaml_read (text, len, error);
  g_autoptr (BhYamlNode) root = NULL;
  const BhLocation start = { 1, 1, { 0, 0 } };

  *self = (BhComposeFile){ .notes = notes };
  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (BhYamlNode) earlier = g_steal_pointer (&root);

      root = bh_compose_merge_files (earlier, g_ptr_array_index (documents, i));
    }
  if (root != NULL)
    return bh_compose_file_take (self, g_steal_pointer (&root), notes, error);
  bh_set_error_at (error, BH_ERROR_SYNTAX, &start, "%s",
                   _ ("there is nothing here: “services:” is expected, and below it a name for "
                      "each "
                      "service"));
  return FALSE;
}

/* The service of this file that NODE extends; %NULL if none. */
static const BhYamlNode *
get_base (const BhYamlNode *node)
{
  const BhYamlNode *extends = bh_yaml_get (node, "extends");
  const BhYamlNode *base = extends;

  if (extends != NULL && extends->kind == BH_YAML_MAPPING)
    base = bh_yaml_get (extends, "file") == NULL ? bh_yaml_get (extends, "service") : NULL;
  return base != NULL && base->kind == BH_YAML_SCALAR && !bh_yaml_is_null (base) ? base : NULL;
}

static gboolean
check_service (const char *name, const BhYamlNode *node, GError **error)
{
  if (node->kind == BH_YAML_MAPPING)
    return TRUE;
  bh_set_error_at (error, BH_ERROR_SYNTAX, &node->where,
                   _ ("the service “%s” is a map: “image: …” and what else it is, indented below "
                      "its name"),
                   name);
  return FALSE;
}

static BhYamlNode *
extend (BhComposeFile *self, BhYamlNode *node, const BhYamlNode *name, guint depth, GError **error);

static BhYamlNode *
resolve (BhComposeFile *self, const char *name, BhYamlNode *node, guint depth, GError **error)
{
  const BhYamlNode *base = get_base (node);
  BhYamlNode *resolved = g_hash_table_lookup (self->resolved, name);

  if (resolved != NULL)
    return resolved;
  if (!check_service (name, node, error))
    return NULL;
  resolved = base != NULL ? extend (self, node, base, depth, error) : bh_yaml_node_ref (node);
  if (resolved == NULL)
    return NULL;
  self->n_resolved += resolved->n_nodes;
  g_hash_table_insert (self->resolved, (gpointer) name, resolved);
  return resolved;
}

static gboolean
check_base (BhComposeFile *self, const BhYamlNode *name, guint depth, GError **error)
{
  if (!g_hash_table_contains (self->by_name, name->text))
    bh_set_error_at (error, BH_ERROR_SYNTAX, &name->where,
                     _ ("there is no service “%s” in this file that could be extended"),
                     name->text);
  else if (depth >= MAX_EXTENDS)
    bh_set_error_at (error, BH_ERROR_SYNTAX, &name->where, "%s",
                     _ ("services extend one another in a circle, or more than 32 of them do"));
  else if (self->n_resolved > BH_YAML_MAX_NODES)
    bh_set_error_at (error, BH_ERROR_TOO_LARGE, &name->where, "%s",
                     _ ("what services take over from one another comes to more than is read"));
  else
    return TRUE;
  return FALSE;
}

static BhYamlNode *
extend (BhComposeFile *self, BhYamlNode *node, const BhYamlNode *name, guint depth, GError **error)
{
  BhYamlNode *base;

  if (!check_base (self, name, depth, error))
    return NULL;
  base =
      resolve (self, name->text, g_hash_table_lookup (self->by_name, name->text), depth + 1, error);
  return base != NULL ? bh_compose_merge_services (base, node) : NULL;
}

const BhYamlNode *
bh_compose_file_resolve (BhComposeFile *self, const char *name, GError **error)
{
  return resolve (self, name, g_hash_table_lookup (self->by_name, name), 0, error);
}

gboolean
bh_compose_file_find (const BhComposeFile *self,
                      BhComposeKind kind,
                      const char *key,
                      const BhYamlNode **ret_node)
{
  gpointer node = NULL;
  gboolean found = g_hash_table_lookup_extended (self->declared[kind], key, NULL, &node);

  if (ret_node != NULL)
    *ret_node = node;
  return found;
}

BhText *
bh_compose_file_dup_name (const BhComposeFile *self,
                          BhComposeKind kind,
                          const char *key,
                          GError **error)
{
  const BhYamlNode *node;
  const BhYamlNode *name;

  bh_compose_file_find (self, kind, key, &node);
  name = bh_yaml_get (node, "name");
  /* The way of old files. */
  if (name == NULL)
    name = bh_yaml_get (bh_yaml_get (node, "external"), "name");
  if (name == NULL || name->kind != BH_YAML_SCALAR || bh_yaml_is_null (name))
    return bh_text_new (key);
  return bh_compose_read_text (name->text, &name->where, error);
}

const char *
bh_compose_file_get_container (const BhComposeFile *self, const char *service)
{
  const BhYamlNode *name =
      bh_yaml_get (g_hash_table_lookup (self->by_name, service), "container_name");

  return name != NULL && name->kind == BH_YAML_SCALAR && name->len > 0 ? name->text : service;
}
