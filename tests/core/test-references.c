/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-reference.h"
#include "rule/bh-report.h"

static void
test_addresses (void)
{
  static const struct
  {
    const char *reference;
    const char *address;
  } rows[] = {
    { "CVE-2024-0132", "https://nvd.nist.gov/vuln/detail/CVE-2024-0132" },
    { "CWE-528", "https://cwe.mitre.org/data/definitions/528.html" },
    { "core(5)", "https://manpages.debian.org/core.5" },
    { "ptrace(2), access mode checking", "https://manpages.debian.org/ptrace.2" },
    { "Docker docs: Bind mounts, recursive mounts",
      "https://docs.docker.com/engine/storage/bind-mounts/" },
    { "Docker docs: docker container run, ulimit",
      "https://docs.docker.com/reference/cli/docker/container/run/#ulimit" },
    { "Docker docs: docker container stop",
      "https://docs.docker.com/reference/cli/docker/container/stop/" },
    { "CIS Docker Benchmark 5.22", "https://www.cisecurity.org/benchmark/docker" },
    { "moby/moby issue 37838", "https://github.com/moby/moby/issues/37838" },
    { "Semgrep seccomp-confinement-disabled", NULL },
    { "something (5)", NULL },
    { "", NULL },
  };

  g_test_summary ("sources that are on the web have an address, others have none");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = bh_reference_dup_address (rows[i].reference);

      g_assert_cmpstr (address, ==, rows[i].address);
    }
}

/* A page of Docker's documentation that the table does not know is one that somebody forgot. */
static void
assert_known (const char *const *references)
{
  for (guint i = 0; references[i] != NULL; i++)
    {
      g_autofree char *address = bh_reference_dup_address (references[i]);

      if (!g_str_has_prefix (references[i], "Docker docs: "))
        continue;
      if (address == NULL)
        g_error ("%s: give it a row in src/core/rule/bh-reference.c", references[i]);
    }
}

static void
test_docker_docs (void)
{
  guint n_rules, n_paths;
  const BhRule *const *rules = bh_rule_all (&n_rules);
  const BhPath *const *paths = bh_path_all (&n_paths);

  for (guint i = 0; i < n_rules; i++)
    assert_known (rules[i]->references);
  for (guint i = 0; i < n_paths; i++)
    assert_known (paths[i]->references);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/addresses", test_addresses);
  g_test_add_func ("/references/docker-docs", test_docker_docs);
  return g_test_run ();
}
