/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-rest-reader.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-location.h"
#include "import/bh-compose-rest-check.h"
#include "import/bh-yaml-reader.h"
#include "value/bh-text.h"

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

static guint
read_number (const BhYamlNode *list, guint index)
{
  const BhYamlNode *node = bh_yaml_item (list, index);

  return is_word (node) ? (guint) g_ascii_strtoull (node->text, NULL, 10) : G_MAXUINT;
}

/* A place between two characters, behind what was read up to AT. */
static gboolean
is_place (const BhYamlNode *text, guint at, guint place)
{
  return at <= place && place <= text->len && (text->text[place] & 0xc0) != 0x80;
}

static BhText *
read_text (const BhYamlNode *node)
{
  const BhYamlNode *text = bh_yaml_get (node, "text");
  const BhYamlNode *numbers = bh_yaml_get (node, "expansions");
  g_auto (BhTextBuilder) builder = { 0 };
  guint at = 0;

  if (!is_word (text) || numbers == NULL || numbers->kind != BH_YAML_SEQUENCE)
    return NULL;
  bh_text_builder_init (&builder);
  for (guint i = 0; i + 3 < bh_yaml_length (numbers); i += 4)
    {
      guint begin = read_number (numbers, i);
      guint end = read_number (numbers, i + 1);
      guint kind = read_number (numbers, i + 2);

      if (!is_place (text, at, begin) || !is_place (text, begin + 1, end) ||
          kind > BH_EXPANSION_TILDE)
        return NULL;
      bh_text_builder_append (&builder, text->text + at, begin - at);
      bh_text_builder_append_expansion (&builder, kind, text->text + begin, end - begin,
                                        read_number (numbers, i + 3) == 1);
      at = end;
    }
  bh_text_builder_append (&builder, text->text + at, text->len - at);
  return bh_text_builder_end (&builder);
}

static GPtrArray *
read_words (const BhYamlNode *node)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);

  if (node == NULL || node->kind != BH_YAML_SEQUENCE)
    return NULL;
  for (guint i = 0; i < bh_yaml_length (node); i++)
    {
      BhText *word = read_text (bh_yaml_item (node, i));

      if (word == NULL)
        return NULL;
      g_ptr_array_add (words, word);
    }
  return g_steal_pointer (&words);
}

static BhComposeOriginal *
read_original (const BhYamlNode *node, GError **error)
{
  g_autoptr (BhComposeOriginal) original = g_new0 (BhComposeOriginal, 1);
  const BhYamlNode *option = bh_yaml_get (node, "option");
  const BhYamlNode *key = bh_yaml_get (node, "key");

  original->option = is_word (option) ? g_strdup (option->text) : NULL;
  original->key = is_word (key) ? g_strdup (key->text) : NULL;
  original->value = read_text (bh_yaml_get (node, "value"));
  original->words = read_words (bh_yaml_get (node, "words"));
  original->node = ref_or_null (bh_yaml_get (node, "node"));
  original->is_item = bh_yaml_get (node, "item") != NULL;
  if (original->option != NULL && original->key != NULL &&
      (original->value != NULL || original->words != NULL))
    return g_steal_pointer (&original);
  refuse (node, _ ("an original has an option, a value or words, and a key"), error);
  return NULL;
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
  g_autoptr (BhComposeRest) rest = NULL;
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
  rest = bh_compose_rest_new (is_word (service) ? service->text : NULL, ref_or_null (keys),
                              ref_or_null (top), g_steal_pointer (&originals));
  return bh_compose_rest_check (rest, error) ? g_steal_pointer (&rest) : NULL;
}
