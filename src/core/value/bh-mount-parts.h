/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "option/bh-option.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/* Where the files of a mount are. */
typedef enum
{
  BH_MOUNT_PLACE_HOST,   /* a folder or file of the host */
  BH_MOUNT_PLACE_VOLUME, /* the engine's, by name or anonymous */
  BH_MOUNT_PLACE_MEMORY, /* a tmpfs */
} BhMountPlace;

/**
 * BhMountParts:
 *
 * What `--volume`, `--mount` and `--tmpfs` have in common, as ranges of the value.
 */
typedef struct
{
  BhMountPlace place;
  BhRange source;
  BhRange target;
  gboolean readonly;
} BhMountParts;

void bh_mount_parts_read (const BhOption *option, const BhText *value, BhMountParts *ret_parts);

/**
 * bh_mount_parts_write:
 * @option: (inout): `volume`, `mount` or `tmpfs`; becomes another one when the place needs it
 * @value: the value so far, whose other words and fields stay
 * @place: where the files shall be
 * @source: (nullable): as typed; NULL leaves the one of @value
 * @target: as typed
 *
 * Returns: (transfer full): the value that says so
 */
BhText *bh_mount_parts_write (const BhOption **option,
                              const BhText *value,
                              BhMountPlace place,
                              const char *source,
                              const char *target,
                              gboolean readonly);

G_END_DECLS
