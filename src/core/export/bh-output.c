/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

BhOutput *
bh_output_new (void)
{
  BhOutput *self = g_new0 (BhOutput, 1);

  self->text = g_string_sized_new (512);
  self->spans = g_array_new (FALSE, FALSE, sizeof (BhSpan));
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  return self;
}

void
bh_output_free (BhOutput *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
bh_output_add_span (BhOutput *self, gsize begin, gsize value, gsize end, int setting)
{
  BhSpan span = { begin, end, value, setting };

  g_array_append_val (self->spans, span);
}
