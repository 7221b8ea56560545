/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory, swap space, and who dies first when they run out. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-resource-fixes.h"
#include "value/bh-byte-size.h"

static void
check_memory (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!facts->memory.on)
    bh_check_add_missing (findings, rule, facts, facts->memory.setting);
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

const BhRule bh_rules_memory[] = {
  {
      .id = "memory-unlimited",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_RESOURCES,
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
      .id = "oom-kill-disable",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_RESOURCES,
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
      .id = "shm-large",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
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
};
const guint bh_n_rules_memory = G_N_ELEMENTS (bh_rules_memory);
