/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-resource-fixes.h"
#include "value/bh-byte-size.h"

static void
check_memory (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!facts->memory.on)
    bh_findings_add_one (findings, rule, NULL, facts->memory.setting);
}

static void
check_swap_double (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->memory.on && !facts->memory_swap.on)
    bh_findings_add_one (findings, rule, bh_check_value (facts, facts->memory.setting)->str,
                         facts->memory.setting);
}

static void
check_swap_unlimited (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->memory_swap.on && facts->memory_swap_bytes < 0)
    bh_findings_add_one (findings, rule, NULL, facts->memory_swap.setting);
}

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
check_oom_kill_disable (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  BhSeverity severity = facts->memory.on ? BH_SEVERITY_MEDIUM : rule->severity;

  if (facts->oom_kill_disable.on)
    bh_findings_add (findings, rule, severity, NULL, &facts->oom_kill_disable.setting, 1);
}

static void
check_oom_score (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->oom_score_adj_setting >= 0 && facts->oom_score_adj < 0)
    bh_findings_add_one (findings, rule, bh_check_value (facts, facts->oom_score_adj_setting)->str,
                         facts->oom_score_adj_setting);
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

static void
check_core (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    {
      const char *value = bh_check_value (facts, i)->str;

      if (g_str_has_prefix (value, "core=") && !g_str_has_prefix (value, "core=0"))
        bh_findings_add_one (findings, rule, value, i);
    }
}

/* What lies in /dev/shm counts as memory. */
static void
check_shm (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "shm-size");
  guint64 bytes = 0;

  if (setting >= 0 && facts->memory.on && facts->memory_bytes > 0 &&
      bh_byte_size_parse (bh_check_value (facts, setting)->str, &bytes) &&
      bytes > facts->memory_bytes)
    bh_findings_add_one (findings, rule, bh_check_value (facts, setting)->str, setting);
}

