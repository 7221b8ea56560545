/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to bring the whole computer to a stop. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

#define NO_MEMORY_LIMIT(words)                                                                     \
  {                                                                                                \
    .holds = bh_step_off, .value = BH_FACT (memory), .sentence = words, .rule = "memory-unlimited" \
  }

const BhPath bh_paths_resources[] = {
  { .id = "path-oom-host",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Out of memory, and others die first"),
    .steps = { NO_MEMORY_LIMIT (N_ ("The container may use all memory of this computer.")),
               { .holds = bh_step_killed_last,
                 .sentence = N_ ("When none is left, the kernel spares its programs.") },
               { .sentence = N_ ("An intruder, or a mistake in the program, keeps asking for "
                                 "more.") } },
    .gain = N_ ("The kernel ends programs of the host one after the other, or stands still."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.11",
                                         "Docker docs: Resource constraints", NULL },
    .bad = "--oom-score-adj -500 x",
    .good = "--oom-score-adj -500 -m 512m x" },
  { .id = "path-swap-storm",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Swapping until nothing else moves"),
    .steps = { { .holds = bh_step_on,
                 .value = BH_FACT (memory),
                 .sentence = N_ ("The container has a memory limit.") },
               { .holds = bh_step_boundless_swap,
                 .sentence = N_ ("Beyond it, it may swap as much as there is room for.") },
               { .sentence = N_ ("An intruder uses far more than the limit, again and again.") } },
    .gain = N_ ("The disk is busy with swapping, and every program on this computer waits for it."),
    .references = (const char *const[]){ "Docker docs: Resource constraints, memory-swap", NULL },
    .bad = "-m 512m --memory-swap -1 x",
    .good = "-m 512m --memory-swap 512m x" },
  { .id = "path-tmpfs-ram",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Files that eat up the memory"),
    .steps = { { .holds = bh_step_boundless_tmpfs,
                 .sentence = N_ ("A folder in memory has no size: it may take half of all "
                                 "memory.") },
               NO_MEMORY_LIMIT (N_ ("No limit of the container stops it earlier.")),
               { .sentence = N_ ("An intruder, or a log that grows, fills the folder.") } },
    .gain = N_ ("Programs of the host are killed for want of memory."),
    .references =
        (const char *const[]){ "Docker docs: tmpfs mounts", "CIS Docker Benchmark 5.11", NULL },
    .bad = "--tmpfs /tmp x",
    .good = "--tmpfs /tmp -m 512m x" },
  { .id = "path-forkbomb",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Processes without end"),
    .steps = { { .holds = bh_step_switched_off,
                 .value = BH_FACT (pids),
                 .sentence = N_ ("The limit of processes is switched off.") },
               NO_MEMORY_LIMIT (N_ ("No memory limit stops them either.")),
               { .sentence = N_ ("An intruder starts processes that start processes.") } },
    .gain = N_ ("Nobody can start a program on this computer any more, not even you to stop it."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.29", "OWASP Docker Security rule 7", NULL },
    .bad = "--pids-limit -1 x",
    .good = "--pids-limit -1 -m 512m x" },
  { .id = "path-log-disk",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("A log that fills the disk"),
    .steps = { { .holds = bh_step_restarts,
                 .sentence = N_ ("The container runs on and on, after restarts too.") },
               { .holds = bh_step_boundless_log,
                 .sentence = N_ ("All that it ever writes to its log is kept."),
                 .rule = "log-unbounded" },
               { .sentence =
                     N_ ("An intruder, or an error that repeats, writes without pause.") } },
    .gain = N_ ("The disk is full: the engine and much of this computer stop working."),
    .references = (const char *const[]){ "Docker docs: Configure logging drivers", NULL },
    .bad = "--restart unless-stopped x",
    .good = "--restart unless-stopped --log-driver local x" },
};
const guint bh_n_paths_resources = G_N_ELEMENTS (bh_paths_resources);
