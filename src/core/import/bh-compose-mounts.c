/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mounts in the long form. */
#include "bh-i18n.h"
#include "import/bh-compose-service.h"

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
               const BhYamlNode **ret_volume,
               GError **error)
{
  g_autoptr (BhText) right = NULL;

  *ret_volume = NULL;
  if (source == NULL || source->len == 0)
    return TRUE;
  if (g_str_equal (type->str, "volume"))
    right = bh_compose_dup_volume_name (self, source, item, TRUE, ret_volume, error);
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
  const BhYamlNode *volume;
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_compose_append_field (&builder, "type", type);
  if (!append_source (self, &builder, item, type, source, &volume, error))
    return NULL;
  bh_compose_append_field (&builder, "target", target);
  if (bh_compose_is_true (bh_yaml_get (item, "read_only")))
    bh_text_builder_append (&builder, ",readonly", -1);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!append_member (self, &builder, item, i, error))
      return NULL;
  if (volume != NULL && !bh_compose_append_driver (self, &builder, volume, error))
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

/* What our own Compose files say of a mount, below each of these. */
static const struct
{
  const char *parent;
  const char *said[3];
  const char *kept[3];
} parents[] = {
  { "bind", { "propagation", "recursive", NULL }, { "create_host_path", "selinux", NULL } },
  { "volume", { "nocopy", "subpath", NULL }, { "labels", NULL } },
  { "tmpfs", { "size", "mode", NULL }, { NULL } },
  { "image", { "subpath", NULL }, { NULL } },
};

/* Whether they say less than the long form at hand. */
static gboolean
says_more (BhComposeService *self, const char *key, const BhYamlNode *item)
{
  static const char *const said[] = { "type", "source", "target", "read_only", "consistency",
                                      "bind", "volume", "tmpfs",  "image",     NULL };
  g_autoptr (BhYamlNode) more = bh_compose_dup_unknown (self, key, item, said, NULL);
  gboolean says = more != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      const BhYamlNode *map = bh_yaml_get (item, parents[i].parent);
      g_autoptr (BhYamlNode) inner = NULL;

      if (map != NULL && map->kind == BH_YAML_MAPPING)
        inner =
            bh_compose_dup_unknown (self, parents[i].parent, map, parents[i].said, parents[i].kept);
      says = says || inner != NULL;
    }
  return says;
}

gboolean
bh_compose_read_mount (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
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
