/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

/* The keys of a service, as people write them. */
static const char *const service_order[] = {
  "image",
  "build",
  "platform",
  "pull_policy",
  "pull_refresh_after",
  "container_name",
  "hostname",
  "domainname",
  "extends",
  "profiles",
  "provider",
  "models",
  "depends_on",
  "entrypoint",
  "command",
  "working_dir",
  "user",
  "group_add",
  "init",
  "stdin_open",
  "tty",
  "attach",
  "restart",
  "stop_signal",
  "stop_grace_period",
  "post_start",
  "pre_stop",
  "ports",
  "expose",
  "network_mode",
  "networks",
  "mac_address",
  "dns",
  "dns_search",
  "dns_opt",
  "extra_hosts",
  "links",
  "external_links",
  "volumes",
  "volumes_from",
  "tmpfs",
  "read_only",
  "configs",
  "secrets",
  "env_file",
  "environment",
  "labels",
  "label_file",
  "annotations",
  "privileged",
  "cap_add",
  "cap_drop",
  "security_opt",
  "credential_spec",
  "use_api_socket",
  "devices",
  "device_cgroup_rules",
  "pid",
  "ipc",
  "uts",
  "userns_mode",
  "cgroup",
  "cgroup_parent",
  "runtime",
  "isolation",
  "cpus",
  "cpuset",
  "cpu_shares",
  "cpu_period",
  "cpu_quota",
  "cpu_rt_period",
  "cpu_rt_runtime",
  "cpu_count",
  "cpu_percent",
  "mem_limit",
  "mem_reservation",
  "memswap_limit",
  "mem_swappiness",
  "oom_kill_disable",
  "oom_score_adj",
  "pids_limit",
  "shm_size",
  "ulimits",
  "blkio_config",
  "gpus",
  "deploy",
  "scale",
  "sysctls",
  "storage_opt",
  "healthcheck",
  "logging",
  "develop",
  NULL,
};

static const char *const top_order[] = {
  "version",  "name",    "include", "services", "models",
  "networks", "volumes", "configs", "secrets",  NULL,
};

static guint
rank (const char *const *order, const char *key)
{
  guint i = 0;

  while (order[i] != NULL && !g_str_equal (order[i], key))
    i++;
  return i;
}

/* What has no place comes last, in the order that it has. */
static BhYamlNode *
sort (const BhYamlNode *map, const char *const *order)
{
  BhYamlNode *sorted = bh_yaml_mapping_new ();
  guint n = bh_yaml_length (map);
  g_autofree guint *ranks = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    ranks[i] = rank (order, bh_yaml_key (map, i)->text);
  for (guint turn = 0; turn <= g_strv_length ((char **) order); turn++)
    for (guint i = 0; i < n; i++)
      if (ranks[i] == turn)
        {
          bh_yaml_append (sorted, bh_yaml_node_ref (bh_yaml_key (map, i)));
          bh_yaml_append (sorted, bh_yaml_node_ref (bh_yaml_value (map, i)));
        }
  return sorted;
}

BhYamlNode *
bh_compose_sort_service (const BhYamlNode *map)
{
  return sort (map, service_order);
}

BhYamlNode *
bh_compose_sort_top (const BhYamlNode *map)
{
  return sort (map, top_order);
}
