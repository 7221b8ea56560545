/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-dash.h"

#include <string.h>

#include "import/bh-glyph.h"
#include "option/bh-option.h"
#include "value/bh-text.h"

/* The dashes that an en dash before NAME stands for. */
static const char *
en_dash_before (const char *name)
{
  gsize len = strcspn (name, "=");

  return len > 1 && bh_option_find (name, len) != NULL ? "--" : "-";
}

/* The byte after the dash at AT, or AT when there is none. */
static guint
dash_end (const BhText *word, guint at, BhGlyph *ret_glyph)
{
  guint len;

  if (word->str[at] == '-')
    {
      *ret_glyph = BH_GLYPH_HYPHEN;
      return at + 1;
    }
  *ret_glyph = bh_glyph_at (word->str + at, &len);
  return *ret_glyph >= BH_GLYPH_HYPHEN ? at + len : at;
}

BhText *
bh_text_repair_dashes (const BhText *word)
{
  g_auto (BhTextBuilder) builder = { 0 };
  BhGlyph first;
  BhGlyph second;
  guint one = dash_end (word, 0, &first);
  guint two = one > 0 ? dash_end (word, one, &second) : 0;
  const char *dashes = "--";

  /* An option begins with a letter; a lone dash in a sentence is none. */
  if (two <= 1 || (two == 2 && word->str[1] == '-') || !g_ascii_isalpha (word->str[two]))
    return NULL;
  if (two == one && first == BH_GLYPH_EN_DASH)
    dashes = en_dash_before (word->str + two);
  else if (two == one && first == BH_GLYPH_HYPHEN)
    dashes = "-";
  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, dashes, -1);
  bh_text_builder_append_range (&builder, word, (BhRange){ two, word->len });
  return bh_text_builder_end (&builder);
}
