/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-rest-writer.h"

#include "export/bh-yaml-writer.h"

static BhYamlNode *
original_to_node (const BhComposeOriginal *original)
{
  BhYamlNode *node = bh_yaml_mapping_new ();
  g_autofree char *n_words = g_strdup_printf ("%u", original->n_words);

  bh_yaml_add (node, "option", bh_yaml_string_new (original->option));
  bh_yaml_add (node, "value", bh_yaml_node_ref (original->value));
  if (original->n_words > 0)
    bh_yaml_add (node, "words", bh_yaml_plain_new (n_words));
  bh_yaml_add (node, "key", bh_yaml_string_new (original->key));
  if (original->is_item)
    bh_yaml_add (node, "item", bh_yaml_plain_new ("true"));
  if (original->node != NULL)
    bh_yaml_add (node, "node", bh_yaml_node_ref (original->node));
  return node;
}

char *
bh_compose_rest_to_string (const BhComposeRest *rest)
{
  g_autoptr (BhYamlNode) node = bh_yaml_mapping_new ();
  BhYamlNode *originals = bh_yaml_sequence_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rest->originals->len; i++)
    bh_yaml_append (originals, original_to_node (g_ptr_array_index (rest->originals, i)));
  if (rest->service != NULL)
    bh_yaml_add (node, "service", bh_yaml_string_new (rest->service));
  bh_yaml_add (node, "keys", bh_yaml_node_ref (rest->keys));
  bh_yaml_add (node, "top", bh_yaml_node_ref (rest->top));
  bh_yaml_add (node, "originals", originals);
  bh_yaml_write (text, node, 0, NULL);
  return g_string_free (text, FALSE);
}
