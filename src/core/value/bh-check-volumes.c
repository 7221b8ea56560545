/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"

/* [a-zA-Z0-9][a-zA-Z0-9_.-]+ */
gboolean
bh_is_volume_name (const BhText *value, BhRange range)
{
  if (range.end - range.begin < 2 || !g_ascii_isalnum (value->str[range.begin]))
    return FALSE;
  for (guint at = range.begin; at < range.end; at++)
    if (!g_ascii_isalnum (value->str[at]) && strchr ("_.-", value->str[at]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (BhRange range)
{
  return range.begin == range.end;
}

/* The container's path, as far as it is written without `..` behind something. */
static gboolean
is_root (const BhText *value, BhRange target)
{
  for (guint at = target.begin; at < target.end; at++)
    if (value->str[at] != '/' && value->str[at] != '.')
      return FALSE;
  return TRUE;
}

/* Of each kind of mode one may be given. */
typedef enum
{
  MODE_ACCESS,
  MODE_LABEL,
  MODE_COPY,
  MODE_CONSISTENCY,
  MODE_PROPAGATION,
} ModeKind;

static const struct
{
  const char *word;
  ModeKind kind;
} modes[] = {
  { "ro", MODE_ACCESS },
  { "rw", MODE_ACCESS },
  { "z", MODE_LABEL },
  { "Z", MODE_LABEL },
  { "nocopy", MODE_COPY },
  { "cached", MODE_CONSISTENCY },
  { "delegated", MODE_CONSISTENCY },
  { "consistent", MODE_CONSISTENCY },
  { "shared", MODE_PROPAGATION },
  { "rshared", MODE_PROPAGATION },
  { "slave", MODE_PROPAGATION },
  { "rslave", MODE_PROPAGATION },
  { "private", MODE_PROPAGATION },
  { "rprivate", MODE_PROPAGATION },
};

/* FALSE if WORD is no mode. */
static gboolean
find_mode (const BhText *value, BhRange word, ModeKind *ret_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (bh_text_range_equal (value, word, modes[i].word))
      {
        *ret_kind = modes[i].kind;
        return TRUE;
      }
  return FALSE;
}

static void
check_mode_fits (const BhChecked *checked, BhRange word, ModeKind kind, BhVolumeSource source)
{
  if (kind == MODE_COPY && source == BH_VOLUME_SOURCE_PATH)
    bh_checked_quote (checked, word, BH_STAGE_CREATE,
                      _ ("“%s” is for volumes: nothing is copied into a folder of the host."));
  if (kind == MODE_PROPAGATION && source == BH_VOLUME_SOURCE_NAME)
    bh_checked_quote (checked, word, BH_STAGE_CREATE,
                      _ ("“%s” is for folders of the host; a volume has no other mounts to "
                         "share."));
}

static void
check_modes (const BhChecked *checked, const BhVolume *volume)
{
  const BhText *value = checked->value;
  BhRange word = { 0, volume->modes.begin - 1 };
  guint seen = 0;

  while (word.end < volume->modes.end)
    {
      ModeKind kind;

      word.begin = word.end + 1;
      word.end = bh_text_find (value, word.begin, volume->modes.end, ',');
      if (!find_mode (value, word, &kind))
        {
          bh_checked_quote (checked, word, BH_STAGE_CREATE,
                            _ ("“%s” is not something that can be said of a volume; ro, z and "
                               "rslave are."));
          return;
        }
      if (seen & 1u << kind)
        bh_checked_quote (checked, volume->modes, BH_STAGE_CREATE,
                          _ ("“%s” says the same kind of thing twice: a mount is either read-only "
                             "(ro) or writable (rw), for example."));
      seen |= 1u << kind;
      check_mode_fits (checked, word, kind, volume->kind);
    }
}

static void
check_source (const BhChecked *checked, const BhVolume *volume)
{
  const BhText *value = checked->value;
  char first = value->str[volume->source.begin];

  if (!bh_checked_knows (checked, volume->source))
    return;
  if (volume->kind == BH_VOLUME_SOURCE_LETTER && is_empty (volume->modes))
    bh_checked_quote (checked, volume->source, BH_STAGE_SILENT,
                      _ ("The single letter “%s” is taken for a Windows drive, so that nothing is "
                         "mounted where you expect it. Give the volume a longer name."));
  else if (volume->kind == BH_VOLUME_SOURCE_LETTER)
    bh_checked_quote (checked, volume->source, BH_STAGE_CREATE,
                      _ ("The single letter “%s” is taken for a Windows drive, which is nothing "
                         "for Linux. Give the volume a longer name."));
  else if (volume->kind == BH_VOLUME_SOURCE_PATH && first == '~')
    bh_checked_quote (checked, volume->source, BH_STAGE_CREATE,
                      _ ("In “%s” the ~ reaches Docker as it is, which does not know your home "
                         "folder. Write $HOME, or leave out the quotes."));
  else if (volume->kind == BH_VOLUME_SOURCE_NAME && !bh_is_volume_name (value, volume->source))
    bh_checked_quote (checked, volume->source, BH_STAGE_CREATE,
                      _ ("“%s” is no volume's name. For a folder of the host write its full path, "
                         "or ./ before it."));
}

/* An anonymous volume: the path is all there is. */
static void
check_path_alone (const BhChecked *checked, BhRange target)
{
  const BhText *value = checked->value;

  if (!bh_checked_knows (checked, target))
    return;
  if (value->str[target.begin] != '/')
    bh_checked_quote (checked, target, BH_STAGE_SILENT,
                      _ ("“%s” alone becomes an empty volume in the container's root folder. For a "
                         "folder of the host or a named volume, the path in the container is "
                         "missing."));
  else if (is_root (value, target))
    bh_checked_add (checked, target, BH_STAGE_START,
                    _ ("Nothing can be mounted over the container's root folder."));
}

static void
check_parts (const BhChecked *checked, const BhVolume *volume)
{
  const BhText *value = checked->value;

  check_source (checked, volume);
  if (volume->kind == BH_VOLUME_SOURCE_LETTER)
    return;
  if (bh_text_find (value, volume->modes.begin, volume->modes.end, ':') < volume->modes.end)
    {
      bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                        _ ("“%s” has too many colons. What is said behind the second one stands "
                           "with commas between, such as ro,z."));
      return;
    }
  bh_checked_add_target (checked, volume->target);
  if (bh_checked_knows (checked, volume->modes) && !is_empty (volume->modes))
    check_modes (checked, volume);
}

void
bh_check_volume (const BhChecked *checked)
{
  const BhText *value = checked->value;
  gboolean readable;
  BhVolume volume;

  readable = bh_volume_parse (value, &volume);
  if (!readable && volume.kind != BH_VOLUME_SOURCE_LETTER)
    /* What is as short as a drive nobody looks at: it becomes an empty volume. */
    bh_checked_quote (checked, BH_WHOLE (value),
                      value->len == 1 || value->len == 2 ? BH_STAGE_SILENT : BH_STAGE_CLIENT,
                      _ ("“%s” is not a mount. Write SOURCE:TARGET, with :ro after it for "
                         "read-only."));
  else if (volume.kind == BH_VOLUME_SOURCE_NONE)
    check_path_alone (checked, volume.target);
  else
    check_parts (checked, &volume);
}

/* What `--volumes-from` takes behind the colon: of each kind one, no propagation, no nocopy. */
void
bh_check_volumes_from (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  BhVolume volume = { .modes = { MIN (colon + 1, value->len), value->len } };
  ModeKind kind;

  if (value->len == 0)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                    _ ("The container whose volumes are to be used is missing."));
  else if (colon < value->len && find_mode (value, volume.modes, &kind) &&
           (kind == MODE_PROPAGATION || kind == MODE_COPY))
    bh_checked_quote (checked, volume.modes, BH_STAGE_CREATE,
                      _ ("“%s” cannot be said of another container's volumes; ro and rw can."));
  else if (colon < value->len)
    check_modes (checked, &volume);
}

void
bh_checked_add_target (const BhChecked *checked, BhRange target)
{
  const BhText *value = checked->value;

  if (!bh_checked_knows (checked, target))
    return;
  if (is_empty (target) || value->str[target.begin] != '/')
    bh_checked_quote (checked, target, BH_STAGE_CREATE,
                      _ ("The path in the container must start with a slash, unlike “%s”."));
  else if (is_root (value, target))
    bh_checked_add (checked, target, BH_STAGE_CREATE,
                    _ ("Nothing can be mounted over the container's root folder."));
}
