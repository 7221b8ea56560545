/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-mount.h"

#include <string.h>

static BhVolumeSource
source_kind (const BhText *value, BhRange source)
{
  const BhExpansion *first = bh_text_expansion_at (value, source.begin);
  char c = value->str[source.begin];

  if (source.begin == source.end)
    return BH_VOLUME_SOURCE_NONE;
  /* What a path starts with: nobody keeps the name of a volume in $PWD. */
  if (first != NULL || c == '/' || c == '.' || c == '~')
    return BH_VOLUME_SOURCE_PATH;
  if (source.end - source.begin == 1 && g_ascii_isalpha (c))
    return BH_VOLUME_SOURCE_LETTER;
  return BH_VOLUME_SOURCE_NAME;
}

gboolean
bh_volume_parse (const BhText *value, BhVolume *ret_volume)
{
  guint first = bh_text_find (value, 0, G_MAXUINT, ':');
  guint second;

  *ret_volume = (BhVolume){ 0 };
  if (value->len == 0)
    return FALSE;
  if (first == value->len)
    {
      ret_volume->target = (BhRange){ 0, value->len };
      return TRUE;
    }
  second = bh_text_find (value, first + 1, G_MAXUINT, ':');
  ret_volume->source = (BhRange){ 0, first };
  ret_volume->target = (BhRange){ first + 1, second };
  if (second < value->len)
    ret_volume->modes = (BhRange){ second + 1, value->len };
  ret_volume->kind = source_kind (value, ret_volume->source);
  return first > 0 && second > first + 1 && second + 1 != value->len;
}

gboolean
bh_text_has_word (const BhText *value, BhRange modes, const char *mode)
{
  for (guint at = modes.begin; at < modes.end;)
    {
      guint comma = bh_text_find (value, at, modes.end, ',');

      if (bh_text_range_equal (value, (BhRange){ at, comma }, mode))
        return TRUE;
      at = comma + 1;
    }
  return FALSE;
}

/* Where the quote is that ends the field which begins at AT, or the end of the text. */
static guint
find_closing_quote (const BhText *value, guint at)
{
  guint end = bh_text_find (value, at, G_MAXUINT, '"');

  while (end + 1 < value->len && value->str[end + 1] == '"' &&
         bh_text_expansion_at (value, end + 1) == NULL)
    end = bh_text_find (value, end + 2, G_MAXUINT, '"');
  return end;
}

gboolean
bh_csv_next (const BhText *value, guint *at, BhMountField *ret_field)
{
  guint begin = *at;
  guint end;
  guint equals;

  if (begin >= value->len)
    return FALSE;
  ret_field->quoted = value->str[begin] == '"' && bh_text_expansion_at (value, begin) == NULL;
  if (ret_field->quoted)
    {
      begin++;
      end = find_closing_quote (value, begin);
      *at = bh_text_find (value, end, G_MAXUINT, ',') + 1;
    }
  else
    {
      end = bh_text_find (value, begin, G_MAXUINT, ',');
      *at = end + 1;
    }
  equals = bh_text_find (value, begin, end, '=');
  ret_field->key = (BhRange){ begin, equals };
  ret_field->has_text = equals < end;
  ret_field->text = (BhRange){ MIN (equals + 1, end), end };
  return TRUE;
}

gboolean
bh_csv_is_sound (const BhText *value, BhRange *ret_where)
{
  for (guint at = 0; at < value->len;)
    {
      gboolean quoted = value->str[at] == '"' && bh_text_expansion_at (value, at) == NULL;
      guint end = at;

      if (quoted)
        {
          do /* Two quotes stand for one. */
            end = bh_text_find (value, end + 1, G_MAXUINT, '"') + 1;
          while (end < value->len && value->str[end] == '"');
          if (end > value->len || (end < value->len && value->str[end] != ','))
            {
              *ret_where = (BhRange){ at, MIN (end, value->len) };
              return FALSE;
            }
        }
      else
        {
          guint quote;

          end = bh_text_find (value, at, G_MAXUINT, ',');
          quote = bh_text_find (value, at, end, '"');
          if (quote < end)
            {
              *ret_where = (BhRange){ quote, quote + 1 };
              return FALSE;
            }
        }
      if (end + 1 == value->len)
        {
          *ret_where = (BhRange){ end, end + 1 };
          return FALSE;
        }
      at = end + 1;
    }
  return TRUE;
}

static gboolean
range_is (const BhText *value, BhRange range, const char *word)
{
  gsize len = strlen (word);

  return range.end - range.begin == len &&
         g_ascii_strncasecmp (value->str + range.begin, word, len) == 0;
}

gboolean
bh_csv_key_is (const BhText *value, const BhMountField *field, const char *key)
{
  return range_is (value, field->key, key);
}

gboolean
bh_csv_field_is_true (const BhText *value, const BhMountField *field)
{
  return !field->has_text || bh_text_range_equal (value, field->text, "1") ||
         range_is (value, field->text, "true") || range_is (value, field->text, "t");
}

static void
read_field (const BhText *value, const BhMountField *field, BhMount *mount)
{
  static const struct
  {
    const char *key;
    gsize offset;
  } keys[] = {
    { "type", G_STRUCT_OFFSET (BhMount, type) },
    { "source", G_STRUCT_OFFSET (BhMount, source) },
    { "src", G_STRUCT_OFFSET (BhMount, source) },
    { "target", G_STRUCT_OFFSET (BhMount, target) },
    { "dst", G_STRUCT_OFFSET (BhMount, target) },
    { "destination", G_STRUCT_OFFSET (BhMount, target) },
    { "bind-propagation", G_STRUCT_OFFSET (BhMount, propagation) },
    { "bind-recursive", G_STRUCT_OFFSET (BhMount, recursive) },
    { "tmpfs-size", G_STRUCT_OFFSET (BhMount, tmpfs_size) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (range_is (value, field->key, keys[i].key))
      {
        G_STRUCT_MEMBER (BhRange, mount, keys[i].offset) = field->text;
        mount->has_type |= i == 0;
        return;
      }
  if (range_is (value, field->key, "readonly") || range_is (value, field->key, "ro"))
    mount->readonly = bh_csv_field_is_true (value, field);
}

gboolean
bh_mount_parse (const BhText *value, BhMount *ret_mount)
{
  BhMountField field;
  guint at = 0;

  *ret_mount = (BhMount){ 0 };
  while (bh_csv_next (value, &at, &field))
    read_field (value, &field, ret_mount);
  return ret_mount->target.end > ret_mount->target.begin;
}

gboolean
bh_mount_is (const BhText *value, const BhMount *mount, const char *type)
{
  return mount->has_type ? range_is (value, mount->type, type) : g_str_equal (type, "volume");
}

gboolean
bh_tmpfs_parse (const BhText *value, BhTmpfs *ret_tmpfs)
{
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');

  ret_tmpfs->target = (BhRange){ 0, colon };
  ret_tmpfs->options = (BhRange){ MIN (colon + 1, value->len), value->len };
  return colon > 0;
}
