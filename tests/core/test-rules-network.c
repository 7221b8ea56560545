/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--network host i", "network-host", BH_SEVERITY_HIGH, NULL },
  { "--net=host i", "network-host", BH_SEVERITY_HIGH, NULL },
  { "--network name=host i", "network-host", BH_SEVERITY_HIGH, NULL },
  { "--network hosts i", "network-host", SILENT, NULL },
  { "--network bridge i", "network-host", SILENT, NULL },
  { "--network container:vpn i", "network-container", BH_SEVERITY_LOW, "vpn" },
  { "--network container-net i", "network-container", SILENT, NULL },
  { "i", "network-default-bridge", BH_SEVERITY_INFO, NULL },
  { "--network bridge i", "network-default-bridge", BH_SEVERITY_INFO, NULL },
  { "--network default i", "network-default-bridge", BH_SEVERITY_INFO, NULL },
  { "--network app i", "network-default-bridge", SILENT, NULL },
  { "--network none i", "network-default-bridge", SILENT, NULL },
  { "--network host i", "network-default-bridge", SILENT, NULL },
  { "--link db i", "link-legacy", BH_SEVERITY_LOW, "db" },
  { "--network app --link db i", "link-legacy", SILENT, NULL },
  { "--add-host h:host-gateway i", "add-host", BH_SEVERITY_INFO, NULL },
  { "--add-host=h=host-gateway i", "add-host", BH_SEVERITY_INFO, NULL },
  { "--add-host host-gateway:192.0.2.1 i", "add-host", SILENT, NULL },
  { "--dns 1.1.1.1 i", "dns-custom", BH_SEVERITY_INFO, "1.1.1.1" },
  { "--dns-search example.com i", "dns-custom", SILENT, NULL },
  { "--mac-address 02:42:ac:11:00:02 i", "hostname-mac-fixed", BH_SEVERITY_INFO,
    "02:42:ac:11:00:02" },
  { "--hostname 02-42-ac i", "hostname-mac-fixed", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--rm --network host i", "network-host", "bridge", "--rm i" },
  { "--network name=host i", "network-host", "bridge", "i" },
  { "--network bridge i", "network-default-bridge", "own-network", "--network app i" },
  { "--link db i", "link-legacy", "own-network", "--link db --network app i" },
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
  g_test_add_func ("/rules/network/cases", test_cases);
  g_test_add_func ("/rules/network/fixes", test_fixes);
  return g_test_run ();
}
