/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-yaml-builder.h"

#include "bh-i18n.h"
#include "import/bh-yaml-reader.h"

/* A list or map that is open. */
typedef struct
{
  BhYamlNode *node;
  GHashTable *keys; /* of a map: (element-type utf8 BhYamlNode), lent by its items */
  gboolean merges;  /* one of the keys is << */
} Frame;

static void
frame_clear (Frame *self)
{
  g_clear_pointer (&self->node, bh_yaml_node_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

void
bh_yaml_builder_init (BhYamlBuilder *self)
{
  *self = (BhYamlBuilder){ 0 };
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, (GDestroyNotify) frame_clear);
  self->anchors =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bh_yaml_node_unref);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_yaml_node_unref);
}

void
bh_yaml_builder_clear (BhYamlBuilder *self)
{
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
}

static gboolean
refuse (BhError code, const BhLocation *where, GError **error, const char *message)
{
  bh_set_error_at (error, code, where, "%s", message);
  return FALSE;
}

static Frame *
top (BhYamlBuilder *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static gboolean
is_merge (const BhYamlNode *key)
{
  return key->style == BH_YAML_PLAIN && g_str_equal (key->text, "<<");
}

static gboolean
check_key (Frame *frame, BhYamlNode *key, GError **error)
{
  const BhYamlNode *first;

  if (key->kind != BH_YAML_SCALAR)
    return refuse (BH_ERROR_SYNTAX, &key->where, error,
                   _ ("a key is a word, and no list or map: write “key: value”"));
  first = g_hash_table_lookup (frame->keys, key->text);
  if (first != NULL)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &key->where,
                       _ ("“%1$s” is there twice, first in line %2$u, column %3$u: keep one of "
                          "them"),
                       key->text, first->where.line, first->where.column);
      return FALSE;
    }
  g_hash_table_insert (frame->keys, key->text, key);
  frame->merges |= is_merge (key);
  return TRUE;
}

/* A finished NODE (transfer full) goes where it belongs. */
static gboolean
add_node (BhYamlBuilder *self, BhYamlNode *node, GError **error)
{
  Frame *frame = top (self);

  if (frame == NULL)
    {
      if (bh_yaml_is_null (node))
        bh_yaml_node_unref (node);
      else
        g_ptr_array_add (self->documents, node);
      return TRUE;
    }
  bh_yaml_append (frame->node, node);
  return frame->keys == NULL || frame->node->items->len % 2 == 0 || check_key (frame, node, error);
}

static gboolean
count_nodes (BhYamlBuilder *self, guint n, const BhLocation *where, GError **error)
{
  self->n_nodes += n;
  return self->n_nodes <= BH_YAML_MAX_NODES ||
         refuse (BH_ERROR_TOO_LARGE, where, error,
                 _ ("there are more values up to here than are read, counting those behind an "
                    "alias "
                    "each time"));
}

static gboolean
check_depth (BhYamlBuilder *self, guint height, const BhLocation *where, GError **error)
{
  return self->frames->len + height <= BH_YAML_MAX_DEPTH ||
         refuse (BH_ERROR_TOO_LARGE, where, error,
                 _ ("lists and maps are nested more deeply here than is read"));
}

static void
set_anchor (BhYamlBuilder *self, const char *name, BhYamlNode *node)
{
  if (name != NULL)
    g_hash_table_replace (self->anchors, g_strdup (name), node ? bh_yaml_node_ref (node) : NULL);
}

void
bh_yaml_builder_begin_document (BhYamlBuilder *self)
{
  g_hash_table_remove_all (self->anchors);
}

gboolean
bh_yaml_builder_add_scalar (BhYamlBuilder *self, BhYamlNode *node, GError **error)
{
  if (!count_nodes (self, 1, &node->where, error))
    {
      bh_yaml_node_unref (node);
      return FALSE;
    }
  set_anchor (self, node->anchor, node);
  self->end = node->where.range.end;
  return add_node (self, node, error);
}

