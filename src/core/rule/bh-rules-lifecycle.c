/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-lifecycle-fixes.h"
#include "rule/bh-resource-fixes.h"

static gboolean
has_log_opt (const BhFacts *facts, const char *prefix)
{
  for (int i = bh_check_find (facts, 0, "log-opt"); i >= 0;
       i = bh_check_find (facts, i + 1, "log-opt"))
    if (g_str_has_prefix (bh_check_value (facts, i)->str, prefix))
      return TRUE;
  return FALSE;
}

/* Podman logs to the journal, which has its own limit. */
static void
check_log_unbounded (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int driver = bh_check_find_last (facts, "log-driver");

  if (driver >= 0 && !g_str_equal (bh_check_value (facts, driver)->str, "json-file"))
    return;
  if (driver < 0 && facts->state->engine == BH_ENGINE_PODMAN)
    return;
  if (!has_log_opt (facts, "max-size="))
    bh_findings_add_one (findings, rule, NULL, driver);
}

static void
check_log_none (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int driver = bh_check_find_last (facts, "log-driver");

  if (driver >= 0 && g_str_equal (bh_check_value (facts, driver)->str, "none"))
    bh_findings_add_one (findings, rule, NULL, driver);
}

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

/* A job that somebody watches needs none. */
static void
check_health_missing (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_is_service (facts) && bh_check_find_last (facts, "health-cmd") < 0 &&
      !bh_check_is_on (facts, "no-healthcheck"))
    bh_findings_add_one (findings, rule, NULL, BH_NOBODY);
}

static void
check_health_disabled (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_is_on (facts, "no-healthcheck"))
    bh_findings_add_one (findings, rule, NULL, bh_check_find_last (facts, "no-healthcheck"));
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

const BhRule bh_rules_lifecycle[] = {
  {
      .id = "log-unbounded",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 40,
      .title = N_ ("The log may fill the disk"),
      .message = N_ ("What the container writes to its log is kept without limit."),
      .exposes =
          N_ ("Docker's usual log (json-file) grows until the disk is full, unless max-size is "
              "set. max-file alone does nothing."),
      .attack = N_ ("An intruder, or an error in a loop, writes lines until the disk is full. Then "
                    "the engine and other programs of the host stop working."),
      .legitimate = N_ ("When the engine's own configuration (daemon.json) sets a limit or another "
                        "log for all containers."),
      .references = (const char *const[]){ "Docker docs: JSON File logging driver",
                                           "Docker docs: Configure logging drivers", NULL },
      .check = check_log_unbounded,
      .fixes = { { .id = "rotate",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Keep the last 30 MB"),
                   .breaks = N_ ("Older lines are gone. If the engine is set up for another log, "
                                 "such as the journal, this container no longer writes to it."),
                   .apply = bh_fix_log_rotate } },
      .bad = "nginx",
      .good = "--log-opt max-size=10m nginx",
  },
  {
      .id = "log-none",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 20,
      .title = N_ ("Nothing is logged"),
      .message = N_ ("What the container writes is thrown away; “docker logs” shows nothing."),
      .exposes = N_ ("After a break-in or a crash there is nothing to look at."),
      .attack = N_ ("An intruder need not clean up: no trace was kept."),
      .legitimate = N_ ("For jobs that write a lot of nothing, or that keep a log of their own."),
      .references = (const char *const[]){ "NIST SP 800-190 4.4",
                                           "Docker docs: Configure logging drivers", NULL },
      .check = check_log_none,
      .fixes = { { .id = "local",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Keep a small log"),
                   .breaks = N_ ("The log takes up to 100 MB of disk space."),
                   .apply = bh_fix_set,
                   .parameter = "log-driver=local" } },
      .bad = "--log-driver none nginx",
      .good = "--log-driver local nginx",
  },
  {
      .id = "restart-always",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 10,
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
      .weight = 10,
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
      .id = "healthcheck-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 0,
      .title = N_ ("Nobody checks whether it works"),
      .message = N_ ("The command has no health check; the image may bring one."),
      .exposes = N_ ("Docker only sees whether the main program runs. A server that hangs is still "
                     "shown as “Up”."),
      .attack = N_ ("A service that was brought to a halt stays unnoticed until people complain."),
      .legitimate = N_ ("For jobs that end by themselves. Note that Docker marks an unhealthy "
                        "container but does not restart it."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.27", "KICS 698ed579",
                                           "Checkov CKV_K8S_8", "Trivy DS-0026", NULL },
      .check = check_health_missing,
      .fixes = { { .id = "check",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Ask it every 30 seconds"),
                   .breaks = N_ ("The check takes a little time of the CPU. If the image lacks its "
                                 "tool, the container is shown as unhealthy and keeps running."),
                   .apply = bh_fix_health_check } },
      .bad = "-d nginx",
      .good = "-d --health-cmd 'curl -f http://localhost/' nginx",
  },
  {
      .id = "healthcheck-disabled",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 10,
      .title = N_ ("The health check is switched off"),
      .message = N_ ("The image's own health check is not run."),
      .exposes = N_ ("Whoever made the image knew how to tell whether the program works; that is "
                     "ignored here."),
      .attack = N_ ("A service that was brought to a halt is still shown as “Up”."),
      .legitimate = N_ ("When the check itself does harm: it costs too much, or wakes a sleeping "
                        "disk."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.27", NULL },
      .check = check_health_disabled,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Run the check"),
                   .breaks = N_ ("The check runs every few seconds and takes a little time of the "
                                 "CPU."),
                   .apply = bh_fix_remove } },
      .bad = "--no-healthcheck nginx",
      .good = "--no-healthcheck=false nginx",
  },
  {
      .id = "stop-kill",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_LIFECYCLE,
      .weight = 10,
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
      .weight = 1,
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
};
const guint bh_n_rules_lifecycle = G_N_ELEMENTS (bh_rules_lifecycle);
