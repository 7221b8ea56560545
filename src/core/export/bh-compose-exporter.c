/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "export/bh-yaml-writer.h"
#include "value/bh-image-ref.h"

typedef enum
{
  TEXT,   /* the last one, as a string */
  NUMBER, /* the last one, as a whole number */
  CPUS,   /* the last one, as a number of CPUs */
  SIZE,   /* the last one, as a number of bytes */
  FLAG,   /* the last one, true or false */
  LIST,   /* all, as a list of strings; of two that are the same the last one */
  NAMED,  /* the same for NAME=VALUE, of which the name counts */
  SEARCH, /* the same, but the first one */
  FILES,  /* the same for paths of the host */
} Form;

#define MAX_OPTIONS 8

/**
 * Key: what a service says, in the order that people write it.
 * @key: the key of an option that is written as it is
 * @option: that option
 * @form: how
 * @write: writes what takes more than that …
 * @options: … if one of these is set; always when there are none
 */
typedef struct
{
  const char *key;
  const char *option;
  Form form;
  void (*write) (BhCompose *self);
  const char *options[MAX_OPTIONS];
} Key;

static const Key keys[] = {
  { .write = bh_compose_write_image },
  { "platform", "platform", TEXT },
  { "pull_policy", "pull", TEXT },
  { "container_name", "name", TEXT },
  { "hostname", "hostname", TEXT },
  { "domainname", "domainname", TEXT },
  { .write = bh_compose_write_entrypoint, .options = { "entrypoint" } },
  { .write = bh_compose_write_command },
  { "working_dir", "workdir", TEXT },
  { "user", "user", TEXT },
  { "group_add", "group-add", LIST },
  { "init", "init", FLAG },
  { "stdin_open", "interactive", FLAG },
  { "tty", "tty", FLAG },
  { "restart", "restart", TEXT },
  { "stop_signal", "stop-signal", TEXT },
  { .write = bh_compose_write_stop, .options = { "stop-timeout" } },
  { .write = bh_compose_write_ports, .options = { "publish" } },
  { .write = bh_compose_write_expose, .options = { "expose" } },
  { .write = bh_compose_write_networks,
    .options = { "network", "network-alias", "ip", "ip6", "link-local-ip", "mac-address" } },
  { "dns", "dns", SEARCH },
  { "dns_search", "dns-search", SEARCH },
  { "dns_opt", "dns-option", SEARCH },
  { "extra_hosts", "add-host", LIST },
  { "external_links", "link", LIST },
  { .write = bh_compose_write_volumes, .options = { "volume", "mount", "volume-driver" } },
  { .write = bh_compose_write_volumes_from, .options = { "volumes-from" } },
  { "tmpfs", "tmpfs", LIST },
  { "read_only", "read-only", FLAG },
  { "env_file", "env-file", FILES },
  { .write = bh_compose_write_environment, .options = { "env" } },
  { "labels", "label", NAMED },
  { "label_file", "label-file", FILES },
  { "annotations", "annotation", NAMED },
  { "privileged", "privileged", FLAG },
  { "cap_add", "cap-add", LIST },
  { "cap_drop", "cap-drop", LIST },
  { .write = bh_compose_write_security, .options = { "security-opt" } },
  { .write = bh_compose_write_devices, .options = { "device" } },
  { "device_cgroup_rules", "device-cgroup-rule", LIST },
  { "pid", "pid", TEXT },
  { "ipc", "ipc", TEXT },
  { "uts", "uts", TEXT },
  { "userns_mode", "userns", TEXT },
  { "cgroup", "cgroupns", TEXT },
  { "cgroup_parent", "cgroup-parent", TEXT },
  { "runtime", "runtime", TEXT },
  { "isolation", "isolation", TEXT },
  { "cpus", "cpus", CPUS },
  { "cpuset", "cpuset-cpus", TEXT },
  { "cpu_shares", "cpu-shares", NUMBER },
  { "cpu_period", "cpu-period", NUMBER },
  { "cpu_quota", "cpu-quota", NUMBER },
  { "cpu_rt_period", "cpu-rt-period", NUMBER },
  { "cpu_rt_runtime", "cpu-rt-runtime", NUMBER },
  { "cpu_count", "cpu-count", NUMBER },
  { "cpu_percent", "cpu-percent", NUMBER },
  { "mem_limit", "memory", SIZE },
  { "mem_reservation", "memory-reservation", SIZE },
  { "memswap_limit", "memory-swap", SIZE },
  { "mem_swappiness", "memory-swappiness", NUMBER },
  { "oom_kill_disable", "oom-kill-disable", FLAG },
  { "oom_score_adj", "oom-score-adj", NUMBER },
  { "pids_limit", "pids-limit", NUMBER },
  { "shm_size", "shm-size", SIZE },
  { .write = bh_compose_write_ulimits, .options = { "ulimit" } },
  { .write = bh_compose_write_blkio,
    .options = { "blkio-weight", "blkio-weight-device", "device-read-bps", "device-read-iops",
                 "device-write-bps", "device-write-iops" } },
  { .write = bh_compose_write_reservations, .options = { "gpus", "device" } },
  { "sysctls", "sysctl", NAMED },
  { .write = bh_compose_write_storage, .options = { "storage-opt" } },
  { .write = bh_compose_write_healthcheck,
    .options = { "health-cmd", "health-interval", "health-retries", "health-start-interval",
                 "health-start-period", "health-timeout", "no-healthcheck" } },
  { .write = bh_compose_write_logging, .options = { "log-driver", "log-opt" } },
};

