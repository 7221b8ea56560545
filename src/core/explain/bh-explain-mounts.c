/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders, volumes and memory file systems. */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-mount.h"

static const char *const sources[] = {
  [BH_VOLUME_SOURCE_NONE] = N_ ("a new volume without a name, which stays behind"),
  [BH_VOLUME_SOURCE_NAME] = N_ ("a volume: storage that the engine keeps under this name, also "
                                "when the container is gone"),
  [BH_VOLUME_SOURCE_PATH] = N_ ("the folder or file of this computer"),
  [BH_VOLUME_SOURCE_LETTER] = N_ ("taken for a Windows drive, not for a volume: names have at "
                                  "least two characters"),
};

static const BhMeaning modes[] = {
  { "ro", N_ ("read-only: the container cannot change it") },
  { "rw", N_ ("the container can change it; that is so anyway") },
  { "z", N_ ("gives the files the SELinux label that all containers share") },
  { "Z", N_ ("gives the files an SELinux label for this container alone") },
  { "nocopy", N_ ("a new volume starts empty, without the image's files") },
  { "cached", N_ ("once made mounts faster on macOS; does nothing today") },
  { "delegated", N_ ("once made mounts faster on macOS; does nothing today") },
  { "consistent", N_ ("once slowed mounts down on macOS; does nothing today") },
  { "shared", N_ ("mounts made on one side appear on the other") },
  { "rshared", N_ ("mounts made on one side appear on the other, also further down") },
  { "slave", N_ ("mounts made on this computer appear in the container") },
  { "rslave", N_ ("mounts made on this computer appear in the container, also further down") },
  { "private", N_ ("mounts made later stay on their side") },
  { "rprivate", N_ ("mounts made later stay on their side; that is so anyway") },
  { NULL, NULL },
};

static void
explain_words (BhExplanation *self, const BhMeaning *meanings, BhRange words)
{
  for (guint at = words.begin; at < words.end;)
    {
      BhRange word = { at, bh_text_find (self->value, at, words.end, ',') };

      bh_explain_word (self, meanings, word, NULL);
      at = word.end + 1;
    }
}

static void
explain_writable (BhExplanation *self)
{
  bh_explain (self, (BhRange){ self->value->len, self->value->len },
              _ ("nothing says read-only: the container can change it"));
}

void
bh_explain_volume (BhExplanation *self, const BhOption *option)
{
  BhVolume volume;

  if (!bh_volume_parse (self->value, &volume))
    return;
  bh_explain (self, volume.source, _ (sources[volume.kind]));
  bh_explain (self, volume.target, _ ("where the container finds it"));
  explain_words (self, modes, volume.modes);
  if (volume.kind != BH_VOLUME_SOURCE_NONE && !bh_text_has_word (self->value, volume.modes, "ro"))
    explain_writable (self);
}

static const BhMeaning types[] = {
  { "bind", N_ ("a folder or file of this computer") },
  { "volume", N_ ("storage that the engine keeps") },
  { "tmpfs", N_ ("an empty file system in memory, gone when the container ends") },
  { "image", N_ ("the files of another image") },
  { "npipe", N_ ("a named pipe of Windows") },
  { NULL, NULL },
};

static const BhMeaning recursion[] = {
  { "enabled", N_ ("mounts below the folder are there as well; read-only as far as the engine "
                   "can") },
  { "disabled", N_ ("mounts below the folder are left out") },
  { "writable", N_ ("mounts below the folder stay writable") },
  { "readonly", N_ ("mounts below the folder are read-only as well, or nothing starts") },
  { NULL, NULL },
};

/* What follows each key: words that have a meaning of their own, or one sentence for all. */
static const struct
{
  const char *key;
  const BhMeaning *meanings;
  const char *text; /* N_() */
} fields[] = {
  { "type", types, NULL },
  { "source", NULL, N_ ("what is mounted: a path of this computer, or a volume's name") },
  { "src", NULL, N_ ("what is mounted: a path of this computer, or a volume's name") },
  { "target", NULL, N_ ("where the container finds it") },
  { "dst", NULL, N_ ("where the container finds it") },
  { "destination", NULL, N_ ("where the container finds it") },
  { "bind-propagation", modes, NULL },
  { "bind-recursive", recursion, NULL },
  { "volume-driver", NULL, N_ ("the program that keeps the volume") },
  { "volume-opt", NULL, N_ ("an option for that program") },
  { "volume-label", NULL, N_ ("a note on the volume") },
  { "volume-subpath", NULL, N_ ("the folder within the volume") },
  { "image-subpath", NULL, N_ ("the folder within the image") },
  { "tmpfs-size", NULL, N_ ("how large it may grow; otherwise half of the memory") },
  { "tmpfs-mode", NULL, N_ ("its permissions, as for chmod") },
};

static void
explain_field (BhExplanation *self, const BhMountField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!bh_text_range_equal (self->value, field->key, fields[i].key))
        continue;
      if (fields[i].meanings != NULL)
        bh_explain_word (self, fields[i].meanings, field->text, NULL);
      else
        bh_explain_written (self, field->text, _ (fields[i].text));
    }
  if (bh_text_range_equal (self->value, field->key, "volume-nocopy"))
    bh_explain (self, field->key, _ ("a new volume starts empty, without the image's files"));
}

void
bh_explain_mount (BhExplanation *self, const BhOption *option)
{
  BhMount mount;
  BhMountField field;
  guint at = 0;

  if (!bh_mount_parse (self->value, &mount))
    return;
  while (bh_csv_next (self->value, &at, &field))
    {
      explain_field (self, &field);
      if (mount.readonly && (bh_text_range_equal (self->value, field.key, "readonly") ||
                             bh_text_range_equal (self->value, field.key, "ro")))
        bh_explain (self, field.key, _ ("read-only: the container cannot change it"));
    }
  if (!mount.readonly && !bh_text_range_equal (self->value, mount.type, "tmpfs"))
    explain_writable (self);
}

static const BhMeaning memory_options[] = {
  { "size=", N_ ("how large it may grow; otherwise half of the memory") },
  { "mode=", N_ ("its permissions, as for chmod") },
  { "uid=", N_ ("the user that it belongs to") },
  { "gid=", N_ ("the group that it belongs to") },
  { "nr_inodes=", N_ ("how many files it may hold") },
  { "exec", N_ ("programs in it may be run") },
  { "noexec", N_ ("programs in it cannot be run; that is so anyway") },
  { "suid", N_ ("programs in it may change their user") },
  { "nosuid", N_ ("programs in it cannot change their user; that is so anyway") },
  { "dev", N_ ("device files in it work") },
  { "nodev", N_ ("device files in it do not work; that is so anyway") },
  { "ro", N_ ("read-only") },
  { "rw", N_ ("the container can write to it; that is so anyway") },
  { NULL, NULL },
};

void
bh_explain_tmpfs (BhExplanation *self, const BhOption *option)
{
  BhTmpfs tmpfs;

  if (!bh_tmpfs_parse (self->value, &tmpfs))
    return;
  bh_explain (self, tmpfs.target,
              _ ("where the container finds it; what is written there is gone when it ends"));
  explain_words (self, memory_options, tmpfs.options);
}
