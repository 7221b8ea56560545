/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that rest on users, rights, namespaces and what holds the container back. */

#include "rule/bh-path-steps.h"

#include "rule/bh-checks.h"
#include "value/bh-capability.h"

static void
add_cause (GArray *causes, int setting)
{
  if (setting >= 0)
    g_array_append_val (causes, setting);
}

static const BhFlagFact *
flag_at (const BhFacts *facts, guint place)
{
  return G_STRUCT_MEMBER_P (facts, place);
}

static const BhNamespaceFact *
namespace_at (const BhFacts *facts, guint place)
{
  return G_STRUCT_MEMBER_P (facts, place);
}

gboolean
bh_step_on (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, flag_at (facts, value)->setting);
  return flag_at (facts, value)->on;
}

gboolean
bh_step_off (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, flag_at (facts, value)->setting);
  return !flag_at (facts, value)->on;
}

gboolean
bh_step_switched_off (const BhFacts *facts, guint value, GArray *causes)
{
  return flag_at (facts, value)->setting >= 0 && bh_step_off (facts, value, causes);
}

gboolean
bh_step_host_namespace (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, namespace_at (facts, value)->setting);
  return namespace_at (facts, value)->mode == BH_NAMESPACE_HOST;
}

gboolean
bh_step_users_unmapped (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_step_host_namespace (facts, value, causes) && facts->state->engine == BH_ENGINE_DOCKER;
}

gboolean
bh_step_cgroups_of_host (const BhFacts *facts, guint value, GArray *causes)
{
  const BhNamespaceFact *fact = &facts->cgroupns;

  add_cause (causes, fact->setting);
  return fact->setting == BH_NOBODY || fact->mode == BH_NAMESPACE_HOST;
}

gboolean
bh_step_other_namespace (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, namespace_at (facts, value)->setting);
  return namespace_at (facts, value)->mode == BH_NAMESPACE_CONTAINER;
}

gboolean
bh_step_setting (const BhFacts *facts, guint value, GArray *causes)
{
  const int setting = G_STRUCT_MEMBER (int, facts, value);

  add_cause (causes, setting);
  return setting >= 0;
}

gboolean
bh_step_may_be_root (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, facts->user_setting);
  return bh_check_may_be_root (facts);
}

gboolean
bh_step_is_not_root (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, facts->user_setting);
  return !bh_check_may_be_root (facts);
}

/* From here on, nobody has the number unless somebody gave it out. */
#define FIRST_UNUSED_ID 10000

/* "$(id -u):$(id -g)" is meant to be one. */
gboolean
bh_step_is_host_account (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, facts->user_setting);
  if (facts->user_setting >= 0 && facts->user_unknown)
    return TRUE;
  return facts->uid > 0 && facts->uid < FIRST_UNUSED_ID && facts->gid > 0;
}

gboolean
bh_step_capability (const BhFacts *facts, guint value, GArray *causes)
{
  if (!bh_check_has_capability (facts, value))
    return FALSE;
  add_cause (causes, facts->privileged.on                  ? facts->privileged.setting
                     : facts->added_by[value] != BH_NOBODY ? facts->added_by[value]
                                                           : facts->add_all);
  return TRUE;
}

gboolean
bh_step_adds_capability (const BhFacts *facts, guint value, GArray *causes)
{
  gboolean found = FALSE;

  for (guint i = 0; i < BH_N_CAPABILITIES; i++)
    if (facts->added_by[i] >= 0 && (facts->capabilities_usual & BH_CAP_BIT (i)) == 0)
      {
        add_cause (causes, facts->added_by[i]);
        found = TRUE;
      }
  return found;
}

gboolean
bh_step_can_regain (const BhFacts *facts, guint value, GArray *causes)
{
  return facts->capabilities != 0;
}

static gboolean
asks_for_builtin_seccomp (const BhFacts *facts)
{
  return facts->seccomp_unconfined.setting >= 0 && !facts->seccomp_unconfined.on &&
         !facts->seccomp_custom.on;
}

gboolean
bh_step_means_to_confine (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  for (int i = bh_check_find (facts, 0, "cap-drop"); i >= 0;
       i = bh_check_find (facts, i + 1, "cap-drop"))
    add_cause (causes, i);
  if (facts->read_only_root.on)
    add_cause (causes, facts->read_only_root.setting);
  if (asks_for_builtin_seccomp (facts))
    add_cause (causes, facts->seccomp_unconfined.setting);
  return causes->len > before;
}

static BhDeviceKind
kind_of_rule (const BhText *rule)
{
  return rule->str[0] == 'b' || rule->str[0] == 'a' ? BH_DEVICE_DISK : BH_DEVICE_OTHER;
}

gboolean
bh_step_device (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  for (guint i = 0; i < facts->devices->len; i++)
    if ((BH_CLASS (bh_facts_device (facts, i)->kind) & value) != 0)
      add_cause (causes, bh_facts_device (facts, i)->setting);
  return causes->len > before;
}

/* The device, or a rule for its kind with which a file for it can be made. */
gboolean
bh_step_device_or_rule (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  bh_step_device (facts, value, causes);
  if (facts->device_cgroup_rule == BH_NOBODY || !bh_check_has_capability (facts, BH_CAP_MKNOD))
    return causes->len > before;
  for (int i = bh_check_find (facts, 0, "device-cgroup-rule"); i >= 0;
       i = bh_check_find (facts, i + 1, "device-cgroup-rule"))
    if ((BH_CLASS (kind_of_rule (bh_check_value (facts, i))) & value) != 0)
      add_cause (causes, i);
  return causes->len > before;
}

gboolean
bh_step_killed_last (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  if (facts->oom_kill_disable.on)
    add_cause (causes, facts->oom_kill_disable.setting);
  if (facts->oom_score_adj_setting >= 0 && facts->oom_score_adj < 0)
    add_cause (causes, facts->oom_score_adj_setting);
  return causes->len > before;
}

gboolean
bh_step_boundless_swap (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, facts->memory_swap.setting);
  return facts->memory_swap.on && facts->memory_swap_bytes < 0;
}

gboolean
bh_step_boundless_log (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_check_log_is_boundless (facts);
}

gboolean
bh_step_runs_unwatched (const BhFacts *facts, guint value, GArray *causes)
{
  add_cause (causes, facts->detach.on ? facts->detach.setting : facts->restart.setting);
  return bh_check_is_service (facts);
}

gboolean
bh_step_restarts (const BhFacts *facts, guint value, GArray *causes)
{
  if (!facts->restart.on)
    return FALSE;
  add_cause (causes, facts->restart.setting);
  return !g_str_has_prefix (bh_check_value (facts, facts->restart.setting)->str, "on-failure");
}

/* "on-failure" with no number, or with 0, never gives up either. */
gboolean
bh_step_restarts_at_once (const BhFacts *facts, guint value, GArray *causes)
{
  static const char *const endless[] = { "always", "on-failure", "on-failure:0", NULL };

  if (!facts->restart.on)
    return FALSE;
  add_cause (causes, facts->restart.setting);
  return g_strv_contains (endless, bh_check_value (facts, facts->restart.setting)->str);
}
