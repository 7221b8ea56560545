/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include "bh-i18n.h"

static const BhTarget targets[] = {
  { "run", N_ ("docker run"), "sh", ".sh", bh_export_run },
  { "run-oneline", N_ ("docker run, one line"), "sh", ".sh", bh_export_run_oneline },
  { "compose", N_ ("Compose"), "yaml", ".yaml", bh_export_compose },
};

const BhTarget *
bh_target_table (guint *n_targets)
{
  *n_targets = G_N_ELEMENTS (targets);
  return targets;
}

const BhTarget *
bh_target_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, id))
      return &targets[i];
  return NULL;
}

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
