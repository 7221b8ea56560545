/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How things are mounted, whatever they are: modes, volumes, tmpfs and the root file system. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-fixes.h"
#include "value/bh-capability.h"

typedef gboolean (*MountTest) (const BhFacts *facts, const BhMountFact *mount);

static const char *
mount_subject (const BhMountFact *mount)
{
  return *mount->source != '\0' ? mount->source : mount->target;
}

static void
add_mounts (BhFindings *findings, const BhRule *rule, const BhFacts *facts, MountTest test)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (test (facts, mount))
        bh_findings_add_one (findings, rule, mount_subject (mount), mount->setting);
    }
}

static const BhText *
mount_text (const BhFacts *facts, const BhMountFact *mount)
{
  return bh_check_value (facts, mount->setting);
}

static gboolean
is_writable_bind (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && !mount->readonly &&
         (mount->path_class == BH_PATH_ORDINARY || mount->path_class == BH_PATH_SYSTEM_HARMLESS);
}

static void
check_bind_rw (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_mounts (findings, rule, facts, is_writable_bind);
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
  add_mounts (findings, rule, facts, is_relative_bind);
}

static gboolean
is_named_like_a_file (const char *path)
{
  static const char *const suffixes[] = { "cfg",  "cnf", "conf",       "crt",  "env",
                                          "html", "ini", "js",         "key",  "lua",
                                          "pem",  "php", "py",         "rb",   "json",
                                          "sh",   "sql", "properties", "toml", "txt",
                                          "vcl",  "xml", "yml",        "yaml", NULL };
  const char *dot = strrchr (path, '.');

  return dot != NULL && g_strv_contains (suffixes, dot + 1);
}

/* Only what --mount can say as well: it has no :z, no ~, and commas separate its fields. */
static gboolean
may_become_folder (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && !mount->from_mount && !mount->relabels &&
         mount->source[0] != '~' && strpbrk (mount->source, ",\"") == NULL &&
         strpbrk (mount->target, ",\"") == NULL && is_named_like_a_file (mount->source);
}

static void
check_missing_source (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_mounts (findings, rule, facts, may_become_folder);
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
  add_mounts (findings, rule, facts, relabels_system);
}

static gboolean
covers_system (const BhFacts *facts, const BhMountFact *mount)
{
  static const char *const system[] = { "/bin",  "/boot", "/dev", "/etc", "/lib", "/lib64",
                                        "/proc", "/sbin", "/sys", "/usr", NULL };

  /* /proc over /proc is said by the rule about /proc. */
  if (mount->type == BH_MOUNT_BIND &&
      (mount->path_class == BH_PATH_PROC || mount->path_class == BH_PATH_SYS ||
       mount->path_class == BH_PATH_DEV))
    return FALSE;
  return g_strv_contains (system, mount->target);
}

static void
check_over_system (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (covers_system (facts, mount))
        bh_findings_add_one (findings, rule, mount->target, mount->setting);
    }
}

static void
check_volumes_from (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "volumes-from"); i >= 0;
       i = bh_check_find (facts, i + 1, "volumes-from"))
    {
      const char *value = bh_check_value (facts, i)->str;
      gboolean readonly = g_str_has_suffix (value, ":ro");

      bh_findings_add (findings, rule, readonly ? BH_SEVERITY_LOW : rule->severity, value, &i, 1);
    }
}

/* "C:/data:C:/data", from Windows to Windows. */
static gboolean
is_windows_target (const char *rest)
{
  const char *colon = strchr (rest, ':');

  return colon != NULL && g_ascii_isalpha (colon[1]) && colon[2] == ':';
}

/* "-v data" is a folder called data in the container; "-v a:/d" is taken for a drive of Windows and
 * becomes a folder called "a:". */
static gboolean
is_volume_typo (const BhFacts *facts, const BhMountFact *mount)
{
  const BhText *text = mount_text (facts, mount);

  if (mount->from_mount || mount->type == BH_MOUNT_TMPFS || !bh_text_is_literal (text))
    return FALSE;
  if (strchr (text->str, ':') == NULL)
    return g_ascii_isalnum (text->str[0]);
  return g_ascii_isalpha (text->str[0]) && g_str_has_prefix (text->str + 1, ":/") &&
         strstr (text->str + 3, ":/") == NULL && !is_windows_target (text->str + 3);
}

static void
check_typo (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_volume_typo (facts, mount))
        bh_findings_add_one (findings, rule, mount_text (facts, mount)->str, mount->setting);
    }
}

/* With --rm the engine removes them in the end. */
static gboolean
is_anonymous (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_ANONYMOUS && !is_volume_typo (facts, mount);
}

static void
check_anonymous (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!bh_check_is_on (facts, "rm"))
    add_mounts (findings, rule, facts, is_anonymous);
}

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
  add_mounts (findings, rule, facts, is_executable_tmpfs);
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
  add_mounts (findings, rule, facts, is_boundless_tmpfs);
}

/* Only / is sure to have other file systems below it. */
static gboolean
has_writable_submounts (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && mount->path_class == BH_PATH_ROOT && mount->readonly &&
         strstr (mount_text (facts, mount)->str, "bind-recursive=") == NULL &&
         strstr (mount_text (facts, mount)->str, "bind-nonrecursive") == NULL;
}

static void
check_ro_submounts (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_mounts (findings, rule, facts, has_writable_submounts);
}