/* What Compose has no words for, and what to do instead. */
static const struct
{
  const char *option;
  const char *advice;
  BhNoteKind kind;
  const char *value; /* only this one; NULL for any */
} remarks[] = {
  { "attach", N_ ("Compose attaches by itself: “docker compose up” shows what the service prints."),
    BH_NOTE_LOST },
  { "cidfile",
    N_ ("Compose writes no file with the container's id; “docker compose ps -q” prints it."),
    BH_NOTE_LOST },
  { "cpuset-mems", N_ ("Compose cannot choose memory nodes (--cpuset-mems)."), BH_NOTE_LOST },
  { "detach",
    N_ ("Whether it runs in the background is said when starting: “docker compose up --detach”."),
    BH_NOTE_LOST },
  { "detach-keys", N_ ("Compose knows no detach keys; “docker compose up --detach” needs none."),
    BH_NOTE_LOST },
  { "disable-content-trust", N_ ("Compose does not check signatures of images this way."),
    BH_NOTE_LOST },
  { "io-maxbandwidth", N_ ("Compose cannot limit the system drive of Windows containers."),
    BH_NOTE_LOST },
  { "io-maxiops", N_ ("Compose cannot limit the system drive of Windows containers."),
    BH_NOTE_LOST },
  { "kernel-memory", N_ ("Compose has no kernel memory limit; current kernels ignore it anyway."),
    BH_NOTE_LOST },
  { "publish-all",
    N_ ("Compose cannot publish every port of the image: list the ports under “ports”."),
    BH_NOTE_LOST },
  { "quiet",
    N_ ("Whether pulling is shown is said when starting: “docker compose up --quiet-pull”."),
    BH_NOTE_LOST },
  { "rm",
    N_ ("Compose removes containers when told: “docker compose down”, or “docker compose run "
        "--rm”."),
    BH_NOTE_LOST },
  { "sig-proxy", N_ ("Compose always passes signals on."), BH_NOTE_LOST },
  { "use-api-socket",
    N_ ("Older versions of Compose cannot hand over the engine's socket this way."), BH_NOTE_LOST },
  { "cpu-percent", N_ ("Compose 2.26 asks for a hundred times as many percent of the CPU."),
    BH_NOTE_CHANGED },
  { "env-file",
    N_ ("In files of variables Compose takes off quotes and replaces $NAME; docker leaves them."),
    BH_NOTE_CHANGED },
  { "label-file", N_ ("Compose 2.26 ignores “label_file”; a newer version is needed."),
    BH_NOTE_CHANGED },
  { "memory-swappiness", N_ ("Compose takes a swappiness of 0 for none at all."), BH_NOTE_LOST,
    "0" },
};

static char *
dup_value (BhCompose *self, const Key *key, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  g_autofree char *text = key->form == FILES ? bh_compose_dup_path (self, value, setting)
                                             : bh_compose_dup_text (self, value, setting);

  return key->form == CPUS   ? bh_compose_dup_cpus (text)
         : key->form == SIZE ? bh_compose_dup_size (text)
                             : g_steal_pointer (&text);
}

/* (transfer full): by what two items of a list are the same. */
static char *
dup_identity (const Key *key, const char *text)
{
  return g_strndup (text, key->form == NAMED ? strcspn (text, "=") : strlen (text));
}

