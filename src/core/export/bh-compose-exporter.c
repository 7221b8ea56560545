/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-image-ref.h"

typedef enum
{
  TEXT,   /* the last one, as a string */
  NUMBER, /* the last one, as it is */
  FLAG,   /* the last one, true or false */
  LIST,   /* all, as a list of strings */
} Form;

/* A key of a service, in the order that people write them. What has a writer is its own affair. */
typedef struct
{
  const char *key;
  const char *option;
  Form form;
  void (*write) (BhCompose *self);
} Key;

static const Key keys[] = {
  { .write = bh_compose_write_image },
  { "platform", "platform", TEXT },
  { "pull_policy", "pull", TEXT },
  { "container_name", "name", TEXT },
  { "hostname", "hostname", TEXT },
  { "domainname", "domainname", TEXT },
  { .write = bh_compose_write_entrypoint },
  { .write = bh_compose_write_command },
  { "working_dir", "workdir", TEXT },
  { "user", "user", TEXT },
  { "group_add", "group-add", LIST },
  { "init", "init", FLAG },
  { "stdin_open", "interactive", FLAG },
  { "tty", "tty", FLAG },
  { "restart", "restart", TEXT },
  { "stop_signal", "stop-signal", TEXT },
  { .write = bh_compose_write_stop },
  { .write = bh_compose_write_ports },
  { "expose", "expose", LIST },
  { .write = bh_compose_write_networks },
  { "dns", "dns", LIST },
  { "dns_search", "dns-search", LIST },
  { "dns_opt", "dns-option", LIST },
  { "extra_hosts", "add-host", LIST },
  { "external_links", "link", LIST },
  { .write = bh_compose_write_volumes },
  { .write = bh_compose_write_volumes_from },
  { "tmpfs", "tmpfs", LIST },
  { "read_only", "read-only", FLAG },
  { "env_file", "env-file", LIST },
  { .write = bh_compose_write_environment },
  { "labels", "label", LIST },
  { "label_file", "label-file", LIST },
  { "annotations", "annotation", LIST },
  { "privileged", "privileged", FLAG },
  { "cap_add", "cap-add", LIST },
  { "cap_drop", "cap-drop", LIST },
  { "security_opt", "security-opt", LIST },
  { "devices", "device", LIST },
  { "device_cgroup_rules", "device-cgroup-rule", LIST },
  { "pid", "pid", TEXT },
  { "ipc", "ipc", TEXT },
  { "uts", "uts", TEXT },
  { "userns_mode", "userns", TEXT },
  { "cgroup", "cgroupns", TEXT },
  { "cgroup_parent", "cgroup-parent", TEXT },
  { "runtime", "runtime", TEXT },
  { "isolation", "isolation", TEXT },
  { "cpus", "cpus", TEXT },
  { "cpuset", "cpuset-cpus", TEXT },
  { "cpu_shares", "cpu-shares", NUMBER },
  { "cpu_period", "cpu-period", TEXT },
  { "cpu_quota", "cpu-quota", TEXT },
  { "cpu_rt_period", "cpu-rt-period", TEXT },
  { "cpu_rt_runtime", "cpu-rt-runtime", TEXT },
  { "cpu_count", "cpu-count", NUMBER },
  { "cpu_percent", "cpu-percent", NUMBER },
  { "mem_limit", "memory", TEXT },
  { "mem_reservation", "memory-reservation", TEXT },
  { "memswap_limit", "memory-swap", TEXT },
  { "mem_swappiness", "memory-swappiness", NUMBER },
  { "oom_kill_disable", "oom-kill-disable", FLAG },
  { "oom_score_adj", "oom-score-adj", NUMBER },
  { "pids_limit", "pids-limit", NUMBER },
  { "shm_size", "shm-size", TEXT },
  { .write = bh_compose_write_ulimits },
  { .write = bh_compose_write_blkio },
  { .write = bh_compose_write_gpus },
  { "sysctls", "sysctl", LIST },
  { "storage_opt", "storage-opt", LIST },
  { .write = bh_compose_write_healthcheck },
  { .write = bh_compose_write_logging },
};

/* What Compose has no words for, and what to do instead. */
static const struct
{
  const char *option;
  const char *advice;
} losses[] = {
  { "attach",
    N_ ("Compose attaches by itself: “docker compose up” shows what the service prints.") },
  { "cidfile",
    N_ ("Compose writes no file with the container's id; “docker compose ps -q” prints it.") },
  { "cpuset-mems", N_ ("Compose cannot choose memory nodes (--cpuset-mems).") },
  { "detach",
    N_ ("Whether it runs in the background is said when starting: “docker compose up --detach”.") },
  { "detach-keys", N_ ("Compose knows no detach keys; “docker compose up --detach” needs none.") },
  { "disable-content-trust", N_ ("Compose does not check signatures of images this way.") },
  { "io-maxbandwidth", N_ ("Compose cannot limit the system drive of Windows containers.") },
  { "io-maxiops", N_ ("Compose cannot limit the system drive of Windows containers.") },
  { "kernel-memory", N_ ("Compose has no kernel memory limit; current kernels ignore it anyway.") },
  { "publish-all",
    N_ ("Compose cannot publish every port of the image: list the ports under “ports”.") },
  { "quiet",
    N_ ("Whether pulling is shown is said when starting: “docker compose up --quiet-pull”.") },
  { "rm", N_ ("Compose removes containers when told: “docker compose down”, or “docker compose run "
              "--rm”.") },
  { "sig-proxy", N_ ("Compose always passes signals on.") },
  { "use-api-socket",
    N_ ("Older versions of Compose cannot hand over the engine's socket this way.") },
  { "volume-driver",
    N_ ("In Compose a volume's driver is said at the top level, under “volumes”.") },
};

