/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Namespaces that are shared with the host; those of processes and of the network have tables of
 * their own. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-resource-fixes.h"
#include "value/bh-capability.h"

static gboolean
is_host (const BhNamespaceFact *fact)
{
  return fact->mode == BH_NAMESPACE_HOST;
}

static void
check_ipc_host (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (is_host (&facts->ipc))
    bh_findings_add_one (findings, rule, NULL, facts->ipc.setting);
}

static void
check_ipc_shareable (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->ipc.mode == BH_NAMESPACE_SHAREABLE || facts->ipc.mode == BH_NAMESPACE_CONTAINER)
    bh_findings_add_one (findings, rule, bh_check_value (facts, facts->ipc.setting)->str,
                         facts->ipc.setting);
}

static void
check_uts (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  gboolean may_rename = bh_check_has_capability (facts, BH_CAP_SYS_ADMIN);

  if (is_host (&facts->uts))
    bh_findings_add (findings, rule, may_rename ? BH_SEVERITY_MEDIUM : rule->severity, NULL,
                     &facts->uts.setting, 1);
}

/* For Podman, the user's own namespace is the default. */
static void
check_userns (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (is_host (&facts->userns) && facts->state->engine == BH_ENGINE_DOCKER)
    bh_findings_add_one (findings, rule, NULL, facts->userns.setting);
}

static void
check_cgroupns (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (is_host (&facts->cgroupns))
    bh_findings_add_one (findings, rule, NULL, facts->cgroupns.setting);
}

const BhRule bh_rules_namespaces[] = {
  {
      .id = "ipc-host",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("Shared memory of the host is open"),
      .message = N_ ("The container shares /dev/shm and other shared memory with this computer."),
      .exposes =
          N_ ("Browsers, databases and the desktop pass data through shared memory. The container "
              "sees all of it, and may use as much as half of this computer's memory for its own."),
      .attack = N_ ("Root in the container reads what other programs keep there, such as parts of "
                    "a web page or of a database, and changes it."),
      .legitimate =
          N_ ("Recipes for machine learning ask for it, but nearly always mean a larger /dev/shm: "
              "--shm-size. Two containers that work together share theirs with --ipc shareable "
              "and --ipc container:NAME."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.17", "KICS baa3890f", "Checkov CKV_K8S_18",
                                 "Trivy KSV-0008", "Kubernetes Pod Security: Baseline",
                                 "Docker docs: docker container run, ipc", NULL },
      .check = check_ipc_host,
      .fixes = { { .id = "shm-size",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give it 1 GB of its own"),
                   .breaks = N_ ("It no longer exchanges data with programs of the host this way. "
                                 "Some jobs need more than 1 GB."),
                   .apply = bh_fix_own_shared_memory,
                   .parameter = "1g" },
                 { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give it 64 MB of its own"),
                   .breaks = N_ ("Programs that need more shared memory end with “Bus error” or "
                                 "“No space left on device”."),
                   .apply = bh_fix_remove_all,
                   .parameter = "ipc" } },
      .bad = "--ipc host pytorch/pytorch:2.4.0",
      .good = "--ipc private --shm-size 1g pytorch/pytorch:2.4.0",
  },
  {
      .id = "ipc-shareable",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("Shared memory is open to another container"),
      .message = N_ ("With --ipc %s, this container has its shared memory in common with others."),
      .exposes = N_ ("What the program puts into /dev/shm can be read and changed from the other "
                     "container, and the other way round."),
      .attack = N_ ("An intruder in one of the containers reads or falsifies what the other one "
                    "works with."),
      .legitimate =
          N_ ("When the containers are parts of one program and trust each other. It is much "
              "narrower than --ipc host."),
      .references = (const char *const[]){ "Docker docs: docker container run, ipc", NULL },
      .check = check_ipc_shareable,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Keep it to itself"),
                   .breaks = N_ ("The containers no longer exchange data through /dev/shm."),
                   .apply = bh_fix_remove_all,
                   .parameter = "ipc" } },
      .bad = "--ipc container:db postgres:17",
      .good = "--ipc private postgres:17",
  },
  {
      .id = "uts-host",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("The container shares the host's name"),
      .message = N_ ("The container has no host name of its own, but that of this computer."),
      .exposes = N_ ("The program learns what this computer is called and follows when it is "
                     "renamed. With SYS_ADMIN, it may rename it."),
      .attack = N_ ("An intruder with that capability renames the host. Logs then carry a wrong "
                    "name, and certificates and licences no longer fit."),
      .legitimate =
          N_ ("For software that is licensed by host name. --hostname gives the container "
              "a name without sharing anything."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.21",
                                           "Docker docs: docker container run, uts", NULL },
      .check = check_uts,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Give it a name of its own"),
                   .breaks =
                       N_ ("The program sees the container's name; set one with --hostname if "
                           "it matters."),
                   .apply = bh_fix_remove_all,
                   .parameter = "uts" } },
      .bad = "--uts host nginx",
      .good = "--hostname web nginx",
  },
  {
      .id = "userns-host",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("Users are not mapped"),
      .message = N_ ("Root in the container is root on this computer, even where the engine would "
                     "give it another number."),
      .exposes =
          N_ ("An engine set up with userns-remap runs root of containers as an account without "
              "rights. This setting undoes that. On other engines it changes nothing."),
      .attack = N_ ("An intruder who gets out of the container, or only into a mounted folder, is "
                    "root there and not a nobody."),
      .legitimate =
          N_ ("On an engine with userns-remap, --privileged, --pid host and --network host need "
              "it. Ask first whether the container needs those."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.31", "KICS 8af7162d",
                                 "Docker docs: Isolate containers with a user namespace", NULL },
      .check = check_userns,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Let the engine map users"),
                   .breaks = N_ (
                       "On an engine with userns-remap, mounted folders belong to somebody else "
                       "as seen from inside, and the host's namespaces cannot be shared."),
                   .apply = bh_fix_remove_all,
                   .parameter = "userns" } },
      .bad = "--userns host nginx",
      .good = "nginx",
  },
  {
      .id = "cgroupns-host",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("The host's control groups can be seen"),
      .message = N_ ("The container sees where it stands among this computer's control groups."),
      .exposes =
          N_ ("The paths tell the engine in use and the container's id, and lead to the groups of "
              "other containers where /sys/fs/cgroup is mounted as well."),
      .attack =
          N_ ("With SYS_ADMIN and cgroup version 1, an intruder reaches the file that names a "
              "program for the host to run (release_agent). A private view hides it."),
      .legitimate =
          N_ ("For agents that measure all containers. With cgroup version 1 it is the default: "
              "there, private has to be asked for."),
      .references = (const char *const[]){ "CVE-2022-0492", "cgroup_namespaces(7)",
                                           "Docker docs: docker container run, cgroupns", NULL },
      .check = check_cgroupns,
      .fixes = { { .id = "private",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Show it only its own"),
                   .breaks = N_ ("Agents that measure other containers see none."),
                   .apply = bh_fix_set,
                   .parameter = "cgroupns=private" } },
      .bad = "--cgroupns host nginx",
      .good = "--cgroupns private nginx",
  },
};
const guint bh_n_rules_namespaces = G_N_ELEMENTS (bh_rules_namespaces);
