/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

static void
open_volumes (BhCompose *self, gboolean *opened)
{
  if (!*opened)
    bh_compose_open (self, KEY, "volumes");
  *opened = TRUE;
}

/* The driver of what -v mounts, or NULL. (transfer full) */
static char *
dup_driver (BhCompose *self)
{
  int setting = bh_state_find_last (self->state, bh_option_get ("volume-driver"));

  if (setting < 0 || self->state->settings[setting]->value->len == 0)
    return NULL;
  return bh_compose_dup_text (self, self->state->settings[setting]->value, setting);
}

/* A variable as the whole source: the shell could put a path in, or the name of a volume. */
static gboolean
may_be_name (const BhText *value, const BhVolume *volume)
{
  const BhExpansion *first = bh_text_expansion_at (value, volume->source.begin);
  static const char *const paths[] = { "$PWD", "${PWD}", "$HOME", "${HOME}", NULL };
  g_autofree char *source = bh_text_dup_range (value, volume->source);

  return first != NULL && first->kind == BH_EXPANSION_PARAMETER &&
         first->range.end == volume->source.end && !g_strv_contains (paths, source);
}

static void
write_volume (BhCompose *self, int setting, const char *driver)
{
  const BhText *value = self->state->settings[setting]->value;
  g_autofree char *text = NULL;
  BhVolume volume;

  if (bh_volume_parse (value, &volume) && volume.kind == BH_VOLUME_SOURCE_NAME)
    {
      g_autofree char *name = bh_compose_dup_range (self, value, volume.source, setting);
      BhRange rest = { volume.source.end, value->len };
      g_autofree char *tail = bh_compose_dup_range (self, value, rest, setting);
      BhComposeDeclared *declared = bh_compose_declare (self->volumes, name);

      if (driver != NULL && declared->driver == NULL)
        declared->driver = g_strdup (driver);
      text = g_strconcat (declared->key, tail, NULL);
    }
  else
    text = bh_compose_dup_path (self, value, setting);
  if (may_be_name (value, &volume))
    bh_compose_note (self, BH_NOTE_CHANGED, setting,
                     _ ("Compose takes what is in “%.*s” for a path. If it is the name of a "
                        "volume, "
                        "declare one under “volumes” and write its name here."),
                     (int) volume.source.end, value->str);
  bh_compose_item (self, ITEM, text, setting);
}

static void
write_all_volumes (BhCompose *self, gboolean *opened)
{
  g_autofree char *driver = dup_driver (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int nameless = -1;

  for (int i = bh_compose_next (self, -1, "volume"); i >= 0;
       i = bh_compose_next (self, i, "volume"))
    {
      const BhText *value = self->state->settings[i]->value;

      open_volumes (self, opened);
      if (bh_text_find (value, 0, G_MAXUINT, ':') == value->len)
        nameless = i;
      if (g_hash_table_add (seen, (gpointer) value->str))
        write_volume (self, i, driver);
    }
  if (driver != NULL && (nameless >= 0 || g_hash_table_size (seen) == 0))
    bh_compose_note (self, BH_NOTE_LOST,
                     bh_state_find_last (self->state, bh_option_get ("volume-driver")),
                     _ ("In Compose only a volume with a name can have a driver: under “volumes”, "
                        "at "
                        "the end of the file."));
}

typedef enum
{
  TEXT,
  FLAG,     /* written where it is on */
  DISABLED, /* a flag that Compose has as a word */
  OCTAL,
  ELSEWHERE, /* not from this table */
} Form;

/* Keys of --mount and where Compose has them; those below the same parent stand together. */
typedef struct
{
  const char *key;
  const char *parent;
  const char *compose;
  Form form;
} MountKey;

static const MountKey mount_keys[] = {
  { "type", NULL, NULL, ELSEWHERE },
  { "source", NULL, NULL, ELSEWHERE },
  { "src", NULL, NULL, ELSEWHERE },
  { "target", NULL, NULL, ELSEWHERE },
  { "dst", NULL, NULL, ELSEWHERE },
  { "destination", NULL, NULL, ELSEWHERE },
  { "volume-driver", NULL, NULL, ELSEWHERE },
  { "volume-opt", NULL, NULL, ELSEWHERE },
  { "volume-label", NULL, NULL, ELSEWHERE },
  { "readonly", NULL, "read_only", FLAG },
  { "ro", NULL, "read_only", FLAG },
  { "consistency", NULL, "consistency", TEXT },
  { "bind-propagation", "bind", "propagation", TEXT },
  { "bind-recursive", "bind", "recursive", TEXT },
  { "bind-nonrecursive", "bind", "recursive", DISABLED },
  { "volume-nocopy", "volume", "nocopy", FLAG },
  { "volume-subpath", "volume", "subpath", TEXT },
  { "tmpfs-size", "tmpfs", "size", TEXT },
  { "tmpfs-mode", "tmpfs", "mode", OCTAL },
  { "image-subpath", "image", "subpath", TEXT },
};

static void
note_unknown_fields (BhCompose *self, const BhText *value, int setting)
{
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (mount_keys) && !bh_csv_key_is (value, &field, mount_keys[i].key))
        i++;
      if (i == G_N_ELEMENTS (mount_keys))
        bh_compose_note (self, BH_NOTE_LOST, setting,
                         _ ("Compose has no words for “%.*s” of a mount."),
                         (int) (field.key.end - field.key.begin), value->str + field.key.begin);
    }
}

