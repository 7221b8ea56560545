/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-byte-size.h"
#include "value/bh-mount.h"

/* What the text of a field has to be. */
typedef enum
{
  TEXT_ANY,
  TEXT_SWITCH, /* true or false; alone it is true */
  TEXT_RECURSIVE,
  TEXT_PROPAGATION,
  TEXT_SIZE,
  TEXT_OCTAL,
} TextKind;

/* The fields of --mount. TYPE: the only type that takes it, or NULL. */
static const struct
{
  const char *key;
  TextKind text;
  const char *type;
} fields[] = {
  { "type", TEXT_ANY, NULL },
  { "source", TEXT_ANY, NULL },
  { "src", TEXT_ANY, NULL },
  { "target", TEXT_ANY, NULL },
  { "dst", TEXT_ANY, NULL },
  { "destination", TEXT_ANY, NULL },
  { "readonly", TEXT_SWITCH, NULL },
  { "ro", TEXT_SWITCH, NULL },
  { "consistency", TEXT_ANY, NULL },
  { "bind-propagation", TEXT_PROPAGATION, "bind" },
  { "bind-nonrecursive", TEXT_SWITCH, "bind" },
  { "bind-recursive", TEXT_RECURSIVE, "bind" },
  { "volume-nocopy", TEXT_SWITCH, "volume" },
  { "volume-driver", TEXT_ANY, "volume" },
  { "volume-label", TEXT_ANY, "volume" },
  { "volume-opt", TEXT_ANY, "volume" },
  { "volume-subpath", TEXT_ANY, "volume" },
  { "tmpfs-size", TEXT_SIZE, "tmpfs" },
  { "tmpfs-mode", TEXT_OCTAL, "tmpfs" },
  { "image-subpath", TEXT_ANY, "image" },
};

/* G_N_ELEMENTS (fields) if it is none. */
static guint
find_field (const BhText *value, BhRange key)
{
  gsize len = key.end - key.begin;
  guint i = 0;

  while (i < G_N_ELEMENTS (fields) &&
         (strlen (fields[i].key) != len ||
          g_ascii_strncasecmp (fields[i].key, value->str + key.begin, len) != 0))
    i++;
  return i;
}

static gboolean
is_octal (const char *text)
{
  gsize len = strlen (text);

  return len > 0 && len <= 10 && strspn (text, "01234567") == len;
}

/* What is wrong with TEXT as a format with its one argument, or NULL. */
static const char *
find_fault (TextKind kind, const char *text, BhStage *ret_stage)
{
  static const char *const switches[] = { "1", "t", "T",     "true",  "TRUE",  "True", "0",
                                          "f", "F", "false", "FALSE", "False", NULL };
  static const char *const recursions[] = { "enabled", "disabled", "writable", "readonly", NULL };
  static const char *const propagations[] = { "shared",  "rshared",  "slave", "rslave",
                                              "private", "rprivate", NULL };
  guint64 bytes;

  *ret_stage = BH_STAGE_CLIENT;
  if (kind == TEXT_SWITCH && !g_strv_contains (switches, text))
    return _ ("“%s” is neither true nor false, which this field needs.");
  if (kind == TEXT_RECURSIVE && !g_strv_contains (recursions, text))
    return _ ("bind-recursive does not know “%s”; it takes enabled, disabled, writable or "
              "readonly.");
  if (kind == TEXT_SIZE && !bh_byte_size_parse (text, &bytes))
    return _ ("“%s” is not a size. Write a number and a unit, such as 512m or 2g.");
  if (kind == TEXT_OCTAL && !is_octal (text))
    return _ ("“%s” is not a mode. Write an octal number such as 1777.");
  *ret_stage = BH_STAGE_CREATE;
  if (kind == TEXT_PROPAGATION && !g_strv_contains (propagations, text))
    return _ ("bind-propagation does not know “%s”; it takes rprivate, rslave or rshared, for "
              "example.");
  return NULL;
}

static void
check_text (const BhChecked *checked, const BhMountField *field, TextKind kind)
{
  g_autofree char *text = bh_text_dup_range (checked->value, field->text);
  const char *fault;
  BhStage stage;

  if (!bh_checked_knows (checked, field->text))
    return;
  fault = find_fault (kind, text, &stage);
  if (fault != NULL)
    bh_checked_quote (checked, field->text, stage, fault);
}

