/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"

JsonNode *
bh_inspect_find (JsonObject *object, const char *path)
{
  const char *dot;

  while (object != NULL && (dot = strchr (path, '.')) != NULL)
    {
      g_autofree char *name = g_strndup (path, (gsize) (dot - path));
      JsonNode *node = json_object_get_member (object, name);

      object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      path = dot + 1;
    }
  if (object != NULL)
    {
      JsonNode *node = json_object_get_member (object, path);

      return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
    }
  return NULL;
}

static gboolean
refuse (BhInspect *self, JsonNode *node)
{
  return bh_json_refuse (self->json, node, self->error,
                         _ ("docker inspect does not write anything of this kind here: use its "
                            "output as it is"));
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
bh_inspect_string (BhInspect *self, JsonObject *object, const char *path, const char **ret_string)
{
  JsonNode *node = bh_inspect_find (object, path);

  if (node != NULL && !holds (node, G_TYPE_STRING))
    return refuse (self, node);
  *ret_string = node != NULL ? json_node_get_string (node) : NULL;
  return TRUE;
}

gboolean
bh_inspect_int (BhInspect *self, JsonObject *object, const char *path, gint64 *ret_value)
{
  JsonNode *node = bh_inspect_find (object, path);

  if (node != NULL && !holds (node, G_TYPE_INT64))
    return refuse (self, node);
  *ret_value = node != NULL ? json_node_get_int (node) : 0;
  return TRUE;
}

gboolean
bh_inspect_flag (BhInspect *self, JsonObject *object, const char *path, gboolean *ret_flag)
{
  JsonNode *node = bh_inspect_find (object, path);

  if (node != NULL && !holds (node, G_TYPE_BOOLEAN))
    return refuse (self, node);
  *ret_flag = node != NULL && json_node_get_boolean (node);
  return TRUE;
}

gboolean
bh_inspect_array (BhInspect *self, JsonObject *object, const char *path, JsonArray **ret_array)
{
  JsonNode *node = bh_inspect_find (object, path);

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, node);
  *ret_array = node != NULL ? json_node_get_array (node) : NULL;
  return TRUE;
}

gboolean
bh_inspect_object (BhInspect *self, JsonObject *object, const char *path, JsonObject **ret_object)
{
  JsonNode *node = bh_inspect_find (object, path);

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, node);
  *ret_object = node != NULL ? json_node_get_object (node) : NULL;
  return TRUE;
}

const char *
bh_inspect_text (BhInspect *self, JsonNode *node)
{
  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);
  refuse (self, node);
  return NULL;
}

JsonObject *
bh_inspect_map (BhInspect *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  refuse (self, node);
  return NULL;
}

void
bh_inspect_add (BhInspect *self, const char *option, const char *value, JsonNode *node)
{
  const BhLocation where = bh_json_locate (self->json, node);

  bh_state_builder_add_setting (&self->builder, bh_setting_new_take (bh_option_get (option),
                                                                     bh_text_new (value), &where));
}

void
bh_inspect_note (BhInspect *self, BhNoteKind kind, JsonNode *node, const char *format, ...)
{
  const BhLocation where = bh_json_locate (self->json, node);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->notes, bh_note_new (kind, &where, -1, "%s", message));
}

char *
bh_inspect_print_bytes (gint64 bytes)
{
  static const char units[] = { 'k', 'm', 'g', 't' };
  int unit = -1;

  while (unit + 1 < (int) G_N_ELEMENTS (units) && bytes > 0 && bytes % 1024 == 0)
    {
      bytes /= 1024;
      unit++;
    }
  if (unit < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, bytes);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%c", bytes, units[unit]);
}

char *
bh_inspect_print_duration (gint64 nanoseconds)
{
  static const struct
  {
    gint64 size;
    const char *unit;
  } parts[] = {
    { G_GINT64_CONSTANT (3600000000000), "h" },
    { G_GINT64_CONSTANT (60000000000), "m" },
    { G_GINT64_CONSTANT (1000000000), "s" },
    { 1000000, "ms" },
    { 1000, "us" },
    { 1, "ns" },
  };
  GString *text = g_string_new (nanoseconds < 0 ? "-" : NULL);
  guint64 left = nanoseconds < 0 ? 0 - (guint64) nanoseconds : (guint64) nanoseconds;

  for (guint i = 0; i < G_N_ELEMENTS (parts) && left > 0; i++)
    {
      const guint64 size = (guint64) parts[i].size;

      if (left >= size)
        g_string_append_printf (text, "%" G_GUINT64_FORMAT "%s", left / size, parts[i].unit);
      left %= size;
    }
  return g_string_free (text, FALSE);
}

char *
bh_inspect_print_cpus (gint64 nano_cpus)
{
  char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%09" G_GINT64_FORMAT, nano_cpus / 1000000000,
                                ABS (nano_cpus % 1000000000));
  gsize len = strlen (text);

  while (text[len - 1] == '0')
    text[--len] = '\0';
  if (text[len - 1] == '.')
    text[--len] = '\0';
  return text;
}

/* As Go's encoding/csv has it: a field with special characters stands in quotes, and a quote in it
 * twice. */
void
bh_inspect_append_field (GString *to, const char *key, const char *value)
{
  g_autofree char *field = value != NULL ? g_strconcat (key, "=", value, NULL) : g_strdup (key);

  if (to->len > 0)
    g_string_append_c (to, ',');
  if (strpbrk (field, "\",\r\n") == NULL)
    {
      g_string_append (to, field);
      return;
    }
  g_string_append_c (to, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *p);
    }
  g_string_append_c (to, '"');
}
