/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-reference.h"

#include <string.h>

#define DOCKER "https://docs.docker.com/"

/**
 * Series: sources whose addresses differ by what follows their name.
 * @prefix: how their names begin
 * @address: what comes before the rest of the name
 * @suffix: what comes after it
 */
typedef struct
{
  const char *prefix;
  const char *address;
  const char *suffix;
} Series;

static const Series series[] = {
  { "CVE-", "https://nvd.nist.gov/vuln/detail/CVE-", "" },
  { "CWE-", "https://cwe.mitre.org/data/definitions/", ".html" },
  { "Docker docs: docker container run, ", DOCKER "reference/cli/docker/container/run/#", "" },
  { "Docker docs: docker container ", DOCKER "reference/cli/docker/container/", "/" },
  { "moby/moby issue ", "https://github.com/moby/moby/issues/", "" },
  { "docker/for-linux issue ", "https://github.com/docker/for-linux/issues/", "" },
};

/* Sources with one address, by the name up to where a place within them is named. */
static const struct
{
  const char *name;
  const char *address;
} pages[] = {
  { "CIS Docker Benchmark", "https://www.cisecurity.org/benchmark/docker" },
  { "Docker docs: Alternative container runtimes", DOCKER "engine/daemon/alternative-runtimes/" },
  { "Docker docs: AppArmor security profiles", DOCKER "engine/security/apparmor/" },
  { "Docker docs: Bind mounts", DOCKER "engine/storage/bind-mounts/" },
  { "Docker docs: Bridge network driver", DOCKER "engine/network/drivers/bridge/" },
  { "Docker docs: Configure logging drivers", DOCKER "engine/logging/configure/" },
  { "Docker docs: Content trust in Docker", DOCKER "engine/security/trust/" },
  { "Docker docs: DNS services", DOCKER "engine/network/#dns-services" },
  { "Docker docs: Docker daemon attack surface", DOCKER "engine/security/" },
  { "Docker docs: Docker object labels", DOCKER "engine/manage-resources/labels/" },
  { "Docker docs: GPU access", DOCKER "engine/containers/gpu/" },
  { "Docker docs: Host network driver", DOCKER "engine/network/drivers/host/" },
  { "Docker docs: Isolate containers with a user namespace",
    DOCKER "engine/security/userns-remap/" },
  { "Docker docs: JSON File logging driver", DOCKER "engine/logging/drivers/json-file/" },
  { "Docker docs: Legacy container links", DOCKER "engine/network/links/" },
  { "Docker docs: Manage sensitive data", DOCKER "engine/swarm/secrets/" },
  { "Docker docs: Multi-platform builds", DOCKER "build/building/multi-platform/" },
  { "Docker docs: Networking overview", DOCKER "engine/network/" },
  { "Docker docs: Packet filtering and firewalls",
    DOCKER "engine/network/packet-filtering-firewalls/" },
  { "Docker docs: Port publishing and mapping", DOCKER "engine/network/port-publishing/" },
  { "Docker docs: Protect the Docker daemon socket", DOCKER "engine/security/protect-access/" },
  { "Docker docs: Resource constraints", DOCKER "engine/containers/resource_constraints/" },
  { "Docker docs: Run multiple processes in a container",
    DOCKER "engine/containers/multi-service_container/" },
  { "Docker docs: Runtime privilege and Linux capabilities",
    DOCKER "engine/containers/run/#runtime-privilege-and-linux-capabilities" },
  { "Docker docs: Seccomp security profiles", DOCKER "engine/security/seccomp/" },
  { "Docker docs: Start containers automatically",
    DOCKER "engine/containers/start-containers-automatically/" },
  { "Docker docs: tmpfs mounts", DOCKER "engine/storage/tmpfs/" },
  { "Docker docs: Volumes", DOCKER "engine/storage/volumes/" },
  { "Kubernetes Pod Security", "https://kubernetes.io/docs/concepts/security/"
                               "pod-security-standards/" },
  { "NIST SP 800-190", "https://doi.org/10.6028/NIST.SP.800-190" },
  { "OWASP Docker Security", "https://cheatsheetseries.owasp.org/cheatsheets/"
                             "Docker_Security_Cheat_Sheet.html" },
  { "Podman docs: podman-run", "https://docs.podman.io/en/stable/markdown/podman-run.1.html" },
};

static char *
dup_from_series (const char *reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    if (g_str_has_prefix (reference, series[i].prefix))
      return g_strconcat (series[i].address, reference + strlen (series[i].prefix),
                          series[i].suffix, NULL);
  return NULL;
}

static gboolean
names (const char *reference, const char *name)
{
  gsize len = strlen (name);

  return g_ascii_strncasecmp (reference, name, len) == 0 && !g_ascii_isalnum (reference[len]);
}

static char *
dup_from_pages (const char *reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (names (reference, pages[i].name))
      return g_strdup (pages[i].address);
  return NULL;
}

/* A page of the manual: "core(5)", with what comes after it. */
static char *
dup_manual (const char *reference)
{
  gsize len = strcspn (reference, "( ");

  if (len == 0 || reference[len] != '(' || !g_ascii_isdigit (reference[len + 1]) ||
      reference[len + 2] != ')')
    return NULL;
  return g_strdup_printf ("https://manpages.debian.org/%.*s.%c", (int) len, reference,
                          reference[len + 1]);
}

char *
bh_reference_dup_address (const char *reference)
{
  char *address;

  g_return_val_if_fail (reference != NULL, NULL);

  address = dup_from_series (reference);
  if (address == NULL)
    address = dup_from_pages (reference);
  return address != NULL ? address : dup_manual (reference);
}
