/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-read-files.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-env-file.h"
#include "import/bh-import.h"

/* The options that name a file, and those whose values stand in it. */
static const struct
{
  const char *file;
  const char *value;
} pairs[] = {
  { "env-file", "env" },
  { "label-file", "label" },
};

typedef struct
{
  BhFileLoader load;
  gpointer user_data;
  GPtrArray *notes;
} Reader;

static void
note (Reader *self, BhNoteKind kind, const BhSetting *setting, const char *format, const char *word)
{
  if (self->notes != NULL)
    g_ptr_array_add (self->notes, bh_note_new (kind, &setting->origin, -1, format, word));
}

gboolean
bh_state_names_files (const BhState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (bh_state_find (state, 0, bh_option_get (pairs[i].file)) >= 0)
      return TRUE;
  return FALSE;
}

/* Whether the file can be named and is read by the client: a note tells why not. */
static gboolean
is_readable (Reader *self, const BhState *state, const BhSetting *setting)
{
  if (!bh_text_is_literal (setting->value))
    note (self, BH_NOTE_IGNORED, setting,
          _ ("“%s” was not read: only the shell knows which file that is."), setting->value->str);
  else if (state->rest != NULL)
    note (self, BH_NOTE_IGNORED, setting,
          _ ("“%s” was not read: Compose understands such files otherwise than docker run."),
          setting->value->str);
  else
    return TRUE;
  return FALSE;
}

static void
add_value (GPtrArray *to, const char *option, const char *value, const BhLocation *origin)
{
  g_ptr_array_add (to, bh_setting_new_take (bh_option_get (option), bh_text_new (value), origin));
}

/* What the file of SETTING says, added to TO. */
static gboolean
read_file (Reader *self,
           const BhSetting *setting,
           const char *option,
           GPtrArray *to,
           GError **error)
{
  const char *path = setting->value->str;
  g_autoptr (GBytes) bytes = self->load (path, self->user_data, error);
  g_autoptr (GPtrArray) lines = NULL;
  gconstpointer data;
  gsize len;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &len);
  lines = bh_env_file_parse (data != NULL ? data : "", len, path, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      /* The client leaves out a label without a value; a variable it takes from the shell. */
      if (strcmp (option, "label") == 0 && strchr (line, '=') == NULL)
        note (self, BH_NOTE_IGNORED, setting,
              _ ("The label “%s” stands in a file without a =, and docker leaves it out."), line);
      else
        add_value (to, option, line, &setting->origin);
    }
  return lines != NULL;
}

/* All values of the files of one kind; the files are marked in READ. */
static GPtrArray *
read_files (Reader *self, const BhState *state, guint pair, gboolean *read, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_setting_unref);

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];

      if (!bh_setting_is (setting, bh_option_get (pairs[pair].file)) ||
          !is_readable (self, state, setting))
        continue;
      if (!read_file (self, setting, pairs[pair].value, values, error))
        return NULL;
      read[i] = TRUE;
    }
  return g_steal_pointer (&values);
}

/* Before all values of the kind that stand in the command, since files come first. */
static guint
find_place (const BhState *state, guint pair, const gboolean *read)
{
  guint i = 0;

  while (i < state->n_settings && !read[i] &&
         !bh_setting_is (state->settings[i], bh_option_get (pairs[pair].value)))
    i++;
  return i;
}

/* STATE without the files that were read, and with VALUES at PLACE. (transfer full) */
static BhState *
put_values (const BhState *state, const gboolean *read, guint place, const GPtrArray *values)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new ();

  for (guint i = 0; i <= state->n_settings; i++)
    {
      for (guint j = 0; i == place && j < values->len; j++)
        g_ptr_array_add (settings, values->pdata[j]);
      if (i < state->n_settings && !read[i])
        g_ptr_array_add (settings, state->settings[i]);
    }
  return bh_state_with_settings (state, (BhSetting *const *) settings->pdata, settings->len);
}

BhState *
bh_state_read_files (const BhState *state,
                     BhFileLoader load,
                     gpointer user_data,
                     GPtrArray *notes,
                     GError **error)
{
  Reader reader = { load, user_data, notes };
  g_autoptr (BhState) current = bh_state_ref ((BhState *) state);

  g_return_val_if_fail (load != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree gboolean *read = g_new0 (gboolean, current->n_settings + 1);
      g_autoptr (GPtrArray) values = read_files (&reader, current, i, read, error);
      BhState *next;

      if (values == NULL)
        return NULL;
      next = put_values (current, read, find_place (current, i, read), values);
      bh_state_unref (current);
      current = next;
    }
  return g_steal_pointer (&current);
}

GBytes *
bh_load_from_folder (const char *path, gpointer user_data, GError **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (user_data, path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = NULL;
  gsize len;

  if (stream == NULL)
    return NULL;
  data = g_malloc (BH_IMPORT_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, BH_IMPORT_MAX_BYTES + 1, &len, NULL,
                                error))
    return NULL;
  return g_bytes_new (data, len);
}
