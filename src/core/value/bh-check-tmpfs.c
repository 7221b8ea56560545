/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"

/* The words of mount(8) that stand alone, except those that make no sense in a container. */
static const char *const words[] = {
  "defaults", "ro",         "rw",          "suid",          "nosuid",   "dev",
  "nodev",    "exec",       "noexec",      "sync",          "async",    "dirsync",
  "mand",     "nomand",     "atime",       "noatime",       "diratime", "nodiratime",
  "relatime", "norelatime", "strictatime", "nostrictatime", "remount",  NULL,
};

/* The kernel reads a number with k, m or g, or a share of the memory. */
static gboolean
is_size (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && (text[digits] == '\0' || (strchr ("kKmMgGtTpPeE%", text[digits]) != NULL &&
                                                 text[digits + 1] == '\0'));
}

static gboolean
is_made_of (const char *text, const char *letters)
{
  return *text != '\0' && text[strspn (text, letters)] == '\0';
}

static gboolean
is_assignment (const char *option)
{
  const char *equals = strchr (option, '=');
  g_autofree char *name = equals != NULL ? g_strndup (option, (gsize) (equals - option)) : NULL;

  if (equals == NULL)
    return FALSE;
  if (g_str_equal (name, "size") || g_str_equal (name, "nr_blocks") ||
      g_str_equal (name, "nr_inodes"))
    return is_size (equals + 1);
  if (g_str_equal (name, "mode"))
    return is_made_of (equals + 1, "01234567");
  if (g_str_equal (name, "uid") || g_str_equal (name, "gid"))
    return is_made_of (equals + 1, "0123456789");
  return g_str_equal (name, "mpol");
}

static void
check_options (const BhChecked *checked, BhRange options)
{
  const BhText *value = checked->value;

  for (guint at = options.begin; at < options.end;)
    {
      BhRange where = { at, bh_text_find (value, at, options.end, ',') };
      g_autofree char *option = bh_text_dup_range (value, where);

      if (bh_checked_knows (checked, where) && !g_strv_contains (words, option) &&
          !is_assignment (option))
        bh_checked_quote (checked, where, BH_STAGE_START,
                          _ ("“%s” is no option of a tmpfs; size=64m, mode=1777, uid=1000, exec "
                             "and ro are some."));
      at = where.end + 1;
    }
}

void
bh_check_tmpfs (const BhChecked *checked)
{
  BhTmpfs tmpfs;

  bh_tmpfs_parse (checked->value, &tmpfs);
  bh_checked_add_target (checked, tmpfs.target);
  check_options (checked, tmpfs.options);
}
