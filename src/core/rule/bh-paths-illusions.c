/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walls that are not there, though the command reads as if they were. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"
#include "value/bh-capability.h"

const BhPath bh_paths_illusions[] = {
  { .id = "path-privileged-illusion",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Walls that --privileged tears down again"),
    .steps = { { .holds = bh_step_means_to_confine,
                 .sentence = N_ ("The command takes rights away from the container.") },
               { .holds = bh_step_on,
                 .value = BH_FACT (privileged),
                 .sentence =
                     N_ ("--privileged gives them back: --cap-drop and seccomp=builtin have "
                         "no effect, and read-only is undone by one command.") } },
    .gain = N_ ("The intruder meets none of the walls that the command seems to have."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.5",
                                         "Docker docs: docker container run, privileged", NULL },
    .bad = "--privileged --cap-drop ALL x",
    .good = "--privileged --security-opt no-new-privileges x" },
  { .id = "path-readonly-undone",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("From read-only back to writable"),
    .steps = { { .holds = bh_step_on,
                 .value = BH_FACT (read_only_root),
                 .sentence = N_ ("The files of the container are mounted read-only.") },
               { .holds = bh_step_capability,
                 .value = BH_CAP_SYS_ADMIN,
                 .sentence = N_ ("With SYS_ADMIN, it may change its mounts.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside mounts them writable, with one command."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder changes programs of the container as if --read-only were not there."),
    .references = (const char *const[]){ "capabilities(7)", "mount(8)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--read-only --cap-add SYS_ADMIN x",
    .good = "--read-only x" },
  { .id = "path-cap-user-illusion",
    .severity = BH_SEVERITY_INFO,
    .title = N_ ("A capability that the program does not get"),
    .steps = { { .holds = bh_step_is_not_root,
                 .sentence = N_ ("The program does not run as root.") },
               { .holds = bh_step_adds_capability,
                 .sentence = N_ ("A capability is added. It is not in force for other users: only "
                                 "root, or a program file that carries it, gets it.") },
               { .sentence = N_ ("The program fails, and somebody adds --privileged to make it "
                                 "work.") } },
    .gain = N_ ("Nothing yet: the added capability only waits for whoever becomes root inside."),
    .references = (const char *const[]){ "capabilities(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "-u 1000:1000 --cap-add NET_ADMIN x",
    .good = "-u 1000:1000 --cap-drop NET_RAW x" },
};
const guint bh_n_paths_illusions = G_N_ELEMENTS (bh_paths_illusions);
