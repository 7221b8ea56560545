/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect-rows.h"

#include <string.h>

#include "bh-i18n.h"

static gboolean
is_assumed (const BhInspectRow *row, const char *value)
{
  g_auto (GStrv) words = row->assumed != NULL ? g_strsplit (row->assumed, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, value);
}

/* A text; an empty one is none. */
gboolean
bh_inspect_print_text (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  const char *text = bh_inspect_text (self, node);
  const char *of_image = NULL;

  if (text == NULL)
    return FALSE;
  if (row->of_image != NULL && !bh_inspect_string (self, self->image, row->of_image, &of_image))
    return FALSE;
  if (*text != '\0' && !is_assumed (row, text) && g_strcmp0 (text, of_image) != 0)
    bh_inspect_add (self, row->option, text, node);
  return TRUE;
}

/* Reads a number; nought is none. */
static gboolean
get_number (BhInspect *self, const BhInspectRow *row, gint64 *ret_number)
{
  return bh_inspect_int (self, self->container, row->path, ret_number);
}

static gboolean
print_number (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!get_number (self, row, &number))
    return FALSE;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (number != 0 && !is_assumed (row, text))
    bh_inspect_add (self, row->option, text, node);
  return TRUE;
}

/* A number that counts even when it is nought. */
static gboolean
print_any_number (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!get_number (self, row, &number))
    return FALSE;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (!is_assumed (row, text))
    bh_inspect_add (self, row->option, text, node);
  return TRUE;
}

static gboolean
print_bytes (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!get_number (self, row, &number))
    return FALSE;
  text = bh_inspect_print_bytes (number);
  if (number != 0 && !is_assumed (row, text))
    bh_inspect_add (self, row->option, text, node);
  return TRUE;
}

/* Twice the memory is what the engine takes when nobody says anything. */
static gboolean
print_swap (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  gint64 memory;
  gint64 swap;

  if (!bh_inspect_int (self, self->container, "HostConfig.Memory", &memory) ||
      !get_number (self, row, &swap))
    return FALSE;
  return (memory > 0 && memory == swap / 2 && swap % 2 == 0) || print_bytes (self, row, node);
}

static gboolean
print_cpus (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (!get_number (self, row, &number))
    return FALSE;
  text = bh_inspect_print_cpus (number);
  if (number != 0)
    bh_inspect_add (self, row->option, text, node);
  return TRUE;
}

static gboolean
print_flag (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  gboolean on;

  if (!bh_inspect_flag (self, self->container, row->path, &on))
    return FALSE;
  if (on)
    bh_inspect_add (self, row->option, "true", node);
  return TRUE;
}

/* Where the engine itself may have been told to do it, off is worth saying. */
static gboolean
print_either (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  gboolean on;

  if (!bh_inspect_flag (self, self->container, row->path, &on))
    return FALSE;
  bh_inspect_add (self, row->option, on ? "true" : "false", node);
  return TRUE;
}

/* (transfer full) (element-type utf8): what the image has in the list of ROW. */
static GHashTable *
gather_image_texts (BhInspect *self, const BhInspectRow *row)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *node = row->of_image != NULL ? bh_inspect_find (self->image, row->of_image) : NULL;
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = bh_json_get_string (json_array_get_element (array, i));

      if (text != NULL)
        g_hash_table_add (texts, (gpointer) text);
    }
  return texts;
}

/* Each of a list is a setting. */
static gboolean
print_each (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  g_autoptr (GHashTable) of_image = gather_image_texts (self, row);
  JsonArray *array;

  if (!bh_inspect_array (self, self->container, row->path, &array))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *text = bh_inspect_text (self, item);

      if (text == NULL)
        return FALSE;
      if (!g_hash_table_contains (of_image, text))
        bh_inspect_add (self, row->option, text, item);
    }
  return TRUE;
}

/* Each member of an object is a setting: name=text. */
static gboolean
print_pairs (BhInspect *self, const BhInspectRow *row, JsonNode *node)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!bh_inspect_object (self, self->container, row->path, &object))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const char *text = bh_inspect_text (self, member);
      g_autofree char *value = text != NULL ? g_strconcat (name, "=", text, NULL) : NULL;

      if (value == NULL)
        return FALSE;
      bh_inspect_add (self, row->option, value, member);
    }
  return TRUE;
}

/* The engine's log driver is json-file unless somebody has told it otherwise. */
#define DEFAULT_LOG_DRIVER "json-file"

