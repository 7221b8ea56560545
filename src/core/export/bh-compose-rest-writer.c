/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-rest-writer.h"

#include "export/bh-yaml-writer.h"

static BhYamlNode *
number_to_node (guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  return bh_yaml_plain_new (text);
}

/* A string; or with its expansions, four numbers each. */
static BhYamlNode *
text_to_node (const BhText *text)
{
  BhYamlNode *numbers = bh_yaml_sequence_new ();
  BhYamlNode *node = bh_yaml_mapping_new ();

  for (guint i = 0; i < text->n_expansions; i++)
    {
      const BhExpansion *e = &text->expansions[i];

      bh_yaml_append (numbers, number_to_node (e->range.begin));
      bh_yaml_append (numbers, number_to_node (e->range.end));
      bh_yaml_append (numbers, number_to_node (e->kind));
      bh_yaml_append (numbers, number_to_node (e->splits ? 1 : 0));
    }
  bh_yaml_add (node, "text", bh_yaml_string_new (text->str));
  bh_yaml_add (node, "expansions", numbers);
  return node;
}

static BhYamlNode *
words_to_node (const GPtrArray *words)
{
  BhYamlNode *node = bh_yaml_sequence_new ();

  for (guint i = 0; i < words->len; i++)
    bh_yaml_append (node, text_to_node (g_ptr_array_index (words, i)));
  return node;
}

static BhYamlNode *
original_to_node (const BhComposeOriginal *original)
{
  BhYamlNode *node = bh_yaml_mapping_new ();

  bh_yaml_add (node, "option", bh_yaml_string_new (original->option));
  if (original->value != NULL)
    bh_yaml_add (node, "value", text_to_node (original->value));
  if (original->words != NULL)
    bh_yaml_add (node, "words", words_to_node (original->words));
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