/* The last field of the key. */
static gboolean
find_field (const BhText *value, const char *key, BhMountField *ret_field)
{
  BhMountField field;
  gboolean found = FALSE;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    if (bh_csv_key_is (value, &field, key))
      {
        *ret_field = field;
        found = TRUE;
      }
  return found;
}

static gboolean
is_octal (const char *str)
{
  return *str != '\0' && str[strspn (str, "01234567")] == '\0';
}

/* (transfer full) (nullable): what Compose has for a field; NULL for nothing. RET_RAW: no string.
 */
static char *
dup_field (BhCompose *self,
           const BhText *value,
           const BhMountField *field,
           Form form,
           int setting,
           gboolean *ret_raw)
{
  g_autofree char *text = bh_compose_dup_field (self, value, field, setting);

  *ret_raw = form == FLAG || (form == OCTAL && is_octal (text));
  if (form == OCTAL)
    return g_strconcat (*ret_raw && *text != '0' ? "0" : "", text, NULL);
  if (form == TEXT || bh_text_range_expands (value, field->text))
    {
      *ret_raw = FALSE;
      return g_steal_pointer (&text);
    }
  if (!bh_csv_field_is_true (value, field))
    return NULL;
  return g_strdup (form == FLAG ? "true" : "disabled");
}

static void
write_fields (BhCompose *self, const BhText *value, int setting)
{
  const char *parent = NULL;
  const char *written = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mount_keys); i++)
    {
      const MountKey *key = &mount_keys[i];
      guint indent = ITEM + (key->parent != NULL ? 4 : 2);
      g_autofree char *text = NULL;
      BhMountField field;
      gboolean raw;

      if (key->compose == NULL || g_strcmp0 (key->compose, written) == 0 ||
          !find_field (value, key->key, &field))
        continue;
      text = dup_field (self, value, &field, key->form, setting, &raw);
      if (text == NULL)
        continue;
      if (key->parent != NULL && g_strcmp0 (parent, key->parent) != 0)
        bh_compose_open (self, ITEM + 2, key->parent);
      parent = key->parent;
      written = key->compose;
      (raw ? bh_compose_raw_pair : bh_compose_pair) (self, indent, written, text, setting);
      if (g_str_equal (written, "recursive"))
        bh_compose_note_version (self, setting, written);
    }
}

