/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"

/* (transfer full): where a secret or config goes, as Compose decides. */
static BhText *
dup_target (BhComposeKind kind, const BhText *name, const BhText *target)
{
  const char *folder = kind == BH_COMPOSE_SECRETS ? "/run/secrets/" : "/";
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  if (target == NULL || target->len == 0 || target->str[0] != '/')
    bh_text_builder_append (&builder, folder, -1);
  bh_text_builder_append_text (&builder, target != NULL && target->len > 0 ? target : name);
  return bh_text_builder_end (&builder);
}

/* A file that Compose shows the container is a mount. */
static void
add_mount (BhComposeService *self,
           const char *key,
           BhYamlNode *item,
           const BhText *file,
           const BhText *target)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhText) path = bh_compose_fit_path (file, TRUE);

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "type=bind", -1);
  bh_compose_append_field (&builder, "source", path);
  bh_compose_append_field (&builder, "target", target);
  bh_text_builder_append (&builder, ",readonly", -1);
  bh_compose_add_original (self,
                           bh_compose_add_setting (self, "mount", bh_text_builder_end (&builder),
                                                   item),
                           key, TRUE, item);
}

static gboolean
read_file (BhComposeService *self,
           BhComposeKind kind,
           BhYamlNode *item,
           BhYamlNode *rest,
           GError **error)
{
  gboolean map = item->kind == BH_YAML_MAPPING;
  g_autoptr (BhText) name = NULL;
  g_autoptr (BhText) target = NULL;
  g_autoptr (BhText) file = NULL;
  g_autoptr (BhText) place = NULL;
  const BhYamlNode *declared = NULL;

  if (map ? !bh_compose_read_member (self, item, "source", &name, error) ||
                !bh_compose_read_member (self, item, "target", &target, error)
          : (name = bh_compose_dup_scalar (self, bh_compose_kinds[kind], item, error)) == NULL)
    return FALSE;
  if (name != NULL && bh_compose_file_use (self->file, &self->uses, kind, name->str, FALSE))
    bh_compose_file_find (self->file, kind, name->str, &declared);
  if (!bh_compose_read_member (self, declared, "file", &file, error))
    return FALSE;
  if (name == NULL || file == NULL)
    {
      bh_yaml_append (rest, bh_yaml_node_ref (item));
      return TRUE;
    }
  place = dup_target (kind, name, target);
  add_mount (self, bh_compose_kinds[kind], item, file, place);
  return TRUE;
}

gboolean
bh_compose_read_files (BhComposeService *self,
                       const BhComposeKey *key,
                       BhYamlNode *value,
                       GError **error)
{
  BhComposeKind kind = g_str_equal (key->key, "secrets") ? BH_COMPOSE_SECRETS : BH_COMPOSE_CONFIGS;
  g_autoptr (BhYamlNode) rest = bh_yaml_sequence_new ();

  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    if (!read_file (self, kind, bh_yaml_item (value, i), rest, error))
      return FALSE;
  if (bh_yaml_length (rest) > 0)
    bh_compose_keep (self, key->key, g_steal_pointer (&rest));
  return TRUE;
}

static gboolean
read_env_file (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
{
  gboolean map = item->kind == BH_YAML_MAPPING;
  const BhYamlNode *path = map ? bh_yaml_get (item, "path") : item;
  g_autoptr (BhText) text = NULL;
  const BhSetting *setting;

  if (bh_yaml_is_null (path))
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &item->where, "%s",
                       _ ("an env file in the long form has a “path”"));
      return FALSE;
    }
  text = bh_compose_dup_scalar (self, key, path, error);
  if (text == NULL)
    return FALSE;
  setting = bh_compose_add_setting (self, "env-file", bh_compose_fit_path (text, FALSE), item);
  if (map && bh_yaml_length (item) > 1)
    bh_compose_add_original (self, setting, key, TRUE, item);
  return TRUE;
}

gboolean
bh_compose_read_env_file (BhComposeService *self,
                          const BhComposeKey *key,
                          BhYamlNode *value,
                          GError **error)
{
  if (value->kind != BH_YAML_SEQUENCE)
    return read_env_file (self, key->key, value, error);
  for (guint i = 0; i < bh_yaml_length (value); i++)
    if (!read_env_file (self, key->key, bh_yaml_item (value, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_long_device (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
{
  static const char *const said[] = { "source", "target", "permissions", NULL };
  g_autoptr (BhYamlNode) more = bh_compose_dup_unknown (self, key, item, said, NULL);
  g_autoptr (BhText) parts = NULL;
  g_auto (BhTextBuilder) builder = { 0 };
  const BhSetting *setting;

  bh_text_builder_init (&builder);
  for (guint i = 0; said[i] != NULL; i++)
    {
      g_autoptr (BhText) text = NULL;

      if (!bh_compose_read_member (self, item, said[i], &text, error))
        return FALSE;
      if (text == NULL && i == 0)
        {
          bh_set_error_at (error, BH_ERROR_SYNTAX, &item->where, "%s",
                           _ ("a device in the long form has a “source”, its path on the host"));
          return FALSE;
        }
      if (text == NULL)
        continue;
      if (i > 0)
        bh_text_builder_append_c (&builder, ':');
      bh_text_builder_append_text (&builder, text);
    }
  setting = bh_compose_add_setting (self, "device", bh_text_builder_end (&builder), item);
  if (more != NULL)
    bh_compose_add_original (self, setting, key, TRUE, item);
  return TRUE;
}

gboolean
bh_compose_read_devices (BhComposeService *self,
                         const BhComposeKey *key,
                         BhYamlNode *value,
                         GError **error)
{
  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhYamlNode *item = bh_yaml_item (value, i);
      BhText *text;

      if (item->kind == BH_YAML_MAPPING)
        {
          if (!read_long_device (self, key->key, item, error))
            return FALSE;
          continue;
        }
      text = bh_compose_dup_scalar (self, key->key, item, error);
      if (text == NULL)
        return FALSE;
      bh_compose_add_setting (self, "device", text, item);
    }
  return TRUE;
}
