/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Capabilities that give away a part: of the kernel's records, of the limits, of other programs. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-capability-checks.h"
#include "rule/bh-fixes.h"
#include "value/bh-capability.h"

#define DROP(words)                                                                                \
  {                                                                                                \
    .id = "drop", .effect = BH_EFFECT_REVIEW, .title = N_ ("Do not give it"), .breaks = words,     \
    .apply = bh_fix_remove                                                                         \
  }

/* What all rows of this file are drawn from. */
#define SOURCES                                                                                    \
  (const char *const[])                                                                            \
  {                                                                                                \
    "CIS Docker Benchmark 5.4", "Trivy KSV-0022", "Kubernetes Pod Security: Baseline",             \
        "capabilities(7)", NULL                                                                    \
  }

/* Capabilities that no container is given, and that have no row of their own. */
static const guint8 others[] = {
  BH_CAP_NET_BROADCAST, BH_CAP_IPC_OWNER,  BH_CAP_SYS_PACCT,     BH_CAP_SYS_TTY_CONFIG,
  BH_CAP_LEASE,         BH_CAP_WAKE_ALARM, BH_CAP_BLOCK_SUSPEND, BH_CAP_AUDIT_READ,
};

static void
check_others (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    bh_check_add_one_capability (findings, rule, rule->severity, facts, others[i]);
}