gboolean
bh_yaml_builder_add_alias (BhYamlBuilder *self,
                           const char *name,
                           const BhLocation *where,
                           GError **error)
{
  BhYamlNode *node = NULL;

  self->end = where->range.end;
  if (!g_hash_table_lookup_extended (self->anchors, name, NULL, (gpointer *) &node))
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, where,
                       _ ("“*%1$s” stands for what is marked “&%1$s” above, and nothing is: a "
                          "value "
                          "that begins with * goes in quotes"),
                       name);
      return FALSE;
    }
  if (node == NULL)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, where,
                       _ ("“*%1$s” is part of “&%1$s” itself, which would have no end"), name);
      return FALSE;
    }
  return count_nodes (self, node->n_nodes, where, error) &&
         check_depth (self, node->height, where, error) &&
         add_node (self, bh_yaml_node_ref (node), error);
}

gboolean
bh_yaml_builder_begin (BhYamlBuilder *self, BhYamlNode *node, GError **error)
{
  Frame frame = { .node = node };

  set_anchor (self, node->anchor, NULL);
  self->end = node->where.range.end;
  if (node->kind == BH_YAML_MAPPING)
    frame.keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_append_val (self->frames, frame);
  return count_nodes (self, 1, &node->where, error) && check_depth (self, 0, &node->where, error);
}

/* Adds the pairs of FROM whose keys are not there yet. */
static gboolean
merge_mapping (BhYamlNode *to, GHashTable *keys, const BhYamlNode *from, GError **error)
{
  if (from->kind != BH_YAML_MAPPING)
    return refuse (BH_ERROR_SYNTAX, &from->where, error,
                   _ ("“<<” takes over the keys of a map, or of a list of maps: <<: *name"));
  for (guint i = 0; i < bh_yaml_length (from); i++)
    {
      BhYamlNode *key = bh_yaml_key (from, i);

      if (g_hash_table_contains (keys, key->text))
        continue;
      g_hash_table_insert (keys, key->text, key);
      bh_yaml_append (to, bh_yaml_node_ref (key));
      bh_yaml_append (to, bh_yaml_node_ref (bh_yaml_value (from, i)));
    }
  return TRUE;
}

/* The map without `<<`, in whose place stands what it takes over. */
static BhYamlNode *
resolve_merge (const Frame *frame, GError **error)
{
  g_autoptr (BhYamlNode) node = bh_yaml_mapping_new ();

  node->where = frame->node->where;
  node->style = frame->node->style;
  node->tag = g_strdup (frame->node->tag);
  node->anchor = g_strdup (frame->node->anchor);
  for (guint i = 0; i < bh_yaml_length (frame->node); i++)
    {
      BhYamlNode *key = bh_yaml_key (frame->node, i);
      BhYamlNode *value = bh_yaml_value (frame->node, i);
      guint n = value->kind == BH_YAML_SEQUENCE ? bh_yaml_length (value) : 1;

      if (!is_merge (key))
        {
          bh_yaml_append (node, bh_yaml_node_ref (key));
          bh_yaml_append (node, bh_yaml_node_ref (value));
          continue;
        }
      for (guint j = 0; j < n; j++)
        if (!merge_mapping (node, frame->keys,
                            value->kind == BH_YAML_SEQUENCE ? bh_yaml_item (value, j) : value,
                            error))
          return NULL;
    }
  return g_steal_pointer (&node);
}

gboolean
bh_yaml_builder_end (BhYamlBuilder *self, guint end, GError **error)
{
  Frame *frame = top (self);
  g_autoptr (BhYamlNode) node = NULL;

  if (frame->node->style == BH_YAML_FLOW)
    self->end = end;
  frame->node->where.range.end = self->end;
  node = frame->merges ? resolve_merge (frame, error) : bh_yaml_node_ref (frame->node);
  if (node == NULL)
    return FALSE;
  g_array_set_size (self->frames, self->frames->len - 1);
  set_anchor (self, node->anchor, node);
  return add_node (self, g_steal_pointer (&node), error);
}
