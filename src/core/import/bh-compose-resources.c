/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"

/* MAP[KEY] as a setting, if it is there. */
static gboolean
read_member (BhComposeService *self,
             const BhYamlNode *map,
             const char *key,
             const char *option,
             GError **error)
{
  g_autoptr (BhText) text = NULL;

  if (!bh_compose_read_member (self, map, key, &text, error))
    return FALSE;
  if (text != NULL)
    bh_compose_add_setting (self, option, g_steal_pointer (&text), bh_yaml_get (map, key));
  return TRUE;
}

/* A list, a map or one word, as one text with commas. RET_TEXT is NULL if it is not there. */
static gboolean
read_joined (BhComposeService *self,
             const BhYamlNode *map,
             const char *key,
             BhText **ret_text,
             GError **error)
{
  const BhYamlNode *value = bh_yaml_get (map, key);
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (GPtrArray) words = NULL;

  *ret_text = NULL;
  if (bh_yaml_is_null (value))
    return TRUE;
  words = value->kind == BH_YAML_MAPPING ? bh_compose_dup_pairs (self, key, value, error)
                                         : bh_compose_dup_words (self, key, value, error);
  if (words == NULL)
    return FALSE;
  bh_text_builder_init (&builder);
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        bh_text_builder_append_c (&builder, ',');
      bh_text_builder_append_text (&builder, g_ptr_array_index (words, i));
    }
  *ret_text = bh_text_builder_end (&builder);
  return TRUE;
}

/* `docker run` always asks for something that calls itself a GPU. */
static gboolean
is_gpu (const BhText *capabilities)
{
  g_auto (GStrv) words = NULL;

  if (capabilities == NULL)
    return TRUE;
  words = g_strsplit (capabilities->str, ",", -1);
  return g_strv_contains ((const char *const *) words, "gpu");
}

/* What `--gpus` says of a device; NULL without ERROR where it cannot. */
static BhText *
dup_request (BhComposeService *self, const BhYamlNode *device, GError **error)
{
  g_autoptr (BhText) capabilities = NULL;
  g_autoptr (BhText) ids = NULL;
  g_autoptr (BhText) count = NULL;
  g_autoptr (BhText) driver = NULL;
  g_autoptr (BhText) options = NULL;
  g_auto (BhTextBuilder) builder = { 0 };
  gboolean bare;

  if (!read_joined (self, device, "capabilities", &capabilities, error) ||
      !read_joined (self, device, "device_ids", &ids, error) ||
      !bh_compose_read_member (self, device, "count", &count, error) ||
      !bh_compose_read_member (self, device, "driver", &driver, error) ||
      !read_joined (self, device, "options", &options, error) || !is_gpu (capabilities))
    return NULL;
  bare = ids == NULL && driver == NULL && options == NULL &&
         (capabilities == NULL || g_str_equal (capabilities->str, "gpu"));
  if (count == NULL && ids == NULL)
    count = bh_text_new ("all");
  if (bare)
    return g_steal_pointer (&count);
  bh_text_builder_init (&builder);
  if (ids != NULL)
    bh_compose_append_field (&builder, "device", ids);
  else
    bh_compose_append_field (&builder, "count", count);
  if (driver != NULL)
    bh_compose_append_field (&builder, "driver", driver);
  if (capabilities != NULL && !g_str_equal (capabilities->str, "gpu"))
    bh_compose_append_field (&builder, "capabilities", capabilities);
  if (options != NULL)
    bh_compose_append_field (&builder, "options", options);
  return bh_text_builder_end (&builder);
}

/* Devices by the names that the runtime has for them (CDI). FALSE if it is something else. */
static gboolean
read_named (BhComposeService *self, const BhYamlNode *device)
{
  const BhYamlNode *driver = bh_yaml_get (device, "driver");
  const BhYamlNode *ids = bh_yaml_get (device, "device_ids");
  g_autoptr (GPtrArray) names = NULL;

  if (driver == NULL || driver->kind != BH_YAML_SCALAR || !g_str_equal (driver->text, "cdi") ||
      bh_yaml_is_null (ids))
    return FALSE;
  names = bh_compose_dup_words (self, "device_ids", ids, NULL);
  for (guint i = 0; names != NULL && i < names->len; i++)
    bh_compose_add_setting (self, "device", bh_text_ref (g_ptr_array_index (names, i)), device);
  return names != NULL;
}