/* What of a volume is said where it is declared. */
static void
declare_field (BhCompose *self,
               const BhText *value,
               const BhMountField *field,
               BhComposeDeclared *declared,
               int setting)
{
  g_autofree char *text = bh_compose_dup_field (self, value, field, setting);
  g_auto (GStrv) pair = NULL;
  GPtrArray *pairs =
      bh_csv_key_is (value, field, "volume-opt") ? declared->options : declared->labels;

  if (bh_csv_key_is (value, field, "volume-driver"))
    {
      g_free (declared->driver);
      declared->driver = g_steal_pointer (&text);
      return;
    }
  pair = g_strsplit (text, "=", 2);
  g_ptr_array_add (pairs, g_strdup (pair[0] != NULL ? pair[0] : ""));
  g_ptr_array_add (pairs, g_strdup (pair[0] != NULL && pair[1] != NULL ? pair[1] : ""));
}

/* DECLARED is NULL for a volume without a name. */
static void
declare_mounted (BhCompose *self, const BhText *value, BhComposeDeclared *declared, int setting)
{
  static const char *const keys[] = { "volume-driver", "volume-opt", "volume-label" };
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      if (!bh_csv_key_is (value, &field, keys[i]))
        continue;
      else if (declared != NULL)
        declare_field (self, value, &field, declared, setting);
      else
        bh_compose_note (self, BH_NOTE_LOST, setting,
                         _ ("In Compose only a volume with a name can have “%s”: give it a "
                            "source."),
                         keys[i]);
}

/* The text of the last field that has one of the KEYS; "" if none has. (transfer full) */
static char *
dup_last (BhCompose *self, const BhText *value, const char *const *keys, int setting)
{
  char *text = g_strdup ("");
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    for (guint i = 0; keys[i] != NULL; i++)
      if (field.has_text && bh_csv_key_is (value, &field, keys[i]))
        {
          g_free (text);
          text = bh_compose_dup_field (self, value, &field, setting);
        }
  return text;
}

static void
write_mount (BhCompose *self, int setting)
{
  static const char *const types[] = { "type", NULL };
  static const char *const sources[] = { "source", "src", NULL };
  static const char *const targets[] = { "target", "dst", "destination", NULL };
  const BhText *value = self->state->settings[setting]->value;
  g_autofree char *type = dup_last (self, value, types, setting);
  g_autofree char *source = dup_last (self, value, sources, setting);
  g_autofree char *target = dup_last (self, value, targets, setting);
  gboolean is_volume = *type == '\0' || g_ascii_strcasecmp (type, "volume") == 0;
  BhComposeDeclared *declared = NULL;

  if (is_volume && *source != '\0')
    declared = bh_compose_declare (self->volumes, source);
  declare_mounted (self, value, declared, setting);

  bh_compose_open_item (self, ITEM);
  bh_compose_pair (self, ITEM + 2, "type", is_volume ? "volume" : type, setting);
  if (*source != '\0')
    bh_compose_pair (self, ITEM + 2, "source", declared != NULL ? declared->key : source, setting);
  bh_compose_pair (self, ITEM + 2, "target", target, setting);
  write_fields (self, value, setting);
  note_unknown_fields (self, value, setting);
}

void
bh_compose_write_volumes (BhCompose *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean opened = FALSE;

  write_all_volumes (self, &opened);
  for (int i = bh_compose_next (self, -1, "mount"); i >= 0; i = bh_compose_next (self, i, "mount"))
    {
      open_volumes (self, &opened);
      if (g_hash_table_add (seen, self->state->settings[i]->value->str))
        write_mount (self, i);
    }
}

void
bh_compose_write_volumes_from (BhCompose *self)
{
  int first = bh_compose_next (self, -1, "volumes-from");

  if (first >= 0)
    bh_compose_open (self, KEY, "volumes_from");
  for (int i = first; i >= 0; i = bh_compose_next (self, i, "volumes-from"))
    {
      g_autofree char *name = bh_compose_dup_text (self, self->state->settings[i]->value, i);
      g_autofree char *text = g_strconcat ("container:", name, NULL);

      bh_compose_item (self, ITEM, text, i);
      if (g_str_has_suffix (name, ":ro"))
        bh_compose_note (self, BH_NOTE_CHANGED, i,
                         _ ("Some versions of Compose forget the “:ro” here, so that the volumes "
                            "become writable."));
    }
}
