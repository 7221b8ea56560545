/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tells whether the program works, and what it did. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-lifecycle-fixes.h"
#include "rule/bh-resource-fixes.h"

static void
check_log_unbounded (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_log_is_boundless (facts))
    bh_check_add_missing (findings, rule, facts, bh_check_find_last (facts, "log-driver"));
}

static void
check_log_none (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int driver = bh_check_find_last (facts, "log-driver");

  if (driver >= 0 && g_str_equal (bh_check_value (facts, driver)->str, "none"))
    bh_findings_add_one (findings, rule, NULL, driver);
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

const BhRule bh_rules_watching[] = {
  {
      .id = "log-unbounded",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_LIFECYCLE,
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
      .id = "healthcheck-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_LIFECYCLE,
      .title = N_ ("Nobody checks whether it works"),
      .message = N_ ("The command has no health check; the image may bring one."),
      .exposes = N_ ("Docker only sees whether the main program runs. A server that hangs is still "
                     "shown as “Up”."),
      .attack = N_ ("A service that was brought to a halt stays unnoticed until people complain."),
      .legitimate = N_ ("For jobs that end by themselves. Note that Docker marks an unhealthy "
                        "container but does not restart it."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 4.6", "CIS Docker Benchmark 5.27",
                                 "KICS 698ed579", "Checkov CKV_K8S_8", "Trivy DS-0026", NULL },
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
};
const guint bh_n_rules_watching = G_N_ELEMENTS (bh_rules_watching);
