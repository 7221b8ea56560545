/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--cgroup-parent /system.slice i", "cgroup-parent", BH_SEVERITY_MEDIUM, "/system.slice" },
  { "--cgroup-parent '' i", "cgroup-parent", SILENT, NULL },
  { "--cgroupns host i", "cgroup-parent", SILENT, NULL },
  { "--runtime nvidia i", "runtime-custom", BH_SEVERITY_INFO, "nvidia" },
  { "--runtime runc i", "runtime-custom", SILENT, NULL },
  { "--runtime runsc-kvm i", "runtime-custom", SILENT, NULL },
  { "--runtime kata-qemu i", "runtime-custom", SILENT, NULL },
  { "--runtime katana i", "runtime-custom", BH_SEVERITY_INFO, NULL },
  { "--runtime nvidia --runtime runc i", "runtime-custom", SILENT, NULL },
  { "--sysctl net.core.somaxconn=1024 i", "sysctl-unsafe", BH_SEVERITY_LOW,
    "net.core.somaxconn=1024" },
  { "--sysctl kernel.shmmax=1 i", "sysctl-unsafe", BH_SEVERITY_LOW, NULL },
  { "--sysctl net.ipv4.ping_group_range='0 1000' i", "sysctl-unsafe", SILENT, NULL },
  { "--sysctl net/ipv4/tcp_syncookies=1 i", "sysctl-unsafe", SILENT, NULL },
  { "--sysctl net.ipv4.tcp_syncookies=0 i", "sysctl-unsafe", BH_SEVERITY_LOW, NULL },
  { "--sysctl kernel.shm_rmid_forced=1 i", "sysctl-unsafe", SILENT, NULL },
  { "--env net.core.somaxconn=1024 i", "sysctl-unsafe", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--sysctl net.ipv4.tcp_fin_timeout=5 --sysctl net.ipv4.ip_forward=1 i", "sysctl-unsafe",
    "remove", "--sysctl net.ipv4.tcp_fin_timeout=5 i" },
  { "--runtime nvidia --gpus 1 i", "runtime-custom", "remove", "--gpus 1 i" },
};

static void
test_cases (void)
{
  rule_case_check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_fixes (void)
{
  fix_case_check_all (fixes, G_N_ELEMENTS (fixes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/kernel/cases", test_cases);
  g_test_add_func ("/rules/kernel/fixes", test_fixes);
  return g_test_run ();
}
