/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"

static gboolean
read_word (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  BhText *text = bh_compose_dup_scalar (self, key->key, value, error);

  if (text == NULL)
    return FALSE;
  if (key->string && bh_yaml_type (value) != BH_YAML_STRING)
    bh_compose_file_note (self->file, BH_NOTE_REPAIRED, &value->where,
                          _ ("“%1$s” has to be a text, not a number or the like: Compose wants "
                             "quotes around “%2$s”."),
                          key->key, value->text);
  bh_compose_add_setting (self, key->option, text, value);
  return TRUE;
}

static gboolean
read_flag (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  static const char *const off[] = { "false", "n", "no", "off", NULL };
  g_autoptr (BhText) text = bh_compose_dup_scalar (self, key->key, value, error);
  g_autofree char *word = NULL;

  if (text == NULL)
    return FALSE;
  word = g_ascii_strdown (text->str, -1);
  if (!bh_text_is_literal (text))
    bh_compose_add_setting (self, key->option, g_steal_pointer (&text), value);
  else if (bh_compose_is_true (value) || g_strv_contains (off, word))
    bh_compose_add_setting (self, key->option,
                            bh_text_new (bh_compose_is_true (value) ? "true" : "false"), value);
  else
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                       _ ("“%1$s” is true or false, not “%2$s”"), key->key, word);
      return FALSE;
    }
  return TRUE;
}

static void
add_all (BhComposeService *self, const BhComposeKey *key, GPtrArray *texts, const BhYamlNode *at)
{
  for (guint i = 0; i < texts->len; i++)
    bh_compose_add_setting (self, key->option, bh_text_ref (g_ptr_array_index (texts, i)),
                            at->kind == BH_YAML_SEQUENCE && bh_yaml_length (at) == texts->len
                                ? bh_yaml_item (at, i)
                                : at);
}

/* A list, or one by itself. */
static gboolean
read_words (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  g_autoptr (GPtrArray) words = bh_compose_dup_words (self, key->key, value, error);

  if (words == NULL)
    return FALSE;
  add_all (self, key, words, value);
  return TRUE;
}

static gboolean
read_list (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  return bh_compose_expect_list (key->key, value, error) && read_words (self, key, value, error);
}

static gboolean
read_pairs (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  g_autoptr (GPtrArray) pairs = bh_compose_dup_pairs (self, key->key, value, error);

  if (pairs == NULL)
    return FALSE;
  add_all (self, key, pairs, value);
  return TRUE;
}

static gboolean
read_image (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  BhText *text = bh_compose_dup_scalar (self, key->key, value, error);

  if (text == NULL)
    return FALSE;
  if (text->len > 0)
    bh_state_builder_set_image (&self->builder, text, &value->where);
  else
    bh_text_unref (text);
  return TRUE;
}

/* `docker run` knows three policies; Compose has another name for one of them. */
static gboolean
read_pull_policy (BhComposeService *self,
                  const BhComposeKey *key,
                  BhYamlNode *value,
                  GError **error)
{
  static const char *const policies[] = { "always", "missing", "never", NULL };
  g_autoptr (BhText) text = bh_compose_dup_scalar (self, key->key, value, error);

  if (text == NULL)
    return FALSE;
  if (g_strv_contains (policies, text->str) || !bh_text_is_literal (text))
    bh_compose_add_setting (self, "pull", g_steal_pointer (&text), value);
  else if (g_str_equal (text->str, "if_not_present"))
    bh_compose_add_setting (self, "pull", bh_text_new ("missing"), value);
  else
    bh_compose_keep (self, key->key, bh_yaml_node_ref (value));
  return TRUE;
}

/* Our own Compose files do not say it, since older versions of Compose refuse it. */
static gboolean
read_api_socket (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  if (bh_compose_is_true (value))
    bh_compose_add_original (self,
                             bh_compose_add_setting (self, "use-api-socket", bh_text_new ("true"),
                                                     value),
                             key->key, FALSE, value);
  else
    bh_compose_keep (self, key->key, bh_yaml_node_ref (value));
  return TRUE;
}

/* Extending a service of this file has been done already. */
static gboolean
read_extends (BhComposeService *self, const BhComposeKey *key, BhYamlNode *value, GError **error)
{
  if (bh_yaml_get (value, "file") == NULL)
    return TRUE;
  bh_compose_file_note (self->file, BH_NOTE_IGNORED, &value->where, "%s",
                        _ ("What the service takes over from another file is not known here: other "
                           "files are not read."));
  bh_compose_keep (self, key->key, bh_yaml_node_ref (value));
  return TRUE;
}

