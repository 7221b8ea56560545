/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-location.h"

#include "bh-i18n.h"

void
bh_location_advance (BhLocation *self, const char *text, guint at)
{
  for (guint i = self->range.begin; i < at; i++)
    if (text[i] == '\n')
      {
        self->line++;
        self->column = 1;
      }
    else if (((guint8) text[i] & 0xc0) != 0x80)
      self->column++;
  self->range.begin = self->range.end = MAX (at, self->range.begin);
}

void
bh_set_error_at (GError **error, BhError code, const BhLocation *where, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (where->line > 0)
    g_set_error (error, BH_ERROR, code, _ ("line %u, column %u: %s"), where->line, where->column,
                 message);
  else
    g_set_error_literal (error, BH_ERROR, code, message);
}
