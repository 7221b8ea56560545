/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-compose-service.h"

#include "bh-i18n.h"
#include "import/bh-compose-merge.h"

void
bh_compose_service_init (BhComposeService *self,
                         BhComposeFile *file,
                         const char *name,
                         const BhYamlNode *node)
{
  *self = (BhComposeService){ .file = file, .name = name, .node = node };
  bh_state_builder_init (&self->builder);
  self->keys = bh_yaml_mapping_new ();
  self->originals = bh_compose_originals_new ();
}

void
bh_compose_service_clear (BhComposeService *self)
{
  bh_state_builder_clear (&self->builder);
  g_clear_pointer (&self->keys, bh_yaml_node_unref);
  g_clear_pointer (&self->originals, g_ptr_array_unref);
  bh_compose_uses_clear (&self->uses);
}

static int
find_setting (const BhComposeService *self, const BhOption *option)
{
  const GPtrArray *settings = self->builder.settings;

  for (guint i = 0; i < settings->len; i++)
    if (bh_setting_is (g_ptr_array_index (settings, i), option))
      return (int) i;
  return -1;
}

const BhSetting *
bh_compose_add_setting (BhComposeService *self,
                        const char *option_name,
                        BhText *value,
                        const BhYamlNode *at)
{
  const BhOption *option = bh_option_get (option_name);
  BhSetting *setting = bh_setting_new_take (option, value, &at->where);
  int earlier = (option->flags & BH_OPTION_REPEATS) == 0 ? find_setting (self, option) : -1;

  if (earlier < 0)
    bh_state_builder_add_setting (&self->builder, setting);
  else
    {
      bh_setting_unref (g_ptr_array_index (self->builder.settings, earlier));
      g_ptr_array_index (self->builder.settings, earlier) = setting;
    }
  return setting;
}

void
bh_compose_keep (BhComposeService *self, const char *key, BhYamlNode *node)
{
  if (node != NULL)
    bh_yaml_add (self->keys, key, node);
}

static BhComposeOriginal *
add_original (BhComposeService *self, const char *option, const char *key, BhYamlNode *node)
{
  BhComposeOriginal *original = g_new0 (BhComposeOriginal, 1);

  original->option = g_strdup (option);
  original->key = g_strdup (key);
  original->node = node != NULL ? bh_yaml_node_ref (node) : NULL;
  g_ptr_array_add (self->originals, original);
  return original;
}

BhComposeOriginal *
bh_compose_add_original (BhComposeService *self,
                         const BhSetting *setting,
                         const char *key,
                         gboolean is_item,
                         BhYamlNode *node)
{
  BhComposeOriginal *original = add_original (self, setting->option->name, key, node);

  original->value = bh_text_ref (setting->value);
  original->is_item = is_item;
  return original;
}

void
bh_compose_add_words_original (BhComposeService *self,
                               const char *key,
                               const GPtrArray *words,
                               BhYamlNode *node)
{
  BhComposeOriginal *original = add_original (self, BH_ORIGINAL_COMMAND, key, node);

  original->words = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (original->words, bh_text_ref (g_ptr_array_index (words, i)));
}

BhYamlNode *
bh_compose_dup_unknown (BhComposeService *self,
                        const char *key,
                        const BhYamlNode *map,
                        const char *const *known,
                        const char *const *kept)
{
  g_autoptr (BhYamlNode) unknown = bh_yaml_mapping_new ();

  for (guint i = 0; i < bh_yaml_length (map); i++)
    {
      BhYamlNode *name = bh_yaml_key (map, i);

      if (g_strv_contains (known, name->text))
        continue;
      bh_yaml_append (unknown, bh_yaml_node_ref (name));
      bh_yaml_append (unknown, bh_yaml_node_ref (bh_yaml_value (map, i)));
      if (!g_str_has_prefix (name->text, "x-") &&
          (kept == NULL || !g_strv_contains (kept, name->text)))
        bh_compose_file_note (self->file, BH_NOTE_UNKNOWN, &name->where,
                              _ ("“%1$s” is not known below “%2$s”. It is kept."), name->text, key);
    }
  return bh_yaml_length (unknown) > 0 ? g_steal_pointer (&unknown) : NULL;
}

