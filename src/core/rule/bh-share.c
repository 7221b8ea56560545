/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-share.h"

#include <math.h>

/* A finding and what rounding down has taken from its share. */
typedef struct
{
  guint finding;
  double rest;
} Rest;

static int
compare_rests (gconstpointer a, gconstpointer b)
{
  const Rest *x = a;
  const Rest *y = b;

  if (x->rest != y->rest)
    return x->rest > y->rest ? -1 : 1;
  return x->finding < y->finding ? -1 : 1;
}

GArray *
bh_report_dup_tenths (const BhReport *self)
{
  GArray *tenths = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) rests = g_array_new (FALSE, FALSE, sizeof (Rest));
  guint left = (guint) lround (self->score * 10);

  for (guint i = 0; i < self->findings->len; i++)
    {
      double share = bh_report_get_share (self, g_ptr_array_index (self->findings, i)) * 10;
      guint whole = MIN ((guint) floor (share), left);
      Rest rest = { i, share - whole };

      g_array_append_val (tenths, whole);
      g_array_append_val (rests, rest);
      left -= whole;
    }
  /* What is left goes to those that lost most. */
  g_array_sort (rests, compare_rests);
  for (guint i = 0; i < rests->len && left > 0; i++, left--)
    g_array_index (tenths, guint, g_array_index (rests, Rest, i).finding)++;
  return tenths;
}
