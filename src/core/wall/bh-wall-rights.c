/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walls of rights: users, capabilities and devices, the kernel, resources. */

#include "wall/bh-wall-private.h"

#include "bh-i18n.h"
#include "value/bh-capability.h"

gboolean
bh_wall_check_users (BhWall *self, const BhFacts *facts)
{
  gboolean root = facts->user_root || facts->user_unknown;

  if (root)
    bh_wall_open (self, facts->user_setting, "user", BH_FLOW_BOTH, "root", "root",
                  facts->user_root
                      ? _ ("It runs as root, which has the same number on both sides.")
                      : _ ("Unless the image says otherwise it runs as root, which has the same "
                           "number on both sides."));
  if (facts->userns.mode == BH_NAMESPACE_HOST)
    bh_wall_open (self, facts->userns.setting, NULL, BH_FLOW_BOTH, _ ("users"), "",
                  _ ("Users are not kept apart, even where the engine would."));
  if (!facts->no_new_privileges.on)
    bh_wall_open (self, facts->no_new_privileges.setting, "security-opt", BH_FLOW_OUT, _ ("root"),
                  "setuid", _ ("Programs in it may become root, as sudo does."));
  return !(root && facts->privileged.on);
}

static void
open_capabilities (BhWall *self, const BhFacts *facts)
{
  for (guint i = 0; i < BH_N_CAPABILITIES; i++)
    if ((facts->capabilities_added & BH_CAP_BIT (i)) != 0 && facts->added_by[i] != BH_NOBODY)
      bh_wall_open (self, facts->added_by[i], NULL, BH_FLOW_OUT, bh_capability_to_string (i), "",
                    _ (bh_capability_get_summary (i)));
  if ((facts->capabilities & BH_CAP_DEFAULT_MASK & ~facts->capabilities_added) != 0)
    bh_wall_open (self, BH_NOBODY, "cap-drop", BH_FLOW_OUT, _ ("usual rights"), "",
                  _ ("Root in it keeps rights that Docker gives to every container."));
}

static void
open_devices (BhWall *self, const BhFacts *facts)
{
  for (guint i = 0; i < facts->devices->len; i++)
    {
      const BhDeviceFact *device = bh_facts_device (facts, i);

      bh_wall_open (self, device->setting, NULL, BH_FLOW_BOTH, device->host, "",
                    _ ("It may use this device."));
    }
  if (facts->device_cgroup_rule != BH_NOBODY)
    bh_wall_open (self, facts->device_cgroup_rule, NULL, BH_FLOW_BOTH,
                  facts->state->settings[facts->device_cgroup_rule]->value->str, "",
                  _ ("It may use every device with these numbers."));
}

gboolean
bh_wall_check_rights (BhWall *self, const BhFacts *facts)
{
  if (facts->privileged.on)
    {
      bh_wall_open (self, facts->privileged.setting, NULL, BH_FLOW_BOTH, "--privileged", "",
                    _ ("Every right, and every device of the host."));
      return FALSE;
    }
  if (facts->add_all != BH_NOBODY)
    {
      bh_wall_open (self, facts->add_all, NULL, BH_FLOW_OUT, "ALL", "", _ ("Every right."));
      return FALSE;
    }
  open_capabilities (self, facts);
  open_devices (self, facts);
  return TRUE;
}

gboolean
bh_wall_check_kernel (BhWall *self, const BhFacts *facts)
{
  const struct
  {
    const BhFlagFact *fact;
    const char *outside;
    const char *text;
  } guards[] = {
    { &facts->seccomp_unconfined, _ ("system calls"),
      _ ("Every system call gets through, also those that the filter keeps out.") },
    { &facts->apparmor_unconfined, "AppArmor",
      _ ("AppArmor no longer guards the kernel's files.") },
    { &facts->selinux_disabled, "SELinux",
      _ ("SELinux no longer keeps it away from the host's files.") },
    { &facts->systempaths_unconfined, "/proc /sys",
      _ ("Files of the kernel that are covered or read-only elsewhere can be changed.") },
    { &facts->writable_cgroups, "cgroups", _ ("It can change its own limits.") },
  };

  if (facts->privileged.on)
    {
      bh_wall_open (self, facts->privileged.setting, NULL, BH_FLOW_OUT, "--privileged", "",
                    _ ("No filter, no cover, no confinement."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    if (guards[i].fact->on)
      bh_wall_open (self, guards[i].fact->setting, NULL, BH_FLOW_OUT, guards[i].outside, "",
                    guards[i].text);
  return TRUE;
}

gboolean
bh_wall_check_resources (BhWall *self, const BhFacts *facts)
{
  const struct
  {
    const BhFlagFact *fact;
    const char *option;
    const char *outside;
    const char *text;
  } limits[] = {
    { &facts->memory, "memory", _ ("memory"), _ ("It may use all memory of this computer.") },
    { &facts->cpus, "cpus", _ ("CPU time"), _ ("It may use all CPUs of this computer.") },
    { &facts->pids, "pids-limit", _ ("processes"),
      _ ("It may start as many processes as the kernel has room for.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (!limits[i].fact->on)
      bh_wall_open (self, limits[i].fact->setting, limits[i].option, BH_FLOW_OUT, limits[i].outside,
                    "", limits[i].text);
  return self->openings->len < G_N_ELEMENTS (limits);
}
