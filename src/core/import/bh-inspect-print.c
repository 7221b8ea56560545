/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect-rows.h"

#include <string.h>

#include "bh-i18n.h"

static const char *
image_label (BhInspect *self, const BhInspectRow *row, const char *name)
{
  JsonNode *node = bh_inspect_find (self->image, row->of_image);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? bh_json_get_string (json_object_get_member (json_node_get_object (node), name))
             : NULL;
}

/* Labels by which Compose and Docker Desktop know their own: with them, Compose would take the new
 * container for its own. */
static gboolean
is_tool_label (const char *name)
{
  return g_str_has_prefix (name, "com.docker.compose.") ||
         g_str_has_prefix (name, "desktop.docker.io/");
}

static void
add_label (BhInspect *self,
           const BhInspectRow *row,
           const char *name,
           const char *text,
           JsonNode *node)
{
  g_autofree char *value = g_strconcat (name, *text != '\0' ? "=" : "", text, NULL);

  if (g_strcmp0 (image_label (self, row, name), text) != 0)
    bh_inspect_add (self, row->option, value, node);
}

gboolean
bh_inspect_print_labels (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  gboolean of_tools = FALSE;
  JsonObject *labels;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!bh_inspect_object (self, self->container, row->path, &labels))
    return FALSE;
  json_object_iter_init_ordered (&iter, labels);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const char *text = bh_inspect_text (self, member);

      if (text == NULL)
        return FALSE;
      if (is_tool_label (name))
        of_tools = TRUE;
      else
        add_label (self, row, name, text, member);
    }
  if (of_tools)
    bh_inspect_note (self, BH_NOTE_IGNORED, node,
                     _ ("The labels by which Docker Compose or Docker Desktop know the container "
                        "were left out."));
  return TRUE;
}

/* Those that stand for a container give its name, if the text has it. */
gboolean
bh_inspect_print_mode (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  const char *mode = bh_inspect_text (self, node);
  const char *name;
  g_autofree char *named = NULL;

  if (mode == NULL)
    return FALSE;
  name =
      g_str_has_prefix (mode, "container:") ? g_hash_table_lookup (self->names, mode + 10) : NULL;
  if (name == NULL)
    return bh_inspect_print_text (self, row, node);
  named = g_strconcat ("container:", name, NULL);
  bh_inspect_add (self, row->option, named, node);
  return TRUE;
}

/* The engine writes its default there too: host with version 1 of control groups, private with
 * version 2, on which it knows nothing of --oom-kill-disable. */
gboolean
bh_inspect_print_cgroupns (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  const gboolean is_v1 = bh_inspect_find (self->container, "HostConfig.OomKillDisable") != NULL;
  const BhInspectRow assuming = { row->path, row->option, row->print, is_v1 ? "host" : "private",
                                  NULL };

  return bh_inspect_print_text (self, &assuming, node);
}

gboolean
bh_inspect_print_restart (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autofree char *value = NULL;
  const char *name = bh_inspect_text (self, node);
  gint64 tries;

  if (name == NULL ||
      !bh_inspect_int (self, self->container, "HostConfig.RestartPolicy.MaximumRetryCount", &tries))
    return FALSE;
  if (tries == 0)
    return bh_inspect_print_text (self, row, node);
  value = g_strdup_printf ("%s:%" G_GINT64_FORMAT, name, tries);
  bh_inspect_add (self, row->option, value, node);
  return TRUE;
}

/* The engine turns labels off by itself for containers that share that much with the host. */
static gboolean
labels_are_off (BhInspect *self)
{
  static const char *const modes[] = { "HostConfig.PidMode", "HostConfig.IpcMode" };
  JsonNode *privileged = bh_inspect_find (self->container, "HostConfig.Privileged");

  if (privileged != NULL && JSON_NODE_HOLDS_VALUE (privileged) &&
      json_node_get_boolean (privileged))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (bh_json_get_string (bh_inspect_find (self->container, modes[i])), "host") == 0)
      return TRUE;
  return FALSE;
}

/* The client reads a profile from a file and sends what is in it. */
static void
add_seccomp_file (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  bh_inspect_add (self, row->option, "seccomp=seccomp.json", node);
  bh_inspect_note (self, BH_NOTE_CHANGED, node,
                   _ ("The container has a seccomp profile of its own, which a command reads from "
                      "a file: save it as %s, or name the file that you have."),
                   "seccomp.json");
}

gboolean
bh_inspect_print_security (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  JsonArray *array;

  if (!bh_inspect_array (self, self->container, row->path, &array))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *text = bh_inspect_text (self, item);

      if (text == NULL)
        return FALSE;
      if (g_str_has_prefix (text, "seccomp={") || g_str_has_prefix (text, "seccomp:{"))
        add_seccomp_file (self, row, item);
      else if (strcmp (text, "label=disable") != 0 || !labels_are_off (self))
        bh_inspect_add (self, row->option, text, item);
    }
  return TRUE;
}

/* Without any masked path, as --privileged and systempaths=unconfined have it. */
gboolean
bh_inspect_print_masked (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  JsonArray *masked;
  gboolean privileged;

  if (!bh_inspect_array (self, self->container, row->path, &masked) ||
      !bh_inspect_flag (self, self->container, "HostConfig.Privileged", &privileged))
    return FALSE;
  if (!privileged && json_array_get_length (masked) == 0)
    bh_inspect_add (self, row->option, "systempaths=unconfined", node);
  return TRUE;
}

gboolean
bh_inspect_print_ulimits (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  JsonArray *array;

  if (!bh_inspect_array (self, self->container, row->path, &array))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      JsonObject *limit = bh_inspect_map (self, item);
      g_autofree char *value = NULL;
      const char *name;
      gint64 soft;
      gint64 hard;

      if (limit == NULL || !bh_inspect_string (self, limit, "Name", &name) ||
          !bh_inspect_int (self, limit, "Soft", &soft) ||
          !bh_inspect_int (self, limit, "Hard", &hard))
        return FALSE;
      value = soft == hard ? g_strdup_printf ("%s=%" G_GINT64_FORMAT, name ? name : "", soft)
                           : g_strdup_printf ("%s=%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                              name ? name : "", soft, hard);
      bh_inspect_add (self, row->option, value, item);
    }
  return TRUE;
}

/* The prefix that the engine has put there goes without saying. */
gboolean
bh_inspect_print_capabilities (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  JsonArray *array;

  if (!bh_inspect_array (self, self->container, row->path, &array))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *text = bh_inspect_text (self, item);

      if (text == NULL)
        return FALSE;
      bh_inspect_add (self, row->option, g_str_has_prefix (text, "CAP_") ? text + 4 : text, item);
    }
  return TRUE;
}
