/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--security-opt seccomp=unconfined i", "seccomp-unconfined", BH_SEVERITY_HIGH,
    "seccomp=unconfined" },
  { "--security-opt seccomp:unconfined i", "seccomp-unconfined", BH_SEVERITY_HIGH, NULL },
  { "--security-opt seccomp=p.json --security-opt seccomp=unconfined i", "seccomp-unconfined",
    BH_SEVERITY_HIGH, NULL },
  { "--security-opt seccomp=unconfined --security-opt seccomp=builtin i", "seccomp-unconfined",
    SILENT, NULL },
  { "--security-opt seccomp=unconfined.json i", "seccomp-unconfined", SILENT, NULL },
  { "--security-opt apparmor=unconfined i", "seccomp-unconfined", SILENT, NULL },
  { "i", "seccomp-unconfined", SILENT, NULL },
  { "--security-opt seccomp=./p.json i", "seccomp-custom", BH_SEVERITY_INFO, "seccomp=./p.json" },
  { "--security-opt seccomp=unconfined.json i", "seccomp-custom", BH_SEVERITY_INFO, NULL },
  { "--security-opt seccomp=p.json --security-opt seccomp=builtin i", "seccomp-custom", SILENT,
    NULL },
  { "--security-opt seccomp=builtin i", "seccomp-custom", SILENT, NULL },
  { "i", "seccomp-custom", SILENT, NULL },
  { "--security-opt apparmor=unconfined i", "apparmor-unconfined", BH_SEVERITY_HIGH,
    "apparmor=unconfined" },
  { "--security-opt apparmor:unconfined i", "apparmor-unconfined", BH_SEVERITY_HIGH, NULL },
  { "--security-opt apparmor=unconfined --security-opt apparmor=web i", "apparmor-unconfined",
    SILENT, NULL },
  { "--security-opt apparmor=web i", "apparmor-unconfined", SILENT, NULL },
  { "--security-opt label=disable i", "selinux-disabled", BH_SEVERITY_HIGH, "label=disable" },
  { "--security-opt label:disable i", "selinux-disabled", BH_SEVERITY_HIGH, NULL },
  { "--security-opt label=type:spc_t i", "selinux-disabled", BH_SEVERITY_HIGH, NULL },
  { "--security-opt label:type:spc_t i", "selinux-disabled", BH_SEVERITY_HIGH, NULL },
  { "--security-opt label=disable --security-opt label=level:s0 i", "selinux-disabled",
    BH_SEVERITY_HIGH, "label=disable" },
  { "--security-opt label=user:system_u i", "selinux-disabled", BH_SEVERITY_MEDIUM, NULL },
  { "--security-opt label=role:unconfined_r i", "selinux-disabled", BH_SEVERITY_MEDIUM, NULL },
  { "--security-opt label=type:container_init_t i", "selinux-disabled", SILENT, NULL },
  { "--security-opt label=level:s0:c1,c2 i", "selinux-disabled", SILENT, NULL },
  { "--label disable i", "selinux-disabled", SILENT, NULL },
  { "--security-opt systempaths=unconfined i", "systempaths-unconfined", BH_SEVERITY_HIGH, NULL },
  { "--security-opt seccomp=unconfined i", "systempaths-unconfined", SILENT, NULL },
  { "--security-opt mask=/proc/kcore i", "systempaths-unconfined", SILENT, NULL },
  { "--security-opt unmask=ALL i", "systempaths-unconfined", BH_SEVERITY_HIGH, "unmask=ALL" },
  { "--security-opt unmask=/sys/firmware i", "systempaths-unconfined", SILENT, NULL },
  { "--security-opt writable-cgroups=true i", "writable-cgroups", BH_SEVERITY_HIGH, NULL },
  { "--security-opt writable-cgroups:1 i", "writable-cgroups", BH_SEVERITY_HIGH, NULL },
  { "--security-opt writable-cgroups=false i", "writable-cgroups", SILENT, NULL },
  { "--security-opt writable-cgroups=true --security-opt writable-cgroups=0 i", "writable-cgroups",
    SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--rm --security-opt seccomp=unconfined i", "seccomp-unconfined", "remove", "--rm i" },
  { "--security-opt seccomp=unconfined --security-opt label=disable --security-opt "
    "seccomp=unconfined i",
    "seccomp-unconfined", "remove", "--security-opt label=disable i" },
  { "--security-opt no-new-privileges --security-opt apparmor=unconfined i", "apparmor-unconfined",
    "remove", "--security-opt no-new-privileges i" },
  { "--security-opt label=disable i", "selinux-disabled", "remove", "i" },
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
  g_test_add_func ("/rules/confinement/cases", test_cases);
  g_test_add_func ("/rules/confinement/fixes", test_fixes);
  return g_test_run ();
}
