/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders of the system in the container. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-checks.h"
#include "rule/bh-mount-fixes.h"

static void
check_root (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_mount_class (findings, rule, facts, BH_PATH_ROOT, BH_SEVERITY_CRITICAL,
                        BH_SEVERITY_HIGH);
}

static BhSeverity
system_severity (const BhMountFact *mount)
{
  /* Home folders with their keys, scheduled jobs and other containers are in them. */
  static const char *const whole[] = { "/home", "/var", "/var/lib", NULL };

  if (mount->path_class == BH_PATH_SYSTEM)
    return g_strv_contains (whole, mount->source) ? BH_SEVERITY_CRITICAL : BH_SEVERITY_HIGH;
  return bh_check_mount_commands_host (mount) ? BH_SEVERITY_CRITICAL : BH_SEVERITY_HIGH;
}

static void
check_system_rw (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (!mount->readonly && (bh_check_mount_is_of_class (mount, BH_PATH_SYSTEM_CRITICAL) ||
                               bh_check_mount_is_of_class (mount, BH_PATH_SYSTEM)))
        bh_check_add_mount (findings, rule, system_severity (mount), mount);
    }
}

/* Folders that hold passwords, keys or other containers' data, readable by root inside. */
static const char *const telling[] = { "/etc/ssh", "/root", "/var/lib/docker",
                                       "/var/lib/containerd", NULL };

static BhSeverity
system_readonly_severity (const BhMountFact *mount)
{
  static const char *const whole[] = { "/etc", "/home", "/var", "/var/lib", NULL };
  static const char *const etc[] = { "/etc", NULL };

  if (g_strv_contains (whole, mount->source) || bh_check_path_is_below (mount->source, telling))
    return BH_SEVERITY_HIGH;
  return bh_check_path_is_below (mount->source, etc) ? BH_SEVERITY_LOW : BH_SEVERITY_MEDIUM;
}

static void
check_system_ro (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->readonly && (bh_check_mount_is_of_class (mount, BH_PATH_SYSTEM_CRITICAL) ||
                              bh_check_mount_is_of_class (mount, BH_PATH_SYSTEM)))
        bh_check_add_mount (findings, rule, system_readonly_severity (mount), mount);
    }
}

static void
check_proc (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_mount_class (findings, rule, facts, BH_PATH_PROC, BH_SEVERITY_CRITICAL,
                        BH_SEVERITY_HIGH);
}

static void
check_sys (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_mount_class (findings, rule, facts, BH_PATH_SYS, BH_SEVERITY_CRITICAL, BH_SEVERITY_LOW);
}

/* The device cgroup still refuses most nodes, unless it was opened. */
static BhSeverity
dev_severity (const BhFacts *facts, const BhMountFact *mount)
{
  if (g_str_equal (mount->source, "/dev/log"))
    return BH_SEVERITY_LOW;
  if (facts->privileged.on || facts->device_cgroup_rule >= 0)
    return BH_SEVERITY_HIGH;
  return BH_SEVERITY_MEDIUM;
}

static void
check_dev (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  static const char *const harmless[] = { "/dev/null", "/dev/zero", "/dev/random", "/dev/urandom",
                                          NULL };

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (bh_check_mount_is_of_class (mount, BH_PATH_DEV) &&
          !g_strv_contains (harmless, mount->source))
        bh_check_add_mount (findings, rule, dev_severity (facts, mount), mount);
    }
}

