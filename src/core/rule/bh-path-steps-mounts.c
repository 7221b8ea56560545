/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that rest on mounts. */

#include "rule/bh-path-steps.h"

#include <string.h>

#include "rule/bh-checks.h"
#include "rule/bh-mount-checks.h"

/* Adds the setting of each mount that TEST is true of. */
static gboolean
add_mounts (const BhFacts *facts, BhMountTest test, GArray *causes)
{
  const guint before = causes->len;

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (test (facts, mount))
        g_array_append_val (causes, mount->setting);
    }
  return causes->len > before;
}

static gboolean
add_binds (const BhFacts *facts, guint classes, gboolean writable, GArray *causes)
{
  const guint before = causes->len;

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->type == BH_MOUNT_BIND && (BH_CLASS (mount->path_class) & classes) != 0 &&
          (!writable || !mount->readonly))
        g_array_append_val (causes, mount->setting);
    }
  return causes->len > before;
}

gboolean
bh_step_bind (const BhFacts *facts, guint value, GArray *causes)
{
  return add_binds (facts, value, FALSE, causes);
}

gboolean
bh_step_writes_kernel_settings (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  add_binds (facts, BH_CLASS (BH_PATH_PROC), TRUE, causes);
  if (facts->systempaths_unconfined.on)
    g_array_append_val (causes, facts->systempaths_unconfined.setting);
  return causes->len > before;
}

/* Root's files as root, a person's own as anybody: that person mostly is whom it runs as. */
static gboolean
writes_accounts (const BhFacts *facts, const BhMountFact *mount)
{
  if (mount->type != BH_MOUNT_BIND || mount->readonly)
    return FALSE;
  switch (mount->path_class)
    {
    case BH_PATH_ROOT:
      return bh_check_may_be_root (facts);
    case BH_PATH_SYSTEM_CRITICAL:
      return bh_check_may_be_root (facts) && bh_check_mount_commands_host (mount);
    case BH_PATH_HOME:
      return TRUE;
    case BH_PATH_SECRETS:
      return strstr (mount->source, "/.ssh") != NULL || g_str_equal (mount->source, "/etc/shadow");
    default:
      return FALSE;
    }
}

gboolean
bh_step_writes_accounts (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, writes_accounts, causes);
}

/* Home folders keep others out; these mostly do not. */
static gboolean
is_common_folder (const BhFacts *facts, const BhMountFact *mount)
{
  static const char *const folders[] = { "/data", "/media",   "/mnt", "/opt",
                                         "/srv",  "/var/tmp", "/tmp", NULL };

  return mount->type == BH_MOUNT_BIND && !mount->readonly && !mount->source_expands &&
         (mount->path_class == BH_PATH_ORDINARY || mount->path_class == BH_PATH_SYSTEM) &&
         bh_check_path_is_below (mount->source, folders);
}

gboolean
bh_step_writes_common_folder (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_common_folder, causes);
}

/* Where backups, web servers, mail and the rotation of logs go through the files as root. */
static gboolean
is_served_folder (const BhFacts *facts, const BhMountFact *mount)
{
  static const char *const folders[] = { "/home",     "/var/backups", "/var/cache", "/var/log",
                                         "/var/mail", "/var/spool",   "/var/www",   NULL };

  return mount->type == BH_MOUNT_BIND && !mount->readonly &&
         (mount->path_class == BH_PATH_ORDINARY || mount->path_class == BH_PATH_SYSTEM) &&
         bh_check_path_is_below (mount->source, folders);
}

gboolean
bh_step_writes_served_folder (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_served_folder, causes);
}

gboolean
bh_step_shallow_readonly_root (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, bh_check_mount_is_shallow, causes);
}

static gboolean
is_shared (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_BIND && strstr (mount->propagation, "shared") != NULL;
}

gboolean
bh_step_shared_mount (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_shared, causes);
}

static gboolean
is_boundless_tmpfs (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_TMPFS && !mount->has_size && !mount->readonly;
}

gboolean
bh_step_boundless_tmpfs (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_boundless_tmpfs, causes);
}

static gboolean
is_executable_tmpfs (const BhFacts *facts, const BhMountFact *mount)
{
  return mount->type == BH_MOUNT_TMPFS && mount->exec && !mount->readonly;
}

gboolean
bh_step_executable_tmpfs (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_executable_tmpfs, causes);
}

/* X11, or the folder in which all sockets of a session are. */
static gboolean
is_screen_socket (const BhFacts *facts, const BhMountFact *mount)
{
  if (mount->type != BH_MOUNT_BIND || mount->path_class != BH_PATH_DESKTOP)
    return FALSE;
  return strstr (mount->source, "X11-unix") != NULL || strstr (mount->source, "dbus") != NULL ||
         g_str_has_suffix (mount->source, "/bus") ||
         g_str_has_suffix (mount->source, "XDG_RUNTIME_DIR") ||
         (g_str_has_prefix (mount->source, "/run/user/") &&
          strchr (mount->source + strlen ("/run/user/"), '/') == NULL);
}

gboolean
bh_step_screen_socket (const BhFacts *facts, guint value, GArray *causes)
{
  return add_mounts (facts, is_screen_socket, causes);
}
