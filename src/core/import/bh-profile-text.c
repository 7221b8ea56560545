/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-profile-text.h"

#include <string.h>

#include "bh-i18n.h"
#include "run/bh-profile.h"

static int
find_kind (const char *word)
{
  for (int i = 0; bh_profile_expansions[i] != NULL; i++)
    if (strcmp (bh_profile_expansions[i], word) == 0)
      return i;
  return -1;
}

static gboolean
read_splits (BhJson *json, JsonNode *node, gboolean *ret_splits, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return bh_json_refuse (json, node, error, _ ("“splits” is true or false"));
  *ret_splits = json_node_get_boolean (node);
  return TRUE;
}

/* { "parameter": "$PWD" } */
static gboolean
read_expansion (BhJson *json, JsonNode *node, BhTextBuilder *builder, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  JsonNode *source = NULL;
  int kind = -1;
  gboolean splits = FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (strcmp (name, "splits") == 0)
      {
        if (!read_splits (json, member, &splits, error))
          return FALSE;
      }
    else if (source == NULL && find_kind (name) >= 0 && bh_json_get_string (member) != NULL)
      {
        kind = find_kind (name);
        source = member;
      }
    else
      return bh_json_refuse (json, member, error,
                             _ ("an expansion is one of “parameter”, “command”, “arithmetic” and "
                                "“tilde” with its words as a text"));
  if (source == NULL)
    return bh_json_refuse (json, node, error,
                           _ ("what is expanded is missing here, such as \"parameter\": "
                              "\"$HOME\""));
  bh_text_builder_append_expansion (builder, kind, json_node_get_string (source),
                                    strlen (json_node_get_string (source)), splits);
  return TRUE;
}

static gboolean
read_piece (BhJson *json, JsonNode *node, BhTextBuilder *builder, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_expansion (json, node, builder, error);
  if (bh_json_get_string (node) == NULL)
    return bh_json_refuse (json, node, error,
                           _ ("a piece of a text is a text in double quotes or an expansion"));
  bh_text_builder_append (builder, json_node_get_string (node), -1);
  return TRUE;
}

static BhText *
read_pieces (BhJson *json, JsonNode *node, GError **error)
{
  JsonArray *array = json_node_get_array (node);
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_piece (json, json_array_get_element (array, i), &builder, error))
      return NULL;
  return bh_text_builder_end (&builder);
}

BhText *
bh_profile_read_text (BhJson *json, JsonNode *node, GError **error)
{
  if (bh_json_get_string (node) != NULL)
    return bh_text_new (json_node_get_string (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_pieces (json, node, error);
  bh_json_refuse (json, node, error,
                  _ ("a text is expected here: in double quotes, or a list of its pieces"));
  return NULL;
}
