/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which processes the container sees, how many it may have, and which one comes first. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_pid_host (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->pid.mode == BH_NAMESPACE_HOST)
    bh_findings_add_one (findings, rule, NULL, facts->pid.setting);
}

static void
check_pid_container (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->pid.mode == BH_NAMESPACE_CONTAINER)
    bh_findings_add_one (findings, rule,
                         bh_check_value (facts, facts->pid.setting)->str + strlen ("container:"),
                         facts->pid.setting);
}

/* Podman sets a limit by itself. */
static void
check_pids (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  gboolean given = facts->pids.setting >= 0;

  if (!facts->pids.on && (given || facts->state->engine == BH_ENGINE_DOCKER))
    bh_check_add_missing (findings, rule, facts, facts->pids.setting);
}

/* The name of the program that becomes process 1, "" when only the image knows. */
static const char *
get_first_program (const BhFacts *facts)
{
  int entrypoint = bh_check_find_last (facts, "entrypoint");
  const char *program = entrypoint >= 0 ? bh_check_value (facts, entrypoint)->str : "";
  const char *slash;

  if (*program == '\0' && facts->state->n_command > 0)
    program = facts->state->command[0]->str;
  slash = strrchr (program, '/');
  return slash != NULL ? slash + 1 : program;
}

static gboolean
is_shell (const char *program)
{
  static const char *const shells[] = { "sh", "ash", "bash", "dash", "zsh", NULL };

  return g_strv_contains (shells, program);
}

/* Programs that neither collect orphans nor, as process 1, end when they are asked to. */
static gboolean
is_careless (const char *program)
{
  static const char *const names[] = { "node", "nodejs", "npm", "npx", "pnpm", "yarn", NULL };

  return is_shell (program) || g_strv_contains (names, program) ||
         g_str_has_prefix (program, "python");
}

/* `sh -c 'exec app'` leaves no shell behind. */
static gboolean
gives_way (const BhState *state)
{
  for (guint i = 0; i < state->n_command; i++)
    if (g_str_has_prefix (state->command[i]->str, "exec ") ||
        strstr (state->command[i]->str, " exec ") != NULL)
      return TRUE;
  return FALSE;
}

/* Somebody who sits in front of a shell ends it with “exit”. */
static void
check_init (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  const char *program = get_first_program (facts);

  if (facts->init.on || facts->pid.mode != BH_NAMESPACE_PRIVATE || !bh_check_is_service (facts))
    return;
  if (is_careless (program) && !(is_shell (program) && gives_way (facts->state)))
    bh_findings_add_one (findings, rule, program, facts->init.setting);
}

static void
check_detached_tty (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_is_on (facts, "detach") && bh_check_is_on (facts, "tty"))
    bh_findings_add_one (findings, rule, NULL, bh_check_find_last (facts, "tty"));
}

