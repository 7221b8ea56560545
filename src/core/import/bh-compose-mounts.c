/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "value/bh-mount-parts.h"
#include "value/bh-mount.h"

/* (transfer full): NAME as the engine calls the volume, and the file is told that it is used. */
static BhText *
dup_volume_name (BhComposeService *self, const BhText *name, const BhYamlNode *at, GError **error)
{
  if (!bh_text_is_literal (name))
    return bh_text_ref ((BhText *) name);
  if (!bh_compose_file_use (self->file, &self->uses, BH_COMPOSE_VOLUMES, name->str))
    bh_compose_file_note (self->file, BH_NOTE_REPAIRED, &at->where,
                          _ ("The volume “%s” is not declared below “volumes” at the top, which "
                             "Compose refuses; it is taken for one of this very name."),
                          name->str);
  return bh_compose_file_dup_name (self->file, BH_COMPOSE_VOLUMES, name->str, error);
}

/* `SOURCE:TARGET:MODE` is what `--volume` takes, but for the names of volumes. */
static gboolean
read_short (BhComposeService *self, const char *key, const BhYamlNode *item, GError **error)
{
  g_autoptr (BhText) text = bh_compose_dup_scalar (self, key, item, error);
  g_autoptr (BhText) name = NULL;
  g_autoptr (BhText) volume_name = NULL;
  g_auto (BhTextBuilder) builder = { 0 };
  BhVolume volume;

  if (text == NULL)
    return FALSE;
  if (!bh_volume_parse (text, &volume) || volume.kind != BH_VOLUME_SOURCE_NAME)
    {
      bh_compose_add_setting (self, "volume", bh_compose_fit_path (text, FALSE), item);
      return TRUE;
    }
  name = bh_text_sub (text, volume.source);
  volume_name = dup_volume_name (self, name, item, error);
  if (volume_name == NULL)
    return FALSE;
  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, volume_name);
  bh_text_builder_append_range (&builder, text, (BhRange){ volume.source.end, text->len });
  bh_compose_add_setting (self, "volume", bh_text_builder_end (&builder), item);
  return TRUE;
}

/* The members of the long form, and the fields of `--mount` that say them. */
static const struct
{
  const char *parent;
  const char *key;
  const char *field;
} members[] = {
  { NULL, "consistency", "consistency" },    { "bind", "propagation", "bind-propagation" },
  { "bind", "recursive", "bind-recursive" }, { "volume", "nocopy", "volume-nocopy" },
  { "volume", "subpath", "volume-subpath" }, { "tmpfs", "size", "tmpfs-size" },
  { "tmpfs", "mode", "tmpfs-mode" },         { "image", "subpath", "image-subpath" },
};

/* YAML has made a number of it, and the client reads an octal one. */
static BhText *
dup_mode (BhComposeService *self, const BhYamlNode *value, GError **error)
{
  g_autofree char *number = NULL;

  if (value->kind != BH_YAML_SCALAR || bh_yaml_type (value) != BH_YAML_INT)
    return bh_compose_dup_scalar (self, "mode", value, error);
  number = bh_yaml_dup_canonical (value);
  return bh_text_new_printf ("%" G_GINT64_MODIFIER "o", g_ascii_strtoull (number, NULL, 10));
}

static gboolean
append_member (BhComposeService *self,
               BhTextBuilder *to,
               const BhYamlNode *item,
               guint row,
               GError **error)
{
  const BhYamlNode *map = members[row].parent ? bh_yaml_get (item, members[row].parent) : item;
  const BhYamlNode *value = bh_yaml_get (map, members[row].key);
  g_autoptr (BhText) text = NULL;

  if (bh_yaml_is_null (value))
    return TRUE;
  text = g_str_equal (members[row].key, "mode")
             ? dup_mode (self, value, error)
             : bh_compose_dup_scalar (self, members[row].key, value, error);
  if (text == NULL)
    return FALSE;
  bh_compose_append_field (to, members[row].field, text);
  return TRUE;
}

static gboolean
append_source (BhComposeService *self,
               BhTextBuilder *to,
               const BhYamlNode *item,
               const BhText *type,
               const BhText *source,
               GError **error)
{
  g_autoptr (BhText) right = NULL;

  if (source == NULL || source->len == 0)
    return TRUE;
  if (g_str_equal (type->str, "volume"))
    right = dup_volume_name (self, source, item, error);
  else if (g_str_equal (type->str, "bind"))
    right = bh_compose_fit_path (source, TRUE);
  else
    right = bh_text_ref ((BhText *) source);
  if (right == NULL)
    return FALSE;
  bh_compose_append_field (to, "source", right);
  return TRUE;
}