/* DEVICE is what `--gpus` may ask for. RET_SAID tells whether it can. */
static gboolean
read_request (BhComposeService *self, const BhYamlNode *device, gboolean *ret_said, GError **error)
{
  GError *local_error = NULL;
  BhText *request = dup_request (self, device, &local_error);

  *ret_said = request != NULL;
  if (request != NULL)
    bh_compose_add_setting (self, "gpus", request, device);
  else if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* `--gpus` asks for one thing: if there are several, they are kept. RET_REST (transfer full)
 * (nullable) is what is. */
static gboolean
read_devices (BhComposeService *self, BhYamlNode *list, BhYamlNode **ret_rest, GError **error)
{
  static const char *const said[] = { "capabilities", "device_ids", "count",
                                      "driver",       "options",    NULL };
  g_autoptr (BhYamlNode) rest = bh_yaml_sequence_new ();
  gboolean known = TRUE;
  gboolean taken = FALSE;

  *ret_rest = NULL;
  if (!bh_compose_expect_list ("devices", list, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (list); i++)
    {
      BhYamlNode *device = bh_yaml_item (list, i);
      g_autoptr (BhYamlNode) more = NULL;

      if (!bh_compose_expect_map ("devices", device, error))
        return FALSE;
      more = bh_compose_dup_unknown (self, "devices", device, said, NULL);
      if (more == NULL && read_named (self, device))
        continue;
      known = known && more == NULL;
      bh_yaml_append (rest, bh_yaml_node_ref (device));
    }
  if (bh_yaml_length (rest) == 1 && known &&
      !read_request (self, bh_yaml_item (rest, 0), &taken, error))
    return FALSE;
  if (bh_yaml_length (rest) > 0 && !taken)
    *ret_rest = g_steal_pointer (&rest);
  return TRUE;
}

gboolean
bh_compose_read_gpus (BhComposeService *self,
                      const BhComposeKey *key,
                      BhYamlNode *value,
                      GError **error)
{
  BhYamlNode *rest;
  BhText *text;

  if (value->kind == BH_YAML_SEQUENCE)
    {
      if (!read_devices (self, value, &rest, error))
        return FALSE;
      bh_compose_keep (self, key->key, rest);
      return TRUE;
    }
  text = bh_compose_dup_scalar (self, key->key, value, error);
  if (text == NULL)
    return FALSE;
  bh_compose_add_setting (self, "gpus", text, value);
  return TRUE;
}

static gboolean
read_limits (BhComposeService *self, const BhYamlNode *limits, BhYamlNode *rest, GError **error)
{
  static const char *const said[] = { "cpus", "memory", "pids", NULL };
  BhYamlNode *more;

  if (bh_yaml_is_null (limits))
    return TRUE;
  if (!bh_compose_expect_map ("limits", limits, error) ||
      !read_member (self, limits, "cpus", "cpus", error) ||
      !read_member (self, limits, "memory", "memory", error) ||
      !read_member (self, limits, "pids", "pids-limit", error))
    return FALSE;
  more = bh_compose_dup_unknown (self, "limits", limits, said, NULL);
  if (more != NULL)
    bh_yaml_add (rest, "limits", more);
  return TRUE;
}

static gboolean
read_reservations (BhComposeService *self,
                   const BhYamlNode *reservations,
                   BhYamlNode *rest,
                   GError **error)
{
  static const char *const said[] = { "memory", "devices", NULL };
  static const char *const kept[] = { "cpus", "generic_resources", NULL };
  BhYamlNode *more;
  BhYamlNode *devices;
  BhYamlNode *other = NULL;

  if (bh_yaml_is_null (reservations))
    return TRUE;
  if (!bh_compose_expect_map ("reservations", reservations, error) ||
      !read_member (self, reservations, "memory", "memory-reservation", error))
    return FALSE;
  devices = bh_yaml_get (reservations, "devices");
  if (!bh_yaml_is_null (devices) && !read_devices (self, devices, &other, error))
    return FALSE;
  more = bh_compose_dup_unknown (self, "reservations", reservations, said, kept);
  if (more == NULL && other != NULL)
    more = bh_yaml_mapping_new ();
  if (other != NULL)
    bh_yaml_add (more, "devices", other);
  if (more != NULL)
    bh_yaml_add (rest, "reservations", more);
  return TRUE;
}

static gboolean
read_resources (BhComposeService *self, BhYamlNode *resources, BhYamlNode *rest, GError **error)
{
  static const char *const said[] = { "limits", "reservations", NULL };
  g_autoptr (BhYamlNode) kept = NULL;

  if (bh_yaml_is_null (resources))
    return TRUE;
  if (!bh_compose_expect_map ("resources", resources, error))
    return FALSE;
  kept = bh_compose_dup_unknown (self, "resources", resources, said, NULL);
  if (kept == NULL)
    kept = bh_yaml_mapping_new ();
  if (!read_limits (self, bh_yaml_get (resources, "limits"), kept, error) ||
      !read_reservations (self, bh_yaml_get (resources, "reservations"), kept, error))
    return FALSE;
  if (bh_yaml_length (kept) > 0)
    bh_yaml_add (rest, "resources", g_steal_pointer (&kept));
  return TRUE;
}

/* (transfer full): the policy that Compose makes of it; NULL for none. */
static BhText *
dup_policy (const BhYamlNode *policy, const BhText *condition)
{
  const BhYamlNode *attempts = bh_yaml_get (policy, "max_attempts");

  if (condition == NULL)
    return NULL;
  if (g_str_equal (condition->str, "any"))
    return bh_text_new ("always");
  if (g_str_equal (condition->str, "none"))
    return bh_text_new ("no");
  if (g_str_equal (condition->str, "on-failure") && !bh_yaml_is_null (attempts) &&
      attempts->kind == BH_YAML_SCALAR)
    return bh_text_new_printf ("on-failure:%s", attempts->text);
  return bh_text_ref ((BhText *) condition);
}

static gboolean
read_restart_policy (BhComposeService *self, BhYamlNode *policy, BhYamlNode *rest, GError **error)
{
  g_autoptr (BhText) condition = NULL;
  BhText *restart;

  if (bh_yaml_is_null (policy))
    return TRUE;
  if (!bh_compose_expect_map ("restart_policy", policy, error) ||
      !bh_compose_read_member (self, policy, "condition", &condition, error))
    return FALSE;
  restart = dup_policy (policy, condition);
  if (restart != NULL)
    bh_compose_add_original (self, bh_compose_add_setting (self, "restart", restart, policy),
                             "deploy.restart_policy", FALSE, policy);
  else
    bh_yaml_add (rest, "restart_policy", bh_yaml_node_ref (policy));
  return TRUE;
}

gboolean
bh_compose_read_deploy (BhComposeService *self,
                        const BhComposeKey *key,
                        BhYamlNode *value,
                        GError **error)
{
  static const char *const said[] = { "resources", "restart_policy", NULL };
  static const char *const kept[] = { "mode",          "endpoint_mode",   "replicas",  "labels",
                                      "update_config", "rollback_config", "placement", NULL };
  g_autoptr (BhYamlNode) rest = NULL;

  if (!bh_compose_expect_map (key->key, value, error))
    return FALSE;
  rest = bh_compose_dup_unknown (self, key->key, value, said, kept);
  if (rest == NULL)
    rest = bh_yaml_mapping_new ();
  if (!read_resources (self, bh_yaml_get (value, "resources"), rest, error) ||
      !read_restart_policy (self, bh_yaml_get (value, "restart_policy"), rest, error))
    return FALSE;
  if (bh_yaml_length (rest) > 0)
    bh_compose_keep (self, key->key, g_steal_pointer (&rest));
  return TRUE;
}

/* A number, or the numbers “soft” and “hard”. */
static BhText *
dup_ulimit (BhComposeService *self, const BhYamlNode *name, const BhYamlNode *value, GError **error)
{
  static const char *const members[] = { "soft", "hard", NULL };
  g_auto (BhTextBuilder) builder = { 0 };
  guint n = 0;

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, name->text, (gssize) name->len);
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autoptr (BhText) text = NULL;

      if (value->kind == BH_YAML_MAPPING
              ? !bh_compose_read_member (self, value, members[i], &text, error)
              : i == 0 && (text = bh_compose_dup_scalar (self, name->text, value, error)) == NULL)
        return NULL;
      if (text == NULL)
        continue;
      bh_text_builder_append_c (&builder, n++ == 0 ? '=' : ':');
      bh_text_builder_append_text (&builder, text);
    }
  return bh_text_builder_end (&builder);
}

