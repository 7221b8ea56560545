/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-json.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-location.h"
#include "import/bh-json-scanner.h"

/* Bytes that are counted at most to find the line and the column of a value. */
#define MARK_DISTANCE 256

static const BhJsonPlace *
get_place (BhJson *self, JsonNode *node)
{
  gpointer index = g_hash_table_lookup (self->places, node);

  return &g_array_index (self->scanned, BhJsonPlace, GPOINTER_TO_UINT (index));
}

const char *
bh_json_get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

BhLocation
bh_json_locate (BhJson *self, JsonNode *node)
{
  const BhJsonPlace *place = get_place (self, node);
  BhLocation where;

  where = g_array_index (self->marks, BhLocation, place->range.begin / MARK_DISTANCE);
  bh_location_advance (&where, self->text, place->range.begin);
  where.range = place->range;
  return where;
}

char *
bh_json_dup_source (BhJson *self, JsonNode *node)
{
  const BhRange range = get_place (self, node)->range;

  return g_strndup (self->text + range.begin, range.end - range.begin);
}

gboolean
bh_json_refuse (BhJson *self, JsonNode *node, GError **error, const char *format, ...)
{
  BhLocation where = bh_json_locate (self, node);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  bh_set_error_at (error, BH_ERROR_SYNTAX, &where, "%s", message);
  return FALSE;
}

static gboolean place_node (BhJson *self, JsonNode *node, guint *index, GError **error);

static gboolean
place_members (BhJson *self, JsonNode *node, guint *index, GError **error)
{
  JsonObject *object = json_node_get_object (node);
  JsonObjectIter iter;
  const char *name; /* json-glib 1.6 needs it */
  JsonNode *member;

  /* json-glib keeps the last of several members of one name. */
  if (json_object_get_size (object) != get_place (self, node)->n_members)
    return bh_json_refuse (self, node, error,
                           _ ("a member of this object stands in it twice: keep one of them"));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!place_node (self, member, index, error))
      return FALSE;
  return TRUE;
}

/* Gives NODE and what is in it their places; both are in the order of the text. */
static gboolean
place_node (BhJson *self, JsonNode *node, guint *index, GError **error)
{
  g_hash_table_insert (self->places, node, GUINT_TO_POINTER (*index));
  ++*index;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return place_members (self, node, index, error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!place_node (self, json_array_get_element (array, i), index, error))
          return FALSE;
    }
  return TRUE;
}

/* The value that is next. */
static gboolean
parse_root (BhJson *self, guint len, guint *at, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  guint index = self->scanned->len;
  BhRange range;

  if (!bh_json_scan (self->text, len, *at, self->scanned, error))
    return FALSE;
  range = g_array_index (self->scanned, BhJsonPlace, index).range;
  if (!json_parser_load_from_data (parser, self->text + range.begin, range.end - range.begin,
                                   error))
    return FALSE;
  g_ptr_array_add (self->roots, json_parser_steal_root (parser));
  *at = range.end;
  return place_node (self, g_ptr_array_index (self->roots, self->roots->len - 1), &index, error);
}

/* The byte after a byte order mark, if there is one. */
static guint
skip_mark (const char *text, gsize len)
{
  return len >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static void
set_marks (BhJson *self, guint len)
{
  BhLocation where = { 1, 1, { 0, 0 } };

  self->marks = g_array_new (FALSE, FALSE, sizeof (BhLocation));
  for (guint at = 0; at <= len; at += MARK_DISTANCE)
    {
      bh_location_advance (&where, self->text, at);
      g_array_append_val (self->marks, where);
    }
}

BhJson *
bh_json_parse (const char *text, guint len, GError **error)
{
  g_autoptr (BhJson) self = g_new0 (BhJson, 1);
  guint at = skip_mark (text, len);

  self->text = text;
  set_marks (self, len);
  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->scanned = g_array_new (FALSE, FALSE, sizeof (BhJsonPlace));
  self->places = g_hash_table_new (NULL, NULL);
  do
    {
      if (!parse_root (self, len, &at, error))
        return NULL;
      at = bh_json_skip_space (text, len, at);
    }
  while (at < len);
  return g_steal_pointer (&self);
}

void
bh_json_free (BhJson *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_clear_pointer (&self->scanned, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self);
}

/* A shell's group begins with a brace too, and a prompt may begin with a bracket. */
gboolean
bh_json_recognises (const char *text, gsize len)
{
  const guint at = bh_json_skip_space (text, (guint) len, skip_mark (text, len));
  const guint next = at < len ? bh_json_skip_space (text, (guint) len, at + 1) : at;

  if (next >= len)
    return FALSE;
  return (text[at] == '{' && strchr ("\"}", text[next]) != NULL) ||
         (text[at] == '[' && strchr ("{[]\"", text[next]) != NULL);
}
