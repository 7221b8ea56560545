/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--device /dev/sda i", "device-raw-disk", BH_SEVERITY_CRITICAL, "/dev/sda" },
  { "--device=/dev/nvme0n1p2:/dev/x:r i", "device-raw-disk", BH_SEVERITY_CRITICAL, NULL },
  { "--device /dev/mapper/root i", "device-raw-disk", BH_SEVERITY_CRITICAL, NULL },
  { "--device /dev/snd i", "device-raw-disk", SILENT, NULL },
  { "--device /dev/mem i", "device-memory", BH_SEVERITY_CRITICAL, NULL },
  { "--device /dev/kmsg i", "device-memory", BH_SEVERITY_MEDIUM, NULL },
  { "--device /dev/snd i", "device-any", BH_SEVERITY_LOW, NULL },
  { "--device /dev/dri/renderD128 i", "device-any", BH_SEVERITY_LOW, NULL },
  { "--device /dev/net/tun i", "device-any", BH_SEVERITY_HIGH, NULL },
  { "--device /dev/input i", "device-any", BH_SEVERITY_HIGH, NULL },
  { "--device /dev i", "device-any", BH_SEVERITY_CRITICAL, NULL },
  { "--device /dev/other i", "device-any", BH_SEVERITY_MEDIUM, NULL },
  { "--device vendor.com/class=dev i", "device-any", BH_SEVERITY_LOW, NULL },
  { "--device /dev/sda i", "device-any", SILENT, NULL },
  { "--device /dev/null i", "device-any", SILENT, NULL },
  { "--device-cgroup-rule 'a *:* rwm' i", "device-cgroup-rule", BH_SEVERITY_CRITICAL, NULL },
  { "--device-cgroup-rule 'c 189:* rmw' i", "device-cgroup-rule", BH_SEVERITY_HIGH, NULL },
  { "--cap-drop MKNOD --device-cgroup-rule 'c 189:* rmw' i", "device-cgroup-rule",
    BH_SEVERITY_MEDIUM, NULL },
  { "--gpus all i", "gpu", BH_SEVERITY_LOW, NULL },
  { "--gpus 1 i", "gpu", SILENT, NULL },
  { "--gpus '\"device=0,1\"' i", "gpu", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--device /dev/snd --device /dev/sda i", "device-raw-disk", "remove", "--device /dev/snd i" },
  { "--gpus all i", "gpu", "one", "--gpus 1 i" },
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
  g_test_add_func ("/rules/devices/cases", test_cases);
  g_test_add_func ("/rules/devices/fixes", test_fixes);
  return g_test_run ();
}
