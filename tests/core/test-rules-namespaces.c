/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--ipc host i", "ipc-host", BH_SEVERITY_HIGH, NULL },
  { "--ipc=shareable --ipc=host i", "ipc-host", BH_SEVERITY_HIGH, NULL },
  { "--ipc host --ipc private i", "ipc-host", SILENT, NULL },
  { "--ipc container:host i", "ipc-host", SILENT, NULL },
  { "--pid host i", "ipc-host", SILENT, NULL },
  { "--shm-size 1g i", "ipc-host", SILENT, NULL },
  { "--ipc shareable i", "ipc-shareable", BH_SEVERITY_INFO, "shareable" },
  { "--ipc container:db i", "ipc-shareable", BH_SEVERITY_INFO, "container:db" },
  { "--ipc private i", "ipc-shareable", SILENT, NULL },
  { "--ipc none i", "ipc-shareable", SILENT, NULL },
  { "--ipc host i", "ipc-shareable", SILENT, NULL },
  { "--uts host i", "uts-host", BH_SEVERITY_LOW, NULL },
  { "--uts host --cap-add SYS_ADMIN i", "uts-host", BH_SEVERITY_MEDIUM, NULL },
  { "--uts host --privileged i", "uts-host", BH_SEVERITY_MEDIUM, NULL },
  { "--uts host --cap-add NET_ADMIN i", "uts-host", BH_SEVERITY_LOW, NULL },
  { "--hostname host i", "uts-host", SILENT, NULL },
  { "--userns host i", "userns-host", BH_SEVERITY_MEDIUM, NULL },
  { "--userns '' i", "userns-host", SILENT, NULL },
  { "--cgroupns host i", "cgroupns-host", BH_SEVERITY_LOW, NULL },
  { "--cgroupns private i", "cgroupns-host", SILENT, NULL },
  { "i", "cgroupns-host", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--ipc host i", "ipc-host", "shm-size", "--shm-size 1g i" },
  { "--ipc host --shm-size 8g i", "ipc-host", "shm-size", "--shm-size 8g i" },
  { "--ipc host --ipc host i", "ipc-host", "remove", "i" },
  { "--cgroupns host i", "cgroupns-host", "private", "--cgroupns private i" },
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
  g_test_add_func ("/rules/namespaces/cases", test_cases);
  g_test_add_func ("/rules/namespaces/fixes", test_fixes);
  return g_test_run ();
}
