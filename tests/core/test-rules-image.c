/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

#define DIGEST "@sha256:0a399eb16751829e1af26fea27b20c3ec28d7ab1fb72182879dcae1cca21206a"

static const RuleCase cases[] = {
  { "-d nginx", "image-latest", BH_SEVERITY_LOW, "nginx" },
  { "--restart always nginx:latest", "image-latest", BH_SEVERITY_LOW, "nginx:latest" },
  { "-it ubuntu bash", "image-latest", BH_SEVERITY_INFO, NULL },
  { "-d localhost:5000/nginx", "image-latest", BH_SEVERITY_LOW, NULL },
  { "-d quay.io/minio/minio:edge", "image-latest", BH_SEVERITY_LOW, NULL },
  { "-d nginx:1.27", "image-latest", SILENT, NULL },
  { "-d nginx" DIGEST, "image-latest", SILENT, NULL },
  { "-d latest/latest:1", "image-latest", SILENT, NULL },
  { "-d \"$IMAGE\"", "image-latest", SILENT, NULL },
  { "-d 1e10ccb2e128", "image-latest", SILENT, NULL },
  { "-d cafe", "image-latest", BH_SEVERITY_LOW, NULL },
  { "-d nginx:1.27", "image-no-digest", BH_SEVERITY_INFO, NULL },
  { "-d nginx", "image-no-digest", SILENT, NULL },
  { "--rm -it python:3.13 python", "image-no-digest", SILENT, NULL },
  { "-d nginx:1.27" DIGEST, "image-no-digest", SILENT, NULL },
  { "-d nginx", "image-pull-never-stale", BH_SEVERITY_INFO, NULL },
  { "-d --pull missing nginx", "image-pull-never-stale", BH_SEVERITY_INFO, NULL },
  { "-d --pull always nginx", "image-pull-never-stale", SILENT, NULL },
  { "-d --pull=never nginx", "image-pull-never-stale", SILENT, NULL },
  { "-d nginx:1.27", "image-pull-never-stale", SILENT, NULL },
  { "registry.example.com/a/b:1", "image-registry-unknown", BH_SEVERITY_INFO,
    "registry.example.com" },
  { "192.0.2.7/a:1", "image-registry-unknown", BH_SEVERITY_MEDIUM, "192.0.2.7" },
  { "ghcr.io.example.com/a:1", "image-registry-unknown", BH_SEVERITY_INFO, NULL },
  { "ghcr.io/a/b:1", "image-registry-unknown", SILENT, NULL },
  { "europe-docker.pkg.dev/p/r/i:1", "image-registry-unknown", SILENT, NULL },
  { "docker.io/library/nginx:1", "image-registry-unknown", SILENT, NULL },
  { "localhost:5000/nginx:1", "image-registry-unknown", SILENT, NULL },
  { "grafana/grafana:11", "image-registry-unknown", SILENT, NULL },
  { "\"$REGISTRY.example.com/a:1\"", "image-registry-unknown", SILENT, NULL },
  { "--platform linux/arm64 i", "platform-emulated", BH_SEVERITY_INFO, "linux/arm64" },
  { "-e platform=linux/arm64 i", "platform-emulated", SILENT, NULL },
  { "--disable-content-trust i", "content-trust-off", BH_SEVERITY_INFO, NULL },
  { "i", "content-trust-off", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "-d --pull missing nginx", "image-pull-never-stale", "always", "-d --pull always nginx" },
  { "--platform linux/arm64 nginx", "platform-emulated", "remove", "nginx" },
  { "--disable-content-trust nginx", "content-trust-off", "remove", "nginx" },
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
  g_test_add_func ("/rules/image/cases", test_cases);
  g_test_add_func ("/rules/image/fixes", test_fixes);
  return g_test_run ();
}
