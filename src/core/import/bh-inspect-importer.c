/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-inspect.h"

typedef struct
{
  BhImport *import;
  BhJson *json;
  GPtrArray *containers; /* of JsonNode, borrowed */
  GHashTable *images;    /* id to its JsonObject, borrowed */
  GHashTable *names;     /* id to name, borrowed */
} Reader;

/* Quoted members, which other texts have only with backslashes before the quotation marks. */
gboolean
bh_inspect_recognises (const char *text, gsize len)
{
  static const char *const members[] = { "\"HostConfig\":", "\"RepoTags\":", "\"CreateCommand\":" };

  if (!bh_json_recognises (text, len))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strstr_len (text, (gssize) len, members[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_container (JsonObject *object)
{
  return json_object_has_member (object, "HostConfig") && json_object_has_member (object, "Config");
}

static gboolean
is_image (JsonObject *object)
{
  return json_object_has_member (object, "RootFS") || json_object_has_member (object, "RepoTags");
}

static void
note_other (Reader *self, JsonNode *node)
{
  const BhLocation where = bh_json_locate (self->json, node);

  g_ptr_array_add (self->import->notes,
                   bh_note_new (BH_NOTE_IGNORED, &where, -1,
                                _ ("This is neither a container nor an image, and was left out.")));
}

static void
gather_names (Reader *self, JsonObject *container)
{
  const char *id = bh_json_get_string (json_object_get_member (container, "Id"));
  const char *name = bh_json_get_string (json_object_get_member (container, "Name"));

  if (id != NULL && name != NULL && *name != '\0')
    g_hash_table_insert (self->names, (gpointer) id, (gpointer) (*name == '/' ? name + 1 : name));
}

static gboolean
gather_one (Reader *self, JsonNode *node, GError **error)
{
  JsonObject *object;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return bh_json_refuse (self->json, node, error,
                           _ ("a container is expected here, as docker inspect writes it"));
  object = json_node_get_object (node);
  if (is_container (object))
    {
      g_ptr_array_add (self->containers, node);
      gather_names (self, object);
    }
  else if (is_image (object))
    {
      id = bh_json_get_string (json_object_get_member (object, "Id"));
      if (id != NULL)
        g_hash_table_insert (self->images, (gpointer) id, object);
    }
  else
    note_other (self, node);
  return TRUE;
}

static gboolean
gather (Reader *self, GError **error)
{
  for (guint i = 0; i < self->json->roots->len; i++)
    {
      JsonNode *root = g_ptr_array_index (self->json->roots, i);
      JsonArray *array;

      if (!JSON_NODE_HOLDS_ARRAY (root))
        {
          if (!gather_one (self, root, error))
            return FALSE;
          continue;
        }
      array = json_node_get_array (root);
      for (guint j = 0; j < json_array_get_length (array); j++)
        if (!gather_one (self, json_array_get_element (array, j), error))
          return FALSE;
    }
  return TRUE;
}

/* Podman keeps the words that made the container. */
static gboolean
read_create_command (Reader *self, JsonObject *container, GError **error)
{
  JsonNode *node = bh_inspect_find (container, "Config.CreateCommand");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (BhImport) import = NULL;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *word = bh_json_get_string (json_array_get_element (array, i));

      if (word == NULL)
        return FALSE;
      g_ptr_array_add (words, (gpointer) word);
    }
  g_ptr_array_add (words, NULL);
  if (words->len < 3)
    return FALSE;
  import = bh_import_argv ((const char *const *) words->pdata, error);
  if (import == NULL)
    return FALSE;
  for (guint i = 0; i < import->states->len; i++)
    g_ptr_array_add (self->import->states, bh_state_ref (import->states->pdata[i]));
  return TRUE;
}

static gboolean
read_settings (BhInspect *inspect)
{
  return bh_inspect_read_start (inspect) && bh_inspect_read_network (inspect) &&
         bh_inspect_read_ports (inspect) && bh_inspect_read_mounts (inspect) &&
         bh_inspect_read_table (inspect) && bh_inspect_read_devices (inspect) &&
         bh_inspect_read_health (inspect) && bh_inspect_read_command (inspect);
}

static void
note_image (Reader *self, JsonNode *node, JsonObject *container)
{
  const char *name = bh_json_get_string (bh_inspect_find (container, "Config.Image"));
  const BhLocation where = bh_json_locate (self->json, node);

  g_ptr_array_add (
      self->import->notes,
      bh_note_new (BH_NOTE_CHANGED, &where, -1,
                   _ ("What the image says is not here, so that some of the settings may be its "
                      "own: give “docker inspect %s” together with this to leave them out."),
                   name != NULL ? name : ""));
}

static gboolean
read_container (Reader *self, JsonNode *node, GError **error)
{
  JsonObject *container = json_node_get_object (node);
  const char *image = bh_json_get_string (json_object_get_member (container, "Image"));
  BhInspect inspect = { .json = self->json,
                        .container = container,
                        .names = self->names,
                        .notes = self->import->notes,
                        .error = error };

  if (read_create_command (self, container, NULL))
    return TRUE;
  if (image != NULL)
    inspect.image = g_hash_table_lookup (self->images, image);
  if (inspect.image == NULL)
    note_image (self, node, container);
  bh_state_builder_init (&inspect.builder);
  if (!read_settings (&inspect))
    {
      bh_state_builder_clear (&inspect.builder);
      return FALSE;
    }
  g_ptr_array_add (self->import->states, bh_state_builder_end (&inspect.builder));
  return TRUE;
}

/* Where there are several, they are told apart by their names. */
static void
name_states (Reader *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->import->states->len; i++)
    {
      const BhState *state = g_ptr_array_index (self->import->states, i);
      int name = bh_state_find_last (state, bh_option_get ("name"));

      if (name >= 0)
        g_ptr_array_add (names, g_strdup (state->settings[name]->value->str));
    }
  if (names->len > 1 && names->len == self->import->states->len)
    self->import->names = g_steal_pointer (&names);
}

static gboolean
read_containers (Reader *self, GError **error)
{
  if (!gather (self, error))
    return FALSE;
  for (guint i = 0; i < self->containers->len; i++)
    if (!read_container (self, g_ptr_array_index (self->containers, i), error))
      return FALSE;
  if (self->import->states->len > 0)
    {
      name_states (self);
      return TRUE;
    }
  g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX,
                       _ ("there is no container here: what “docker inspect” writes of one is "
                          "expected, beside that of its image"));
  return FALSE;
}

BhImport *
bh_import_inspect (const char *text, gssize len, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_autoptr (BhJson) json = NULL;
  g_autoptr (GPtrArray) containers = g_ptr_array_new ();
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { import, NULL, containers, images, names };
  gsize n = len < 0 ? strlen (text) : (gsize) len;

  g_return_val_if_fail (text != NULL, NULL);

  if (!bh_import_check_text (text, n, error))
    return NULL;
  json = bh_json_parse (text, (guint) n, error);
  if (json == NULL)
    return NULL;
  reader.json = json;
  return read_containers (&reader, error) ? g_steal_pointer (&import) : NULL;
}
