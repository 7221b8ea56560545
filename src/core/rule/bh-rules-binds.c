/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How folders of the host are mounted, whatever they are. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-checks.h"
#include "rule/bh-mount-fixes.h"
#include "value/bh-capability.h"

static gboolean
is_writable_bind (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && !mount->readonly &&
         (mount->path_class == BH_PATH_ORDINARY || mount->path_class == BH_PATH_SYSTEM_HARMLESS);
}

static void
check_bind_rw (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, is_writable_bind);
}

static gboolean
is_relative_bind (const BhFacts *facts, const BhMountFact *mount)
{
  static const char *const here[] = { "$PWD", "${PWD", "$(pwd)", "`pwd`", NULL };

  if (mount->type != BH_MOUNT_BIND)
    return FALSE;
  if (mount->source[0] == '.')
    return TRUE;
  for (guint i = 0; mount->source_expands && here[i] != NULL; i++)
    if (g_str_has_prefix (mount->source, here[i]))
      return TRUE;
  return FALSE;
}

static void
check_bind_relative (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, is_relative_bind);
}

static BhSeverity
propagation_severity (const BhRule *rule, const BhFacts *facts, const BhMountFact *mount)
{
  if (strstr (mount->propagation, "slave") != NULL)
    return BH_SEVERITY_LOW;
  return bh_check_has_capability (facts, BH_CAP_SYS_ADMIN) ? BH_SEVERITY_HIGH : rule->severity;
}

static void
check_propagation (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (strstr (mount->propagation, "shared") == NULL &&
          strstr (mount->propagation, "slave") == NULL)
        continue;
      bh_findings_add (findings, rule, propagation_severity (rule, facts, mount), mount->source,
                       &mount->setting, 1);
    }
}