static void
write_list (BhCompose *self, const Key *key)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = bh_compose_next (self, -1, key->option); i >= 0;
       i = bh_compose_next (self, i, key->option))
    {
      char *text = dup_value (self, key, i);

      g_autofree char *identity = dup_identity (key, text);

      if (key->form != SEARCH || !g_hash_table_contains (places, identity))
        g_hash_table_insert (places, g_steal_pointer (&identity), GUINT_TO_POINTER (texts->len));
      g_ptr_array_add (texts, text);
      g_array_append_val (settings, i);
    }
  if (texts->len > 0)
    bh_compose_open (self, BH_COMPOSE_KEY_INDENT, key->key);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *identity = dup_identity (key, texts->pdata[i]);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (places, identity)) == i)
        bh_compose_item (self, BH_COMPOSE_ITEM_INDENT, texts->pdata[i],
                         g_array_index (settings, int, i));
    }
}

static void
write_last (BhCompose *self, const Key *key)
{
  int last = bh_state_find_last (self->state, bh_option_get (key->option));
  const BhSetting *setting;
  g_autofree char *text = NULL;

  if (last < 0)
    return;
  setting = self->state->settings[last];
  if (key->form == FLAG && bh_text_is_literal (setting->value))
    {
      bh_compose_raw_pair (self, BH_COMPOSE_KEY_INDENT, key->key,
                           bh_setting_is_on (setting) ? "true" : "false", last);
      return;
    }
  text = dup_value (self, key, last);
  /* -1 as a string is refused for memswap_limit. */
  if (key->form == NUMBER || g_str_equal (text, "-1"))
    bh_compose_number_pair (self, BH_COMPOSE_KEY_INDENT, key->key, text, last);
  else
    bh_compose_pair (self, BH_COMPOSE_KEY_INDENT, key->key, text, last);
}

/* What the tables name, looked up once. */
typedef struct
{
  int keys[G_N_ELEMENTS (keys)]
          [MAX_OPTIONS + 1]; /* places in the option table; -1 behind the last */
  const BhOption *remarks[G_N_ELEMENTS (remarks)];
} Resolved;

static void
resolve_key (const Key *key, int *ret_options)
{
  guint n = 0;

  if (key->option != NULL)
    ret_options[n++] = (int) bh_option_index (bh_option_get (key->option));
  for (guint i = 0; i < MAX_OPTIONS && key->options[i] != NULL; i++)
    ret_options[n++] = (int) bh_option_index (bh_option_get (key->options[i]));
  ret_options[n] = -1;
}

static const Resolved *
resolve_once (void)
{
  static Resolved resolved;
  static gsize done;

  if (!g_once_init_enter (&done))
    return &resolved;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    resolve_key (&keys[i], resolved.keys[i]);
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    resolved.remarks[i] = bh_option_get (remarks[i].option);
  g_once_init_leave (&done, 1);
  return &resolved;
}

/* A switch says something where it is not as it would be anyway. */
static gboolean
is_as_usual (const BhSetting *setting)
{
  return setting->option->kind == BH_KIND_FLAG &&
         bh_setting_is_on (setting) == (g_strcmp0 (setting->option->default_value, "true") == 0);
}

static void
note_option (BhCompose *self, guint index)
{
  const BhSetting *setting = self->state->settings[index];
  const Resolved *resolved = resolve_once ();

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (resolved->remarks[i] == setting->option && !is_as_usual (setting) &&
        (remarks[i].value == NULL || g_str_equal (remarks[i].value, setting->value->str)))
      bh_compose_note (self, remarks[i].kind, (int) index, "%s", _ (remarks[i].advice));
}

static void
note_options (BhCompose *self)
{
  for (guint i = 0; i < self->state->n_settings; i++)
    if (self->state->settings[i]->option != NULL)
      note_option (self, i);
    else
      bh_compose_note (self, BH_NOTE_LOST, (int) i,
                       _ ("“%s” is not an option that we could say in Compose."),
                       self->state->settings[i]->unknown->str);
}

static void
write_key (BhCompose *self, const Key *key)
{
  if (key->write != NULL)
    key->write (self);
  else if (key->form >= LIST)
    write_list (self, key);
  else
    write_last (self, key);
}

/* Whether one of OPTIONS is PRESENT; also when there are none. */
static gboolean
is_needed (const int *options, const gboolean *present)
{
  if (options[0] < 0)
    return TRUE;
  for (; *options >= 0; options++)
    if (present[*options])
      return TRUE;
  return FALSE;
}

