/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-yaml-node.h"

#include <string.h>

static BhYamlNode *
node_alloc (BhYamlKind kind, BhYamlStyle style, gsize len)
{
  BhYamlNode *self = g_malloc0 (sizeof (BhYamlNode) + len + 1);

  self->ref_count = 1;
  self->kind = kind;
  self->style = style;
  self->n_nodes = 1;
  self->setting = BH_YAML_NO_SETTING;
  self->len = (guint) len;
  return self;
}

BhYamlNode *
bh_yaml_scalar_new (const char *text, gsize len, BhYamlStyle style)
{
  BhYamlNode *self = node_alloc (BH_YAML_SCALAR, style, len);

  memcpy (self->text, text, len);
  return self;
}

BhYamlNode *
bh_yaml_string_new (const char *text)
{
  return bh_yaml_scalar_new (text, strlen (text), BH_YAML_QUOTED);
}

BhYamlNode *
bh_yaml_plain_new (const char *text)
{
  return bh_yaml_scalar_new (text, strlen (text), BH_YAML_PLAIN);
}

static BhYamlNode *
collection_new (BhYamlKind kind)
{
  BhYamlNode *self = node_alloc (kind, BH_YAML_BLOCK, 0);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_yaml_node_unref);
  return self;
}

BhYamlNode *
bh_yaml_sequence_new (void)
{
  return collection_new (BH_YAML_SEQUENCE);
}

BhYamlNode *
bh_yaml_mapping_new (void)
{
  return collection_new (BH_YAML_MAPPING);
}

BhYamlNode *
bh_yaml_node_ref (BhYamlNode *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_yaml_node_unref (BhYamlNode *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->tag);
  g_free (self->anchor);
  g_free (self);
}

static gboolean
scalar_equal (const BhYamlNode *a, const BhYamlNode *b)
{
  return a->len == b->len && memcmp (a->text, b->text, a->len) == 0 &&
         bh_yaml_type (a) == bh_yaml_type (b);
}

gboolean
bh_yaml_node_equal (const BhYamlNode *a, const BhYamlNode *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind || a->n_nodes != b->n_nodes ||
      g_strcmp0 (a->tag, b->tag) != 0)
    return FALSE;
  if (a->kind == BH_YAML_SCALAR)
    return scalar_equal (a, b);
  if (a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!bh_yaml_node_equal (bh_yaml_item (a, i), bh_yaml_item (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
bh_yaml_node_is_empty (const BhYamlNode *self)
{
  return self->kind != BH_YAML_SCALAR && self->items->len == 0;
}

void
bh_yaml_append (BhYamlNode *self, BhYamlNode *item)
{
  g_ptr_array_add (self->items, item);
  self->n_nodes += item->n_nodes;
  self->height = MAX (self->height, item->height + 1);
}

void
bh_yaml_add (BhYamlNode *self, const char *key, BhYamlNode *value)
{
  bh_yaml_append (self, bh_yaml_string_new (key));
  bh_yaml_append (self, value);
}

guint
bh_yaml_length (const BhYamlNode *self)
{
  return self->kind == BH_YAML_MAPPING ? self->items->len / 2 : self->items->len;
}

BhYamlNode *
bh_yaml_item (const BhYamlNode *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

BhYamlNode *
bh_yaml_key (const BhYamlNode *self, guint index)
{
  return g_ptr_array_index (self->items, 2 * index);
}

BhYamlNode *
bh_yaml_value (const BhYamlNode *self, guint index)
{
  return g_ptr_array_index (self->items, 2 * index + 1);
}

BhYamlNode *
bh_yaml_get (const BhYamlNode *self, const char *key)
{
  if (self == NULL || self->kind != BH_YAML_MAPPING)
    return NULL;
  for (guint i = 0; i < bh_yaml_length (self); i++)
    if (g_str_equal (bh_yaml_key (self, i)->text, key))
      return bh_yaml_value (self, i);
  return NULL;
}
