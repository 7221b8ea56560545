/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "value/bh-text.h"

/* Pieces that hostile words are made of. */
static const char *const hostile_pieces[] = {
  "a",  " ", "'",      "\"",     "\\", "$",    "`",     "!",    "~",     "#",  "\n",  "\t",
  "\r", ";", "&",      "|",      "<",  ">",    "(",     ")",    "{a,b}", "*",  "?",   "[x]",
  "=",  ":", "-",      "/",      "^",  "%",    "$HOME", "$(x)", "${x}",  "é",  "값",  "–",
  "“",  "’", "\u00a0", "\ufeff", "😀",  "\x01", "\\\n",  "$'",   "!!",    "~/", "A=~",
};
static const char *const hostile_expansions[] = {
  "$HOME", "$1", "${X:-'y z'}", "${X:-\"y\"}", "$(echo \"a b\")", "`echo \\\"a\\\"`", "$((1 + 2))",
};

static inline BhText *
hostile_text (gboolean with_expansions)
{
  g_auto (BhTextBuilder) builder = { 0 };
  int n = g_test_rand_int_range (0, 8);

  bh_text_builder_init (&builder);
  for (int i = 0; i < n; i++)
    if (with_expansions && g_test_rand_int_range (0, 4) == 0)
      {
        const char *source =
            hostile_expansions[g_test_rand_int_range (0, G_N_ELEMENTS (hostile_expansions))];
        BhExpansionKind kind = source[1] == '(' && source[2] == '('   ? BH_EXPANSION_ARITHMETIC
                               : source[1] == '(' || source[0] == '`' ? BH_EXPANSION_COMMAND
                                                                      : BH_EXPANSION_PARAMETER;

        bh_text_builder_append_expansion (&builder, kind, source, strlen (source), TRUE);
      }
    else
      bh_text_builder_append (&builder,
                              hostile_pieces[g_test_rand_int_range (0,
                                                                    G_N_ELEMENTS (hostile_pieces))],
                              -1);
  return bh_text_builder_end (&builder);
}