static gboolean
relabels_system (const BhFacts *facts, const BhMountFact *mount)
{
  if (mount->type != BH_MOUNT_BIND || !mount->relabels)
    return FALSE;
  switch (mount->path_class)
    {
    case BH_PATH_ROOT:
    case BH_PATH_ENGINE_SOCKET:
    case BH_PATH_ENGINE_SOCKET_PARENT:
    case BH_PATH_PROC:
    case BH_PATH_SYS:
    case BH_PATH_DEV:
    case BH_PATH_SYSTEM_CRITICAL:
    case BH_PATH_SYSTEM:
    case BH_PATH_SYSTEM_HARMLESS:
    case BH_PATH_HOME:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
check_relabel (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, relabels_system);
}

static void
check_ro_submounts (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_add_mounts (findings, rule, facts, bh_check_mount_is_shallow);
}

const BhRule bh_rules_binds[] = {
  {
      .id = "mount-bind-rw",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("A folder of the host can be changed"),
      .message = N_ ("The container may change the host's files in “%s”."),
      .exposes = N_ ("The files are the host's own, not a copy. What root in the container creates "
                     "there belongs to root on the host."),
      .attack =
          N_ ("An intruder encrypts or deletes the files, or leaves a program there that runs "
              "as root when somebody on the host starts it."),
      .legitimate = N_ ("When the program keeps its data there. For settings and web pages that it "
                        "only reads, read-only costs nothing; for data that only containers need, "
                        "a named volume keeps the host's folders out of it."),
      .references = (const char *const[]){ "OWASP Docker Security rule 8", "NIST SP 800-190 4.4.4",
                                           "Trivy KSV-0023", "Docker docs: Bind mounts", NULL },
      .check = check_bind_rw,
      .fixes = { { .id = "readonly",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Mount it read-only"),
                   .breaks = N_ ("The program can no longer write there."),
                   .apply = bh_fix_mount_readonly } },
      .bad = "-v /srv/site/pages:/usr/share/nginx/html nginx",
      .good = "-v /srv/site/pages:/usr/share/nginx/html:ro nginx",
  },
  {
      .id = "mount-bind-relative",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Which folder is mounted depends on where you are"),
      .message = N_ ("“%s” is the folder in which the command is run, or lies below it."),
      .exposes = N_ ("Run from your home folder or from /, the same command hands over all of it."),
      .attack = N_ ("Nobody attacks it as such; but a command that was harmless in the project's "
                    "folder gives an intruder your keys when it was started at home."),
      .legitimate = N_ ("In instructions and for development. In scripts and services an absolute "
                        "path is more dependable."),
      .references = (const char *const[]){ "Docker docs: Bind mounts", NULL },
      .check = check_bind_relative,
      .bad = "-v ./pages:/usr/share/nginx/html:ro nginx",
      .good = "-v /srv/site/pages:/usr/share/nginx/html:ro nginx",
  },
  {
      .id = "mount-propagation-shared",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Mounts pass between host and container"),
      .message = N_ ("What is mounted below “%s” later passes between host and container."),
      .exposes =
          N_ ("Shared: what the container mounts there appears on the host, and the other way "
              "round. Slave: what the host mounts there appears in the container."),
      .attack = N_ ("With the right to mount (SYS_ADMIN), an intruder covers a folder of the host "
                    "with files of their own. Through a slave mount they see every disk that is "
                    "plugged in later."),
      .legitimate = N_ ("For storage drivers, which mount on behalf of the host, and as rslave for "
                        "monitoring of the host's disks."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.20", "KICS baa452f0",
                                           "mount_namespaces(7)", NULL },
      .check = check_propagation,
      .fixes = { { .id = "private",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Keep mounts apart"),
                   .breaks = N_ ("Disks that are mounted later on one side do not appear on the "
                                 "other."),
                   .apply = bh_fix_mount_private } },
      .bad = "-v /srv/site/disks:/disks:rshared alpine",
      .good = "-v /srv/site/disks:/disks:rprivate alpine",
  },
  {
      .id = "mount-selinux-relabel-system",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("System files are relabelled for the container"),
      .message = N_ ("The z or Z of this mount changes the SELinux labels of “%s” on the host."),
      .exposes = N_ ("On systems with SELinux (Fedora, RHEL), every file below gets the label of "
                     "containers. Services of the host may no longer read their own files, up to a "
                     "computer that does not start or lets nobody log in."),
      .attack =
          N_ ("Files that SELinux kept from all containers are open to them from then on, even "
              "after this container is gone."),
      .legitimate = N_ ("Never for system or home folders. For a folder that belongs to the "
                        "container, it is the right way."),
      .references = (const char *const[]){ "Docker docs: Bind mounts, configure the SELinux label",
                                           "Podman docs: podman-run, volume", NULL },
      .check = check_relabel,
      .fixes = { { .id = "keep-labels",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Leave the labels alone"),
                   .breaks =
                       N_ ("On systems with SELinux, the container may be refused to read the "
                           "folder. Copy what it needs to a folder of its own."),
                   .apply = bh_fix_mount_keep_labels } },
      .bad = "-v /etc:/host-etc:ro,Z alpine",
      .good = "-v /srv/site/pages:/pages:ro,Z alpine",
  },
  {
      .id = "mount-ro-submounts",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .title = N_ ("Read-only does not hold for everything below"),
      .message =
          N_ ("“%s” is read-only, but on older engines other file systems below it are not."),
      .exposes =
          N_ ("Engines before version 25, and kernels before 5.12, make only the topmost file "
              "system read-only. /proc, /run, /home or further disks below stay writable."),
      .attack = N_ ("Root in the container writes to proc/sys/kernel/core_pattern below the "
                    "mounted folder, and the host's kernel runs a program of theirs as root at the "
                    "next crash."),
      .legitimate = N_ ("With an engine from version 25 and a kernel from 5.12, read-only holds "
                        "for all that lies below."),
      .references = (const char *const[]){ "moby/moby issue 37838", "moby/moby issue 45278",
                                           "docker/for-linux issue 788",
                                           "Docker docs: Bind mounts, recursive mounts", NULL },
      .check = check_ro_submounts,
      .fixes = { { .id = "top-only",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Leave the file systems below out"),
                   .breaks =
                       N_ ("The container sees the topmost file system only: /home, /proc and "
                           "other disks are empty folders."),
                   .apply = bh_fix_mount_top_only },
                 { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer sees the host's files."),
                   .apply = bh_fix_remove } },
      .bad = "-v /:/host:ro alpine",
      .good = "--mount type=bind,source=/,target=/host,readonly,bind-recursive=disabled alpine",
  },
};
const guint bh_n_rules_binds = G_N_ELEMENTS (bh_rules_binds);
