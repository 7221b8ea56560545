/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-glyph.h"

static const struct
{
  gunichar first;
  gunichar last;
  BhGlyph glyph;
} glyphs[] = {
  { 0x00a0, 0x00a0, BH_GLYPH_BLANK },        { 0x00ad, 0x00ad, BH_GLYPH_INVISIBLE },
  { 0x2000, 0x200a, BH_GLYPH_BLANK },        { 0x200b, 0x200b, BH_GLYPH_INVISIBLE },
  { 0x200e, 0x200f, BH_GLYPH_INVISIBLE },    { 0x2010, 0x2012, BH_GLYPH_HYPHEN },
  { 0x2013, 0x2013, BH_GLYPH_EN_DASH },      { 0x2014, 0x2015, BH_GLYPH_EM_DASH },
  { 0x2018, 0x201b, BH_GLYPH_SINGLE_QUOTE }, { 0x201c, 0x201f, BH_GLYPH_DOUBLE_QUOTE },
  { 0x202f, 0x202f, BH_GLYPH_BLANK },        { 0x205f, 0x205f, BH_GLYPH_BLANK },
  { 0x2060, 0x2060, BH_GLYPH_INVISIBLE },    { 0x2212, 0x2212, BH_GLYPH_HYPHEN },
  { 0x3000, 0x3000, BH_GLYPH_BLANK },        { 0xfeff, 0xfeff, BH_GLYPH_INVISIBLE },
};

BhGlyph
bh_glyph_at (const char *str, guint *ret_len)
{
  guint8 byte = (guint8) *str;
  gunichar c;

  *ret_len = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  if (byte < 0xc2 || *ret_len == 4)
    return BH_GLYPH_ORDINARY;
  c = g_utf8_get_char (str);
  for (guint i = 0; i < G_N_ELEMENTS (glyphs) && c >= glyphs[i].first; i++)
    if (c <= glyphs[i].last)
      return glyphs[i].glyph;
  return BH_GLYPH_ORDINARY;
}