/* FALSE if it is no field at all, which is reported. */
static gboolean
check_field (const BhChecked *checked, const BhMountField *field, const BhMount *mount)
{
  const BhText *value = checked->value;
  guint i = find_field (value, field->key);

  if (!bh_checked_knows (checked, field->key))
    return FALSE;
  if (i == G_N_ELEMENTS (fields))
    {
      bh_checked_quote (checked, field->key, BH_STAGE_CLIENT,
                        _ ("“%s” is not a key of --mount. There may be no blanks around the commas "
                           "and equals signs."));
      return FALSE;
    }
  if (!field->has_text && fields[i].text != TEXT_SWITCH)
    {
      bh_checked_quote (checked, field->key, BH_STAGE_CLIENT,
                        _ ("“%s” needs an equals sign and what it shall be."));
      return FALSE;
    }
  if (field->has_text)
    check_text (checked, field, fields[i].text);
  if (fields[i].type != NULL && bh_checked_knows (checked, mount->type) &&
      !bh_mount_is (value, mount, fields[i].type))
    bh_checked_add (checked, field->key, BH_STAGE_CLIENT,
                    _ ("“%1$s” is for type=%2$s, and this mount is of another type."),
                    fields[i].key, fields[i].type);
  return TRUE;
}

static void
check_recursion (const BhChecked *checked, const BhMount *mount)
{
  const BhText *value = checked->value;
  gboolean readonly = bh_text_range_equal (value, mount->recursive, "readonly");

  if (!readonly && !bh_text_range_equal (value, mount->recursive, "writable"))
    return;
  if (!mount->readonly)
    bh_checked_quote (checked, mount->recursive, BH_STAGE_CLIENT,
                      _ ("bind-recursive=%s is about a read-only mount: add readonly."));
  else if (readonly && !bh_text_range_equal (value, mount->propagation, "rprivate"))
    bh_checked_quote (checked, mount->recursive, BH_STAGE_CLIENT,
                      _ ("bind-recursive=%s needs bind-propagation=rprivate as well."));
}

static void
check_type (const BhChecked *checked, const BhMount *mount)
{
  static const char *const types[] = { "bind", "volume", "tmpfs", "image", "cluster", "npipe" };
  const BhText *value = checked->value;

  if (!bh_checked_knows (checked, mount->type))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (bh_mount_is (value, mount, types[i]))
      {
        /* Engines of old know the first three. */
        if (i >= 3)
          bh_checked_quote (checked, mount->type, BH_STAGE_CREATE,
                            _ ("Only some engines know mounts of type “%s”."))
              ->depends = TRUE;
        return;
      }
  bh_checked_quote (checked, mount->type,
                    mount->type.begin == mount->type.end ? BH_STAGE_CLIENT : BH_STAGE_CREATE,
                    _ ("There is no mount of type “%s”: bind, volume and tmpfs are the types."));
}

static void
check_source (const BhChecked *checked, const BhMount *mount)
{
  const BhText *value = checked->value;
  gboolean is_given = mount->source.end > mount->source.begin;
  char first = value->str[mount->source.begin];

  if (!bh_checked_knows (checked, mount->source) || !bh_checked_knows (checked, mount->type))
    return;
  if (bh_mount_is (value, mount, "bind") && !is_given)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                    _ ("A bind mount needs source=PATH, the folder of the host."));
  else if (bh_mount_is (value, mount, "bind") && first != '/' && first != '.')
    bh_checked_quote (checked, mount->source, BH_STAGE_CREATE,
                      _ ("“%s” must be a full path of the host, or start with ./ for the current "
                         "folder."));
  else if (bh_mount_is (value, mount, "tmpfs") && is_given)
    bh_checked_quote (checked, mount->source, BH_STAGE_CREATE,
                      _ ("A tmpfs is memory and has no source: leave out “%s”."));
  else if (bh_mount_is (value, mount, "volume") && is_given &&
           !bh_is_volume_name (value, mount->source))
    bh_checked_quote (checked, mount->source, BH_STAGE_CREATE,
                      _ ("“%s” is no volume's name. For a folder of the host add type=bind."));
}

void
bh_check_mount (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange where = BH_WHOLE (value);
  gboolean has_target;
  BhMountField field;
  BhMount mount;
  guint at = 0;

  if (!bh_csv_is_sound (value, &where))
    {
      bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                        _ ("Here “%s” is in the way: the fields stand with one comma between "
                           "them."));
      return;
    }
  has_target = bh_mount_parse (value, &mount);
  while (bh_csv_next (value, &at, &field))
    if (!check_field (checked, &field, &mount))
      return;
  if (!has_target)
    {
      bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("--mount needs target=PATH, the path in the container."));
      return;
    }
  check_type (checked, &mount);
  check_recursion (checked, &mount);
  check_source (checked, &mount);
  bh_checked_add_target (checked, mount.target);
}
