/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to stay, and to try again. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

#define OPEN_PORT                                                                                  \
  {                                                                                                \
    .holds = bh_step_open_port,                                                                    \
    .sentence = N_ ("Everybody who reaches this computer reaches the program.")                    \
  }

const BhPath bh_paths_staying[] = {
  { .id = "path-persist",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("In once, and there to stay"),
    .steps = { OPEN_PORT,
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside may change all files of the container."),
                 .rule = "user-root" },
               { .holds = bh_step_off,
                 .value = BH_FACT (read_only_root),
                 .sentence = N_ ("They are kept until it is removed."),
                 .rule = "readonly-root-missing" },
               { .holds = bh_step_restarts,
                 .sentence = N_ ("It is started again with them whenever it ends.") } },
    .gain = N_ ("What the intruder added runs again after every restart."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.13", "NIST SP 800-190 4.4.4", NULL },
    .bad = "-p 8080:80 --restart always x",
    .good = "-p 8080:80 --restart always --read-only x" },
  { .id = "path-restart-crash",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("As many attempts as it takes"),
    .steps = { OPEN_PORT,
               { .holds = bh_step_restarts_at_once,
                 .sentence = N_ ("Whenever it crashes, it is started again.") },
               { .sentence = N_ ("Some attacks have to guess an address in memory; a wrong guess "
                                 "ends the program.") } },
    .gain = N_ ("The intruder guesses until it fits, while crashes fill the log and keep the CPU "
                "busy."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.15",
                                         "Docker docs: Start containers automatically", NULL },
    .bad = "-p 8080:80 --restart always x",
    .good = "-p 8080:80 --restart on-failure:5 x" },
  { .id = "path-tmpfs-stage",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("A place for tools in a read-only container"),
    .steps = { { .holds = bh_step_runs_unwatched,
                 .sentence = N_ ("The container runs by itself.") },
               { .holds = bh_step_on,
                 .value = BH_FACT (read_only_root),
                 .sentence = N_ ("Its files cannot be changed.") },
               { .holds = bh_step_executable_tmpfs,
                 .sentence = N_ ("But programs may be run from a folder in memory, which everybody "
                                 "may write to.") } },
    .gain = N_ ("The intruder brings tools along and starts them there."),
    .references =
        (const char *const[]){ "OWASP Docker Security rule 8", "Docker docs: tmpfs mounts", NULL },
    .bad = "-d --read-only --tmpfs /tmp:exec x",
    .good = "-d --read-only --tmpfs /tmp x" },
  { .id = "path-nnp-suid-user",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("From another user back to root in the container"),
    .steps = { { .holds = bh_step_is_not_root,
                 .sentence = N_ ("The program does not run as root.") },
               { .holds = bh_step_off,
                 .value = BH_FACT (no_new_privileges),
                 .sentence = N_ ("Nothing keeps it from gaining rights by a file with the "
                                 "set-user-id mark."),
                 .rule = "no-new-privileges-missing" },
               { .holds = bh_step_can_regain,
                 .sentence = N_ ("The container's capabilities are still there for root."),
                 .rule = "cap-drop-all-missing" },
               { .sentence = N_ ("An intruder finds such a file in the image, with a flaw or made "
                                 "for this.") } },
    .gain = N_ ("The intruder is root in the container, as if no user had been chosen."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.26",
                                         "OWASP Docker Security rule 4", "execve(2)", NULL },
    .bad = "-u 10001:10001 x",
    .good = "-u 10001:10001 --security-opt no-new-privileges x" },
};
const guint bh_n_paths_staying = G_N_ELEMENTS (bh_paths_staying);
