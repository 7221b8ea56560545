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

BhText *
bh_text_repair_dashes (const BhText *word)
{
  g_auto (BhTextBuilder) builder = { 0 };
  guint at = word->str[0] == '-' ? 1 : 0;
  guint len;
  BhGlyph glyph = bh_glyph_at (word->str + at, &len);

  if (glyph < BH_GLYPH_HYPHEN || (at > 0 && glyph == BH_GLYPH_EM_DASH))
    return NULL;
  bh_text_builder_init (&builder);
  if (at > 0 || bh_glyph_at (word->str + len, &(guint){ 0 }) >= BH_GLYPH_HYPHEN)
    {
      /* Two of them, whatever they are: an em dash for two is never doubled. */
      bh_text_builder_append (&builder, "--", 2);
      if (at == 0)
        {
          at = len;
          bh_glyph_at (word->str + at, &len);
        }
    }
  else if (glyph == BH_GLYPH_EM_DASH)
    bh_text_builder_append (&builder, "--", 2);
  else
    bh_text_builder_append (&builder,
                            glyph == BH_GLYPH_EN_DASH ? en_dash_before (word->str + len) : "-", -1);
  bh_text_builder_append_range (&builder, word, (BhRange){ at + len, word->len });
  return bh_text_builder_end (&builder);
}
