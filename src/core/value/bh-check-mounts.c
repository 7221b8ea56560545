/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"

#define WHOLE(value) ((BhRange){ 0, (value)->len })

/* [a-zA-Z0-9][a-zA-Z0-9_.-]+ */
static gboolean
is_volume_name (const BhText *value, BhRange range)
{
  if (!g_ascii_isalnum (value->str[range.begin]))
    return FALSE;
  for (guint at = range.begin; at < range.end; at++)
    if (!g_ascii_isalnum (value->str[at]) && strchr ("_.-", value->str[at]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_absolute (const BhText *value, BhRange target)
{
  return target.begin < target.end && value->str[target.begin] == '/';
}

static void
check_modes (const BhText *value, BhRange modes, int setting, GPtrArray *problems)
{
  static const char *const words[] = {
    "ro",         "rw",     "z",       "Z",     "nocopy", "volume-nocopy", "cached",   "delegated",
    "consistent", "shared", "rshared", "slave", "rslave", "private",       "rprivate", NULL
  };

  for (guint at = modes.begin; at < modes.end;)
    {
      guint comma = bh_text_find (value, at, modes.end, ',');
      g_autofree char *word = bh_text_dup_range (value, (BhRange){ at, comma });

      if (!g_strv_contains (words, word))
        g_ptr_array_add (problems, bh_problem_new (setting, (BhRange){ at, comma }, BH_STAGE_CREATE,
                                                   _ ("“%s” is not something that can be said of a "
                                                      "volume; ro, z and "
                                                      "rslave are."),
                                                   word));
      at = comma + 1;
    }
  if (bh_text_has_word (value, modes, "ro") && bh_text_has_word (value, modes, "rw"))
    g_ptr_array_add (problems, bh_problem_new (setting, modes, BH_STAGE_CREATE,
                                               _ ("A mount is either read-only (ro) or writable "
                                                  "(rw), not both.")));
}

static void
check_volume_parts (const BhText *value, const BhVolume *volume, int setting, GPtrArray *problems)
{
  if (volume->kind == BH_VOLUME_SOURCE_LETTER)
    g_ptr_array_add (problems,
                     bh_problem_new (setting, volume->source, BH_STAGE_SILENT,
                                     _ ("A single letter is taken for a Windows drive, so that "
                                        "nothing is mounted "
                                        "where you expect it. Give the volume a longer name.")));
  else if (volume->kind == BH_VOLUME_SOURCE_NAME && !is_volume_name (value, volume->source))
    g_ptr_array_add (problems, bh_problem_new (setting, volume->source, BH_STAGE_CREATE,
                                               _ ("“%.*s” is no volume's name. For a folder of the "
                                                  "host write its full path, or "
                                                  "./ before it."),
                                               (int) (volume->source.end - volume->source.begin),
                                               value->str + volume->source.begin));
  if (volume->kind == BH_VOLUME_SOURCE_LETTER)
    return;
  if (!is_absolute (value, volume->target) && volume->kind != BH_VOLUME_SOURCE_NONE)
    g_ptr_array_add (problems,
                     bh_problem_new (setting, volume->target, BH_STAGE_CREATE,
                                     _ ("The path in the container must start with a slash.")));
  else if (bh_text_range_equal (value, volume->target, "/"))
    g_ptr_array_add (problems, bh_problem_new (setting, volume->target, BH_STAGE_CREATE,
                                               _ ("Nothing can be mounted over the container's "
                                                  "root folder.")));
  check_modes (value, volume->modes, setting, problems);
}

void
bh_check_volume (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  BhVolume volume;

  if (!bh_volume_parse (value, &volume))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a mount. Write SOURCE:TARGET, with "
                                                  ":ro after it for read-only."),
                                               value->str));
  else
    check_volume_parts (value, &volume, setting, problems);
}

void
bh_check_mount (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  static const char *const keys[] = { "type",
                                      "source",
                                      "src",
                                      "target",
                                      "dst",
                                      "destination",
                                      "readonly",
                                      "ro",
                                      "consistency",
                                      "bind-propagation",
                                      "bind-nonrecursive",
                                      "bind-recursive",
                                      "volume-nocopy",
                                      "volume-driver",
                                      "volume-label",
                                      "volume-opt",
                                      "volume-subpath",
                                      "tmpfs-size",
                                      "tmpfs-mode",
                                      "image-subpath",
                                      NULL };
  BhMountField field;
  BhMount mount;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    {
      g_autofree char *key = g_ascii_strdown (value->str + field.key.begin,
                                              (gssize) (field.key.end - field.key.begin));

      if (!g_strv_contains (keys, key))
        g_ptr_array_add (problems, bh_problem_new (setting, field.key, BH_STAGE_CLIENT,
                                                   _ ("“%s” is not a key of --mount. There may be "
                                                      "no blanks after the "
                                                      "commas."),
                                                   key));
    }
  if (!bh_mount_parse (value, &mount))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                     _ ("--mount needs target=PATH, the path in the container.")));
  else if (bh_text_range_equal (value, mount.type, "bind") &&
           mount.source.begin == mount.source.end)
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                               _ ("A bind mount needs source=PATH, the folder of "
                                                  "the host.")));
  else if (!is_absolute (value, mount.target))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, mount.target, BH_STAGE_CREATE,
                                     _ ("The path in the container must start with a slash.")));
}

void
bh_check_tmpfs (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  BhTmpfs tmpfs;

  if (!bh_tmpfs_parse (value, &tmpfs) || !is_absolute (value, tmpfs.target))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                     _ ("The path in the container must start with a slash.")));
  else if (bh_text_range_equal (value, tmpfs.target, "/"))
    g_ptr_array_add (problems, bh_problem_new (setting, tmpfs.target, BH_STAGE_CREATE,
                                               _ ("Nothing can be mounted over the container's "
                                                  "root folder.")));
}
