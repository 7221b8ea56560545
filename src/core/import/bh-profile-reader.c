/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-profile-reader.h"

#include <string.h>

#include "bh-i18n.h"
#include "run/bh-profile.h"
#include "value/bh-json-string.h"

/* Back over white space and WORD before byte AT, or NULL. */
static const char *
skip_back (const char *text, const char *at, const char *word)
{
  gsize len = strlen (word);

  while (at > text && strchr (" \t\r\n", at[-1]) != NULL)
    at--;
  if ((gsize) (at - text) < len || memcmp (at - len, word, len) != 0)
    return NULL;
  return at - len;
}

/* In a string of other JSON these quotation marks would have backslashes before them. */
gboolean
bh_profile_recognises (const char *text, gsize len)
{
  static const char word[] = "\"" BH_PROFILE_FORMAT "\"";
  const char *at = text;

  if (!bh_json_recognises (text, len))
    return FALSE;
  while ((at = g_strstr_len (at, (gssize) (text + len - at), word)) != NULL)
    {
      const char *colon = skip_back (text, at, ":");

      if (colon != NULL && skip_back (text, colon, "\"format\"") != NULL)
        return TRUE;
      at += strlen (word);
    }
  return FALSE;
}

const char *
bh_profile_expect_string (BhProfileReader *self, JsonNode *owner, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (owner), name);
  const char *string = bh_json_get_string (node);

  if (string == NULL)
    bh_json_refuse (self->json, node != NULL ? node : owner, error,
                    _ ("“%s” is expected here, with a text in double quotes"), name);
  return string;
}

static gboolean
expect_list (BhProfileReader *self, JsonNode *node, const char *name, GError **error)
{
  return JSON_NODE_HOLDS_ARRAY (node) ||
         bh_json_refuse (self->json, node, error, _ ("“%s” is a [list]"), name);
}

gboolean
bh_profile_expect_object (BhProfileReader *self, JsonNode *node, GError **error)
{
  return JSON_NODE_HOLDS_OBJECT (node) ||
         bh_json_refuse (self->json, node, error, _ ("an {object} is expected here"));
}

/* Members that are not KNOWN, as they are written, so that they can be written again. (transfer
 * full) (nullable) */
char *
bh_profile_dup_extra (BhProfileReader *self, JsonNode *owner, const char *const *known)
{
  g_autoptr (GString) extra = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (owner));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *source = NULL;

      if (g_strv_contains (known, name))
        continue;
      source = bh_json_dup_source (self->json, member);
      if (extra->len > 0)
        g_string_append (extra, ", ");
      bh_json_append_string (extra, name);
      g_string_append_printf (extra, ": %s", source);
    }
  return extra->len > 0 ? g_strdup (extra->str) : NULL;
}

gboolean
bh_profile_read_each (BhProfileReader *self,
                      JsonNode *node,
                      const char *name,
                      gboolean (*read) (BhProfileReader *self, JsonNode *node, GError **error),
                      GError **error)
{
  JsonArray *array;

  if (!expect_list (self, node, name, error))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read (self, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}
