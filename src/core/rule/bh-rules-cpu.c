/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CPU time. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_cpu (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!facts->cpus.on)
    bh_findings_add_one (findings, rule, NULL, facts->cpus.setting);
}

static void
check_cpu_shares (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "cpu-shares");

  if (setting >= 0 && !facts->cpus.on)
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

static void
check_realtime (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int runtime = bh_check_find_last (facts, "cpu-rt-runtime");

  if (runtime >= 0 && !g_str_equal (bh_check_value (facts, runtime)->str, "0"))
    bh_findings_add_one (findings, rule, "--cpu-rt-runtime", runtime);
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    if (g_str_has_prefix (bh_check_value (facts, i)->str, "rtprio="))
      bh_findings_add_one (findings, rule, bh_check_value (facts, i)->str, i);
}

const BhRule bh_rules_cpu[] = {
  {
      .id = "cpu-unlimited",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("CPU time has no limit"),
      .message = N_ ("The container may use all CPUs of this computer."),
      .exposes = N_ ("A busy container slows down everything else on this computer."),
      .attack = N_ ("An intruder mines cryptocurrency at your cost, on all CPUs."),
      .legitimate =
          N_ ("When it is the only thing that runs there, or at night. With --cpu-shares, "
              "others come first only while the CPUs are busy."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.12", "OWASP Docker Security rule 7",
                                 "KICS 6b610c50", "Checkov CKV_K8S_11", "Trivy KSV-0011",
                                 "Docker docs: Resource constraints", NULL },
      .check = check_cpu,
      .fixes = { { .id = "limit",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit it to one CPU"),
                   .breaks = N_ ("A program that used several CPUs gets slower."),
                   .apply = bh_fix_set,
                   .parameter = "cpus=1" } },
      .bad = "nginx",
      .good = "--cpus 1.5 nginx",
  },
  {
      .id = "cpu-shares-only",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("CPU shares are not a limit"),
      .message = N_ ("A weight of %s counts only while the CPUs are busy."),
      .exposes = N_ ("--cpu-shares says who goes first when containers compete. Alone, a container "
                     "with the smallest weight still gets all CPUs."),
      .attack =
          N_ ("An intruder who computes at night, when nobody else does, is not slowed down."),
      .legitimate = N_ ("To let important containers go first. For a limit, add --cpus."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.12",
                                           "Docker docs: Resource constraints", NULL },
      .check = check_cpu_shares,
      .fixes = { { .id = "limit",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit it to one CPU"),
                   .breaks = N_ ("A program that used several CPUs gets slower."),
                   .apply = bh_fix_set,
                   .parameter = "cpus=1" } },
      .bad = "--cpu-shares 512 nginx",
      .good = "--cpu-shares 512 --cpus 1 nginx",
  },
  {
      .id = "cpu-realtime",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("The container may run before everything else"),
      .message =
          N_ ("“%s” lets programs take the CPU from all ordinary ones, those of the host too."),
      .exposes = N_ ("A real-time program runs until it gives the CPU back by itself."),
      .attack = N_ ("One endless loop at real-time priority, and the host answers no more."),
      .legitimate =
          N_ ("For sound and for machines that must react in time, on a computer of their "
              "own."),
      .references = (const char *const[]){ "Docker docs: Resource constraints, realtime scheduler",
                                           "sched(7)", NULL },
      .check = check_realtime,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Run it like others"),
                   .breaks = N_ ("Sound may crackle, and programs that insist on real time do not "
                                 "start."),
                   .apply = bh_fix_remove } },
      .bad = "--ulimit rtprio=99 nginx",
      .good = "--ulimit nofile=1024:2048 nginx",
  },
};
const guint bh_n_rules_cpu = G_N_ELEMENTS (bh_rules_cpu);
