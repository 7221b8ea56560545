/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/* Units as the client reads them: each is 1024 of the one before. */
typedef enum
{
  BH_BYTE_UNIT_B,
  BH_BYTE_UNIT_KIB,
  BH_BYTE_UNIT_MIB,
  BH_BYTE_UNIT_GIB,
  BH_BYTE_UNIT_TIB,
} BhByteUnit;
#define BH_N_BYTE_UNITS (BH_BYTE_UNIT_TIB + 1)

/* "512m", "1.5g", "64 KiB", "100": bytes, with the binary units of docker/go-units; at most
 * %G_MAXINT64. FALSE if it is none. */
gboolean bh_byte_size_parse (const char *str, guint64 *ret_bytes);

/* "1.5g" is 1.5 (the first RET_NUMBER_LEN bytes) of a unit. FALSE if it is not a number with a
 * unit that it knows, or none; whether the number is one that the client takes is not looked at. */
gboolean bh_byte_size_split (const char *str, gsize *ret_number_len, BhByteUnit *ret_unit);
/* What to write behind a number: "m"; "" for bytes. */
const char *bh_byte_unit_get_suffix (BhByteUnit unit);

G_END_DECLS
