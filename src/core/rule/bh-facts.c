/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts.h"

#include <stdlib.h>
#include <string.h>

#include "rule/bh-facts-private.h"
#include "run/bh-overriding.h"
#include "value/bh-byte-size.h"
#include "value/bh-image-ref.h"
#include "value/bh-secret.h"

const char *
bh_facts_keep_range (BhFacts *facts, const BhText *value, BhRange range)
{
  return g_string_chunk_insert_len (facts->strings, value->str + range.begin,
                                    (gssize) (range.end - range.begin));
}

static BhFlagFact
flag (const BhText *value, int setting)
{
  /* As the client's ParseBool; anything else is refused before a rule matters. */
  return (BhFlagFact){ value->len > 0 && strchr ("1tT", value->str[0]) != NULL, setting };
}

/* Flags whose fact is simply whether they are on. */
#define DEFINE_FLAG(field)                                                                         \
  static void gather_##field (BhFacts *facts, const BhText *value, int setting)                    \
  {                                                                                                \
    facts->field = flag (value, setting);                                                          \
  }

DEFINE_FLAG (privileged)
DEFINE_FLAG (read_only_root)
DEFINE_FLAG (init)
DEFINE_FLAG (publish_all)
DEFINE_FLAG (oom_kill_disable)
DEFINE_FLAG (detach)

static void
gather_restart (BhFacts *facts, const BhText *value, int setting)
{
  facts->restart = (BhFlagFact){ value->len > 0 && !g_str_equal (value->str, "no"), setting };
}

static BhNamespaceFact
namespace_of (const BhText *value, int setting)
{
  BhNamespace mode = g_str_equal (value->str, "host")              ? BH_NAMESPACE_HOST
                     : g_str_has_prefix (value->str, "container:") ? BH_NAMESPACE_CONTAINER
                     : g_str_equal (value->str, "shareable")       ? BH_NAMESPACE_SHAREABLE
                                                                   : BH_NAMESPACE_PRIVATE;

  return (BhNamespaceFact){ mode, setting };
}

#define DEFINE_NAMESPACE(field)                                                                    \
  static void gather_##field (BhFacts *facts, const BhText *value, int setting)                    \
  {                                                                                                \
    facts->field = namespace_of (value, setting);                                                  \
  }

DEFINE_NAMESPACE (pid)
DEFINE_NAMESPACE (ipc)
DEFINE_NAMESPACE (uts)
DEFINE_NAMESPACE (userns)
DEFINE_NAMESPACE (cgroupns)

static gboolean
holds_secret (const BhVariableFact *variable)
{
  return ((variable->names_secret && !bh_secret_is_path (variable->value)) ||
          bh_secret_is_value (variable->value)) &&
         !bh_secret_is_switch (variable->value);
}

static void
gather_variable (BhFacts *facts, const BhText *value, int setting)
{
  guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
  BhVariableFact variable = { .setting = setting };

  variable.name = bh_facts_keep_range (facts, value, (BhRange){ 0, equals });
  if (equals < value->len)
    {
      BhRange range = { equals + 1, value->len };

      variable.value = bh_facts_keep_range (facts, value, range);
      variable.expands = bh_text_range_expands (value, range);
      variable.names_secret = bh_secret_is_name (variable.name);
      variable.secret = holds_secret (&variable);
    }
  g_array_append_val (facts->variables, variable);
}

static void
gather_memory (BhFacts *facts, const BhText *value, int setting)
{
  gboolean known = bh_byte_size_parse (value->str, &facts->memory_bytes);

  /* What the shell will say counts as a limit; 0 is none. */
  facts->memory =
      (BhFlagFact){ known ? facts->memory_bytes > 0 : !bh_text_is_literal (value), setting };
}

static void
gather_memory_swap (BhFacts *facts, const BhText *value, int setting)
{
  guint64 bytes = 0;

  if (g_str_equal (value->str, "-1"))
    facts->memory_swap_bytes = -1;
  else if (bh_byte_size_parse (value->str, &bytes))
    facts->memory_swap_bytes = (gint64) bytes;
  facts->memory_swap =
      (BhFlagFact){ facts->memory_swap_bytes != 0 || !bh_text_is_literal (value), setting };
}

/* "1/2" and "0x1" too: what matters is whether there is something else than zeros. */
static void
gather_cpus (BhFacts *facts, const BhText *value, int setting)
{
  if (!bh_text_is_literal (value) || strpbrk (value->str, "123456789abcdef") != NULL)
    facts->cpus = (BhFlagFact){ TRUE, setting };
}

static void
gather_cpu_quota (BhFacts *facts, const BhText *value, int setting)
{
  if (!bh_text_is_literal (value) || g_ascii_strtoll (value->str, NULL, 10) > 0)
    facts->cpus = (BhFlagFact){ TRUE, setting };
}

static void
gather_pids (BhFacts *facts, const BhText *value, int setting)
{
  /* 0 and everything below mean no limit. */
  facts->pids =
      (BhFlagFact){ !bh_text_is_literal (value) || g_ascii_strtoll (value->str, NULL, 10) > 0,
                    setting };
}

static void
gather_oom_score_adj (BhFacts *facts, const BhText *value, int setting)
{
  facts->oom_score_adj = (gint) g_ascii_strtoll (value->str, NULL, 10);
  facts->oom_score_adj_setting = setting;
}

static void
gather_device_cgroup_rule (BhFacts *facts, const BhText *value, int setting)
{
  if (facts->device_cgroup_rule == BH_NOBODY)
    facts->device_cgroup_rule = setting;
}

static void
gather_volumes_from (BhFacts *facts, const BhText *value, int setting)
{
  if (facts->volumes_from == BH_NOBODY)
    facts->volumes_from = setting;
}

