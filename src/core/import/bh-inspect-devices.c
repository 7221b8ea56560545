/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"

/* Calls ADD for each object of a list. */
static gboolean
for_each_object (
    BhInspect *self,
    const char *path,
    const char *option,
    gboolean (*add) (BhInspect *self, const char *option, JsonObject *object, JsonNode *node))
{
  JsonArray *array;

  if (!bh_inspect_array (self, self->container, path, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = bh_inspect_map (self, node);

      if (object == NULL || !add (self, option, object, node))
        return FALSE;
    }
  return TRUE;
}

/* host[:container][:permissions] */
static gboolean
add_device (BhInspect *self, const char *option, JsonObject *device, JsonNode *node)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *host;
  const char *inside;
  const char *permissions;

  if (!bh_inspect_string (self, device, "PathOnHost", &host) ||
      !bh_inspect_string (self, device, "PathInContainer", &inside) ||
      !bh_inspect_string (self, device, "CgroupPermissions", &permissions))
    return FALSE;
  g_string_append (value, host != NULL ? host : "");
  if (inside != NULL && *inside != '\0' && g_strcmp0 (inside, host) != 0)
    g_string_append_printf (value, ":%s", inside);
  if (permissions != NULL && *permissions != '\0' && strcmp (permissions, "rwm") != 0)
    g_string_append_printf (value, ":%s", permissions);
  bh_inspect_add (self, option, value->str, node);
  return TRUE;
}

/* path:rate, in bytes or operations a second */
static gboolean
add_rate (BhInspect *self, const char *option, JsonObject *device, JsonNode *node)
{
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;
  const char *path;
  gint64 rate;
  gint64 weight;

  if (!bh_inspect_string (self, device, "Path", &path) ||
      !bh_inspect_int (self, device, "Rate", &rate) ||
      !bh_inspect_int (self, device, "Weight", &weight))
    return FALSE;
  number = g_str_has_suffix (option, "-bps")
               ? bh_inspect_print_bytes (rate)
               : g_strdup_printf ("%" G_GINT64_FORMAT, MAX (rate, weight));
  value = g_strdup_printf ("%s:%s", path != NULL ? path : "", number);
  bh_inspect_add (self, option, value, node);
  return TRUE;
}

/* (transfer full) (nullable): the texts of a list, joined; NULL with an error. */
static char *
join (BhInspect *self, JsonArray *array, const char *without)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = bh_inspect_text (self, json_array_get_element (array, i));

      if (text == NULL)
        return NULL;
      if (g_strcmp0 (text, without) != 0)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "," : "", text);
    }
  return g_strdup (joined->str);
}

/* The first of the sets that would do; the client adds "gpu" by itself. */
static gboolean
read_capabilities (BhInspect *self, JsonObject *request, char **ret_capabilities)
{
  JsonArray *sets;
  JsonNode *first;

  if (!bh_inspect_array (self, request, "Capabilities", &sets))
    return FALSE;
  first =
      sets != NULL && json_array_get_length (sets) > 0 ? json_array_get_element (sets, 0) : NULL;
  *ret_capabilities =
      join (self,
            first != NULL && JSON_NODE_HOLDS_ARRAY (first) ? json_node_get_array (first) : NULL,
            "gpu");
  return *ret_capabilities != NULL;
}

static gboolean
append_options (BhInspect *self, JsonObject *request, GString *value)
{
  g_autoptr (GString) pairs = g_string_new (NULL);
  JsonObject *options;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!bh_inspect_object (self, request, "Options", &options))
    return FALSE;
  if (options == NULL || json_object_get_size (options) == 0)
    return TRUE;
  json_object_iter_init_ordered (&iter, options);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *text = bh_inspect_text (self, node);

      if (text == NULL)
        return FALSE;
      bh_inspect_append_field (pairs, name, text);
    }
  bh_inspect_append_field (value, "options", pairs->str);
  return TRUE;
}

/* all, 2, or "device=0,1",driver=nvidia */
static gboolean
add_gpus (BhInspect *self, JsonObject *request, const char *driver, const char *ids, JsonNode *node)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *capabilities = NULL;
  gint64 count;

  if (!bh_inspect_int (self, request, "Count", &count) ||
      !read_capabilities (self, request, &capabilities))
    return FALSE;
  if (*ids != '\0')
    bh_inspect_append_field (value, "device", ids);
  else if (count == -1)
    bh_inspect_append_field (value, "all", NULL);
  else
    g_string_append_printf (value, "%" G_GINT64_FORMAT, count);
  if (*capabilities != '\0')
    bh_inspect_append_field (value, "capabilities", capabilities);
  if (driver != NULL && *driver != '\0')
    bh_inspect_append_field (value, "driver", driver);
  if (!append_options (self, request, value))
    return FALSE;
  bh_inspect_add (self, "gpus", value->str, node);
  return TRUE;
}

/* vendor.com/class=name: a device that the engine looks up by its name. */
static void
add_named_devices (BhInspect *self, const char *ids, JsonNode *node)
{
  g_auto (GStrv) names = g_strsplit (ids, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    bh_inspect_add (self, "device", names[i], node);
}

static gboolean
add_request (BhInspect *self, const char *option, JsonObject *request, JsonNode *node)
{
  g_autofree char *ids = NULL;
  const char *driver;
  JsonArray *devices;

  if (!bh_inspect_string (self, request, "Driver", &driver) ||
      !bh_inspect_array (self, request, "DeviceIDs", &devices))
    return FALSE;
  ids = join (self, devices, NULL);
  if (ids == NULL)
    return FALSE;
  if (g_strcmp0 (driver, "cdi") != 0)
    return add_gpus (self, request, driver, ids, node);
  add_named_devices (self, ids, node);
  return TRUE;
}

static gboolean
add_rules (BhInspect *self)
{
  JsonArray *rules;

  if (!bh_inspect_array (self, self->container, "HostConfig.DeviceCgroupRules", &rules))
    return FALSE;
  for (guint i = 0; rules != NULL && i < json_array_get_length (rules); i++)
    {
      JsonNode *node = json_array_get_element (rules, i);
      const char *text = bh_inspect_text (self, node);

      if (text == NULL)
        return FALSE;
      bh_inspect_add (self, "device-cgroup-rule", text, node);
    }
  return TRUE;
}

gboolean
bh_inspect_read_devices (BhInspect *self)
{
  static const struct
  {
    const char *path;
    const char *option;
  } rates[] = {
    { "HostConfig.BlkioWeightDevice", "blkio-weight-device" },
    { "HostConfig.BlkioDeviceReadBps", "device-read-bps" },
    { "HostConfig.BlkioDeviceWriteBps", "device-write-bps" },
    { "HostConfig.BlkioDeviceReadIOps", "device-read-iops" },
    { "HostConfig.BlkioDeviceWriteIOps", "device-write-iops" },
  };

  if (!for_each_object (self, "HostConfig.Devices", "device", add_device) || !add_rules (self) ||
      !for_each_object (self, "HostConfig.DeviceRequests", "gpus", add_request))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (!for_each_object (self, rates[i].path, rates[i].option, add_rate))
      return FALSE;
  return TRUE;
}
