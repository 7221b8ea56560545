/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through the kernel, which the host and all containers share. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"
#include "value/bh-capability.h"

#define IS_ROOT(words)                                                                             \
  {                                                                                                \
    .holds = bh_step_may_be_root, .sentence = words, .rule = "user-root"                           \
  }

const BhPath bh_paths_kernel[] = {
  { .id = "path-privileged",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the host's disk to root on this computer"),
    .steps = { { .holds = bh_step_on,
                 .value = BH_FACT (privileged),
                 .sentence = N_ ("The container has every device of this computer, the disks among "
                                 "them, and may mount them.") },
               IS_ROOT (N_ ("Root in the container mounts the host's disk.")),
               { .sentence = N_ ("It adds an account, a key or a scheduled job to the files "
                                 "there.") } },
    .gain = N_ ("The intruder is root on this computer, and stays it."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.5", "OWASP Docker Security rule 3",
                                         "Docker docs: docker container run, privileged", NULL },
    .bad = "--privileged x",
    .good = "--privileged -u 10001:10001 x" },
  { .id = "path-core-pattern",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through a crash to root on this computer"),
    .steps = { { .holds = bh_step_writes_kernel_settings,
                 .sentence = N_ ("The kernel's settings under /proc/sys can be written in the "
                                 "container.") },
               IS_ROOT (N_ ("Root inside names a program in core_pattern.")),
               { .sentence = N_ ("At the next crash of any process, the kernel runs that program "
                                 "outside the container.") } },
    .gain = N_ ("The intruder's program runs on this computer, as root."),
    .references = (const char *const[]){ "core(5)", "CIS Docker Benchmark 5.6", NULL },
    .part_of_privileged = TRUE,
    .bad = "-v /proc:/host/proc x",
    .good = "-v /proc:/host/proc:ro x" },
  { .id = "path-sysadmin-apparmor",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("By mounting to root on this computer"),
    .steps = { { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, the container may mount.") },
               { .holds = bh_step_on,
                 .value = BH_FACT (apparmor_unconfined),
                 .sentence = N_ ("AppArmor, which would still refuse it, is switched off.") },
               IS_ROOT (N_ ("Root inside mounts the kernel's settings writable and names a program "
                            "for the host to run at the next crash.")) },
    .gain = N_ ("The intruder's program runs on this computer, as root."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.2", "capabilities(7)", "core(5)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--cap-add SYS_ADMIN --security-opt apparmor=unconfined x",
    .good = "--security-opt apparmor=unconfined x" },
  { .id = "path-shocker",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("By their numbers to all files of the host"),
    .steps = { { .holds = bh_step_capability,
                 .value = BH_CAP_DAC_READ_SEARCH,
                 .sentence = N_ ("With DAC_READ_SEARCH, files can be opened by their number.") },
               { .sentence = N_ ("/etc/hosts and others in each container lie on the host's disk, "
                                 "and show which disk it is.") },
               IS_ROOT (N_ ("Root inside tries the numbers of that disk.")) },
    .gain = N_ ("The intruder reads any file of this computer: passwords, keys, other "
                "containers."),
    .references = (const char *const[]){ "open_by_handle_at(2)", "capabilities(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--cap-add DAC_READ_SEARCH x",
    .good = "--cap-add DAC_READ_SEARCH -u 10001:10001 x" },
  { .id = "path-module",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Into the kernel itself"),
    .steps = { { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_MODULE,
                 .sentence = N_ ("With SYS_MODULE, kernel modules can be loaded.") },
               IS_ROOT (N_ ("Root inside loads one that it brought along.")) },
    .gain = N_ ("The intruder's code is part of this computer's kernel, above every wall."),
    .references = (const char *const[]){ "capabilities(7)", "Trivy KSV-0120", NULL },
    .part_of_privileged = TRUE,
    .bad = "--cap-add SYS_MODULE x",
    .good = "--cap-add SYS_MODULE -u 10001:10001 x" },
  { .id = "path-release-agent",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Through a control group to root on this computer"),
    .steps = { { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, the container may mount control groups.") },
               { .holds = bh_step_cgroups_of_host,
                 .sentence = N_ ("With version 1 of control groups, it sees those of the host by "
                                 "default."),
                 .rule = "cgroupns-host" },
               IS_ROOT (N_ ("Unless AppArmor or SELinux refuse, root inside names a release agent: "
                            "a program that the host runs when a group is empty.")) },
    .gain = N_ ("The intruder's program runs on this computer, as root."),
    .references = (const char *const[]){ "CVE-2022-0492", "cgroups(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--cap-add SYS_ADMIN x",
    .good = "--cap-add SYS_ADMIN --cgroupns private x" },
  { .id = "path-userns-kernel",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Through a user namespace at the kernel's weak spots"),
    .steps = { { .holds = bh_step_on,
                 .value = BH_FACT (seccomp_unconfined),
                 .sentence = N_ ("System calls are not filtered.") },
               { .sentence = N_ ("Any user makes a user namespace and has every capability in it, "
                                 "even with all dropped and with no-new-privileges.") },
               { .sentence = N_ ("That opens mounting, firewalls and other parts of the kernel in "
                                 "which flaws are found every year.") } },
    .gain = N_ ("With one such flaw that is not mended yet, the intruder is root on this "
                "computer."),
    .references = (const char *const[]){ "user_namespaces(7)", "CVE-2022-0185",
                                         "CIS Docker Benchmark 5.22", NULL },
    .part_of_privileged = TRUE,
    .bad = "--security-opt seccomp=unconfined -u 10001:10001 --cap-drop ALL x",
    .good = "--security-opt seccomp=builtin x" },
  { .id = "path-uts",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Giving the host another name"),
    .steps = { { .holds = bh_step_host_namespace,
                 .value = BH_FACT (uts),
                 .sentence = N_ ("The container shares the host's name.") },
               { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, it may change it.") },
               IS_ROOT (N_ ("Root inside renames this computer.")) },
    .gain = N_ ("Logs carry a wrong name, and certificates and licences no longer fit."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.21", "capabilities(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--uts host --cap-add SYS_ADMIN x",
    .good = "--uts host x" },
  { .id = "path-userns-off",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Root again, though users are mapped"),
    .steps = { { .holds = bh_step_users_unmapped,
                 .value = BH_FACT (userns),
                 .sentence = N_ ("Where the engine maps users, this container is left out.") },
               IS_ROOT (N_ ("Root in the container is root on this computer.")) },
    .gain = N_ ("Whatever gets out of the container gets out as root."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.31",
                               "Docker docs: Isolate containers with a user namespace", NULL },
    .bad = "--userns host x",
    .good = "--userns host -u 10001:10001 x" },
};
const guint bh_n_paths_kernel = G_N_ELEMENTS (bh_paths_kernel);