const BhRule bh_rules_system_mounts[] = {
  {
      .id = "mount-root",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("The host's whole disk is mounted"),
      .message = N_ ("The container sees the whole file system of the host (%s)."),
      .exposes =
          N_ ("Every file of the host is in the container: passwords, keys, programs, the "
              "data of all other containers. Root in the container is root for these files."),
      .attack =
          N_ ("An intruder changes to the mounted folder with chroot and works as root on the "
              "host. Read-only, password hashes and private keys are still there to copy, and "
              "engines before version 25 leave /proc below it writable."),
      .legitimate = N_ ("For backups and monitoring of the host itself, read-only and on an engine "
                        "that you keep up to date. Everything else needs one folder, not all."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "KICS 1c1325ff", "Trivy KSV-0121", "Trivy KSV-0023",
                                           "Kubernetes Pod Security: Baseline", NULL },
      .check = check_root,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount the disk"),
                   .breaks =
                       N_ ("The program no longer sees the host's files; mount the folder that "
                           "it needs."),
                   .apply = bh_fix_remove } },
      .bad = "-v /:/host alpine",
      .good = "-v /srv/site/pages:/host alpine",
  },
  {
      .id = "mount-system-rw",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("A system folder of the host can be changed"),
      .message = N_ ("The container may write to the host's system folder “%s”."),
      .exposes =
          N_ ("Programs and settings of the host lie in this folder. The host, often as root, "
              "runs and obeys what the container puts there."),
      .attack =
          N_ ("Root in the container adds a scheduled task below /etc, a key to /root/.ssh or "
              "exchanges a program below /usr. The host runs it as root."),
      .legitimate = N_ ("Hardly ever: programs that install software on the host. Mount the one "
                        "folder that is needed, and read-only where reading is enough."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "KICS 1c1325ff", "Trivy KSV-0121", NULL },
      .check = check_system_rw,
      .fixes = { { .id = "readonly",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Mount it read-only"),
                   .breaks = N_ ("The program can no longer write there."),
                   .apply = bh_fix_mount_readonly },
                 { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer sees the folder."),
                   .apply = bh_fix_remove } },
      .bad = "-v /etc:/host-etc alpine",
      .good = "-v /etc/localtime:/etc/localtime:ro alpine",
  },
  {
      .id = "mount-system-ro",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("A system folder of the host can be read"),
      .message = N_ ("The container may read the host's system folder “%s”."),
      .exposes = N_ ("Settings, versions and accounts of the host can be read, and root in the "
                     "container also reads files that only root may read, such as /etc/shadow."),
      .attack = N_ ("An intruder copies password hashes and private keys to try them elsewhere, or "
                    "learns which programs of the host have known holes."),
      .legitimate = N_ ("For monitoring and backups. Mount the one file or folder that is needed; "
                        "single harmless files such as /etc/localtime are fine."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "Trivy KSV-0121", NULL },
      .check = check_system_ro,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer sees the folder; mount the file that it "
                                 "needs."),
                   .apply = bh_fix_remove } },
      .bad = "-v /etc:/host-etc:ro alpine",
      .good = "-v /etc/ssl/certs:/etc/ssl/certs:ro alpine",
  },
  {
      .id = "mount-proc",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("The host's /proc is mounted"),
      .message = N_ ("The container sees the processes and kernel settings of the host through "
                     "“%s”."),
      .exposes = N_ ("/proc lists every process of the host with its arguments, and holds switches "
                     "of the kernel for the whole computer. Read-only, the switches are safe, the "
                     "list is not."),
      .attack = N_ ("With write access, root in the container enters a program of its own in "
                    "core_pattern; the host's kernel runs it as root as soon as any program "
                    "crashes."),
      .legitimate = N_ ("For monitoring of the host, such as Prometheus' node exporter, and then "
                        "read-only."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "Trivy KSV-0121",
                                           "Trivy KSV-0027", "core(5)", NULL },
      .check = check_proc,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount /proc"),
                   .breaks = N_ ("The program sees its own processes only."),
                   .apply = bh_fix_remove } },
      .bad = "-v /proc:/host/proc alpine",
      .good = "-v /procedures:/host/proc alpine",
  },
  {
      .id = "mount-sys",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("The host's /sys is mounted"),
      .message = N_ ("The container sees the kernel's devices and switches of the host through "
                     "“%s”."),
      .exposes = N_ ("/sys describes the hardware and holds switches of the kernel for the whole "
                     "computer. Read-only, it tells little that matters."),
      .attack =
          N_ ("With write access, root in the container names a program that the kernel shall "
              "run as root for the next device or control group event, outside of the "
              "container."),
      .legitimate = N_ ("Read-only for monitoring tools such as cAdvisor. Images that run systemd "
                        "ask for /sys/fs/cgroup; read-only is enough for most."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "Trivy KSV-0121",
                                           "CVE-2022-0492", NULL },
      .check = check_sys,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount /sys"),
                   .breaks = N_ ("The program sees the read-only /sys that every container has."),
                   .apply = bh_fix_remove } },
      .bad = "-v /sys:/sys alpine",
      .good = "-v /system:/sys-backup alpine",
  },
  {
      .id = "mount-dev",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Devices of the host are mounted as files"),
      .message = N_ ("The container sees the host's devices below “%s”."),
      .exposes =
          N_ ("The device files appear in the container. The engine's list of allowed devices "
              "still refuses to open most of them, so this is one wall instead of two."),
      .attack = N_ ("As soon as that list is opened, by --privileged or --device-cgroup-rule, an "
                    "intruder reads and writes the host's disks."),
      .legitimate = N_ ("When devices come and go while the container runs. For a device that is "
                        "there from the start, --device gives exactly this one."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.18", "CIS Docker Benchmark 5.6", NULL },
      .check = check_dev,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer finds the device; give it with --device."),
                   .apply = bh_fix_remove } },
      .bad = "-v /dev:/dev alpine",
      .good = "-v /dev/null:/etc/motd:ro alpine",
  },
};
const guint bh_n_rules_system_mounts = G_N_ELEMENTS (bh_rules_system_mounts);
