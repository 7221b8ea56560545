/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who runs the container, under which group, and with which settings of the kernel. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_cgroup_parent (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "cgroup-parent");

  if (setting >= 0 && bh_check_value (facts, setting)->len > 0)
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

/* The usual ones, and those that put a stronger wall around the container than namespaces do. */
static gboolean
is_known_runtime (const char *name)
{
  static const char *const known[] = { "",     "runc",        "io.containerd.runc.v2",
                                       "crun", "youki",       "io.containerd.kata.v2",
                                       "kata", "sysbox-runc", "io.containerd.runsc.v1",
                                       NULL };
  static const char *const families[] = { "runsc", "kata-" };

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_has_prefix (name, families[i]))
      return TRUE;
  return g_strv_contains (known, name);
}

static void
check_runtime (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "runtime");

  if (setting >= 0 && !is_known_runtime (bh_check_value (facts, setting)->str))
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

/* What Kubernetes allows without asking: bounded by the container, and no load on its node. */
static const char *const safe_sysctls[] = {
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
  NULL,
};

/* Switching this one off is not safe: it is what keeps a flood of connections harmless. */
#define SYNCOOKIES_OFF "net.ipv4.tcp_syncookies=0"

static gboolean
is_safe_sysctl (const char *value)
{
  g_autofree char *name = g_strndup (value, strcspn (value, "="));

  g_strdelimit (name, "/", '.');
  return g_strv_contains (safe_sysctls, name) && !g_str_equal (value, SYNCOOKIES_OFF);
}

static void
check_sysctl (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "sysctl"); i >= 0;
       i = bh_check_find (facts, i + 1, "sysctl"))
    if (!is_safe_sysctl (bh_check_value (facts, i)->str))
      bh_findings_add_one (findings, rule, bh_check_value (facts, i)->str, i);
}

const BhRule bh_rules_kernel[] = {
  {
      .id = "cgroup-parent",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("The container stands in another control group"),
      .message = N_ ("The control group “%s” takes the place of the engine's own."),
      .exposes = N_ ("Limits that somebody set for all containers of this computer hold in the "
                     "engine's group. This container leaves it."),
      .attack = N_ ("An intruder uses memory and CPU time that was kept for the host's own "
                    "services."),
      .legitimate =
          N_ ("When the group is a slice of systemd that was made for such containers and "
              "has limits itself."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.25", "KICS 4d9f44c6",
                                 "Docker docs: docker container run, cgroup-parent", NULL },
      .check = check_cgroup_parent,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use the engine's group"),
                   .breaks = N_ ("Limits of the other group no longer hold for this container."),
                   .apply = bh_fix_remove_all,
                   .parameter = "cgroup-parent" } },
      .bad = "--cgroup-parent /system.slice nginx",
      .good = "--cgroupns private nginx",
  },
  {
      .id = "runtime-custom",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_OTHER,
      .title = N_ ("Another runtime starts the container"),
      .message = N_ ("“%s” puts up the walls in place of the engine's usual runtime."),
      .exposes = N_ ("The runtime makes the namespaces and drops the rights. Whether the other "
                     "settings here hold depends on it."),
      .attack = N_ ("A runtime that leaves out a wall leaves it out for every intruder. A flaw in "
                    "it has the rights of the engine: root, usually."),
      .legitimate =
          N_ ("When you know what it is for: graphics cards (nvidia), or virtual machines. "
              "gVisor (runsc) and Kata Containers are stronger than the usual one."),
      .references = (const char *const[]){ "Docker docs: Alternative container runtimes", NULL },
      .check = check_runtime,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use the engine's usual runtime"),
                   .breaks = N_ ("What the other runtime prepares is missing. Graphics cards are "
                                 "handed over with --gpus as well."),
                   .apply = bh_fix_remove_all,
                   .parameter = "runtime" } },
      .bad = "--runtime nvidia nginx",
      .good = "--runtime runsc nginx",
  },
  {
      .id = "sysctl-unsafe",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_OTHER,
      .title = N_ ("A setting of the kernel is changed"),
      .message = N_ ("“%s” is not one of the settings that are known to be harmless."),
      .exposes =
          N_ ("The setting holds for this container only; Docker refuses those of the whole "
              "computer. Larger queues and buffers still come out of the kernel's memory, which "
              "all share, and some settings switch off a protection."),
      .attack =
          N_ ("An intruder fills the queues that were made larger, or uses what was switched on, "
              "such as forwarding packets from one network to another."),
      .legitimate = N_ ("For tuning that somebody measured, such as net.core.somaxconn for a busy "
                        "server, or forwarding for a VPN."),
      .references = (const char *const[]){ "Trivy KSV-0026", "Kubernetes Pod Security: Baseline",
                                           "Docker docs: docker container run, sysctl", NULL },
      .check = check_sysctl,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Leave the setting as it is"),
                   .breaks = N_ ("The program may warn about it, get slower under load, or, if it "
                                 "routes packets, no longer do so."),
                   .apply = bh_fix_remove } },
      .bad = "--sysctl net.ipv4.ip_forward=1 nginx",
      .good = "--sysctl net.ipv4.ip_unprivileged_port_start=80 nginx",
  },
};
const guint bh_n_rules_kernel = G_N_ELEMENTS (bh_rules_kernel);