/* All keys of a service in the Compose specification, sorted. */
static const BhComposeKey keys[] = {
  { "annotations", read_pairs, "annotation" },
  { "attach" },
  { "blkio_config", bh_compose_read_blkio },
  { "build" },
  { "cap_add", read_list, "cap-add" },
  { "cap_drop", read_list, "cap-drop" },
  { "cgroup", read_word, "cgroupns", TRUE },
  { "cgroup_parent", read_word, "cgroup-parent", TRUE },
  { "command", bh_compose_read_command },
  { "configs", bh_compose_read_files },
  { "container_name", read_word, "name", TRUE },
  { "cpu_count", read_word, "cpu-count" },
  { "cpu_percent", read_word, "cpu-percent" },
  { "cpu_period", read_word, "cpu-period" },
  { "cpu_quota", read_word, "cpu-quota" },
  { "cpu_rt_period", read_word, "cpu-rt-period" },
  { "cpu_rt_runtime", read_word, "cpu-rt-runtime" },
  { "cpu_shares", read_word, "cpu-shares" },
  { "cpus", read_word, "cpus" },
  { "cpuset", read_word, "cpuset-cpus", TRUE },
  { "credential_spec" },
  { "depends_on" },
  { "deploy", bh_compose_read_deploy },
  { "develop" },
  { "device_cgroup_rules", read_list, "device-cgroup-rule" },
  { "devices", bh_compose_read_devices },
  { "dns", read_words, "dns" },
  { "dns_opt", read_list, "dns-option" },
  { "dns_search", read_words, "dns-search" },
  { "domainname", read_word, "domainname", TRUE },
  { "entrypoint", bh_compose_read_entrypoint },
  { "env_file", bh_compose_read_env_file },
  { "environment", read_pairs, "env" },
  { "expose", read_list, "expose" },
  { "extends", read_extends },
  { "external_links", read_list, "link" },
  { "extra_hosts", bh_compose_read_extra_hosts },
  { "gpus", bh_compose_read_gpus },
  { "group_add", read_list, "group-add" },
  { "healthcheck", bh_compose_read_healthcheck },
  { "hostname", read_word, "hostname", TRUE },
  { "image", read_image },
  { "init", read_flag, "init" },
  { "ipc", bh_compose_read_mode, "ipc" },
  { "isolation", read_word, "isolation", TRUE },
  { "label_file", read_words, "label-file" },
  { "labels", read_pairs, "label" },
  { "links", bh_compose_read_links },
  { "logging", bh_compose_read_logging },
  { "mac_address", read_word, "mac-address", TRUE },
  { "mem_limit", read_word, "memory" },
  { "mem_reservation", read_word, "memory-reservation" },
  { "mem_swappiness", read_word, "memory-swappiness" },
  { "memswap_limit", read_word, "memory-swap" },
  { "models" },
  { "network_mode", bh_compose_read_mode, "network" },
  { "networks", bh_compose_read_networks },
  { "oom_kill_disable", read_flag, "oom-kill-disable" },
  { "oom_score_adj", read_word, "oom-score-adj" },
  { "pid", bh_compose_read_mode, "pid" },
  { "pids_limit", read_word, "pids-limit" },
  { "platform", read_word, "platform", TRUE },
  { "ports", bh_compose_read_ports },
  { "post_start" },
  { "pre_stop" },
  { "privileged", read_flag, "privileged" },
  { "profiles" },
  { "provider" },
  { "pull_policy", read_pull_policy },
  { "pull_refresh_after" },
  { "read_only", read_flag, "read-only" },
  { "restart", read_word, "restart", TRUE },
  { "runtime", read_word, "runtime", TRUE },
  { "scale" },
  { "secrets", bh_compose_read_files },
  { "security_opt", read_list, "security-opt" },
  { "shm_size", read_word, "shm-size" },
  { "stdin_open", read_flag, "interactive" },
  { "stop_grace_period", bh_compose_read_stop },
  { "stop_signal", read_word, "stop-signal", TRUE },
  { "storage_opt", read_pairs, "storage-opt" },
  { "sysctls", read_pairs, "sysctl" },
  { "tmpfs", read_words, "tmpfs" },
  { "tty", read_flag, "tty" },
  { "ulimits", bh_compose_read_ulimits },
  { "use_api_socket", read_api_socket },
  { "user", read_word, "user", TRUE },
  { "userns_mode", read_word, "userns", TRUE },
  { "uts", read_word, "uts", TRUE },
  { "volumes", bh_compose_read_volumes },
  { "volumes_from", bh_compose_read_volumes_from },
  { "working_dir", read_word, "workdir", TRUE },
};

static int
compare_key (const void *name, const void *row)
{
  return strcmp (name, ((const BhComposeKey *) row)->key);
}

const BhComposeKey *
bh_compose_key_find (const char *key)
{
  return bsearch (key, keys, G_N_ELEMENTS (keys), sizeof *keys, compare_key);
}

/* How many letters have to be changed, put in or left out. */
static guint
distance (const char *a, const char *b)
{
  gsize len = strlen (b);
  g_autofree guint *row = g_new (guint, len + 1);

  for (gsize j = 0; j <= len; j++)
    row[j] = (guint) j;
  for (; *a != '\0'; a++)
    {
      guint diagonal = row[0]++;

      for (gsize j = 1; j <= len; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j - 1], above) + 1, diagonal + (*a != b[j - 1]));
          diagonal = above;
        }
    }
  return row[len];
}

/* env, port, enviroment, read-only */
static gboolean
is_like (const char *wrong, const char *right)
{
  gsize len = strlen (wrong);

  return len >= 3 && len <= 40 &&
         (g_str_has_prefix (right, wrong) || distance (wrong, right) <= len / 5);
}

void
bh_compose_key_note_unknown (BhComposeService *self, const BhYamlNode *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (is_like (key->text, keys[i].key))
      {
        bh_compose_file_note (self->file, BH_NOTE_UNKNOWN, &key->where,
                              _ ("A service has no key “%1$s”. Is “%2$s” meant? It is kept as it "
                                 "is."),
                              key->text, keys[i].key);
        return;
      }
  bh_compose_file_note (self->file, BH_NOTE_UNKNOWN, &key->where,
                        _ ("A service has no key “%s” that is known. It is kept as it is."),
                        key->text);
}
