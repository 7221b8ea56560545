/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-rest-reader.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-location.h"
#include "import/bh-yaml-reader.h"

static gboolean
refuse (const BhYamlNode *node, const char *message, GError **error)
{
  BhLocation nowhere = { 0 };

  bh_set_error_at (error, BH_ERROR_SYNTAX, node ? &node->where : &nowhere, "%s", message);
  return FALSE;
}

static gboolean
is_map (const BhYamlNode *node)
{
  return node == NULL || node->kind == BH_YAML_MAPPING;
}

static gboolean
is_word (const BhYamlNode *node)
{
  return node != NULL && node->kind == BH_YAML_SCALAR;
}

static BhYamlNode *
ref_or_null (BhYamlNode *node)
{
  return node != NULL ? bh_yaml_node_ref (node) : NULL;
}

static BhComposeOriginal *
read_original (const BhYamlNode *node, GError **error)
{
  const BhYamlNode *option = bh_yaml_get (node, "option");
  const BhYamlNode *key = bh_yaml_get (node, "key");
  const BhYamlNode *words = bh_yaml_get (node, "words");
  BhYamlNode *value = bh_yaml_get (node, "value");
  BhComposeOriginal *original;

  if (!is_word (option) || !is_word (key) || value == NULL)
    {
      refuse (node, _ ("an original has an option, a value and a key"), error);
      return NULL;
    }
  original = g_new0 (BhComposeOriginal, 1);
  original->option = g_strdup (option->text);
  original->key = g_strdup (key->text);
  original->value = bh_yaml_node_ref (value);
  original->node = ref_or_null (bh_yaml_get (node, "node"));
  original->is_item = bh_yaml_get (node, "item") != NULL;
  original->n_words = is_word (words) ? (guint) g_ascii_strtoull (words->text, NULL, 10) : 0;
  return original;
}

static GPtrArray *
read_originals (const BhYamlNode *list, GError **error)
{
  g_autoptr (GPtrArray) originals = bh_compose_originals_new ();

  if (list != NULL && list->kind != BH_YAML_SEQUENCE)
    {
      refuse (list, _ ("“originals” is a list"), error);
      return NULL;
    }
  for (guint i = 0; list != NULL && i < bh_yaml_length (list); i++)
    {
      BhComposeOriginal *original = read_original (bh_yaml_item (list, i), error);

      if (original == NULL)
        return NULL;
      g_ptr_array_add (originals, original);
    }
  return g_steal_pointer (&originals);
}

BhComposeRest *
bh_compose_rest_parse (const char *text, gssize len, GError **error)
{
  gsize n = len < 0 ? strlen (text) : (gsize) len;
  g_autoptr (GPtrArray) documents = bh_yaml_read (text, n, error);
  g_autoptr (GPtrArray) originals = NULL;
  const BhYamlNode *root;
  BhYamlNode *keys;
  BhYamlNode *top;
  const BhYamlNode *service;

  if (documents == NULL)
    return NULL;
  root = documents->len == 1 ? g_ptr_array_index (documents, 0) : NULL;
  keys = bh_yaml_get (root, "keys");
  top = bh_yaml_get (root, "top");
  service = bh_yaml_get (root, "service");
  if (root == NULL || !is_map (root) || !is_map (keys) || !is_map (top))
    {
      refuse (root, _ ("what is kept of a Compose file is a map with the maps “keys” and “top”"),
              error);
      return NULL;
    }
  originals = read_originals (bh_yaml_get (root, "originals"), error);
  if (originals == NULL)
    return NULL;
  return bh_compose_rest_new (is_word (service) ? service->text : NULL, ref_or_null (keys),
                              ref_or_null (top), g_steal_pointer (&originals));
}
