/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Volumes, and mounts that are not what they were meant to be. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-checks.h"
#include "rule/bh-mount-fixes.h"

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
  bh_check_add_mounts (findings, rule, facts, may_become_folder);
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
  const BhText *text = bh_check_mount_text (facts, mount);

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
        bh_findings_add_one (findings, rule, bh_check_mount_text (facts, mount)->str,
                             mount->setting);
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
    bh_check_add_mounts (findings, rule, facts, is_anonymous);
}

const BhRule bh_rules_volumes[] = {
  {
      .id = "mount-missing-source",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_MOUNTS,
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
      .id = "mount-over-system",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_MOUNTS,
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
      .id = "volumes-from",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
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
};
const guint bh_n_rules_volumes = G_N_ELEMENTS (bh_rules_volumes);
