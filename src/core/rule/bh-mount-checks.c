/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-mount-checks.h"

#include <string.h>

gboolean
bh_check_mount_is_of_class (const BhMountFact *mount, BhPathClass path_class)
{
  return mount->type == BH_MOUNT_BIND && mount->path_class == path_class;
}

void
bh_check_add_mount (BhFindings *findings,
                    const BhRule *rule,
                    BhSeverity severity,
                    const BhMountFact *mount)
{
  bh_findings_add (findings, rule, severity, mount->source, &mount->setting, 1);
}

void
bh_check_mount_class (BhFindings *findings,
                      const BhRule *rule,
                      const BhFacts *facts,
                      BhPathClass path_class,
                      BhSeverity writable,
                      BhSeverity readonly)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (bh_check_mount_is_of_class (mount, path_class))
        bh_check_add_mount (findings, rule, mount->readonly ? readonly : writable, mount);
    }
}

static const char *
mount_subject (const BhMountFact *mount)
{
  return *mount->source != '\0' ? mount->source : mount->target;
}

void
bh_check_add_mounts (BhFindings *findings,
                     const BhRule *rule,
                     const BhFacts *facts,
                     BhMountTest test)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (test (facts, mount))
        bh_findings_add_one (findings, rule, mount_subject (mount), mount->setting);
    }
}

const BhText *
bh_check_mount_text (const BhFacts *facts, const BhMountFact *mount)
{
  return facts->state->settings[mount->setting]->value;
}

gboolean
bh_check_path_is_below (const char *path, const char *const *folders)
{
  for (; *folders != NULL; folders++)
    {
      const gsize len = strlen (*folders);

      if (strncmp (path, *folders, len) == 0 && (path[len] == '/' || path[len] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/* Folders whose files the host's root runs or obeys. Others below /etc belong to one service. */
static const char *const commanding[] = {
  "/usr",
  "/bin",
  "/sbin",
  "/boot",
  "/root",
  "/etc/cron.d",
  "/etc/crontab",
  "/etc/passwd",
  "/etc/shadow",
  "/etc/group",
  "/etc/sudoers",
  "/etc/ssh",
  "/etc/pam.d",
  "/etc/systemd",
  "/etc/sudoers.d",
  "/etc/init.d",
  "/etc/profile",
  "/etc/docker",
  "/etc/profile.d",
  "/etc/ld.so.preload",
  "/etc/ld.so.conf",
  "/var/lib/docker",
  "/var/lib/containerd",
  "/var/spool/cron",
  NULL,
};

gboolean
bh_check_mount_commands_host (const BhMountFact *mount)
{
  return bh_check_mount_is_of_class (mount, BH_PATH_SYSTEM_CRITICAL) &&
         (!g_str_has_prefix (mount->source, "/etc/") ||
          bh_check_path_is_below (mount->source, commanding));
}

/* Only / is sure to have other file systems below it. */
gboolean
bh_check_mount_is_shallow (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && mount->path_class == BH_PATH_ROOT && mount->readonly &&
         strstr (bh_check_mount_text (facts, mount)->str, "bind-recursive=") == NULL &&
         strstr (bh_check_mount_text (facts, mount)->str, "bind-nonrecursive") == NULL;
}