/* (transfer full): the value of `--mount`. */
static BhText *
dup_mount (BhComposeService *self,
           const BhYamlNode *item,
           const BhText *type,
           const BhText *source,
           const BhText *target,
           GError **error)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_compose_append_field (&builder, "type", type);
  if (!append_source (self, &builder, item, type, source, error))
    return NULL;
  bh_compose_append_field (&builder, "target", target);
  if (bh_compose_is_true (bh_yaml_get (item, "read_only")))
    bh_text_builder_append (&builder, ",readonly", -1);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!append_member (self, &builder, item, i, error))
      return NULL;
  return bh_text_builder_end (&builder);
}

/* A bind that `--mount` cannot say: the host's folder is made if it is missing, or gets a label of
 * SELinux. */
static gboolean
wants_short (const BhYamlNode *item)
{
  const BhYamlNode *bind = bh_yaml_get (item, "bind");

  return bh_compose_is_true (bh_yaml_get (bind, "create_host_path")) ||
         !bh_yaml_is_null (bh_yaml_get (bind, "selinux"));
}

static BhText *
dup_volume (const BhYamlNode *item, const BhText *source, const BhText *target)
{
  const BhYamlNode *bind = bh_yaml_get (item, "bind");
  const BhYamlNode *modes[] = { bh_yaml_get (bind, "selinux"), bh_yaml_get (bind, "propagation") };
  gboolean read_only = bh_compose_is_true (bh_yaml_get (item, "read_only"));
  g_autoptr (BhText) path = bh_compose_fit_path (source, TRUE);
  g_autoptr (GString) mode = g_string_new (read_only ? "ro" : "");
  g_auto (BhTextBuilder) builder = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (!bh_yaml_is_null (modes[i]) && modes[i]->kind == BH_YAML_SCALAR)
      g_string_append_printf (mode, "%s%s", mode->len > 0 ? "," : "", modes[i]->text);
  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, path);
  bh_text_builder_append_c (&builder, ':');
  bh_text_builder_append_text (&builder, target);
  if (mode->len > 0)
    bh_text_builder_append_c (&builder, ':');
  bh_text_builder_append (&builder, mode->str, (gssize) mode->len);
  return bh_text_builder_end (&builder);
}

/* Whether our own Compose file says less than the long form at hand. */
static gboolean
says_more (BhComposeService *self, const char *key, const BhYamlNode *item)
{
  static const char *const said[] = { "type", "source", "target", "read_only", "consistency",
                                      "bind", "volume", "tmpfs",  NULL };
  static const char *const kept[] = { "image", NULL };
  static const char *const parents[] = { "bind", "volume", "tmpfs" };
  static const char *const members_said[][4] = { { "propagation", "recursive", NULL },
                                                 { "nocopy", "subpath", NULL },
                                                 { "size", "mode", NULL } };
  static const char *const members_kept[] = { "create_host_path", "selinux", "labels", NULL };
  g_autoptr (BhYamlNode) more = bh_compose_dup_unknown (self, key, item, said, kept);
  gboolean says = more != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      const BhYamlNode *map = bh_yaml_get (item, parents[i]);
      g_autoptr (BhYamlNode) inner =
          map != NULL && map->kind == BH_YAML_MAPPING
              ? bh_compose_dup_unknown (self, parents[i], map, members_said[i], members_kept)
              : NULL;

      says = says || inner != NULL;
    }
  return says;
}

static gboolean
read_long (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
{
  g_autoptr (BhText) type = NULL;
  g_autoptr (BhText) source = NULL;
  g_autoptr (BhText) target = NULL;
  const BhSetting *setting;
  gboolean is_short;
  BhText *value;

  if (!bh_compose_read_member (self, item, "type", &type, error) ||
      !bh_compose_read_member (self, item, "source", &source, error) ||
      !bh_compose_read_member (self, item, "target", &target, error))
    return FALSE;
  if (type == NULL || target == NULL)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &item->where, "%s",
                       _ ("a mount in the long form has a “type”, such as bind or volume, and a "
                          "“target”, the path in the container"));
      return FALSE;
    }
  is_short = g_str_equal (type->str, "bind") && source != NULL && wants_short (item);
  value = is_short ? dup_volume (item, source, target)
                   : dup_mount (self, item, type, source, target, error);
  if (value == NULL)
    return FALSE;
  setting = bh_compose_add_setting (self, is_short ? "volume" : "mount", value, item);
  if (says_more (self, key, item))
    bh_compose_add_original (self, setting, key, TRUE, item);
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

      if (item->kind == BH_YAML_MAPPING ? !read_long (self, key->key, item, error)
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
