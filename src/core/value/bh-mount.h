/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhVolumeSource: what the part before the colon of a `--volume` is.
 */
typedef enum
{
  BH_VOLUME_SOURCE_NONE,   /* an anonymous volume */
  BH_VOLUME_SOURCE_NAME,   /* a named volume */
  BH_VOLUME_SOURCE_PATH,   /* a folder or file of the host: starts with /, ., ~ or an expansion */
  BH_VOLUME_SOURCE_LETTER, /* one letter, which the client takes for a Windows drive */
} BhVolumeSource;

/**
 * BhVolume:
 * @source: empty for anonymous volumes
 * @target: the path in the container
 * @modes: "ro,z"; empty when there are none
 *
 * The parts of a `--volume` value, as ranges of its text.
 */
typedef struct
{
  BhVolumeSource kind;
  BhRange source;
  BhRange target;
  BhRange modes;
} BhVolume;

gboolean bh_volume_parse (const BhText *value, BhVolume *ret_volume);
/* Whether MODE is among the comma-separated words of MODES. */
gboolean bh_text_has_word (const BhText *value, BhRange modes, const char *mode);

/**
 * BhMountField:
 * @key: range of the key
 * @text: range of what follows the `=`; empty when there is none
 * @quoted: the field stands in quotes, so that two of them in it are one
 */
typedef struct
{
  BhRange key;
  BhRange text;
  gboolean has_text;
  gboolean quoted;
} BhMountField;

/* Steps through the comma-separated fields of a `--mount`, `--gpus` or long `--network` value,
 * quotes of Go's encoding/csv around a whole field taken off. AT starts at 0. FALSE at the end. */
gboolean bh_csv_next (const BhText *value, guint *at, BhMountField *ret_field);
/* Whether the fields can be told apart as the client does; else RET_WHERE is what is in the way: a
 * quote in the wrong place, or a comma with nothing behind it. */
gboolean bh_csv_is_sound (const BhText *value, BhRange *ret_where);
/* Whether the field's key is KEY, in any case. */
gboolean bh_csv_key_is (const BhText *value, const BhMountField *field, const char *key);
/* Of a field that is a switch: alone, or with true or 1. */
gboolean bh_csv_field_is_true (const BhText *value, const BhMountField *field);

/**
 * BhMount:
 *
 * The fields of a `--mount` value that most readers need; empty ranges when they are not there.
 */
typedef struct
{
  BhRange type; /* empty: volume, unless @has_type */
  BhRange source;
  BhRange target;
  BhRange propagation;
  BhRange recursive;
  BhRange tmpfs_size;
  gboolean has_type;
  gboolean readonly;
} BhMount;

/* FALSE when there is no target. */
gboolean bh_mount_parse (const BhText *value, BhMount *ret_mount);
/* Whether it is of TYPE, as `--mount` reads it: any case, volume when none is given. */
gboolean bh_mount_is (const BhText *value, const BhMount *mount, const char *type);

/* `--tmpfs PATH[:OPTIONS]`. */
typedef struct
{
  BhRange target;
  BhRange options;
} BhTmpfs;

gboolean bh_tmpfs_parse (const BhText *value, BhTmpfs *ret_tmpfs);

G_END_DECLS
