/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-mount-parts.h"

#include <string.h>

#include "value/bh-mount.h"

static const char *const mount_types[] = {
  [BH_MOUNT_PLACE_HOST] = "bind",
  [BH_MOUNT_PLACE_VOLUME] = "volume",
  [BH_MOUNT_PLACE_MEMORY] = "tmpfs",
};

static void
read_volume (const BhText *value, BhMountParts *parts)
{
  BhVolume volume;

  bh_volume_parse (value, &volume);
  parts->source = volume.source;
  parts->target = volume.target;
  parts->place = volume.kind == BH_VOLUME_SOURCE_PATH || volume.kind == BH_VOLUME_SOURCE_LETTER
                     ? BH_MOUNT_PLACE_HOST
                     : BH_MOUNT_PLACE_VOLUME;
  parts->readonly = bh_text_has_word (value, volume.modes, "ro");
}

static void
read_mount (const BhText *value, BhMountParts *parts)
{
  BhMount mount;

  bh_mount_parse (value, &mount);
  parts->source = mount.source;
  parts->target = mount.target;
  parts->readonly = mount.readonly;
  parts->place = BH_MOUNT_PLACE_VOLUME;
  for (guint i = 0; i < G_N_ELEMENTS (mount_types); i++)
    if (bh_text_range_equal (value, mount.type, mount_types[i]))
      parts->place = i;
}

static void
read_tmpfs (const BhText *value, BhMountParts *parts)
{
  BhTmpfs tmpfs;

  bh_tmpfs_parse (value, &tmpfs);
  parts->place = BH_MOUNT_PLACE_MEMORY;
  parts->target = tmpfs.target;
  parts->readonly = bh_text_has_word (value, tmpfs.options, "ro");
}

void
bh_mount_parts_read (const BhOption *option, const BhText *value, BhMountParts *ret_parts)
{
  *ret_parts = (BhMountParts){ 0 };
  if (option->kind == BH_KIND_VOLUME)
    read_volume (value, ret_parts);
  else if (option->kind == BH_KIND_MOUNT)
    read_mount (value, ret_parts);
  else
    read_tmpfs (value, ret_parts);
}

/* SELF with the characters STR, NULL for those that it has. (transfer full) */
static BhText *
edit (const BhText *value, BhRange range, const char *str)
{
  g_autoptr (BhText) part = bh_text_sub (value, range);

  return str != NULL ? bh_text_edit (part, str) : g_steal_pointer (&part);
}

/* The words after the paths, with "ro" first or without it. */
static void
append_words (BhTextBuilder *builder, const BhText *value, BhRange words, gboolean readonly)
{
  char separator = ':';

  if (readonly)
    {
      bh_text_builder_append (builder, ":ro", -1);
      separator = ',';
    }
  for (guint at = words.begin; at < words.end;)
    {
      BhRange word = { at, bh_text_find (value, at, words.end, ',') };

      at = word.end + 1;
      if (bh_text_range_equal (value, word, "ro") || bh_text_range_equal (value, word, "rw"))
        continue;
      bh_text_builder_append_c (builder, separator);
      bh_text_builder_append_range (builder, value, word);
      separator = ',';
    }
}

/* What follows the paths of a --volume or --tmpfs. */
static BhRange
find_words (const BhOption *option, const BhText *value)
{
  BhVolume volume;
  BhTmpfs tmpfs;

  if (option->kind == BH_KIND_TMPFS)
    {
      bh_tmpfs_parse (value, &tmpfs);
      return tmpfs.options;
    }
  bh_volume_parse (value, &volume);
  return volume.modes;
}

static BhText *
write_short (const BhOption *option,
             const BhText *value,
             BhRange words,
             const BhText *source,
             const BhText *target,
             gboolean readonly)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  if (source != NULL && source->len > 0)
    {
      bh_text_builder_append_text (&builder, source);
      bh_text_builder_append_c (&builder, ':');
    }
  bh_text_builder_append_text (&builder, target);
  if (option->kind == BH_KIND_TMPFS || (source != NULL && source->len > 0))
    append_words (&builder, value, words, readonly);
  return bh_text_builder_end (&builder);
}

