/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through files of the host. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"
#include "value/bh-capability.h"

#define IS_ROOT(words)                                                                             \
  {                                                                                                \
    .holds = bh_step_may_be_root, .sentence = words, .rule = "user-root"                           \
  }

const BhPath bh_paths_files[] = {
  { .id = "path-etc-rw",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("By one more line in a file to an account on this computer"),
    .steps = { { .holds = bh_step_writes_accounts,
                 .sentence = N_ ("Files of the host that decide who may do what can be written in "
                                 "the container.") },
               { .sentence = N_ ("An intruder adds a scheduled job, a rule for sudo, or a key to "
                                 "~/.ssh/authorized_keys.") },
               { .sentence = N_ ("The host obeys the line as if its owner had written it.") } },
    .gain = N_ ("The intruder is root on this computer, or the person whose home folder it is."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "sshd(8), authorized_keys",
                                         "crontab(5)", NULL },
    .bad = "-v /etc:/host/etc x",
    .good = "-v /etc:/host/etc:ro x" },
  { .id = "path-ro-submount",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Through what lies below a read-only mount"),
    .steps = { { .holds = bh_step_shallow_readonly_root,
                 .sentence = N_ ("The host's whole disk is mounted read-only.") },
               { .sentence = N_ ("Before engine 25 or Linux 5.12, that holds for the topmost file "
                                 "system only: /host/proc, /host/run and others below it stay "
                                 "writable.") },
               IS_ROOT (N_ ("Root inside names a program in core_pattern there; the kernel runs it "
                            "on the host at the next crash.")) },
    .gain = N_ ("On such an engine, the intruder is root on this computer."),
    .references = (const char *const[]){ "Docker docs: Bind mounts, recursive mounts",
                                         "moby issue 37838", "core(5)", NULL },
    .bad = "-v /:/host:ro x",
    .good = "--mount type=bind,source=/,target=/host,readonly,bind-recursive=readonly,"
            "bind-propagation=rprivate x" },
  { .id = "path-propagation",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Mounts of its own that appear on the host"),
    .steps = { { .holds = bh_step_shared_mount,
                 .sentence = N_ ("What is mounted below a folder in the container appears on the "
                                 "host too.") },
               { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, the container may mount.") },
               IS_ROOT (N_ ("Root inside mounts files of its own over those of the host.")) },
    .gain = N_ ("Programs of the host read, and run, what the intruder put in the place of their "
                "files."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.20", "mount_namespaces(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--cap-add SYS_ADMIN -v /srv/plugins:/plugins:rshared x",
    .good = "-v /srv/plugins:/plugins:rshared x" },
  { .id = "path-setuid-drop",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("By a program left in a folder to root on this computer"),
    .steps = { { .holds = bh_step_writes_common_folder,
                 .sentence = N_ ("A folder that other accounts of this computer can reach may be "
                                 "written in the container.") },
               IS_ROOT (N_ ("Root inside leaves a program there that belongs to root and has the "
                            "set-user-id mark; dropping capabilities does not prevent it.")),
               { .sentence = N_ ("Somebody with an account on this computer, however few rights it "
                                 "has, starts it.") } },
    .gain = N_ ("That account is root on this computer."),
    .references = (const char *const[]){ "NIST SP 800-190 4.5.5", "mount(8), nosuid", NULL },
    .bad = "-v /srv/data:/data x",
    .good = "-v /srv/data:/data -u 10001:10001 x" },
  { .id = "path-symlink-host-tool",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("By a link that a program of the host follows"),
    .steps = { { .holds = bh_step_writes_served_folder,
                 .sentence = N_ ("A folder that programs of the host go through may be written in "
                                 "the container.") },
               { .sentence = N_ ("An intruder leaves a link to /etc/shadow there.") },
               { .sentence = N_ ("A backup, a web server or the rotation of logs follows it, as "
                                 "root and outside of the container.") } },
    .gain = N_ ("The intruder gets a copy of a file that only root may read, or has it "
                "overwritten."),
    .references = (const char *const[]){ "NIST SP 800-190 4.5.5", "symlink(7)", NULL },
    .bad = "-v /var/log:/var/log x",
    .good = "-v /var/log:/var/log:ro x" },
};
const guint bh_n_paths_files = G_N_ELEMENTS (bh_paths_files);
