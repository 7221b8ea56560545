/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the container is started again and stopped. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_restart_always (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "restart");
  const char *policy = setting >= 0 ? bh_check_value (facts, setting)->str : "";

  if (g_str_equal (policy, "always"))
    bh_findings_add (findings, rule, rule->severity, policy, &setting, 1);
  else if (g_str_equal (policy, "unless-stopped"))
    bh_findings_add (findings, rule, BH_SEVERITY_INFO, policy, &setting, 1);
}

static void
check_restart_unbounded (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  static const char *const unbounded[] = { "on-failure", "on-failure:", "on-failure:0", NULL };
  int setting = bh_check_find_last (facts, "restart");

  if (setting >= 0 && g_strv_contains (unbounded, bh_check_value (facts, setting)->str))
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

static gboolean
is_kill (const char *signal)
{
  static const char *const names[] = { "KILL", "SIGKILL", "9" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (signal, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
check_stop_kill (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int signal = bh_check_find_last (facts, "stop-signal");
  int timeout = bh_check_find_last (facts, "stop-timeout");

  if (signal >= 0 && is_kill (bh_check_value (facts, signal)->str))
    bh_findings_add_one (findings, rule, "--stop-signal", signal);
  if (timeout >= 0 && g_str_equal (bh_check_value (facts, timeout)->str, "0"))
    bh_findings_add_one (findings, rule, "--stop-timeout", timeout);
}

static void
check_stop_wait (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int timeout = bh_check_find_last (facts, "stop-timeout");

  if (timeout >= 0 && *bh_check_value (facts, timeout)->str == '-')
    bh_findings_add_one (findings, rule, NULL, timeout);
}

/* Whoever gives it a name, or lets it run on its own, means to come back to it. */
static void
check_rm (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_is_on (facts, "interactive") && facts->state->verb == BH_VERB_RUN &&
      !bh_check_is_service (facts) && !bh_check_is_on (facts, "rm") &&
      bh_check_find_last (facts, "name") < 0)
    bh_findings_add_one (findings, rule, NULL, BH_NO_SETTING);
}

const BhRule bh_rules_lifecycle[] = {
  {
      .id = "restart-always",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("The container is restarted without end"),
      .message = N_ ("With “%s”, docker restarts the container as often as it ends."),
      .exposes = N_ ("A container that crashes at each start keeps the computer busy and fills the "
                     "log. It also comes back after a restart of the computer."),
      .attack =
          N_ ("An attack that works once in a hundred times may be tried a hundred times: each "
              "crash is followed by a fresh start."),
      .legitimate =
          N_ ("For servers that have to come back after a restart of the computer; "
              "“unless-stopped” leaves those alone that you stopped yourself. Watch them."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.15",
                                           "OWASP Docker Security rule 7", "KICS 2fc99041",
                                           "Docker docs: Start containers automatically", NULL },
      .check = check_restart_always,
      .fixes = { { .id = "on-failure",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give up after five failures"),
                   .breaks = N_ ("It does not come back when it ends without an error, nor after a "
                                 "restart of the computer."),
                   .apply = bh_fix_set,
                   .parameter = "restart=on-failure:5" } },
      .bad = "-d --restart always nginx",
      .good = "-d --restart on-failure:5 nginx",
  },
  {
      .id = "restart-unbounded",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("Failures are repeated without end"),
      .message = N_ ("“%s” sets no number of restarts after which docker gives up."),
      .exposes =
          N_ ("A container that fails at each start is started again and again, and fills the "
              "log meanwhile."),
      .attack = N_ ("An attack that works once in a hundred times may be tried a hundred times."),
      .legitimate = N_ ("When it waits for something that may take long, such as a database on "
                        "another machine."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.15",
                                           "Docker docs: Start containers automatically", NULL },
      .check = check_restart_unbounded,
      .fixes = { { .id = "five",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give up after five failures"),
                   .breaks = N_ ("If the fault lasts longer, somebody has to start the container "
                                 "again."),
                   .apply = bh_fix_set,
                   .parameter = "restart=on-failure:5" } },
      .bad = "-d --restart on-failure nginx",
      .good = "-d --restart on-failure:3 nginx",
  },
  {
      .id = "stop-kill",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("The program gets no time to stop"),
      .message = N_ ("With this %s, the program is killed at once when the container is stopped."),
      .exposes = N_ ("A killed program saves nothing, closes nothing and tells nobody. It cannot "
                     "even react to SIGKILL."),
      .attack =
          N_ ("No intruder is needed: a stop in the middle of writing leaves a damaged file or "
              "a lock that the next start trips over."),
      .legitimate = N_ ("For programs that keep nothing, or that survive a power cut by design."),
      .references = (const char *const[]){ "Docker docs: docker container run, stop-signal",
                                           "Docker docs: docker container stop", NULL },
      .check = check_stop_kill,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Ask it first"),
                   .breaks =
                       N_ ("A program that does not react to the usual signal takes ten seconds "
                           "to stop."),
                   .apply = bh_fix_remove } },
      .bad = "--stop-signal SIGKILL postgres:17",
      .good = "--stop-signal SIGINT postgres:17",
  },
  {
      .id = "stop-wait-forever",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("Stopping may take for ever"),
      .message = N_ ("“docker stop” waits without limit until the program ends by itself."),
      .exposes = N_ ("A program that ignores the signal is never killed. Restarting it, or the "
                     "engine, may hang as well."),
      .attack = N_ ("An intruder ignores the signal and stays, until somebody thinks of “docker "
                    "kill”."),
      .legitimate =
          N_ ("For a database that must never be cut off in the middle of writing. A long "
              "limit, such as 300, does nearly the same."),
      .references =
          (const char *const[]){ "Docker docs: docker container run, stop-timeout", NULL },
      .check = check_stop_wait,
      .fixes = { { .id = "five-minutes",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Wait five minutes at most"),
                   .breaks = N_ ("A program that needs longer to save its data is killed."),
                   .apply = bh_fix_set,
                   .parameter = "stop-timeout=300" } },
      .bad = "--stop-timeout -1 postgres:17",
      .good = "--stop-timeout 300 postgres:17",
  },
  {
      .id = "rm-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("The container is kept when it ends"),
      .message = N_ ("Each time that this command is run, one more container stays behind."),
      .exposes =
          N_ ("A container that ended keeps its files and its variables, secrets among them, "
              "until somebody removes it. “docker ps --all” lists them."),
      .attack = N_ ("Whoever may talk to the engine later finds in them what was typed and "
                    "downloaded, and fills up the disk unnoticed."),
      .legitimate = N_ ("When you want to look at it or start it again; then give it a name."),
      .references = (const char *const[]){ "Docker docs: docker container run, rm", NULL },
      .check = check_rm,
      .fixes = { { .id = "rm",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove it when it ends"),
                   .breaks = N_ ("What the program wrote outside of mounts is gone with it, and so "
                                 "is its log."),
                   .apply = bh_fix_set,
                   .parameter = "rm=true" } },
      .bad = "-it ubuntu:24.04 bash",
      .good = "-it --name lab ubuntu:24.04 bash",
  },
};
const guint bh_n_rules_lifecycle = G_N_ELEMENTS (bh_rules_lifecycle);
