/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through processes of the host or of another container. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"
#include "value/bh-capability.h"

#define SEES_HOST_PROCESSES                                                                        \
  {                                                                                                \
    .holds = bh_step_host_namespace, .value = BH_FACT (pid),                                       \
    .sentence = N_ ("The container sees every process of this computer.")                          \
  }

const BhPath bh_paths_processes[] = {
  { .id = "path-pid-ptrace",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the host's processes to its files"),
    .steps = { SEES_HOST_PROCESSES,
               { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_PTRACE,
                 .sentence = N_ ("With SYS_PTRACE, it may look into processes of other users.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container reads their memory and variables and, "
                                 "through /proc/PID/root, every file that they can open."),
                 .rule = "user-root" },
               { .sentence =
                     N_ ("It may also have one of them run its own code, as root of the host.") } },
    .gain = N_ ("The intruder has the files and the rights of every program on this computer."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.16", "proc(5)",
                                         "ptrace(2), access mode checking", NULL },
    .part_of_privileged = TRUE,
    .bad = "--pid host --cap-add SYS_PTRACE x",
    .good = "--cap-add SYS_PTRACE x" },
  { .id = "path-pid-nsenter",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Into the host's own view of its files"),
    .steps = { SEES_HOST_PROCESSES,
               { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, it may enter namespaces of other processes.") },
               { .holds = bh_step_may_be_root,
                 .sentence =
                     N_ ("Root in the container steps into the mount namespace of a process "
                         "of the host, which is what nsenter does."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder has a shell that reads and writes the files of this computer."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.16", "nsenter(1)", "setns(2)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--pid host --cap-add SYS_ADMIN x",
    .good = "--pid host x" },
  { .id = "path-pid-same-uid",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("To the processes of the person with the same number"),
    .steps = { SEES_HOST_PROCESSES,
               { .holds = bh_step_is_host_account,
                 .sentence = N_ ("It runs under user and group numbers that an account of this "
                                 "computer may have; 1000 is usually you.") },
               { .sentence = N_ ("The kernel lets processes of the same user look into each other: "
                                 "no capability is needed.") } },
    .gain = N_ ("The intruder reads variables and files of that account's programs, and may end "
                "them."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.16",
                                         "ptrace(2), access mode checking", NULL },
    .bad = "--pid host -u 1000:1000 x",
    .good = "--pid host -u 10001:10001 x" },
  { .id = "path-pid-root-kill",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Ending the host's services"),
    .steps = { SEES_HOST_PROCESSES,
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container has the same number as root on the host, "
                                 "and needs no capability to send signals to its processes."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder ends any service of this computer."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.16", "kill(2)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--pid host --cap-drop KILL x",
    .good = "--pid host -u 10001:10001 x" },
  { .id = "path-pid-container-secrets",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("To the variables of another container"),
    .steps = { { .holds = bh_step_other_namespace,
                 .value = BH_FACT (pid),
                 .sentence = N_ ("The container sees the processes of another one.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Both run as the same user where nobody says otherwise: root."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder reads the other one's passwords from its variables, and its files."),
    .references = (const char *const[]){ "proc(5)", "ptrace(2), access mode checking", NULL },
    .bad = "--pid container:web x",
    .good = "--pid container:web -u 10001:10001 x" },
  { .id = "path-ipc",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("To what programs of the host keep in shared memory"),
    .steps = { { .holds = bh_step_host_namespace,
                 .value = BH_FACT (ipc),
                 .sentence = N_ ("The container shares /dev/shm and other shared memory with this "
                                 "computer.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container may read and write all of it."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder reads and changes what browsers, databases and the desktop pass to "
                "each other."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.17", "shm_overview(7)", NULL },
    .bad = "--ipc host x",
    .good = "--shm-size 1g x" },
};
const guint bh_n_paths_processes = G_N_ELEMENTS (bh_paths_processes);