const BhRule bh_rules_lesser_capabilities[] = {
  {
      BH_CAPABILITY_RULE (BH_CAP_MAC_ADMIN),
      .id = "cap-mac-admin",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may change access rules of the kernel"),
      .message = N_ ("With %s, root in the container may load rules for AppArmor or Smack."),
      .exposes = N_ ("Those rules are the second lock of every container and of many programs on "
                     "the host."),
      .attack = N_ ("An intruder who also reaches /sys/kernel/security, by a mount or by "
                    "SYS_ADMIN, loads rules that allow everything."),
      .legitimate = N_ ("Nearly never in a container: rules are loaded on the host."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("The program can no longer load such rules.")) },
      .bad = "--cap-add MAC_ADMIN alpine",
      .good = "--security-opt apparmor=docker-default alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_MAC_OVERRIDE),
      .id = "cap-mac-override",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container stands above access rules of the kernel"),
      .message = N_ ("With %s, the rules of Smack do not hold for root in the container."),
      .exposes = N_ ("Smack is a second lock on files and processes, found in cars and televisions "
                     "more than on servers. Where it is not used, nothing changes."),
      .attack = N_ ("An intruder who finds a way out meets no second lock."),
      .legitimate = N_ ("Nearly never in a container."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("Where Smack is used, its rules hold for the program too.")) },
      .bad = "--cap-add MAC_OVERRIDE alpine",
      .good = "--cap-drop MAC_OVERRIDE alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_PERFMON),
      .id = "cap-perfmon",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may measure the whole computer"),
      .message = N_ ("With %s, root in the container watches what every processor executes."),
      .exposes = N_ ("The kernel's counters know no containers: they tell of all programs, and of "
                     "the kernel's own addresses."),
      .attack = N_ ("An intruder learns the addresses that an attack on the kernel needs, or "
                    "guesses keys from the timing of another program."),
      .legitimate = N_ ("For profilers such as perf, on a machine whose other programs may be "
                        "watched."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("Profilers can no longer read the processor's counters.")) },
      .bad = "--cap-add PERFMON alpine",
      .good = "--cap-drop PERFMON alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYSLOG),
      .id = "cap-syslog",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may read the host's kernel log"),
      .message = N_ ("With %s, root in the container reads and empties the kernel's messages."),
      .exposes = N_ ("The messages tell of the hardware, of the firewall and of other containers, "
                     "and hold addresses inside the kernel that are otherwise hidden."),
      .attack = N_ ("An intruder reads the addresses that an attack on the kernel needs, and then "
                    "empties the log."),
      .legitimate = N_ ("For a collector of the host's logs. Most read the journal, which can be "
                        "mounted read-only."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("The program no longer sees the kernel's messages.")) },
      .bad = "--cap-add SYSLOG alpine",
      .good = "--log-driver syslog alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_CHECKPOINT_RESTORE),
      .id = "cap-checkpoint-restore",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may freeze and copy processes"),
      .message = N_ ("With %s, root in the container copies processes with all that they hold."),
      .exposes = N_ ("A saved process is its whole memory. Alone, it reaches the processes of this "
                     "container, whoever they belong to."),
      .attack = N_ ("An intruder reads the files that another user's program has open, and starts "
                    "programs under numbers that others had."),
      .legitimate = N_ ("For tools that save and restore programs (CRIU)."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("Programs can no longer be saved and restored.")) },
      .bad = "--cap-add CHECKPOINT_RESTORE alpine",
      .good = "--cap-drop CHECKPOINT_RESTORE alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_BOOT),
      .id = "cap-sys-boot",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may restart the computer"),
      .message = N_ ("With %s, the container restarts this computer if one more wall is gone."),
      .exposes = N_ ("With its own processes, a restart ends only the container. With --pid host "
                     "it ends the computer; without the filter of system calls, another kernel "
                     "can be started."),
      .attack = N_ ("An intruder switches the computer off, with everything that runs on it."),
      .legitimate = N_ ("For systemd as the first program, which restarts its own container."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("“reboot” in the container fails.")) },
      .bad = "--cap-add SYS_BOOT alpine",
      .good = "--restart on-failure:5 alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_AUDIT_CONTROL),
      .id = "cap-audit-control",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may change the kernel's audit"),
      .message = N_ ("With %s, the container may switch records of the audit on and off."),
      .exposes = N_ ("The audit records who did what on this computer. The kernel lets only "
                     "programs among the host's processes change it, so it takes --pid host."),
      .attack = N_ ("An intruder with both switches the records off and then goes on."),
      .legitimate = N_ ("For an audit program that looks after the host."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("Audit programs can no longer change what is recorded.")) },
      .bad = "--cap-add AUDIT_CONTROL alpine",
      .good = "--cap-add AUDIT_WRITE alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_LINUX_IMMUTABLE),
      .id = "cap-linux-immutable",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may make files unchangeable"),
      .message = N_ ("With %s, root in the container marks files so that nobody may change or "
                     "delete them, and takes such marks away."),
      .exposes = N_ ("The marks stay on the files. In a folder of the host, they hold for the host "
                     "too."),
      .attack = N_ ("An intruder leaves files that cannot be deleted until somebody thinks of the "
                    "mark, or changes a log that was protected by one."),
      .legitimate = N_ ("For backup programs that restore the marks."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("“chattr +i” and “chattr +a” fail.")) },
      .bad = "--cap-add LINUX_IMMUTABLE alpine",
      .good = "--read-only alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_NICE),
      .id = "cap-sys-nice",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may run ahead of others"),
      .message = N_ ("With %s, programs in the container put themselves before all others."),
      .exposes = N_ ("Priorities hold for the whole computer, not for the container."),
      .attack = N_ ("An intruder's program asks for the highest priority and slows down "
                    "everything else."),
      .legitimate = N_ ("For databases that place their memory close to the processor (MySQL asks "
                        "for it), and for sound and video."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("The program cannot raise its priority. MySQL says so in its log and "
                           "works on.")) },
      .bad = "--cap-add SYS_NICE mysql:8.4",
      .good = "--cpu-shares 2048 mysql:8.4",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_IPC_LOCK),
      .id = "cap-ipc-lock",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may hold on to memory"),
      .message = N_ ("With %s, programs in the container keep memory that cannot be swapped out."),
      .exposes = N_ ("Such memory is lost to everybody else until the program ends."),
      .attack = N_ ("Where the container has no memory limit, an intruder locks as much as there "
                    "is."),
      .legitimate = N_ ("For programs that keep keys out of swap space (Vault) and for databases. "
                        "With --memory, it is bounded."),
      .references = SOURCES,
      .fixes = { DROP (N_ ("Vault needs “disable_mlock” then; others lock less memory.")) },
      .bad = "--cap-add IPC_LOCK hashicorp/vault:1.18",
      .good = "--memory 512m hashicorp/vault:1.18",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_RESOURCE),
      .id = "cap-sys-resource",
      .severity = BH_SEVERITY_LOW,
      .title = N_ ("The container may go past limits"),
      .message = N_ ("With %s, the limits of --ulimit do not hold for root in the container."),
      .exposes = N_ ("Open files, processes of a user, locked memory, and the part of the disk "
                     "that is kept for the host's root. --memory and --pids-limit still hold."),
      .attack = N_ ("An intruder raises the limits and fills the disk to its last block."),
      .legitimate = N_ ("For databases that raise their own limits. --ulimit does that from "
                        "outside."),
      .references = SOURCES,
      .fixes = { DROP (
          N_ ("The program can no longer raise its limits; set them with --ulimit.")) },
      .bad = "--cap-add SYS_RESOURCE alpine",
      .good = "--ulimit nofile=1024:2048 alpine",
  },
  {
      .id = "cap-other",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("A capability is added that containers do not need"),
      .message = N_ ("The container gets %s, which Docker gives to none."),
      .exposes = N_ ("Each capability is a piece of what root may do on the host. This one is not "
                     "known as a way out of a container."),
      .attack = N_ ("An intruder has one more thing to try."),
      .legitimate = N_ ("When the program's own documentation says what it is for."),
      .references = SOURCES,
      .check = check_others,
      .part_of_privileged = TRUE,
      .fixes = { DROP (N_ ("What the program wanted it for fails.")) },
      .bad = "--cap-add WAKE_ALARM alpine",
      .good = "--cap-add KILL alpine",
  },
};
const guint bh_n_rules_lesser_capabilities = G_N_ELEMENTS (bh_rules_lesser_capabilities);
