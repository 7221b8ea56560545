/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "value/bh-mount-parts.h"
#include "value/bh-mount.h"

BhText *
bh_compose_dup_volume_name (BhComposeService *self,
                            const BhText *name,
                            const BhYamlNode *at,
                            gboolean told,
                            const BhYamlNode **ret_node,
                            GError **error)
{
  *ret_node = NULL;
  if (!bh_text_is_literal (name))
    return bh_text_ref ((BhText *) name);
  if (bh_compose_file_use (self->file, &self->uses, BH_COMPOSE_VOLUMES, name->str, told))
    bh_compose_file_find (self->file, BH_COMPOSE_VOLUMES, name->str, ret_node);
  else
    bh_compose_file_note (self->file, BH_NOTE_REPAIRED, &at->where,
                          _ ("The volume “%s” is not declared below “volumes” at the top, which "
                             "Compose refuses; it is taken for one of this very name."),
                          name->str);
  return bh_compose_file_dup_name (self->file, BH_COMPOSE_VOLUMES, name->str, error);
}

gboolean
bh_compose_append_driver (BhComposeService *self,
                          BhTextBuilder *to,
                          const BhYamlNode *volume,
                          GError **error)
{
  static const struct
  {
    const char *key;
    const char *field;
  } rows[] = { { "driver_opts", "volume-opt" }, { "labels", "volume-label" } };
  g_autoptr (BhText) driver = NULL;

  if (!bh_compose_read_member (self, volume, "driver", &driver, error))
    return FALSE;
  if (driver != NULL)
    bh_compose_append_field (to, "volume-driver", driver);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BhYamlNode *value = bh_yaml_get (volume, rows[i].key);
      g_autoptr (GPtrArray) pairs = NULL;

      if (bh_yaml_is_null (value))
        continue;
      pairs = bh_compose_dup_pairs (self, rows[i].key, value, error);
      if (pairs == NULL)
        return FALSE;
      for (guint j = 0; j < pairs->len; j++)
        bh_compose_append_field (to, rows[i].field, g_ptr_array_index (pairs, j));
    }
  return TRUE;
}

static gboolean
is_made_of_something (const BhYamlNode *volume)
{
  return !bh_yaml_is_null (bh_yaml_get (volume, "driver")) ||
         !bh_yaml_is_null (bh_yaml_get (volume, "driver_opts"));
}

/* Whether `--mount` can say the MODES of `--volume`, which are those of a volume. */
static gboolean
can_be_mounted (const BhText *text, BhRange modes)
{
  static const char *const words[] = { "", "ro", "rw", "nocopy", "ro,nocopy", "nocopy,ro", NULL };
  g_autofree char *mode = bh_text_dup_range (text, modes);

  return g_strv_contains (words, mode);
}

/* `--mount` in the place of `--volume`. */
static gboolean
add_mounted (BhComposeService *self,
             const char *key,
             BhYamlNode *item,
             const BhText *text,
             const BhVolume *volume,
             const BhText *name,
             const BhYamlNode *declared,
             GError **error)
{
  g_autoptr (BhText) target = bh_text_sub (text, volume->target);
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "type=volume", -1);
  bh_compose_append_field (&builder, "source", name);
  bh_compose_append_field (&builder, "target", target);
  if (bh_text_has_word (text, volume->modes, "ro"))
    bh_text_builder_append (&builder, ",readonly", -1);
  if (bh_text_has_word (text, volume->modes, "nocopy"))
    bh_text_builder_append (&builder, ",volume-nocopy=true", -1);
  if (!bh_compose_append_driver (self, &builder, declared, error))
    return FALSE;
  bh_compose_add_original (self,
                           bh_compose_add_setting (self, "mount", bh_text_builder_end (&builder),
                                                   item),
                           key, TRUE, item);
  return TRUE;
}