typedef struct
{
  BhTextBuilder builder;
  gboolean something;
} Fields;

/* A field with a comma in it has to stand in quotes. */
static void
append_field (Fields *self, const char *key, const BhText *text)
{
  gboolean quote = text != NULL && bh_text_find (text, 0, G_MAXUINT, ',') < text->len;

  if (self->something)
    bh_text_builder_append_c (&self->builder, ',');
  self->something = TRUE;
  if (quote)
    bh_text_builder_append_c (&self->builder, '"');
  bh_text_builder_append (&self->builder, key, -1);
  if (text != NULL)
    {
      bh_text_builder_append_c (&self->builder, '=');
      bh_text_builder_append_text (&self->builder, text);
    }
  if (quote)
    bh_text_builder_append_c (&self->builder, '"');
}

static const char *const type_keys[] = { "type", NULL };
static const char *const source_keys[] = { "source", "src", NULL };
static const char *const target_keys[] = { "target", "dst", "destination", NULL };
static const char *const readonly_keys[] = { "readonly", "ro", NULL };

static const char *const *const written_keys[] = { type_keys, source_keys, target_keys,
                                                   readonly_keys };

static gboolean
is_written (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (written_keys); i++)
    if (g_strv_contains (written_keys[i], key))
      return TRUE;
  return FALSE;
}

/* The key that VALUE uses already, or the first. */
static const char *
spelling (const BhText *value, const char *const *keys)
{
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    for (guint i = 0; keys[i] != NULL; i++)
      if (bh_text_range_equal (value, field.key, keys[i]))
        return keys[i];
  return keys[0];
}

static BhText *
write_mount (const BhText *value,
             BhMountPlace place,
             const BhText *source,
             const BhText *target,
             gboolean readonly)
{
  g_autoptr (BhText) type = bh_text_new (mount_types[place]);
  Fields fields = { 0 };
  BhMountField field;
  guint at = 0;

  bh_text_builder_init (&fields.builder);
  append_field (&fields, "type", type);
  if (source != NULL && source->len > 0)
    append_field (&fields, spelling (value, source_keys), source);
  append_field (&fields, spelling (value, target_keys), target);
  if (readonly)
    append_field (&fields, spelling (value, readonly_keys), NULL);
  while (bh_csv_next (value, &at, &field))
    {
      g_autofree char *key = bh_text_dup_range (value, field.key);
      g_autoptr (BhText) text = field.has_text ? bh_text_sub (value, field.text) : NULL;

      if (!is_written (key))
        append_field (&fields, key, text);
    }
  return bh_text_builder_end (&fields.builder);
}

/* A path where a path is needed, a name where a name is. */
static BhText *
fit_source (BhText *source, BhMountPlace place, BhMountPlace was)
{
  const char *str = source->str;
  BhText *fitting;

  if (place == was)
    return source;
  if (place == BH_MOUNT_PLACE_HOST)
    fitting = bh_text_new_printf ("./%s", *str != '\0' ? str : "data");
  else
    {
      const char *slash = strrchr (str, '/');

      fitting = bh_text_new (slash != NULL && slash[1] != '\0' ? slash + 1 : "data");
    }
  bh_text_unref (source);
  return fitting;
}

BhText *
bh_mount_parts_write (const BhOption **option,
                      const BhText *value,
                      BhMountPlace place,
                      const char *source,
                      const char *target,
                      gboolean readonly)
{
  BhMountParts parts;
  g_autoptr (BhText) from = NULL;
  g_autoptr (BhText) to = NULL;
  BhRange words = { 0 };
  const char *needed = place == BH_MOUNT_PLACE_MEMORY ? "tmpfs" : "volume";

  bh_mount_parts_read (*option, value, &parts);
  to = edit (value, parts.target, target);
  if (place != BH_MOUNT_PLACE_MEMORY)
    from = fit_source (edit (value, parts.source, source), place, parts.place);
  if ((*option)->kind == BH_KIND_MOUNT)
    return write_mount (value, place, from, to, readonly);
  if (g_str_equal ((*option)->name, needed))
    words = find_words (*option, value);
  *option = bh_option_get (needed);
  return write_short (*option, value, words, from, to, readonly);
}