static gboolean
read_key (BhComposeService *self, BhYamlNode *name, BhYamlNode *value, GError **error)
{
  const BhComposeKey *key = bh_compose_key_find (name->text);

  if (bh_compose_is_reset (value) || (key == NULL && bh_yaml_is_null (value)))
    return TRUE;
  if (key == NULL && !g_str_has_prefix (name->text, "x-"))
    bh_compose_key_note_unknown (self, name);
  if (key == NULL || key->read == NULL)
    {
      bh_compose_keep (self, name->text, bh_yaml_node_ref (value));
      return TRUE;
    }
  if (!bh_yaml_is_null (value))
    return key->read (self, key, value, error);
  if (key->read != bh_compose_read_command && key->read != bh_compose_read_entrypoint)
    bh_compose_file_note (self->file, BH_NOTE_IGNORED, &name->where,
                          _ ("“%s” has no value, which Compose refuses: it counts as not there."),
                          name->text);
  return TRUE;
}

/* `deploy` counts, whatever else says the same: it comes last. And what an entrypoint leaves for
 * the command comes before the command. */
gboolean
bh_compose_service_read_keys (BhComposeService *self, GError **error)
{
  static const char *const order[] = { "entrypoint", NULL, "deploy" };

  for (guint turn = 0; turn < G_N_ELEMENTS (order); turn++)
    for (guint i = 0; i < bh_yaml_length (self->node); i++)
      {
        BhYamlNode *name = bh_yaml_key (self->node, i);
        gboolean now = order[turn] != NULL ? g_str_equal (name->text, order[turn])
                                           : !g_str_equal (name->text, order[0]) &&
                                                 !g_str_equal (name->text, order[2]);

        if (now && !read_key (self, name, bh_yaml_value (self->node, i), error))
          return FALSE;
      }
  return TRUE;
}

/* What Compose calls the image that it builds. */
static void
name_image (BhComposeService *self)
{
  const BhYamlNode *project = bh_yaml_get (self->file->root, "name");
  g_autofree char *name =
      project != NULL && project->kind == BH_YAML_SCALAR && strchr (project->text, '$') == NULL
          ? g_strconcat (project->text, "-", self->name, NULL)
          : g_strdup (self->name);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  BhComposeOriginal *original;

  bh_state_builder_set_image (&self->builder, bh_text_new (lower), &self->node->where);
  original = add_original (self, BH_ORIGINAL_IMAGE, "image", NULL);
  original->value = bh_text_ref (self->builder.image);
}

/* Without networks of its own, a service is on the default one, which may be somebody else's. */
static gboolean
join_default_network (BhComposeService *self, GError **error)
{
  g_autoptr (BhText) name = NULL;

  if (bh_yaml_get (self->node, "networks") != NULL ||
      bh_yaml_get (self->node, "network_mode") != NULL ||
      !bh_compose_file_use (self->file, &self->uses, BH_COMPOSE_NETWORKS, "default", FALSE))
    return TRUE;
  name = bh_compose_file_dup_name (self->file, BH_COMPOSE_NETWORKS, "default", error);
  if (name == NULL)
    return FALSE;
  if (!g_str_equal (name->str, "default"))
    bh_compose_add_original (self,
                             bh_compose_add_setting (self, "network", g_steal_pointer (&name),
                                                     self->node),
                             "networks", FALSE, NULL);
  return TRUE;
}

gboolean
bh_compose_service_read (BhComposeService *self, GError **error)
{
  if (!bh_compose_service_read_keys (self, error) || !join_default_network (self, error))
    return FALSE;
  if (self->builder.image == NULL && bh_yaml_get (self->node, "build") != NULL)
    name_image (self);
  return TRUE;
}
