/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-note-index.h"

#define INDEX "bh-note-index"
#define FIRST BH_FINDING_IMAGE

/* With hundreds of rows, each looking through hundreds of findings would be felt while typing: who
 * causes what is sorted out once for each report. */
typedef struct
{
  BhState *state; /* whose report it is of */
  GPtrArray
      *causes; /* (element-type GPtrArray), from FIRST on; NULL for those that cause nothing */
  GPtrArray *none;
} Index;

static void
index_free (gpointer data)
{
  Index *self = data;

  bh_state_unref (self->state);
  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->none);
  g_free (self);
}

static void
array_free (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

static void
add (Index *self, int setting, gpointer finding)
{
  GPtrArray **caused;

  if (setting < FIRST || setting - FIRST >= (int) self->causes->len)
    return;
  caused = (GPtrArray **) &self->causes->pdata[setting - FIRST];
  if (*caused == NULL)
    *caused = g_ptr_array_new ();
  g_ptr_array_add (*caused, finding);
}

static Index *
index_new (const BhReport *report)
{
  Index *self = g_new0 (Index, 1);

  self->state = bh_state_ref (report->state);
  self->causes = g_ptr_array_new_with_free_func (array_free);
  g_ptr_array_set_size (self->causes, (int) report->state->n_settings - FIRST);
  self->none = g_ptr_array_new ();
  for (guint i = 0; i < report->findings->len; i++)
    {
      BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < finding->n_settings; j++)
        add (self, finding->settings[j], finding);
    }
  return self;
}

const GPtrArray *
bh_note_index_lookup (BhDocument *document, int setting)
{
  const BhReport *report = bh_document_get_report (document);
  Index *self = g_object_get_data (G_OBJECT (document), INDEX);
  const GPtrArray *caused = NULL;

  if (self == NULL || self->state != report->state)
    {
      self = index_new (report);
      g_object_set_data_full (G_OBJECT (document), INDEX, self, index_free);
    }
  if (setting >= FIRST && setting - FIRST < (int) self->causes->len)
    caused = g_ptr_array_index (self->causes, setting - FIRST);
  return caused != NULL ? caused : self->none;
}
