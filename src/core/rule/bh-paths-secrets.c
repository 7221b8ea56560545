/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to secrets in variables. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

const BhPath bh_paths_secrets[] = {
  { .id = "path-env-leak",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("A secret for whoever shares the processes or the engine"),
    .steps = { { .holds = bh_step_secret,
                 .sentence = N_ ("A secret is in a variable: each process of the container has it, "
                                 "and “docker inspect” shows it.") },
               { .holds = bh_step_reads_variables,
                 .sentence = N_ ("The container shares the list of processes or the engine with "
                                 "others.") },
               { .sentence = N_ ("An intruder asks the engine, or reads /proc/PID/environ of a "
                                 "process of the same user.") } },
    .gain = N_ ("The intruder has the secret, without having got at the program that uses it."),
    .references = (const char *const[]){ "OWASP Docker Security rule 12", "proc(5)", NULL },
    .bad = "-e DB_PASSWORD=7d1Xq --pid container:web x",
    .good = "-e DB_PASSWORD_FILE=/run/secrets/db --pid container:web x" },
  { .id = "path-env-history",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("A secret in your shell's history"),
    .steps = { { .holds = bh_step_typed_secret,
                 .sentence = N_ ("A secret is typed into the command.") },
               { .sentence = N_ ("The shell keeps the line in a file, and while “docker run” is "
                                 "busy, every user of this computer sees it in the list of "
                                 "processes.") } },
    .gain = N_ ("Whoever gets at your history, a backup of it, or an account on this computer has "
                "the secret."),
    .references = (const char *const[]){ "OWASP Docker Security rule 12", "NIST SP 800-190 4.1.4",
                                         "ps(1)", NULL },
    .bad = "-e DB_PASSWORD=7d1Xq x",
    .good = "-e DB_PASSWORD x" },
};
const guint bh_n_paths_secrets = G_N_ELEMENTS (bh_paths_secrets);
