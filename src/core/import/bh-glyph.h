/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhGlyph: what web pages and word processors put in the place of ASCII.
 */
typedef enum
{
  BH_GLYPH_ORDINARY,
  BH_GLYPH_BLANK,     /* a non-breaking or other wide space */
  BH_GLYPH_INVISIBLE, /* a byte order mark, a zero-width space */
  BH_GLYPH_DOUBLE_QUOTE,
  BH_GLYPH_SINGLE_QUOTE,
  BH_GLYPH_HYPHEN,  /* stands for - */
  BH_GLYPH_EN_DASH, /* stands for - or -- */
  BH_GLYPH_EM_DASH, /* stands for -- */
} BhGlyph;

/* Of the character at STR, which is valid UTF-8; RET_LEN is its length in bytes. */
BhGlyph bh_glyph_at (const char *str, guint *ret_len);

G_END_DECLS