static void
write_keys (BhCompose *self)
{
  const Resolved *resolved = resolve_once ();
  g_autofree gboolean *present = NULL;
  guint n_options;

  bh_option_table (&n_options);
  present = g_new0 (gboolean, n_options);
  for (guint i = 0; i < self->state->n_settings; i++)
    if (self->state->settings[i]->option != NULL)
      present[bh_option_index (self->state->settings[i]->option)] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (is_needed (resolved->keys[i], present))
      write_key (self, &keys[i]);
}

/* (transfer full): a map of the service. */
static BhYamlNode *
build_service (BhCompose *self, const BhState *state, GHashTable *services)
{
  g_auto (BhComposeSplit) split = { NULL };
  g_autoptr (BhYamlNode) whole = NULL;

  bh_compose_split (state, services, &split);
  self->state = split.plain;
  self->indices = (const int *) (gpointer) split.indices->data;
  self->image_kept = split.image_kept;
  bh_compose_begin (self);
  write_keys (self);
  note_options (self);
  whole = bh_compose_put_back (self, bh_compose_end (self), &split, state->rest, services);
  return bh_compose_sort_service (whole);
}

/* The service's name where nothing gives it one. */
#define FALLBACK "app"

static char *
service_name (const BhState *state)
{
  int name = bh_state_find_last (state, bh_option_get ("name"));
  BhImageRef ref;

  if (name >= 0 && bh_text_is_literal (state->settings[name]->value))
    return bh_compose_dup_key (state->settings[name]->value->str, state->settings[name]->value->len,
                               FALLBACK);
  if (state->image == NULL || !bh_text_is_literal (state->image))
    return g_strdup (FALLBACK);
  bh_image_ref_parse (state->image, &ref);
  return bh_compose_dup_key (state->image->str + ref.name.begin, ref.name.end - ref.name.begin,
                             FALLBACK);
}

/* (transfer full) (element-type utf8): a name for each service, lent by TAKEN. */
static GPtrArray *
name_services (BhState *const *states, const char *const *names, guint n_states, GHashTable *taken)
{
  GPtrArray *keys_of = g_ptr_array_new ();

  for (guint i = 0; i < n_states; i++)
    {
      const BhComposeRest *rest = states[i]->rest;
      const char *given = names != NULL && names[i] != NULL ? names[i]
                          : rest != NULL                    ? rest->service
                                                            : NULL;
      g_autofree char *wish = given != NULL ? g_strdup (given) : service_name (states[i]);

      g_ptr_array_add (keys_of, (gpointer) bh_compose_take_key (taken, wish));
    }
  return keys_of;
}

static BhYamlNode *
build_services (BhCompose *self, BhState *const *states, const char *const *names, guint n_states)
{
  BhYamlNode *services = bh_yaml_mapping_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys_of = name_services (states, names, n_states, taken);

  for (guint i = 0; i < n_states; i++)
    bh_yaml_add (services, g_ptr_array_index (keys_of, i), build_service (self, states[i], taken));
  return services;
}

static BhYamlNode *
build_file (BhCompose *self, BhState *const *states, const char *const *names, guint n_states)
{
  g_autoptr (BhYamlNode) kept = bh_compose_dup_top (self, states, n_states);
  g_autoptr (BhYamlNode) file = bh_yaml_mapping_new ();
  g_autoptr (BhYamlNode) declared = NULL;
  g_autoptr (BhYamlNode) top = NULL;
  g_autoptr (BhYamlNode) whole = NULL;

  bh_yaml_add (file, "services", build_services (self, states, names, n_states));
  bh_compose_begin (self);
  bh_compose_write_declarations (self);
  declared = bh_compose_end (self);
  top = bh_compose_combine (kept, declared);
  whole = bh_compose_combine (file, top);
  return bh_compose_sort_top (whole);
}

BhOutput *
bh_export_compose_all (BhState *const *states,
                       const char *const *names,
                       guint n_states,
                       BhExportFlags flags)
{
  BhOutput *output = bh_output_new ();
  g_auto (BhComposeNames) networks = { NULL };
  g_auto (BhComposeNames) volumes = { NULL };
  BhCompose self = { .output = output, .networks = &networks, .volumes = &volumes };
  g_autoptr (BhYamlNode) file = NULL;

  bh_compose_names_init (&networks);
  bh_compose_names_init (&volumes);
  file = build_file (&self, states, names, n_states);
  bh_yaml_write (output->text, file, 0, output->spans);
  return output;
}

BhOutput *
bh_export_compose (const BhState *state, BhExportFlags flags)
{
  BhState *states[] = { (BhState *) state };

  return bh_export_compose_all (states, NULL, 1, flags);
}
