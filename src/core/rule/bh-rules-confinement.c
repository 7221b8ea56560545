/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What --security-opt takes away from the walls that the kernel puts around a container. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

/* Labels are taken together; of the others, the last one of a key counts. */
static gboolean
is_about_the_same (const BhText *a, const BhText *b)
{
  const gsize len = strcspn (a->str, "=:");

  if (strncmp (a->str, "label", len) == 0)
    return bh_text_equal (a, b);
  return strncmp (a->str, b->str, len) == 0 && strcspn (b->str, "=:") == len;
}

/* The setting that counts, and those that would count without it: a fix that left one would do
 * nothing. */
static void
add_security_opt (const BhRule *rule,
                  BhSeverity severity,
                  const BhFacts *facts,
                  const BhFlagFact *fact,
                  BhFindings *findings)
{
  g_autoptr (GArray) causes = NULL;
  const BhText *value;

  if (!fact->on)
    return;
  causes = g_array_new (FALSE, FALSE, sizeof (int));
  value = bh_check_value (facts, fact->setting);
  for (int i = bh_check_find (facts, 0, "security-opt"); i >= 0;
       i = bh_check_find (facts, i + 1, "security-opt"))
    if (is_about_the_same (value, bh_check_value (facts, i)))
      g_array_append_val (causes, i);
  bh_findings_add (findings, rule, severity, value->str, (const int *) causes->data, causes->len);
}

static void
check_seccomp_unconfined (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->seccomp_unconfined, findings);
}

static void
check_seccomp_custom (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->seccomp_custom, findings);
}

static void
check_apparmor (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->apparmor_unconfined, findings);
}

static void
check_selinux (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->selinux_disabled, findings);
  if (!facts->selinux_disabled.on)
    add_security_opt (rule, BH_SEVERITY_MEDIUM, facts, &facts->selinux_identity, findings);
}

static void
check_systempaths (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->systempaths_unconfined, findings);
}

static void
check_writable_cgroups (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_security_opt (rule, rule->severity, facts, &facts->writable_cgroups, findings);
}

