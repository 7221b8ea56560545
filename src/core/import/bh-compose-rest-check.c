/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-rest-check.h"

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"

typedef struct
{
  const BhComposeRest *rest;
  const char *service;
  GPtrArray *notes;
  BhComposeFile file;
} Checker;

static void
checker_clear (Checker *self)
{
  bh_compose_file_clear (&self->file);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checker, checker_clear)

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error (error, BH_ERROR, BH_ERROR_SYNTAX,
               _ ("what is kept of a Compose file is what no setting says, and “%s” is not that"),
               what);
  return FALSE;
}

/* A file with the top level that is kept, and nothing of the service but its name. */
static gboolean
checker_init (Checker *self, const BhComposeRest *rest, GError **error)
{
  BhYamlNode *root = bh_yaml_mapping_new ();
  BhYamlNode *services = bh_yaml_mapping_new ();

  self->rest = rest;
  self->service = rest->service != NULL ? rest->service : "app";
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  bh_yaml_add (services, self->service, bh_yaml_mapping_new ());
  bh_yaml_add (root, "services", services);
  for (guint i = 0; i < bh_yaml_length (rest->top); i++)
    {
      bh_yaml_append (root, bh_yaml_node_ref (bh_yaml_key (rest->top, i)));
      bh_yaml_append (root, bh_yaml_node_ref (bh_yaml_value (rest->top, i)));
    }
  return bh_compose_file_take (&self->file, root, self->notes, error);
}

/* The keys without `networks`, which are kept for what is said of each besides. */
static BhYamlNode *
dup_without_networks (const BhYamlNode *keys)
{
  BhYamlNode *others = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (keys); i++)
    if (!g_str_equal (bh_yaml_key (keys, i)->text, "networks"))
      {
        bh_yaml_append (others, bh_yaml_node_ref (bh_yaml_key (keys, i)));
        bh_yaml_append (others, bh_yaml_node_ref (bh_yaml_value (keys, i)));
      }
  return others;
}

/* No key becomes a setting: read again, all of them are kept. */
static gboolean
check_keys (Checker *self, GError **error)
{
  g_autoptr (BhYamlNode) keys = dup_without_networks (self->rest->keys);
  g_auto (BhComposeService) service = { 0 };

  bh_compose_service_init (&service, &self->file, self->service, keys);
  if (!bh_compose_service_read_keys (&service, error))
    return FALSE;
  if (service.builder.image != NULL)
    return refuse ("image", error);
  if (service.builder.command->len > 0)
    return refuse ("command", error);
  if (service.builder.settings->len > 0)
    return refuse (((BhSetting *) service.builder.settings->pdata[0])->option->name, error);
  return bh_yaml_node_equal (service.keys, keys) || refuse ("keys", error);
}

/* Nor does what is kept of a network, but its name. */
static gboolean
check_networks (Checker *self, GError **error)
{
  BhYamlNode *networks = bh_yaml_get (self->rest->keys, "networks");
  g_autoptr (BhYamlNode) keys = bh_yaml_mapping_new ();
  g_auto (BhComposeService) service = { 0 };

  if (networks == NULL)
    return TRUE;
  bh_yaml_add (keys, "networks", bh_yaml_node_ref (networks));
  bh_compose_service_init (&service, &self->file, self->service, keys);
  if (!bh_compose_service_read_keys (&service, error))
    return FALSE;
  for (guint i = 0; i < service.builder.settings->len; i++)
    {
      const BhSetting *setting = g_ptr_array_index (service.builder.settings, i);

      if (!g_str_equal (setting->option->name, "network") || strchr (setting->value->str, '='))
        return refuse ("networks", error);
    }
  return bh_yaml_node_equal (bh_yaml_get (service.keys, "networks"), networks) ||
         refuse ("networks", error);
}

