/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"

#include "bh-i18n.h"
#include "bh-location.h"

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

gboolean
bh_import_check_text (const char *text, gsize len, GError **error)
{
  BhLocation where = { 1, 1, { 0, 0 } };
  const char *bad;

  if (len > BH_IMPORT_MAX_BYTES)
    {
      g_set_error (error, BH_ERROR, BH_ERROR_TOO_LARGE,
                   _ ("the text is larger than %u MiB, which is the most that is read"),
                   BH_IMPORT_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (g_utf8_validate_len (text, len, &bad))
    return TRUE;
  bh_location_advance (&where, text, (guint) (bad - text));
  if (*bad == '\0')
    bh_set_error_at (error, BH_ERROR_ENCODING, &where,
                     _ ("there is a NUL here, which no text can hold"));
  else
    bh_set_error_at (error, BH_ERROR_ENCODING, &where,
                     _ ("the text is not UTF-8 here: save or copy it as UTF-8"));
  return FALSE;
}

static int
find_name (const BhImport *self, const char *name)
{
  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->names, i), name) == 0)
      return (int) i;
  return -1;
}

static char *
list_names (const BhImport *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (self->names, i));
  return g_string_free (list, FALSE);
}

gboolean
bh_import_choose (BhImport *self, const char *name, GError **error)
{
  int chosen = find_name (self, name);
  g_autofree char *list = NULL;

  if (self->names == NULL)
    {
      g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                   _ ("there is no service “%s”: only Compose files have services"), name);
      return FALSE;
    }
  if (chosen < 0)
    {
      list = list_names (self);
      g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN,
                   _ ("there is no service “%1$s”; there are: %2$s"), name, list);
      return FALSE;
    }
  for (guint i = self->names->len; i > 0; i--)
    if (i - 1 != (guint) chosen)
      {
        g_ptr_array_remove_index (self->states, i - 1);
        g_ptr_array_remove_index (self->names, i - 1);
      }
  return TRUE;
}
