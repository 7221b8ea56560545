/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "i", "log-unbounded", BH_SEVERITY_INFO, NULL },
  { "-d i", "log-unbounded", BH_SEVERITY_LOW, NULL },
  { "--log-opt max-file=3 i", "log-unbounded", BH_SEVERITY_INFO, NULL },
  { "--log-driver json-file i", "log-unbounded", BH_SEVERITY_LOW, NULL },
  { "--log-driver local i", "log-unbounded", SILENT, NULL },
  { "--log-driver journald i", "log-unbounded", SILENT, NULL },
  { "--log-opt max-size=1m i", "log-unbounded", SILENT, NULL },
  { "--log-driver none i", "log-none", BH_SEVERITY_LOW, NULL },
  { "--log-driver none i", "log-unbounded", SILENT, NULL },
  { "--restart always i", "restart-always", BH_SEVERITY_LOW, NULL },
  { "--restart=unless-stopped i", "restart-always", BH_SEVERITY_INFO, NULL },
  { "--restart no i", "restart-always", SILENT, NULL },
  { "--restart on-failure:0 i", "restart-unbounded", BH_SEVERITY_LOW, NULL },
  { "--restart on-failure:5 i", "restart-unbounded", SILENT, NULL },
  { "-d i", "healthcheck-missing", BH_SEVERITY_INFO, NULL },
  { "--restart always i", "healthcheck-missing", BH_SEVERITY_INFO, NULL },
  { "-it --rm i", "healthcheck-missing", SILENT, NULL },
  { "-d --health-cmd true i", "healthcheck-missing", SILENT, NULL },
  { "--no-healthcheck i", "healthcheck-disabled", BH_SEVERITY_LOW, NULL },
  { "--stop-signal KILL i", "stop-kill", BH_SEVERITY_LOW, "--stop-signal" },
  { "--stop-signal=9 i", "stop-kill", BH_SEVERITY_LOW, NULL },
  { "--stop-signal sigkill i", "stop-kill", BH_SEVERITY_LOW, NULL },
  { "--stop-timeout 0 i", "stop-kill", BH_SEVERITY_LOW, "--stop-timeout" },
  { "--stop-signal SIGQUIT i", "stop-kill", SILENT, NULL },
  { "--stop-timeout 60 i", "stop-kill", SILENT, NULL },
  { "--stop-signal KILL --stop-signal TERM i", "stop-kill", SILENT, NULL },
  { "--stop-timeout -1 i", "stop-wait-forever", BH_SEVERITY_INFO, NULL },
  { "--stop-timeout 1 i", "stop-wait-forever", SILENT, NULL },
  { "i", "stop-wait-forever", SILENT, NULL },
  { "-i i", "rm-missing", BH_SEVERITY_INFO, NULL },
  { "-it --rm=false i", "rm-missing", BH_SEVERITY_INFO, NULL },
  { "-it --rm i", "rm-missing", SILENT, NULL },
  { "-dit i", "rm-missing", SILENT, NULL },
  { "-it --name x i", "rm-missing", SILENT, NULL },
  { "i", "rm-missing", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--rm i", "log-unbounded", "rotate",
    "--rm --log-driver json-file --log-opt max-size=10m --log-opt max-file=3 i" },
  { "--log-opt max-file=7 i", "log-unbounded", "rotate",
    "--log-opt max-file=7 --log-opt max-size=10m --log-driver json-file i" },
  { "--restart always i", "restart-always", "on-failure", "--restart on-failure:5 i" },
  { "-d docker.io/library/redis:7", "healthcheck-missing", "check",
    "-d --health-cmd 'redis-cli ping' docker.io/library/redis:7" },
  { "-d me/redis", "healthcheck-missing", "check", "-d me/redis" },
  { "-d ghcr.io/redis", "healthcheck-missing", "check", "-d ghcr.io/redis" },
  { "-d redis-stack", "healthcheck-missing", "check", "-d redis-stack" },
  { "--stop-signal KILL --stop-timeout 9 i", "stop-kill", "remove", "--stop-timeout 9 i" },
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
  g_test_add_func ("/rules/lifecycle/cases", test_cases);
  g_test_add_func ("/rules/lifecycle/fixes", test_fixes);
  return g_test_run ();
}