/* What a file need not say: an image that is built, the network of all services. */
static gboolean
check_unsaid (Checker *self, const BhComposeOriginal *original)
{
  g_autoptr (BhText) name = NULL;

  if (g_str_equal (original->option, BH_ORIGINAL_IMAGE))
    return bh_yaml_get (self->rest->keys, "build") != NULL;
  if (!g_str_equal (original->option, "network") || original->value == NULL ||
      !bh_compose_file_find (&self->file, BH_COMPOSE_NETWORKS, "default", NULL))
    return FALSE;
  name = bh_compose_file_dup_name (&self->file, BH_COMPOSE_NETWORKS, "default", NULL);
  return name != NULL && bh_text_equal (name, original->value);
}

/* A service of nothing but the original. */
static BhYamlNode *
dup_service (const BhComposeOriginal *original)
{
  g_auto (GStrv) steps = g_strsplit (original->key, ".", -1);
  BhYamlNode *node = bh_yaml_node_ref (original->node);

  if (original->is_item)
    {
      BhYamlNode *list = bh_yaml_sequence_new ();

      bh_yaml_append (list, node);
      node = list;
    }
  for (guint i = g_strv_length (steps); i > 0; i--)
    {
      BhYamlNode *map = bh_yaml_mapping_new ();

      bh_yaml_add (map, steps[i - 1], node);
      node = map;
    }
  return node;
}

static gboolean
words_equal (const GPtrArray *read, const GPtrArray *words)
{
  if (read->len != (words != NULL ? words->len : 0))
    return FALSE;
  for (guint i = 0; i < read->len; i++)
    if (!bh_text_equal (g_ptr_array_index (read, i), g_ptr_array_index (words, i)))
      return FALSE;
  return TRUE;
}

/* Both name a container, which is a service's for one of them; what follows is the same. */
static gboolean
names_service (const BhComposeOriginal *original, const BhText *read)
{
  static const char *const options[] = { "link", "volumes-from", NULL };
  const char *node = original->node->kind == BH_YAML_SCALAR ? original->node->text : "";
  gsize prefix = strlen ("container:");

  if (g_str_has_prefix (node, "service:"))
    return g_str_has_prefix (original->value->str, "container:") &&
           g_str_has_prefix (read->str, "container:") && original->value->len > prefix;
  if (!original->is_item || !g_strv_contains (options, original->option) ||
      g_str_has_prefix (node, "container:"))
    return FALSE;
  return g_str_equal (original->value->str + strcspn (original->value->str, ":"),
                      read->str + strcspn (read->str, ":"));
}

static gboolean
says_setting (const BhComposeOriginal *original, const GPtrArray *settings)
{
  const BhSetting *setting = settings->len == 1 ? g_ptr_array_index (settings, 0) : NULL;

  if (g_str_equal (original->option, BH_ORIGINAL_COMMAND))
    return settings->len == 0 && original->value == NULL;
  return setting != NULL && original->value != NULL &&
         g_str_equal (setting->option->name, original->option) &&
         (bh_text_equal (setting->value, original->value) ||
          names_service (original, setting->value));
}

/* Read again, the original is the setting, and nothing else. */
static gboolean
check_original (Checker *self, const BhComposeOriginal *original, GError **error)
{
  g_autoptr (BhYamlNode) node = NULL;
  g_auto (BhComposeService) service = { 0 };

  if (original->node == NULL)
    return check_unsaid (self, original) || refuse (original->key, error);
  node = dup_service (original);
  if (node->kind != BH_YAML_MAPPING)
    return refuse (original->key, error);
  bh_compose_service_init (&service, &self->file, self->service, node);
  if (!bh_compose_service_read_keys (&service, error))
    return FALSE;
  return (says_setting (original, service.builder.settings) &&
          words_equal (service.builder.command, original->words) && service.builder.image == NULL &&
          bh_yaml_node_is_empty (service.keys)) ||
         refuse (original->key, error);
}

gboolean
bh_compose_rest_check (const BhComposeRest *rest, GError **error)
{
  g_auto (Checker) self = { 0 };

  if (bh_yaml_get (rest->top, "services") != NULL)
    return refuse ("services", error);
  if (!checker_init (&self, rest, error) || !check_keys (&self, error) ||
      !check_networks (&self, error))
    return FALSE;
  for (guint i = 0; i < rest->originals->len; i++)
    if (!check_original (&self, g_ptr_array_index (rest->originals, i), error))
      return FALSE;
  return TRUE;
}