const BhRule bh_rules_resources[] = {
  {
      .id = "memory-unlimited",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .weight = 50,
      .title = N_ ("Memory has no limit"),
      .message = N_ ("The container may use all memory of this computer."),
      .exposes = N_ ("Without --memory, a leak or a flood of requests in this container takes the "
                     "memory away from everything else on this computer."),
      .attack =
          N_ ("An intruder fills the memory. The kernel then ends programs to save itself, and "
              "not only those of this container."),
      .legitimate =
          N_ ("When it is the only thing that runs there. Measure first (docker stats) and "
              "leave room: a program that reaches the limit is killed with status 137."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.11", "OWASP Docker Security rule 7",
                                 "KICS bb9ac4f7", "Checkov CKV_K8S_13", "Trivy KSV-0018",
                                 "Docker docs: Resource constraints", NULL },
      .check = check_memory,
      .fixes = { { .id = "limit",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit it to 512 MB"),
                   .breaks =
                       N_ ("Programs that need more are killed. Swap is kept at zero, so that "
                           "the limit means what it says."),
                   .apply = bh_fix_memory,
                   .parameter = "512m" } },
      .bad = "nginx",
      .good = "--memory 512m nginx",
  },
  {
      .id = "memory-swap-double",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .weight = 10,
      .title = N_ ("The memory limit counts twice"),
      .message = N_ ("Besides %s of memory, the container may use as much swap space."),
      .exposes =
          N_ ("When only --memory is given, the engine allows the same amount of swap on top, "
              "if the computer has any."),
      .attack = N_ ("A program that keeps swapping makes the disk slow for everybody, long before "
                    "it reaches its limit."),
      .legitimate = N_ ("For short peaks on a computer with fast swap space."),
      .references = (const char *const[]){ "Docker docs: Resource constraints, memory-swap", NULL },
      .check = check_swap_double,
      .fixes = { { .id = "no-swap",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Use no swap space"),
                   .breaks = N_ ("A program that already uses more than its memory limit is killed "
                                 "instead of slowed down."),
                   .apply = bh_fix_swap_like_memory } },
      .bad = "--memory 512m nginx",
      .good = "--memory 512m --memory-swap 512m nginx",
  },
  {
      .id = "memory-swap-unlimited",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .weight = 40,
      .title = N_ ("Swap space has no limit"),
      .message = N_ ("The container may use all swap space of this computer."),
      .exposes =
          N_ ("A memory limit alone then limits little: what does not fit goes to the disk."),
      .attack = N_ ("An intruder, or a leak, keeps the disk busy with swapping until nothing else "
                    "answers."),
      .legitimate = N_ ("For jobs that must finish whatever it takes, on a computer of their own."),
      .references = (const char *const[]){ "Docker docs: Resource constraints, memory-swap", NULL },
      .check = check_swap_unlimited,
      .fixes = { { .id = "no-swap",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use no swap space"),
                   .breaks = N_ ("A program that needs more than its memory limit is killed."),
                   .apply = bh_fix_swap_like_memory } },
      .bad = "--memory 512m --memory-swap -1 nginx",
      .good = "--memory 512m --memory-swap 512m nginx",
  },
  {
      .id = "cpu-unlimited",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .weight = 20,
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
      .weight = 2,
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
      .id = "oom-kill-disable",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_RESOURCES,
      .weight = 120,
      .title = N_ ("The container is never killed for want of memory"),
      .message = N_ ("When memory runs out, the kernel may not end this container's programs."),
      .exposes = N_ ("Without a memory limit, the kernel can only end other programs, or the whole "
                     "computer hangs. With one, the container's programs stop and wait for ever. "
                     "Hosts with cgroup version 2 ignore the setting."),
      .attack = N_ ("An intruder uses up the memory, and the programs of the host pay for it."),
      .legitimate =
          N_ ("Hardly ever. A limit that fits, and a restart policy, keep a service alive "
              "better."),
      .references =
          (const char *const[]){ "Docker docs: Resource constraints, oom-kill-disable", NULL },
      .check = check_oom_kill_disable,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Let the kernel end it"),
                   .breaks =
                       N_ ("A program that uses more memory than there is gets killed instead "
                           "of waiting."),
                   .apply = bh_fix_remove } },
      .bad = "--oom-kill-disable nginx",
      .good = "--oom-kill-disable=false nginx",
  },
  {
      .id = "oom-score-adj-negative",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .weight = 40,
      .title = N_ ("Others are killed first"),
      .message = N_ ("With a score of %s, the kernel ends other programs before this container."),
      .exposes = N_ ("When memory runs out, the kernel chooses a program to end. A negative score "
                     "makes it choose others, services of the host included."),
      .attack =
          N_ ("An intruder uses up the memory, and SSH, the log or the engine itself go before "
              "the intruder does."),
      .legitimate =
          N_ ("For one service that is more important than everything else there. Give it "
              "a memory limit as well."),
      .references = (const char *const[]){ "Docker docs: Resource constraints",
                                           "proc(5): oom_score_adj", NULL },
      .check = check_oom_score,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Treat it like others"),
                   .breaks = N_ ("When memory runs out, this container may be the one that ends."),
                   .apply = bh_fix_remove } },
      .bad = "--oom-score-adj -500 nginx",
      .good = "--oom-score-adj 500 nginx",
  },
  {
      .id = "cpu-realtime",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_RESOURCES,
      .weight = 40,
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
  {
      .id = "shm-large",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .weight = 10,
      .title = N_ ("Shared memory is larger than the memory limit"),
      .message = N_ ("Shared memory of %s does not fit into the memory limit."),
      .exposes = N_ ("What programs put into /dev/shm counts as memory of the container."),
      .attack =
          N_ ("Whoever can make the program fill /dev/shm gets it killed long before the size "
              "that was asked for."),
      .legitimate = N_ ("When the program only reserves the space and never fills it."),
      .references = (const char *const[]){ "Docker docs: docker container run, shm-size", NULL },
      .check = check_shm,
      .fixes = { { .id = "default",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use the usual 64 MB"),
                   .breaks = N_ ("Browsers and databases may need more: raise the memory limit "
                                 "instead."),
                   .apply = bh_fix_remove } },
      .bad = "--memory 512m --memory-swap 512m --shm-size 1g nginx",
      .good = "--memory 2g --memory-swap 2g --shm-size 1g nginx",
  },
  {
      .id = "ulimit-core",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .weight = 10,
      .title = N_ ("Crashes write the memory to disk"),
      .message = N_ ("“%s” lets a program that crashes write all its memory into a file."),
      .exposes =
          N_ ("Passwords, keys and customers' data that the program had in its memory are in "
              "the file. The host's settings decide where it goes."),
      .attack =
          N_ ("An intruder makes the program crash and reads the file, or fills the disk with "
              "many of them."),
      .legitimate = N_ ("While you look for the cause of a crash."),
      .references = (const char *const[]){ "core(5)", "CWE-528", NULL },
      .check = check_core,
      .fixes = { { .id = "no-core",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Write no such files"),
                   .breaks = N_ ("There is nothing to look at after a crash."),
                   .apply = bh_fix_replace_value,
                   .parameter = "core=0" } },
      .bad = "--ulimit core=-1 nginx",
      .good = "--ulimit core=0 nginx",
  },
};
const guint bh_n_rules_resources = G_N_ELEMENTS (bh_rules_resources);