const BhRule bh_rules_volumes[] = {
  {
      .id = "readonly-root-missing",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 40,
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
                   .title = N_ ("Make it read-only, with /tmp and /run in memory"),
                   .breaks = N_ ("The program can write to mounts, /tmp and /run only. Give the "
                                 "folders where it keeps its data a volume."),
                   .apply = bh_fix_read_only_root } },
      .bad = "nginx",
      .good = "--read-only nginx",
  },
  {
      .id = "readonly-undone",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 50,
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
      .id = "mount-bind-rw",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .weight = 15,
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
      .weight = 0,
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
      .id = "mount-missing-source",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_MOUNTS,
      .weight = 2,
      .title = N_ ("A missing file would become a folder"),
      .message = N_ ("If “%s” does not exist, -v creates a folder of that name."),
      .exposes =
          N_ ("With -v, the engine makes a missing source itself: always a folder, and owned "
              "by root. --mount reports the mistake instead."),
      .attack = N_ ("No attack, but a trap: the program finds a folder where it expects its "
                    "settings, and may start with its defaults."),
      .legitimate = N_ ("When you are sure that the file is there."),
      .references = (const char *const[]){ "Docker docs: Bind mounts", NULL },
      .check = check_missing_source,
      .fixes = { { .id = "mount",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Write it with --mount"),
                   .breaks = N_ ("If the file is missing, the container does not start and docker "
                                 "says why."),
                   .apply = bh_fix_volume_to_mount } },
      .bad = "-v /srv/site/nginx.conf:/etc/nginx/nginx.conf:ro nginx",
      .good = "-v /srv/site/pages:/usr/share/nginx/html:ro nginx",
  },
  {
      .id = "mount-propagation-shared",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 60,
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
      .weight = 120,
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
      .id = "mount-over-system",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .weight = 10,
      .title = N_ ("A mount hides system files of the image"),
      .message = N_ ("The mount hides what the image has in %s."),
      .exposes = N_ ("The image's own programs, settings or certificates in that folder cannot be "
                     "seen while the mount is there, and updates of the image do not reach them."),
      .attack = N_ ("Whoever can write to what is mounted decides what the container's programs "
                    "are, or whom they trust."),
      .legitimate = N_ ("Hardly ever for a whole folder. For settings, mount the one file or "
                        "sub-folder: /etc/nginx/conf.d rather than /etc."),
      .references =
          (const char *const[]){ "Docker docs: Bind mounts, mount into a non-empty directory",
                                 NULL },
      .check = check_over_system,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program sees the image's own files instead."),
                   .apply = bh_fix_remove } },
      .bad = "-v settings:/etc alpine",
      .good = "-v settings:/etc/app alpine",
  },
  {
      .id = "mount-ro-submounts",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 60,
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
  {
      .id = "volumes-from",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 50,
      .title = N_ ("All mounts of another container are taken over"),
      .message = N_ ("The container gets whatever “%s” has mounted."),
      .exposes = N_ ("The command does not show what that is. If the other container has the "
                     "engine's socket or a folder of the host, so has this one."),
      .attack = N_ ("An intruder uses a mount that nobody thought of: the socket gives root on the "
                    "host, and “ro” does not limit it."),
      .legitimate = N_ ("For backups of another container's volumes, with “:ro” after its name. "
                        "Naming the volumes says more."),
      .references =
          (const char *const[]){ "Docker docs: docker container run, volumes-from", NULL },
      .check = check_volumes_from,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not take them over"),
                   .breaks = N_ ("The program no longer sees the other container's files; name the "
                                 "volumes that it needs."),
                   .apply = bh_fix_remove } },
      .bad = "--volumes-from web alpine",
      .good = "-v web:/data alpine",
  },
  {
      .id = "volume-anonymous",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .weight = 10,
      .title = N_ ("A volume has no name"),
      .message = N_ ("The volume for %s gets a random name."),
      .exposes =
          N_ ("A new container gets a new, empty volume. The old ones stay on the disk under "
              "names that nobody knows, with all that was in them."),
      .attack = N_ ("Forgotten volumes keep passwords and customers' data for whoever gets at the "
                    "disk later. And data that cannot be found again is as good as lost."),
      .legitimate = N_ ("For caches. With --rm the engine removes them in the end."),
      .references = (const char *const[]){ "Docker docs: Volumes", NULL },
      .check = check_anonymous,
      .fixes = { { .id = "name",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give the volume a name"),
                   .breaks = N_ ("The next container with the same name of the volume finds the "
                                 "same data."),
                   .apply = bh_fix_volume_name } },
      .bad = "-v /var/lib/mysql mysql:8",
      .good = "-v mysql:/var/lib/mysql mysql:8",
  },
  {
      .id = "volume-typo",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 40,
      .title = N_ ("A volume is mounted at an unexpected place"),
      .message = N_ ("“%s” does not mean what it looks like."),
      .exposes = N_ ("A word without a slash and a colon is a folder inside the container, not a "
                     "volume of that name. A volume's name of one letter is taken for a Windows "
                     "drive. Docker says nothing in both cases."),
      .attack = N_ ("No attack, but loss: the program's data go to the wrong place, and are gone "
                    "with the container."),
      .legitimate = N_ ("Never. Write NAME:/FOLDER, with a name of at least two characters."),
      .references = (const char *const[]){ "Docker docs: Volumes", NULL },
      .check = check_typo,
      .fixes = { { .id = "named",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Make it a named volume"),
                   .breaks = N_ ("The data are where the command says, no longer where they landed "
                                 "until now."),
                   .apply = bh_fix_volume_typo } },
      .bad = "-v d:/data alpine",
      .good = "-v data:/data alpine",
  },
  {
      .id = "tmpfs-exec",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
      .weight = 15,
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
      .weight = 20,
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
const guint bh_n_rules_volumes = G_N_ELEMENTS (bh_rules_volumes);
