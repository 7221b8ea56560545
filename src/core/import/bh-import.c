/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"

BhImport *
bh_import_new (void)
{
  BhImport *self = g_new0 (BhImport, 1);

  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_state_unref);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  return self;
}

void
bh_import_free (BhImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->states);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

BhImport *
bh_import_text (const char *text, gssize len, GError **error)
{
  return bh_import_command (text, len, error);
}