static void
write_list (BhCompose *self, const Key *key, const BhOption *option)
{
  int first = bh_state_find (self->state, 0, option);

  if (first >= 0)
    bh_compose_open (self, BH_COMPOSE_KEY_INDENT, key->key);
  for (int i = first; i >= 0; i = bh_state_find (self->state, (guint) i + 1, option))
    {
      g_autofree char *text = bh_compose_dup_text (self, self->state->settings[i]->value, i);

      bh_compose_item (self, BH_COMPOSE_ITEM_INDENT, text, i);
    }
}

static void
write_last (BhCompose *self, const Key *key, const BhOption *option)
{
  int last = bh_state_find_last (self->state, option);
  const BhSetting *setting;
  g_autofree char *text = NULL;

  if (last < 0)
    return;
  setting = self->state->settings[last];
  text = bh_compose_dup_text (self, setting->value, last);
  if (key->form == FLAG)
    bh_compose_raw_pair (self, BH_COMPOSE_KEY_INDENT, key->key,
                         bh_setting_is_on (setting) ? "true" : "false", last);
  /* -1 as a string is refused for memswap_limit. */
  else if ((key->form == NUMBER && bh_text_is_literal (setting->value)) || g_str_equal (text, "-1"))
    bh_compose_raw_pair (self, BH_COMPOSE_KEY_INDENT, key->key, text, last);
  else
    bh_compose_pair (self, BH_COMPOSE_KEY_INDENT, key->key, text, last);
}

static void
note_losses (BhCompose *self)
{
  for (guint i = 0; i < self->state->n_settings; i++)
    {
      const BhSetting *setting = self->state->settings[i];

      if (setting->option == NULL)
        bh_compose_note (self, BH_NOTE_LOST, (int) i,
                         _ ("“%s” is not an option that we could say in Compose."),
                         setting->unknown->str);
      for (guint j = 0; setting->option != NULL && j < G_N_ELEMENTS (losses); j++)
        if (strcmp (losses[j].option, setting->option->name) == 0 &&
            (setting->option->kind != BH_KIND_FLAG || bh_setting_is_on (setting)))
          bh_compose_note (self, BH_NOTE_LOST, (int) i, "%s", _ (losses[j].advice));
    }
}

static void
write_service (BhCompose *self, const char *name)
{
  bh_compose_open (self, 2, name);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const BhOption *option = keys[i].option != NULL ? bh_option_get (keys[i].option) : NULL;

      if (keys[i].write != NULL)
        keys[i].write (self);
      else if (keys[i].form == LIST)
        write_list (self, &keys[i], option);
      else
        write_last (self, &keys[i], option);
    }
  note_losses (self);
}

/* Letters, digits, dots, dashes and underscores of STR; "app" if nothing is left. (transfer full)
 */
static char *
legal_name (const char *str, gsize len)
{
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < len; i++)
    if (g_ascii_isalnum (str[i]) || (name->len > 0 && strchr ("._-", str[i]) != NULL))
      g_string_append_c (name, str[i]);
  if (name->len == 0)
    g_string_append (name, "app");
  return g_string_free (name, FALSE);
}

static char *
service_name (const BhState *state)
{
  int name = bh_state_find_last (state, bh_option_get ("name"));
  BhImageRef ref;

  if (name >= 0 && bh_text_is_literal (state->settings[name]->value))
    return legal_name (state->settings[name]->value->str, state->settings[name]->value->len);
  if (state->image == NULL || !bh_text_is_literal (state->image))
    return g_strdup ("app");
  bh_image_ref_parse (state->image, &ref);
  return legal_name (state->image->str + ref.name.begin, ref.name.end - ref.name.begin);
}

/* A name that none of the earlier services has. (transfer full) */
static char *
unique_name (GPtrArray *taken, const char *wish)
{
  char *name = g_strdup (wish);

  for (guint i = 2; g_ptr_array_find_with_equal_func (taken, name, g_str_equal, NULL); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", wish, i);
    }
  return name;
}

static void
write_declarations (BhCompose *self)
{
  if (self->networks->len > 0)
    bh_compose_open (self, 0, "networks");
  for (guint i = 0; i < self->networks->len; i++)
    {
      bh_compose_open (self, 2, g_ptr_array_index (self->networks, i));
      g_string_append (self->out, "    external: true\n");
    }
  if (self->volumes->len > 0)
    bh_compose_open (self, 0, "volumes");
  for (guint i = 0; i < self->volumes->len; i++)
    {
      const char *name = g_ptr_array_index (self->volumes, i);

      bh_compose_open (self, 2, name);
      /* Without it Compose would put the project's name in front. */
      g_string_append (self->out, "    name: ");
      g_string_append (self->out, name);
      g_string_append_c (self->out, '\n');
    }
}

BhOutput *
bh_export_compose_all (BhState *const *states,
                       const char *const *names,
                       guint n_states,
                       BhExportFlags flags)
{
  BhOutput *output = bh_output_new ();
  g_autoptr (GPtrArray) networks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) volumes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);
  BhCompose self = { NULL, output, output->text, networks, volumes };

  g_string_append (output->text, "services:\n");
  for (guint i = 0; i < n_states; i++)
    {
      g_autofree char *wish =
          names != NULL && names[i] != NULL ? g_strdup (names[i]) : service_name (states[i]);
      char *name = unique_name (taken, wish);

      g_ptr_array_add (taken, name);
      self.state = states[i];
      write_service (&self, name);
    }
  write_declarations (&self);
  return output;
}

BhOutput *
bh_export_compose (const BhState *state, BhExportFlags flags)
{
  BhState *states[] = { (BhState *) state };

  return bh_export_compose_all (states, NULL, 1, flags);
}