const BhRule bh_rules_processes[] = {
  {
      .id = "pid-host",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("The container sees all processes of the host"),
      .message = N_ ("The container has no list of processes of its own: it sees all of this "
                     "computer's."),
      .exposes = N_ ("The program reads the names and arguments of every process, passwords among "
                     "them. It may end those that belong to the same user number as itself: for "
                     "root, the host's services."),
      .attack =
          N_ ("An intruder who runs as 1000:1000 reads variables and files of the person who has "
              "that number on the host, without any capability. Root with SYS_PTRACE does so with "
              "every process."),
      .legitimate =
          N_ ("For monitoring the host. Then as a user that nobody on the host has (10000 or "
              "above), without capabilities, and with a read-only root. To look into one other "
              "container, --pid container:NAME is enough."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.16", "KICS 4f31dd9f", "Checkov CKV_K8S_17",
                                 "Trivy KSV-0010", "Kubernetes Pod Security: Baseline",
                                 "ptrace(2), access mode checking",
                                 "Docker docs: docker container run, pid", NULL },
      .check = check_pid_host,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Show it only its own processes"),
                   .breaks = N_ ("Programs that watch or debug processes of the host see none of "
                                 "them."),
                   .apply = bh_fix_remove_all,
                   .parameter = "pid" } },
      .bad = "--pid host nginx",
      .good = "--pids-limit 200 nginx",
  },
  {
      .id = "pid-container",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("The container sees the processes of another one"),
      .message = N_ ("The container shares the list of processes of “%s”."),
      .exposes =
          N_ ("Each of the two sees the other's processes and their arguments. Where both run "
              "as the same user, it also sees their variables and files, and may end them."),
      .attack = N_ ("An intruder in one of the containers reads a password from the environment of "
                    "the other."),
      .legitimate = N_ ("For a debugger or a helper that belongs to the other container. Run it as "
                        "another user where that is enough."),
      .references =
          (const char *const[]){ "proc(5)", "Docker docs: docker container run, pid", NULL },
      .check = check_pid_container,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Show it only its own processes"),
                   .breaks = N_ ("A debugger no longer finds the program that it shall look at."),
                   .apply = bh_fix_remove_all,
                   .parameter = "pid" } },
      .bad = "--pid container:web busybox top",
      .good = "--network container:web busybox top",
  },
  {
      .id = "pids-unlimited",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("The number of processes has no limit"),
      .message = N_ ("The container may start as many processes as the kernel has room for."),
      .exposes = N_ ("The kernel has one table of processes for the whole computer. --pids-limit 0 "
                     "and -1 mean “no limit” as well."),
      .attack = N_ ("A fork bomb, one line of shell, starts processes until nobody can start any "
                    "more, not even you to stop it."),
      .legitimate = N_ ("Hardly ever. Threads count too: big Java programs need several hundred."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.29", "OWASP Docker Security rule 7",
                                 "KICS 221e0658", "Podman docs: podman-run, pids-limit", NULL },
      .check = check_pids,
      .fixes = { { .id = "limit",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Limit it to 2048"),
                   .breaks = N_ ("Only programs with more than 2048 processes and threads notice."),
                   .apply = bh_fix_set,
                   .parameter = "pids-limit=2048" },
                 { .id = "tight-limit",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit it to 200"),
                   .breaks =
                       N_ ("Enough for most servers; programs with more threads fail to start "
                           "new ones."),
                   .apply = bh_fix_set,
                   .parameter = "pids-limit=200" } },
      .bad = "nginx",
      .good = "--pids-limit 200 nginx",
  },
  {
      .id = "init-missing",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("Nobody looks after processes that ended"),
      .message = N_ ("“%s” is process 1 of the container and was not written for that."),
      .exposes =
          N_ ("Process 1 has to collect processes that others left behind, or they pile up. "
              "It is also not ended by a signal that it does not handle: “docker stop” waits "
              "ten seconds and then kills it."),
      .attack = N_ ("Whoever makes the program start helpers again and again fills the table of "
                    "processes. Data that was not saved yet is lost at each stop."),
      .legitimate = N_ ("When the image's entrypoint is an init itself (tini, s6), or the program "
                        "starts no others and handles SIGTERM."),
      .references =
          (const char *const[]){ "Docker docs: docker container run, init",
                                 "Docker docs: Run multiple processes in a container", NULL },
      .check = check_init,
      .fixes = { { .id = "init",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Put a small init before it"),
                   .breaks = N_ ("Only a program that insists on being process 1 notices."),
                   .apply = bh_fix_set,
                   .parameter = "init=true" } },
      .bad = "-d node:22 node server.js",
      .good = "-d alpine:3.20 sh -c 'exec httpd -f'",
  },
  {
      .id = "detached-tty",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PROCESSES,
      .title = N_ ("A terminal that nobody sits at"),
      .message = N_ ("The container runs in the background and still gets a terminal."),
      .exposes = N_ ("With a terminal, errors and other output become one stream in the log, with "
                     "control characters for colour and the cursor in it."),
      .attack = N_ ("What an intruder writes there is shown by your own terminal when you read the "
                    "log: escape sequences can hide or falsify lines."),
      .legitimate = N_ ("To keep a shell waiting until you attach to it (-dit), for trying things "
                        "out."),
      .references = (const char *const[]){ "Docker docs: docker container run, tty", NULL },
      .check = check_detached_tty,
      .fixes = { { .id = "no-tty",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do without the terminal"),
                   .breaks =
                       N_ ("A shell that only waits for somebody may end at once; use “docker "
                           "exec -it” to look inside a running service."),
                   .apply = bh_fix_remove_all,
                   .parameter = "tty" } },
      .bad = "-dit ubuntu bash",
      .good = "-it ubuntu bash",
  },
};
const guint bh_n_rules_processes = G_N_ELEMENTS (bh_rules_processes);
