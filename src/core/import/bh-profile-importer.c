/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-rest-reader.h"
#include "import/bh-import.h"
#include "import/bh-profile-check.h"
#include "import/bh-profile-reader.h"
#include "import/bh-profile-text.h"
#include "run/bh-profile.h"

/* Which of WORDS the member is. */
static gboolean
read_word (BhProfileReader *self,
           JsonNode *node,
           const char *const *words,
           guint *ret_index,
           GError **error)
{
  const char *word = bh_json_get_string (node);
  g_autofree char *list = NULL;

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_index = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) words);
  /* TRANSLATORS: a list of words, in double quotes as a file has to have them. */
  return bh_json_refuse (self->json, node, error,
                         _ ("one of these is expected here, in double "
                            "quotes: %s"),
                         list);
}

static gboolean
read_engine (BhProfileReader *self, JsonNode *node, GError **error)
{
  guint index = 0;
  gboolean read = read_word (self, node, bh_profile_engines, &index, error);

  self->builder.engine = index;
  return read;
}

static gboolean
read_verb (BhProfileReader *self, JsonNode *node, GError **error)
{
  guint index = 0;
  gboolean read = read_word (self, node, bh_profile_verbs, &index, error);

  self->builder.verb = index;
  return read;
}

static gboolean
read_prefix_word (BhProfileReader *self, JsonNode *node, GError **error)
{
  BhText *word = bh_profile_read_text (self->json, node, error);

  if (word != NULL)
    bh_state_builder_add_prefix (&self->builder, word);
  return word != NULL;
}

static gboolean
read_prefix (BhProfileReader *self, JsonNode *node, GError **error)
{
  return bh_profile_read_each (self, node, "prefix", read_prefix_word, error);
}

static gboolean
read_globals_word (BhProfileReader *self, JsonNode *node, GError **error)
{
  BhText *word = bh_profile_read_text (self->json, node, error);

  if (word != NULL)
    bh_state_builder_add_global (&self->builder, word);
  return word != NULL;
}

static gboolean
read_globals (BhProfileReader *self, JsonNode *node, GError **error)
{
  return bh_profile_read_each (self, node, "globals", read_globals_word, error);
}

static gboolean
read_command_word (BhProfileReader *self, JsonNode *node, GError **error)
{
  BhText *word = bh_profile_read_text (self->json, node, error);

  if (word != NULL)
    bh_state_builder_add_command (&self->builder, word);
  return word != NULL;
}

static gboolean
read_command (BhProfileReader *self, JsonNode *node, GError **error)
{
  return bh_profile_read_each (self, node, "command", read_command_word, error);
}

static gboolean
read_image (BhProfileReader *self, JsonNode *node, GError **error)
{
  BhText *image = bh_profile_read_text (self->json, node, error);
  BhLocation where;

  if (image == NULL)
    return FALSE;
  where = bh_json_locate (self->json, node);
  bh_state_builder_set_image (&self->builder, image, &where);
  return TRUE;
}

static gboolean
read_line (BhProfileReader *self, JsonNode *node, GError **error)
{
  const char *line = bh_json_get_string (node);

  if (line == NULL)
    return bh_json_refuse (self->json, node, error,
                           _ ("“%s” is a list of lines of YAML, each in "
                              "double quotes"),
                           "compose");
  g_string_append_printf (self->compose, "%s\n", line);
  return TRUE;
}

static gboolean
read_compose (BhProfileReader *self, JsonNode *node, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) yaml_error = NULL;
  BhComposeRest *rest;

  self->compose = lines;
  if (!bh_profile_read_each (self, node, "compose", read_line, error))
    return FALSE;
  rest = bh_compose_rest_parse (lines->str, (gssize) lines->len, &yaml_error);
  if (rest == NULL)
    return bh_json_refuse (self->json, node, error, _ ("the YAML under “compose” is wrong: %s"),
                           yaml_error->message);
  bh_state_builder_set_rest (&self->builder, rest);
  return TRUE;
}

static gboolean
read_service (BhProfileReader *self, JsonNode *node, GError **error)
{
  self->service = bh_json_get_string (node);
  return self->service != NULL || bh_json_refuse (self->json, node, error,
                                                  _ ("“%s” is expected here, with a text in double "
                                                     "quotes"),
                                                  "service");
}

/* Format and version are looked at before all others. */
static gboolean
read_nothing (BhProfileReader *self, JsonNode *node, GError **error)
{
  return TRUE;
}

