/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the container can write in itself: its root file system and what lies in memory. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-mount-checks.h"
#include "rule/bh-mount-fixes.h"
#include "value/bh-capability.h"

static void
check_readonly_root (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!facts->read_only_root.on)
    bh_findings_add_one (findings, rule, NULL, facts->read_only_root.setting);
}

/* The setting that gives SYS_ADMIN, which mounts the root writable again. */
static int
find_sys_admin (const BhFacts *facts)
{
  if (facts->privileged.on)
    return facts->privileged.setting;
  if ((facts->capabilities & BH_CAP_BIT (BH_CAP_SYS_ADMIN)) == 0)
    return BH_NOBODY;
  if (facts->added_by[BH_CAP_SYS_ADMIN] >= 0)
    return facts->added_by[BH_CAP_SYS_ADMIN];
  return facts->add_all;
}

static void
check_readonly_undone (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int causes[] = { find_sys_admin (facts), facts->read_only_root.setting };

  if (facts->read_only_root.on && causes[0] >= 0 && bh_check_may_be_root (facts))
    bh_findings_add (findings, rule, rule->severity, NULL, causes, 2);
}

static gboolean
is_executable_tmpfs (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_TMPFS && mount->exec;
}

static void
check_tmpfs_exec (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, is_executable_tmpfs);
}

/* What lies in a tmpfs counts as memory, so a limit of memory bounds it. */
static gboolean
is_boundless_tmpfs (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_TMPFS && !mount->has_size && !facts->memory.on;
}

static void
check_tmpfs_unlimited (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, is_boundless_tmpfs);
}

const BhRule bh_rules_root_files[] = {
  {
      .id = "readonly-root-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("The container can change its own programs"),
      .message = N_ ("The files of the image can be changed while the container runs."),
      .exposes = N_ ("Everything in the container that its user may write to can be replaced, its "
                     "own programs included. Changes stay until the container is removed, across "
                     "restarts."),
      .attack = N_ ("An intruder exchanges a program or adds one, and it runs again after each "
                    "restart of the container."),
      .legitimate = N_ ("For programs that write into their own folders, and for shells to play "
                        "with. Most servers only need /tmp and /run, which can be kept in memory."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.13", "OWASP Docker Security rule 8",
                                 "NIST SP 800-190 4.4.4", "Checkov CKV_K8S_22", "Trivy KSV-0014",
                                 "Semgrep writable-filesystem-service", NULL },
      .check = check_readonly_root,
      .fixes = { { .id = "read-only",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Make it read-only, with the rest in memory"),
                   .breaks =
                       N_ ("The program can write to mounts and to the folders in memory only. "
                           "Give those where it keeps its data a volume."),
                   .apply = bh_fix_read_only_root } },
      .bad = "nginx",
      .good = "--read-only nginx",
  },
  {
      .id = "readonly-undone",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Read-only can be undone from inside"),
      .message = N_ ("The container is read-only, but it may mount its files writable again."),
      .exposes = N_ ("With the SYS_ADMIN capability, which --privileged includes, the program may "
                     "change its own mounts."),
      .attack = N_ ("One command, “mount -o remount,rw /”, and the intruder writes as if "
                    "--read-only were not there."),
      .legitimate = N_ ("As a guard against accidents it still works. As a wall it does not."),
      .references = (const char *const[]){ "capabilities(7)", "mount(8)", NULL },
      .check = check_readonly_undone,
      .fixes = { { .id = "drop",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Take the right to mount away"),
                   .breaks = N_ ("The program can no longer mount anything, or do what else "
                                 "--privileged or SYS_ADMIN allowed."),
                   .apply = bh_fix_drop_sys_admin } },
      .bad = "--read-only --cap-add SYS_ADMIN alpine",
      .good = "--read-only --cap-add SYS_NICE alpine",
  },
  {
      .id = "tmpfs-exec",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Programs may be run from a folder in memory"),
      .message = N_ ("Programs can be started from %s, which everybody may write to."),
      .exposes = N_ ("Docker's folders in memory normally refuse to run programs (noexec). “exec” "
                     "lifts that."),
      .attack = N_ ("In an otherwise read-only container, this is where an intruder puts tools and "
                    "starts them."),
      .legitimate = N_ ("For programs that unpack or compile code at run time, such as some Java "
                        "libraries and build tools."),
      .references = (const char *const[]){ "OWASP Docker Security rule 8",
                                           "Docker docs: tmpfs mounts", NULL },
      .check = check_tmpfs_exec,
      .fixes = { { .id = "noexec",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Refuse to run programs from it"),
                   .breaks = N_ ("Programs that unpack and start code there fail with “Permission "
                                 "denied”."),
                   .apply = bh_fix_tmpfs_noexec } },
      .bad = "--tmpfs /tmp:exec,size=64m alpine",
      .good = "--tmpfs /tmp:size=64m alpine",
  },
  {
      .id = "tmpfs-unlimited",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("A folder in memory has no limit"),
      .message = N_ ("The folder %s may grow to half of this computer's memory."),
      .exposes =
          N_ ("A tmpfs keeps its files in memory. Without a size it may take half of it, and "
              "here no memory limit of the container stops it earlier."),
      .attack = N_ ("An intruder, or a runaway log, fills the folder until programs on the host "
                    "are killed for want of memory."),
      .legitimate = N_ ("When the container has a memory limit, which counts these files too."),
      .references = (const char *const[]){ "Docker docs: tmpfs mounts", NULL },
      .check = check_tmpfs_unlimited,
      .fixes = { { .id = "size",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit it to 64 MB"),
                   .breaks = N_ ("Programs that need more room there fail with “No space left on "
                                 "device”."),
                   .apply = bh_fix_tmpfs_size,
                   .parameter = "64m" } },
      .bad = "--tmpfs /tmp alpine",
      .good = "--tmpfs /tmp:size=64m alpine",
  },
};
const guint bh_n_rules_root_files = G_N_ELEMENTS (bh_rules_root_files);