const BhRule bh_rules_confinement[] = {
  {
      .id = "seccomp-unconfined",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("System calls are not filtered"),
      .message = N_ ("With “%s”, the container may ask the kernel for anything."),
      .exposes = N_ (
          "Docker's seccomp profile refuses some forty system calls that programs in containers "
          "hardly need. Without it, any user inside can make a user namespace and is root in "
          "it, even with no capabilities and with no-new-privileges."),
      .attack = N_ ("In such a namespace, an intruder may mount file systems and set up firewalls. "
                    "Those are the parts of the kernel where ways out of containers were found "
                    "again and again."),
      .legitimate = N_ (
          "For a debugger, for a browser that builds its own sandbox, or for io_uring. A profile "
          "of your own that allows only the calls in question is much narrower."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.22",
                                           "OWASP Docker Security rule 6", "NIST SP 800-190 4.4.3",
                                           "KICS 404fde2c", "Checkov CKV_K8S_31", "Trivy KSV-0030",
                                           "Trivy KSV-0104", "Semgrep seccomp-confinement-disabled",
                                           "Kubernetes Pod Security: Baseline", "CVE-2022-0185",
                                           "Docker docs: Seccomp security profiles", NULL },
      .check = check_seccomp_unconfined,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use Docker's seccomp profile"),
                   .breaks = N_ ("Programs that need a refused call end with “Operation not "
                                 "permitted”: some sandboxes, profilers and programs with "
                                 "io_uring."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt seccomp=unconfined nginx",
      .good = "--security-opt seccomp=builtin nginx",
  },
  {
      .id = "seccomp-custom",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("System calls are filtered by a profile of your own"),
      .message = N_ ("“%s” takes the place of Docker's seccomp profile."),
      .exposes = N_ ("What the container may ask the kernel for depends on that file alone. A "
                     "profile that allows whatever it does not name filters nothing."),
      .attack =
          N_ ("An intruder tries the calls that Docker's profile would have refused. A file that "
              "came with somebody's instructions may allow more than they say."),
      .legitimate =
          N_ ("When you know the profile: it refuses by default (SCMP_ACT_ERRNO) and allows a list "
              "of calls. It may be stricter than Docker's own."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.22",
                                           "Docker docs: Seccomp security profiles", NULL },
      .check = check_seccomp_custom,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use Docker's seccomp profile"),
                   .breaks = N_ ("Calls that only the other profile allows are refused; calls that "
                                 "only it refused are allowed."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt no-new-privileges --security-opt seccomp=profile.json nginx",
      .good = "--security-opt seccomp=unconfined nginx",
  },
  {
      .id = "apparmor-unconfined",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("AppArmor is switched off"),
      .message = N_ ("With “%s”, no AppArmor profile guards this computer from the container."),
      .exposes =
          N_ ("On Ubuntu, Debian and SUSE, Docker's profile forbids mounting and writing to the "
              "kernel's files in /proc and /sys, whatever else was allowed. Computers without "
              "AppArmor lose nothing."),
      .attack = N_ (
          "An intruder with one capability too many, such as SYS_ADMIN, is no longer stopped "
          "at the next wall: mounts a file system, or has the kernel run a program on the host."),
      .legitimate = N_ (
          "For programs that mount: FUSE, some builders, containers in containers. A profile of "
          "your own that allows this mount is narrower."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.2", "OWASP Docker Security rule 6",
                                 "Trivy KSV-0002", "Kubernetes Pod Security: Baseline",
                                 "CVE-2022-0492", "Docker docs: AppArmor security profiles", NULL },
      .check = check_apparmor,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use Docker's AppArmor profile"),
                   .breaks = N_ ("Mounting inside the container is refused, with SYS_ADMIN too."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt apparmor=unconfined nginx",
      .good = "--security-opt apparmor=docker-default nginx",
  },
  {
      .id = "selinux-disabled",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("SELinux does not separate the container"),
      .message = N_ ("With “%s”, SELinux no longer keeps the container to its own files."),
      .exposes = N_ (
          "On Fedora, RHEL and their kin, each container has a label, and SELinux lets it touch "
          "nothing but files of the same label. Computers without SELinux lose nothing."),
      .attack = N_ ("An intruder who finds a way out of the container, or only a folder that was "
                    "mounted too widely, meets no second lock at the host's files."),
      .legitimate =
          N_ ("To share a home folder or the whole disk, which must not get other labels. For a "
              "folder that only containers use, “:Z” at the end of its mount is enough."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.3", "OWASP Docker Security rule 6",
                                 "Trivy KSV-0025", "Semgrep selinux-separation-disabled",
                                 "Kubernetes Pod Security: Baseline",
                                 "Docker docs: docker container run, security-opt", NULL },
      .check = check_selinux,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Leave SELinux on"),
                   .breaks = N_ (
                       "Where SELinux is on, mounted folders can no longer be read. Add “:Z” to "
                       "those that only this container uses, never to a home or system folder."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt label=disable nginx",
      .good = "--security-opt label=level:s0:c100,c200 nginx",
  },
  {
      .id = "systempaths-unconfined",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The kernel's files are not covered"),
      .message = N_ ("With “%s”, the container sees and changes settings of the kernel in /proc."),
      .exposes = N_ (
          "Usually some folders of /proc and /sys are hidden and others read-only, because they "
          "belong to the whole computer and not to the container."),
      .attack = N_ (
          "Root in the container writes the name of a program to /proc/sys/kernel/core_pattern. "
          "At the next crash, the kernel runs it on the host, as root."),
      .legitimate =
          N_ ("For containers in containers and image builders that have to mount a /proc of their "
              "own; then as another user than root."),
      .references =
          (const char *const[]){ "Trivy KSV-0027", "Kubernetes Pod Security: Baseline", "core(5)",
                                 "Docker docs: docker container run, security-opt", NULL },
      .check = check_systempaths,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Cover them again"),
                   .breaks = N_ ("Builders and nested containers that mount a /proc of their own "
                                 "fail."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt systempaths=unconfined nginx",
      .good = "--security-opt apparmor=docker-default nginx",
  },
  {
      .id = "writable-cgroups",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The container can change its own control groups"),
      .message = N_ ("With “%s”, /sys/fs/cgroup can be written inside the container."),
      .exposes = N_ ("Control groups are what limits memory, CPU time and processes. They are "
                     "read-only in a container, so that it cannot set limits itself."),
      .attack =
          N_ ("An intruder makes groups without end to use up the kernel's memory, or freezes "
              "programs of the container so that nobody notices what goes on."),
      .legitimate =
          N_ ("For systemd or another manager of services inside, with cgroup version 2. It needs "
              "a recent engine, and is far better than --privileged."),
      .references = (const char *const[]){ "Docker docs: docker container run, security-opt",
                                           "cgroups(7)", NULL },
      .check = check_writable_cgroups,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Keep them read-only"),
                   .breaks = N_ ("systemd does not start in the container."),
                   .apply = bh_fix_remove } },
      .bad = "--security-opt writable-cgroups=true fedora /sbin/init",
      .good = "--security-opt writable-cgroups=false fedora /sbin/init",
  },
};
const guint bh_n_rules_confinement = G_N_ELEMENTS (bh_rules_confinement);