/* One row for each member; a new one is one more, and one in the exporter. */
static const struct
{
  const char *name;
  gboolean (*read) (BhProfileReader *self, JsonNode *node, GError **error);
} members[] = {
  { "format", read_nothing },
  { "version", read_nothing },
  { "service", read_service },
  { "engine", read_engine },
  { "verb", read_verb },
  { "prefix", read_prefix },
  { "globals", read_globals },
  { "settings", bh_profile_read_settings },
  { "image", read_image },
  { "command", read_command },
  { "accepted", bh_profile_read_accepted },
  { "compose", read_compose },
};

static gboolean
check_version (BhProfileReader *self, JsonNode *root, GError **error)
{
  JsonObject *object = json_node_get_object (root);
  JsonNode *format = json_object_get_member (object, "format");
  JsonNode *version = json_object_get_member (object, "version");

  if (format == NULL || g_strcmp0 (bh_json_get_string (format), BH_PROFILE_FORMAT) != 0)
    return bh_json_refuse (self->json, format != NULL ? format : root, error,
                           _ ("this is no profile: “format” has to be “%s”"), BH_PROFILE_FORMAT);
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) ||
      json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) < 1)
    return bh_json_refuse (self->json, version != NULL ? version : root, error,
                           _ ("“version” is expected here, with the number %d"),
                           BH_PROFILE_VERSION);
  if (json_node_get_int (version) > BH_PROFILE_VERSION)
    return bh_json_refuse (self->json, version, error,
                           _ ("this profile is of version %d, which a later Bulkhead writes; this "
                              "one reads version %d"),
                           (int) MIN (json_node_get_int (version), G_MAXINT), BH_PROFILE_VERSION);
  return TRUE;
}

static gboolean
read_member (BhProfileReader *self, const char *name, JsonNode *node, GError **error)
{
  BhLocation where;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, name) == 0)
      return members[i].read (self, node, error);
  where = bh_json_locate (self->json, node);
  g_ptr_array_add (self->notes,
                   bh_note_new (BH_NOTE_UNKNOWN, &where, -1,
                                _ ("“%s” is no member of a profile that Bulkhead knows: it was "
                                   "kept as it is."),
                                name));
  return TRUE;
}

static gboolean
read_members (BhProfileReader *self, JsonNode *root, GError **error)
{
  const char *known[G_N_ELEMENTS (members) + 1] = { NULL };
  g_autofree char *extra = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_member (self, name, node, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    known[i] = members[i].name;
  extra = bh_profile_dup_extra (self, root, known);
  bh_state_builder_set_extra (&self->builder, extra);
  return TRUE;
}

static gboolean
read_profile (BhImport *import, BhJson *json, JsonNode *root, GError **error)
{
  BhProfileReader reader = { .json = json, .notes = import->notes };
  g_autoptr (BhState) state = NULL;
  g_autoptr (GHashTable) accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BhLocation where;

  if (!bh_profile_expect_object (&reader, root, error) || !check_version (&reader, root, error))
    return FALSE;
  reader.accepted = accepted;
  bh_state_builder_init (&reader.builder);
  if (!read_members (&reader, root, error))
    {
      bh_state_builder_clear (&reader.builder);
      return FALSE;
    }
  state = bh_state_builder_end (&reader.builder);
  where = bh_json_locate (json, root);
  if (!bh_profile_check (state, &where, error))
    return FALSE;
  g_ptr_array_add (import->states, g_steal_pointer (&state));
  g_ptr_array_add (import->names, g_strdup (reader.service));
  return TRUE;
}

/* A profile, or a list of them. */
static gboolean
read_root (BhImport *import, BhJson *json, JsonNode *root, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (root))
    return read_profile (import, json, root, error);
  array = json_node_get_array (root);
  if (json_array_get_length (array) == 0)
    return bh_json_refuse (json, root, error, _ ("this list is empty: there is no profile in it"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_profile (import, json, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* Names are for lists in which every profile has one. */
static void
drop_missing_names (BhImport *import)
{
  for (guint i = 0; i < import->names->len; i++)
    if (g_ptr_array_index (import->names, i) == NULL)
      {
        g_clear_pointer (&import->names, g_ptr_array_unref);
        return;
      }
}

BhImport *
bh_import_profile (const char *text, gssize len, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_autoptr (BhJson) json = NULL;
  gsize n = len < 0 ? strlen (text) : (gsize) len;

  g_return_val_if_fail (text != NULL, NULL);

  if (!bh_import_check_text (text, n, error))
    return NULL;
  json = bh_json_parse (text, (guint) n, error);
  if (json == NULL)
    return NULL;
  import->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json->roots->len; i++)
    if (!read_root (import, json, g_ptr_array_index (json->roots, i), error))
      return NULL;
  drop_missing_names (import);
  return g_steal_pointer (&import);
}