/* One row for each member that stands for one option, in the order of a command. */
static const BhInspectRow rows[] = {
  { "HostConfig.AutoRemove", "rm", print_flag, NULL, NULL },
  { "HostConfig.Init", "init", print_either, NULL, NULL },
  { "HostConfig.PublishAllPorts", "publish-all", print_flag, NULL, NULL },
  { "HostConfig.Dns", "dns", print_each, NULL, NULL },
  { "HostConfig.DnsOptions", "dns-option", print_each, NULL, NULL },
  { "HostConfig.DnsSearch", "dns-search", print_each, NULL, NULL },
  { "HostConfig.ExtraHosts", "add-host", print_each, NULL, NULL },
  { "HostConfig.VolumesFrom", "volumes-from", print_each, NULL, NULL },
  { "HostConfig.VolumeDriver", "volume-driver", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.StorageOpt", "storage-opt", print_pairs, NULL, NULL },
  { "Config.Env", "env", print_each, NULL, "Config.Env" },
  { "Config.Labels", "label", bh_inspect_print_labels, NULL, "Config.Labels" },
  { "HostConfig.Annotations", "annotation", print_pairs, NULL, NULL },
  { "Config.WorkingDir", "workdir", bh_inspect_print_text, NULL, "Config.WorkingDir" },
  { "Config.User", "user", bh_inspect_print_text, NULL, "Config.User" },
  { "HostConfig.GroupAdd", "group-add", print_each, NULL, NULL },
  { "HostConfig.Privileged", "privileged", print_flag, NULL, NULL },
  { "HostConfig.CapAdd", "cap-add", bh_inspect_print_capabilities, NULL, NULL },
  { "HostConfig.CapDrop", "cap-drop", bh_inspect_print_capabilities, NULL, NULL },
  { "HostConfig.SecurityOpt", "security-opt", bh_inspect_print_security, NULL, NULL },
  { "HostConfig.MaskedPaths", "security-opt", bh_inspect_print_masked, NULL, NULL },
  { "HostConfig.ReadonlyRootfs", "read-only", print_flag, NULL, NULL },
  { "HostConfig.PidMode", "pid", bh_inspect_print_mode, NULL, NULL },
  { "HostConfig.IpcMode", "ipc", bh_inspect_print_mode, "private", NULL },
  { "HostConfig.UTSMode", "uts", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.UsernsMode", "userns", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.CgroupnsMode", "cgroupns", bh_inspect_print_cgroupns, NULL, NULL },
  { "HostConfig.CgroupParent", "cgroup-parent", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.Sysctls", "sysctl", print_pairs, NULL, NULL },
  { "HostConfig.PidsLimit", "pids-limit", print_number, "-1", NULL },
  { "HostConfig.Ulimits", "ulimit", bh_inspect_print_ulimits, NULL, NULL },
  { "HostConfig.NanoCpus", "cpus", print_cpus, NULL, NULL },
  { "HostConfig.CpuShares", "cpu-shares", print_number, NULL, NULL },
  { "HostConfig.CpuPeriod", "cpu-period", print_number, NULL, NULL },
  { "HostConfig.CpuQuota", "cpu-quota", print_number, NULL, NULL },
  { "HostConfig.CpuRealtimePeriod", "cpu-rt-period", print_number, NULL, NULL },
  { "HostConfig.CpuRealtimeRuntime", "cpu-rt-runtime", print_number, NULL, NULL },
  { "HostConfig.CpusetCpus", "cpuset-cpus", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.CpusetMems", "cpuset-mems", bh_inspect_print_text, NULL, NULL },
  { "HostConfig.CpuCount", "cpu-count", print_number, NULL, NULL },
  { "HostConfig.CpuPercent", "cpu-percent", print_number, NULL, NULL },
  { "HostConfig.Memory", "memory", print_bytes, NULL, NULL },
  { "HostConfig.MemorySwap", "memory-swap", print_swap, NULL, NULL },
  { "HostConfig.MemoryReservation", "memory-reservation", print_bytes, NULL, NULL },
  { "HostConfig.MemorySwappiness", "memory-swappiness", print_any_number, "-1", NULL },
  { "HostConfig.KernelMemory", "kernel-memory", print_bytes, NULL, NULL },
  { "HostConfig.OomKillDisable", "oom-kill-disable", print_flag, NULL, NULL },
  { "HostConfig.OomScoreAdj", "oom-score-adj", print_number, NULL, NULL },
  { "HostConfig.ShmSize", "shm-size", print_bytes, "64m", NULL },
  { "HostConfig.BlkioWeight", "blkio-weight", print_number, NULL, NULL },
  { "HostConfig.IOMaximumBandwidth", "io-maxbandwidth", print_bytes, NULL, NULL },
  { "HostConfig.IOMaximumIOps", "io-maxiops", print_number, NULL, NULL },
  { "HostConfig.RestartPolicy.Name", "restart", bh_inspect_print_restart, "no", NULL },
  { "Config.StopSignal", "stop-signal", bh_inspect_print_text, NULL, "Config.StopSignal" },
  { "Config.StopTimeout", "stop-timeout", print_any_number, NULL, NULL },
  { "HostConfig.LogConfig.Type", "log-driver", bh_inspect_print_text, DEFAULT_LOG_DRIVER, NULL },
  { "HostConfig.LogConfig.Config", "log-opt", print_pairs, NULL, NULL },
  { "HostConfig.Runtime", "runtime", bh_inspect_print_text, "runc io.containerd.runc.v2", NULL },
  { "HostConfig.Isolation", "isolation", bh_inspect_print_text, NULL, NULL },
};

gboolean
bh_inspect_read_table (BhInspect *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonNode *node = bh_inspect_find (self->container, rows[i].path);

      if (node != NULL && !rows[i].print (self, &rows[i], node))
        return FALSE;
    }
  return TRUE;
}