static gboolean
add_named (BhComposeService *self,
           const char *key,
           BhYamlNode *item,
           const BhText *text,
           const BhVolume *volume,
           GError **error)
{
  g_autoptr (BhText) source = bh_text_sub (text, volume->source);
  const BhYamlNode *declared;
  g_autoptr (BhText) name =
      bh_compose_dup_volume_name (self, source, item, FALSE, &declared, error);
  g_auto (BhTextBuilder) builder = { 0 };

  if (name == NULL)
    return FALSE;
  if (is_made_of_something (declared) && can_be_mounted (text, volume->modes))
    return add_mounted (self, key, item, text, volume, name, declared, error);
  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, name);
  bh_text_builder_append_range (&builder, text, (BhRange){ volume->source.end, text->len });
  bh_compose_add_setting (self, "volume", bh_text_builder_end (&builder), item);
  return TRUE;
}

/* `SOURCE:TARGET:MODE` is what `--volume` takes, but for the names of volumes. */
static gboolean
read_short (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
{
  g_autoptr (BhText) text = bh_compose_dup_scalar (self, key, item, error);
  BhVolume volume;

  if (text == NULL)
    return FALSE;
  if (bh_volume_parse (text, &volume) && volume.kind == BH_VOLUME_SOURCE_NAME)
    return add_named (self, key, item, text, &volume, error);
  bh_compose_add_setting (self, "volume", bh_compose_fit_path (text, FALSE), item);
  return TRUE;
}

/* (transfer full): where the mount of a setting is in the container. */
static char *
dup_target (const BhSetting *setting)
{
  BhMountParts parts;

  bh_mount_parts_read (setting->option, setting->value, &parts);
  return bh_text_dup_range (setting->value, parts.target);
}

/* Of several mounts at one place the last counts, as after `extends`. */
static void
drop_overridden (BhComposeService *self, guint from)
{
  GPtrArray *settings = self->builder.settings;
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = settings->len; i > from; i--)
    {
      BhSetting *setting = g_ptr_array_index (settings, i - 1);

      g_autofree char *target = dup_target (setting);

      if (*target == '\0' || g_hash_table_add (targets, g_strdup (target)))
        g_ptr_array_add (kept, bh_setting_ref (setting));
    }
  g_ptr_array_set_size (settings, (gint) from);
  for (guint i = kept->len; i > 0; i--)
    g_ptr_array_add (settings, g_ptr_array_index (kept, i - 1));
}

gboolean
bh_compose_read_volumes (BhComposeService *self,
                         const BhComposeKey *key,
                         BhYamlNode *value,
                         GError **error)
{
  guint from = self->builder.settings->len;

  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhYamlNode *item = bh_yaml_item (value, i);

      if (item->kind == BH_YAML_MAPPING ? !bh_compose_read_mount (self, key->key, item, error)
                                        : !read_short (self, key->key, item, error))
        return FALSE;
    }
  drop_overridden (self, from);
  return TRUE;
}

/* `container:NAME` and, without it, a service; either may end in :ro. */
gboolean
bh_compose_read_volumes_from (BhComposeService *self,
                              const BhComposeKey *key,
                              BhYamlNode *value,
                              GError **error)
{
  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhYamlNode *item = bh_yaml_item (value, i);
      g_autoptr (BhText) text = bh_compose_dup_scalar (self, key->key, item, error);
      g_auto (GStrv) parts = NULL;
      gsize prefix = strlen ("container:");

      if (text == NULL)
        return FALSE;
      if (g_str_has_prefix (text->str, "container:") &&
          !bh_text_range_expands (text, (BhRange){ 0, (guint) prefix }))
        {
          bh_compose_add_setting (self, "volumes-from",
                                  bh_text_sub (text, (BhRange){ (guint) prefix, text->len }), item);
          continue;
        }
      parts = g_strsplit (text->str, ":", 2);
      bh_compose_add_original (
          self,
          bh_compose_add_setting (self, "volumes-from",
                                  bh_text_new_printf ("%s%s%s",
                                                      bh_compose_file_get_container (self->file,
                                                                                     parts[0]
                                                                                         ? parts[0]
                                                                                         : ""),
                                                      parts[0] && parts[1] ? ":" : "",
                                                      parts[0] && parts[1] ? parts[1] : ""),
                                  item),
          key->key, TRUE, item);
    }
  return TRUE;
}
