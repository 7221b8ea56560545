/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"

/*
 * path: a member of a mount
 * field: what it is in --mount
 * kind: of what kind it is
 */
static const struct
{
  const char *path;
  const char *field;
  enum
  {
    TEXT,
    FLAG,
    SIZE,
    MODE,
    PAIRS,
  } kind;
} fields[] = {
  { "Type", "type", TEXT },
  { "Source", "source", TEXT },
  { "Target", "target", TEXT },
  { "ReadOnly", "readonly", FLAG },
  { "Consistency", "consistency", TEXT },
  { "BindOptions.Propagation", "bind-propagation", TEXT },
  { "BindOptions.NonRecursive", "bind-recursive=disabled", FLAG },
  { "BindOptions.ReadOnlyNonRecursive", "bind-recursive=writable", FLAG },
  { "BindOptions.ReadOnlyForceRecursive", "bind-recursive=readonly", FLAG },
  { "VolumeOptions.NoCopy", "volume-nocopy", FLAG },
  { "VolumeOptions.Subpath", "volume-subpath", TEXT },
  { "VolumeOptions.Labels", "volume-label", PAIRS },
  { "VolumeOptions.DriverConfig.Name", "volume-driver", TEXT },
  { "VolumeOptions.DriverConfig.Options", "volume-opt", PAIRS },
  { "ImageOptions.Subpath", "image-subpath", TEXT },
  { "TmpfsOptions.SizeBytes", "tmpfs-size", SIZE },
  { "TmpfsOptions.Mode", "tmpfs-mode", MODE },
};

static gboolean
append_pairs (BhInspect *self, JsonObject *mount, guint i, GString *value)
{
  JsonObject *pairs;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!bh_inspect_object (self, mount, fields[i].path, &pairs))
    return FALSE;
  if (pairs == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, pairs);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *text = bh_inspect_text (self, node);
      g_autofree char *pair = text != NULL ? g_strconcat (name, "=", text, NULL) : NULL;

      if (pair == NULL)
        return FALSE;
      bh_inspect_append_field (value, fields[i].field, pair);
    }
  return TRUE;
}

static gboolean
append_number (BhInspect *self, JsonObject *mount, guint i, GString *value)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!bh_inspect_int (self, mount, fields[i].path, &number))
    return FALSE;
  text = fields[i].kind == SIZE ? bh_inspect_print_bytes (number)
                                : g_strdup_printf ("%04o", (guint) number);
  if (number != 0)
    bh_inspect_append_field (value, fields[i].field, text);
  return TRUE;
}

static gboolean
append_field (BhInspect *self, JsonObject *mount, guint i, GString *value)
{
  const char *text = NULL;
  gboolean on = FALSE;

  switch (fields[i].kind)
    {
    case TEXT:
      if (!bh_inspect_string (self, mount, fields[i].path, &text))
        return FALSE;
      if (text != NULL && *text != '\0')
        bh_inspect_append_field (value, fields[i].field, text);
      return TRUE;
    case FLAG:
      if (!bh_inspect_flag (self, mount, fields[i].path, &on))
        return FALSE;
      if (on)
        bh_inspect_append_field (value, fields[i].field, NULL);
      return TRUE;
    case PAIRS:
      return append_pairs (self, mount, i, value);
    case SIZE:
    case MODE:
    default:
      return append_number (self, mount, i, value);
    }
}

static gboolean
add_mount (BhInspect *self, JsonNode *node)
{
  JsonObject *mount = bh_inspect_map (self, node);
  g_autoptr (GString) value = g_string_new (NULL);

  if (mount == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!append_field (self, mount, i, value))
      return FALSE;
  bh_inspect_add (self, "mount", value->str, node);
  return TRUE;
}

static gboolean
add_mounts (BhInspect *self)
{
  JsonArray *mounts;

  if (!bh_inspect_array (self, self->container, "HostConfig.Mounts", &mounts))
    return FALSE;
  for (guint i = 0; mounts != NULL && i < json_array_get_length (mounts); i++)
    if (!add_mount (self, json_array_get_element (mounts, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_binds (BhInspect *self)
{
  JsonArray *binds;

  if (!bh_inspect_array (self, self->container, "HostConfig.Binds", &binds))
    return FALSE;
  for (guint i = 0; binds != NULL && i < json_array_get_length (binds); i++)
    {
      JsonNode *node = json_array_get_element (binds, i);
      const char *text = bh_inspect_text (self, node);

      if (text == NULL)
        return FALSE;
      bh_inspect_add (self, "volume", text, node);
    }
  return TRUE;
}

/* Volumes without a name, which are not the image's. */
static gboolean
add_anonymous (BhInspect *self)
{
  JsonObject *volumes;
  JsonObject *of_image;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!bh_inspect_object (self, self->container, "Config.Volumes", &volumes) ||
      !bh_inspect_object (self, self->image, "Config.Volumes", &of_image))
    return FALSE;
  if (volumes == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, volumes);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (of_image == NULL || !json_object_has_member (of_image, name))
      bh_inspect_add (self, "volume", name, node);
  return TRUE;
}

static gboolean
add_tmpfs (BhInspect *self)
{
  JsonObject *tmpfs;
  JsonObjectIter iter;
  const char *path;
  JsonNode *node;

  if (!bh_inspect_object (self, self->container, "HostConfig.Tmpfs", &tmpfs))
    return FALSE;
  if (tmpfs == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, tmpfs);
  while (json_object_iter_next_ordered (&iter, &path, &node))
    {
      const char *options = bh_inspect_text (self, node);
      g_autofree char *value = NULL;

      if (options == NULL)
        return FALSE;
      value = g_strconcat (path, *options != '\0' ? ":" : "", options, NULL);
      bh_inspect_add (self, "tmpfs", value, node);
    }
  return TRUE;
}

gboolean
bh_inspect_read_mounts (BhInspect *self)
{
  return add_binds (self) && add_anonymous (self) && add_mounts (self) && add_tmpfs (self);
}
