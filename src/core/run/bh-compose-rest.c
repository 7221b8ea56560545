/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-compose-rest.h"

void
bh_compose_original_free (BhComposeOriginal *self)
{
  if (self == NULL)
    return;
  g_free (self->option);
  g_free (self->key);
  bh_text_unref (self->value);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  bh_yaml_node_unref (self->node);
  g_free (self);
}

static gboolean
words_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!bh_text_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
original_equal (const BhComposeOriginal *a, const BhComposeOriginal *b)
{
  return g_str_equal (a->option, b->option) && g_str_equal (a->key, b->key) &&
         a->is_item == b->is_item && bh_text_equal (a->value, b->value) &&
         words_equal (a->words, b->words) && bh_yaml_node_equal (a->node, b->node);
}

GPtrArray *
bh_compose_originals_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bh_compose_original_free);
}

BhComposeRest *
bh_compose_rest_new (const char *service, BhYamlNode *keys, BhYamlNode *top, GPtrArray *originals)
{
  BhComposeRest *self = g_new0 (BhComposeRest, 1);

  self->ref_count = 1;
  self->service = g_strdup (service);
  self->keys = keys != NULL ? keys : bh_yaml_mapping_new ();
  self->top = top != NULL ? top : bh_yaml_mapping_new ();
  self->originals = originals != NULL ? originals : bh_compose_originals_new ();
  return self;
}

BhComposeRest *
bh_compose_rest_ref (BhComposeRest *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_compose_rest_unref (BhComposeRest *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->service);
  bh_yaml_node_unref (self->keys);
  bh_yaml_node_unref (self->top);
  g_ptr_array_unref (self->originals);
  g_free (self);
}

static gboolean
is_empty (const BhComposeRest *self)
{
  return self == NULL || (bh_yaml_node_is_empty (self->keys) && bh_yaml_node_is_empty (self->top) &&
                          self->originals->len == 0);
}

gboolean
bh_compose_rest_equal (const BhComposeRest *a, const BhComposeRest *b)
{
  if (a == b || (is_empty (a) && is_empty (b)))
    return TRUE;
  if (is_empty (a) || is_empty (b) || !bh_yaml_node_equal (a->keys, b->keys) ||
      !bh_yaml_node_equal (a->top, b->top) || a->originals->len != b->originals->len)
    return FALSE;
  for (guint i = 0; i < a->originals->len; i++)
    if (!original_equal (g_ptr_array_index (a->originals, i), g_ptr_array_index (b->originals, i)))
      return FALSE;
  return TRUE;
}