gboolean
bh_compose_read_ulimits (BhComposeService *self,
                         const BhComposeKey *key,
                         BhYamlNode *value,
                         GError **error)
{
  if (!bh_compose_expect_map (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      const BhYamlNode *name = bh_yaml_key (value, i);
      BhText *text;

      if (bh_yaml_is_null (bh_yaml_value (value, i)))
        continue;
      text = dup_ulimit (self, name, bh_yaml_value (value, i), error);
      if (text == NULL)
        return FALSE;
      bh_compose_add_setting (self, "ulimit", text, name);
    }
  return TRUE;
}

static const struct
{
  const char *key;
  const char *value_key;
  const char *option;
} rates[] = {
  { "weight_device", "weight", "blkio-weight-device" },
  { "device_read_bps", "rate", "device-read-bps" },
  { "device_read_iops", "rate", "device-read-iops" },
  { "device_write_bps", "rate", "device-write-bps" },
  { "device_write_iops", "rate", "device-write-iops" },
};

/* path:rate */
static gboolean
read_rate (BhComposeService *self, guint row, const BhYamlNode *item, GError **error)
{
  g_autoptr (BhText) path = NULL;
  g_autoptr (BhText) rate = NULL;
  g_auto (BhTextBuilder) builder = { 0 };

  if (!bh_compose_expect_map (rates[row].key, item, error) ||
      !bh_compose_read_member (self, item, "path", &path, error) ||
      !bh_compose_read_member (self, item, rates[row].value_key, &rate, error))
    return FALSE;
  if (path == NULL || rate == NULL)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &item->where,
                       _ ("“%1$s” needs a “path” and a “%2$s”"), rates[row].key,
                       rates[row].value_key);
      return FALSE;
    }
  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, path);
  bh_text_builder_append_c (&builder, ':');
  bh_text_builder_append_text (&builder, rate);
  bh_compose_add_setting (self, rates[row].option, bh_text_builder_end (&builder), item);
  return TRUE;
}

gboolean
bh_compose_read_blkio (BhComposeService *self,
                       const BhComposeKey *key,
                       BhYamlNode *value,
                       GError **error)
{
  static const char *const said[] = { "weight",
                                      "weight_device",
                                      "device_read_bps",
                                      "device_read_iops",
                                      "device_write_bps",
                                      "device_write_iops",
                                      NULL };

  if (!bh_compose_expect_map (key->key, value, error) ||
      !read_member (self, value, "weight", "blkio-weight", error))
    return FALSE;
  bh_compose_keep (self, key->key, bh_compose_dup_unknown (self, key->key, value, said, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      const BhYamlNode *list = bh_yaml_get (value, rates[i].key);

      if (bh_yaml_is_null (list))
        continue;
      if (!bh_compose_expect_list (rates[i].key, list, error))
        return FALSE;
      for (guint j = 0; j < bh_yaml_length (list); j++)
        if (!read_rate (self, i, bh_yaml_item (list, j), error))
          return FALSE;
    }
  return TRUE;
}
