/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

#define ALL "port-all-interfaces"

static const RuleCase cases[] = {
  { "-p 8080:80 i", ALL, BH_SEVERITY_MEDIUM, "8080:80" },
  { "-p8080:80 i", ALL, BH_SEVERITY_MEDIUM, "8080:80" },
  { "--publish=0.0.0.0:8080:80 i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p '[::]:8080:80' i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p 80 i", ALL, BH_SEVERITY_MEDIUM, "80" },
  { "-p ::80 i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p published=8080,target=80 i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p 8000-8005:8000-8005/udp i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p $PORT:80 i", ALL, BH_SEVERITY_MEDIUM, NULL },
  { "-p 80:80 nginx", ALL, BH_SEVERITY_LOW, NULL },
  { "-p 443:8443 nginx", ALL, BH_SEVERITY_LOW, NULL },
  { "-p 5432:5432 postgres", ALL, BH_SEVERITY_HIGH, "5432:5432 (PostgreSQL)" },
  { "-p 15432:5432 postgres", ALL, BH_SEVERITY_HIGH, NULL },
  { "-p 6379:6379/tcp redis", ALL, BH_SEVERITY_HIGH, "6379:6379/tcp (Redis)" },
  { "-p 80:5432 postgres", ALL, BH_SEVERITY_HIGH, NULL },
  { "-p 9000:9000 i", ALL, BH_SEVERITY_HIGH, "9000:9000" },
  { "-p 127.0.0.1:8080:80 i", ALL, SILENT, NULL },
  { "-p 127.0.0.2::80 i", ALL, SILENT, NULL },
  { "-p '[::1]:8080:80' i", ALL, SILENT, NULL },
  { "-p 192.168.1.7:8080:80 i", ALL, SILENT, NULL },
  { "--network host -p 8080:80 i", ALL, SILENT, NULL },
  { "--network none -p 8080:80 i", ALL, SILENT, NULL },
  { "--expose 80 i", ALL, SILENT, NULL },
  { "-P i", "port-publish-all", BH_SEVERITY_MEDIUM, NULL },
  { "--publish-all=true i", "port-publish-all", BH_SEVERITY_MEDIUM, NULL },
  { "-P --publish-all=false i", "port-publish-all", SILENT, NULL },
  { "-p published=8080,target=80,host_ip=127.0.0.1 i", "port-hostip-ignored", BH_SEVERITY_HIGH,
    NULL },
  { "-p published=8080,target=80,host_ip=127.0.0.1 i", ALL, SILENT, NULL },
  { "-p published=8080,target=80,mode=host i", "port-hostip-ignored", SILENT, NULL },
  { "-p 127.0.0.1:8080:80 i", "port-loopback-neighbour", BH_SEVERITY_INFO, NULL },
  { "-p 10.0.0.1:8080:80 i", "port-loopback-neighbour", SILENT, NULL },
  { "-p 25:25 i", "port-privileged", BH_SEVERITY_LOW, NULL },
  { "-p 443:443 i", "port-privileged", BH_SEVERITY_INFO, NULL },
  { "-p 1024:80 i", "port-privileged", SILENT, NULL },
  { "-p 80 i", "port-privileged", SILENT, NULL },
  { "-p 2222:22 gitea/gitea", "port-ssh", BH_SEVERITY_MEDIUM, NULL },
  { "-p 22:2222 gitea/gitea", "port-ssh", SILENT, NULL },
  { "-p 2375:2375 docker:dind", "port-docker-api", BH_SEVERITY_CRITICAL, NULL },
  { "-p 9999:2375 docker:dind", "port-docker-api", BH_SEVERITY_CRITICAL, NULL },
  { "-p 127.0.0.1:2375:2375 docker:dind", "port-docker-api", BH_SEVERITY_HIGH, NULL },
  { "-p 2376:2376 docker:dind", "port-docker-api", BH_SEVERITY_MEDIUM, NULL },
  { "-p 2377:2377 i", "port-docker-api", SILENT, NULL },
  { "-p 0:80 i", "port-random", BH_SEVERITY_INFO, NULL },
  { "-p 8080:80 i", "port-random", SILENT, NULL },
  { "--net=host -p 8080:80 -P i", "port-ignored", BH_SEVERITY_MEDIUM, "8080:80" },
  { "--net=host -P i", "port-ignored", BH_SEVERITY_MEDIUM, "--publish-all" },
  { "--net=host -p 127.0.0.1:8080:80 i", "port-ignored", BH_SEVERITY_HIGH, NULL },
  { "--net=host -p 6379:6379 i", "port-ignored", BH_SEVERITY_HIGH, NULL },
  { "--network none -p 6379:6379 i", "port-ignored", BH_SEVERITY_LOW, "6379:6379" },
  { "--net=host -p 127.0.0.1:2375:2375 i", "port-docker-api", BH_SEVERITY_CRITICAL, NULL },
  { "--network none -p 2375:2375 i", "port-docker-api", SILENT, NULL },
  { "--network host i", "port-ignored", SILENT, NULL },
  { "--network app -p 8080:80 i", "port-ignored", SILENT, NULL },
  { "-p 8000-8020:8000-8020 i", "port-range-wide", BH_SEVERITY_LOW, NULL },
  { "-p 8000-8019:8000-8019 i", "port-range-wide", SILENT, NULL },
  { "-p 8080:80 -p 8080:81 i", "port-duplicate", BH_SEVERITY_LOW, "8080:81" },
  { "-p 8080:80 -p 127.0.0.1:8080:80 i", "port-duplicate", BH_SEVERITY_LOW, NULL },
  { "-p 8000-8010:8000-8010 -p 8005:80 i", "port-duplicate", BH_SEVERITY_LOW, NULL },
  { "-p 53:53 -p 53:53/udp i", "port-duplicate", SILENT, NULL },
  { "-p 127.0.0.1:8080:80 -p 10.0.0.1:8080:80 i", "port-duplicate", SILENT, NULL },
  { "-p 80 -p 81 i", "port-duplicate", SILENT, NULL },
  { "-p 8000-8010:80 -p 8000:81 i", "port-duplicate", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "-p 8080:80 i", ALL, "loopback", "-p 127.0.0.1:8080:80 i" },
  { "-p '[::]:8080:80/udp' i", ALL, "loopback", "-p 127.0.0.1:8080:80/udp i" },
  { "-p 80 i", ALL, "loopback", "-p 127.0.0.1::80 i" },
  { "-p $PORT:80 i", ALL, "loopback", "-p 127.0.0.1:$PORT:80 i" },
  { "-p published=8080,target=80,protocol=udp i", ALL, "loopback", "-p 127.0.0.1:8080:80/udp i" },
  { "--rm -p 8080:80 -p 127.0.0.1:81:81 i", ALL, "unpublish", "--rm -p 127.0.0.1:81:81 i" },
  { "-p published=8080,target=80,host_ip=127.0.0.1 i", "port-hostip-ignored", "short-form",
    "-p 127.0.0.1:8080:80 i" },
  { "-p published=8080,target=80,host_ip=::1 i", "port-hostip-ignored", "short-form",
    "-p '[::1]:8080:80' i" },
  { "-p 7000-7099:8000-8099/udp i", "port-range-wide", "narrow", "-p 7000-7009:8000-8009/udp i" },
  { "-p 127.0.0.1::8000-8099 i", "port-range-wide", "narrow", "-p 127.0.0.1::8000-8009 i" },
  { "-p $A:8000-8099 i", "port-range-wide", "narrow", "-p $A:8000-8099 i" },
  { "-p 127.0.0.1:25:25 i", "port-privileged", "high-port", "-p 127.0.0.1:8025:25 i" },
  { "-p 80-82:80-82/udp i", "port-privileged", "high-port", "-p 8080-8082:80-82/udp i" },
  { "-p 80 i", "port-random", "fixed-port", "-p 8080:80 i" },
  { "-p 127.0.0.1::5000/udp i", "port-random", "fixed-port", "-p 127.0.0.1:5000:5000/udp i" },
  { "--network host -p 8080:80 -P i", "port-ignored", "remove-ports", "--network host i" },
  { "--network host -p 8080:80 i", "port-ignored", "bridge", "-p 8080:80 i" },
  { "-p 8080:80 -p 8080:81 i", "port-duplicate", "remove", "-p 8080:80 i" },
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

/* A database weighs more than a development server, a public web server less. */
static void
test_weights (void)
{
  g_autoptr (BhReport) database = rule_case_report ("-p 5432:5432 i");
  g_autoptr (BhReport) server = rule_case_report ("-p 3000:3000 i");
  g_autoptr (BhReport) web = rule_case_report ("-p 443:3000 i");

  g_assert_cmpfloat (database->score, >, server->score);
  g_assert_cmpfloat (server->score, >, web->score);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/ports/cases", test_cases);
  g_test_add_func ("/rules/ports/fixes", test_fixes);
  g_test_add_func ("/rules/ports/weights", test_weights);
  return g_test_run ();
}
