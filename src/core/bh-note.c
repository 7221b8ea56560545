/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-note.h"

const char *
bh_note_kind_to_string (BhNoteKind kind)
{
  static const char *const words[] = {
    [BH_NOTE_REPAIRED] = "repaired", [BH_NOTE_IGNORED] = "ignored", [BH_NOTE_UNKNOWN] = "unknown",
    [BH_NOTE_LOST] = "lost",         [BH_NOTE_CHANGED] = "changed", [BH_NOTE_ABOUT] = "about",
  };

  return words[kind];
}

BhNote *
bh_note_new (BhNoteKind kind, const BhLocation *where, int setting, const char *format, ...)
{
  BhNote *self = g_new0 (BhNote, 1);
  va_list args;

  self->kind = kind;
  if (where != NULL)
    self->where = *where;
  self->setting = setting;
  va_start (args, format);
  self->message = g_strdup_vprintf (format, args);
  va_end (args);
  return self;
}

void
bh_note_free (BhNote *self)
{
  if (self == NULL)
    return;
  g_free (self->message);
  g_free (self);
}