static void
gather_group_add (BhFacts *facts, const BhText *value, int setting)
{
  if (facts->group_add == BH_NOBODY)
    facts->group_add = setting;
}

static const struct
{
  const char *option;
  BhGather gather;
} gatherers[] = {
  { "cap-add", bh_gather_cap_add },
  { "cap-drop", bh_gather_cap_drop },
  { "cgroupns", gather_cgroupns },
  { "cpu-quota", gather_cpu_quota },
  { "cpus", gather_cpus },
  { "detach", gather_detach },
  { "device", bh_gather_device },
  { "device-cgroup-rule", gather_device_cgroup_rule },
  { "env", gather_variable },
  { "group-add", gather_group_add },
  { "init", gather_init },
  { "ipc", gather_ipc },
  { "memory", gather_memory },
  { "memory-swap", gather_memory_swap },
  { "mount", bh_gather_mount },
  { "network", bh_gather_network },
  { "oom-kill-disable", gather_oom_kill_disable },
  { "oom-score-adj", gather_oom_score_adj },
  { "pid", gather_pid },
  { "pids-limit", gather_pids },
  { "privileged", gather_privileged },
  { "publish", bh_gather_port },
  { "publish-all", gather_publish_all },
  { "read-only", gather_read_only_root },
  { "restart", gather_restart },
  { "security-opt", bh_gather_security_opt },
  { "tmpfs", bh_gather_tmpfs },
  { "user", bh_gather_user },
  { "userns", gather_userns },
  { "uts", gather_uts },
  { "volume", bh_gather_volume },
  { "volumes-from", gather_volumes_from },
};

/* For each option of the table, what reads it. Made once. */
static const BhGather *
gatherers_by_option (void)
{
  static BhGather *by_option;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      guint n_options;

      bh_option_table (&n_options);
      by_option = g_new0 (BhGather, n_options);
      for (guint i = 0; i < G_N_ELEMENTS (gatherers); i++)
        by_option[bh_option_index (bh_option_get (gatherers[i].option))] = gatherers[i].gather;
      g_once_init_leave (&done, 1);
    }
  return by_option;
}

static void
gather_image (BhFacts *facts)
{
  const BhText *image = facts->state->image;
  BhImageRef ref;

  facts->image = facts->image_host = facts->image_path = facts->image_name = facts->image_tag = "";
  if (image == NULL)
    return;
  bh_image_ref_parse (image, &ref);
  facts->image = image->str;
  if (ref.host.end > 0)
    facts->image_host = bh_facts_keep_range (facts, image, ref.host);
  facts->image_path = bh_facts_keep_range (facts, image, ref.path);
  if (g_str_has_prefix (facts->image_path, "library/"))
    facts->image_path += strlen ("library/");
  facts->image_name = bh_facts_keep_range (facts, image, ref.name);
  facts->image_tag = bh_facts_keep_range (facts, image, ref.tag);
  facts->known_image = bh_known_image_find (facts->image_host, facts->image_path);
  facts->image_digest = ref.digest.end > ref.digest.begin;
  facts->image_expands = !bh_text_is_literal (image);
}

static void
nobody_yet (BhFacts *self)
{
  const BhFlagFact nothing = { FALSE, BH_NOBODY };
  const BhNamespaceFact own = { BH_NAMESPACE_PRIVATE, BH_NOBODY };

  self->privileged = self->no_new_privileges = self->seccomp_unconfined = nothing;
  self->seccomp_custom = self->apparmor_unconfined = self->selinux_disabled = nothing;
  self->selinux_identity = self->systempaths_unconfined = self->writable_cgroups = nothing;
  self->read_only_root = self->init = self->publish_all = self->detach = self->restart = nothing;
  self->memory = self->memory_swap = self->cpus = self->pids = self->oom_kill_disable = nothing;
  self->pid = self->ipc = self->uts = self->userns = self->cgroupns = own;
  self->add_all = self->drop_all = self->user_setting = self->network_setting = BH_NOBODY;
  self->device_cgroup_rule = self->volumes_from = self->group_add = BH_NOBODY;
  self->oom_score_adj_setting = BH_NOBODY;
  for (guint i = 0; i < G_N_ELEMENTS (self->added_by); i++)
    self->added_by[i] = BH_NOBODY;
  self->user = self->network_name = "";
  self->user_unknown = TRUE;
  self->uid = self->gid = -1;
}

static void
gather_settings (BhFacts *self)
{
  const BhState *state = self->state;
  const BhGather *by_option = gatherers_by_option ();
  g_autofree int *overriding = bh_state_find_overriding (state, bh_option_get ("env"));

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];
      BhGather gather =
          setting->option != NULL ? by_option[bh_option_index (setting->option)] : NULL;

      if (gather != NULL && (overriding == NULL || overriding[i] < 0))
        gather (self, setting->value, (int) i);
    }
}

BhFacts *
bh_facts_new (const BhState *state)
{
  BhFacts *self = g_new0 (BhFacts, 1);

  self->state = state;
  self->strings = g_string_chunk_new (512);
  self->ports = g_array_new (FALSE, FALSE, sizeof (BhPortFact));
  self->mounts = g_array_new (FALSE, FALSE, sizeof (BhMountFact));
  self->variables = g_array_new (FALSE, FALSE, sizeof (BhVariableFact));
  self->devices = g_array_new (FALSE, FALSE, sizeof (BhDeviceFact));
  nobody_yet (self);
  gather_settings (self);
  bh_facts_settle_capabilities (self);
  bh_facts_settle_network (self);
  gather_image (self);
  return self;
}

void
bh_facts_free (BhFacts *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->strings);
  g_array_unref (self->ports);
  g_array_unref (self->mounts);
  g_array_unref (self->variables);
  g_array_unref (self->devices);
  g_free (self);
}
