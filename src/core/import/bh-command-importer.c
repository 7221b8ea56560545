/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-command-collector.h"
#include "import/bh-command-prompt.h"

static void
set_nothing (GError **error)
{
  g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX,
                       _ ("there is no command here that creates a container: “docker run …” is "
                          "expected, or “create”, "
                          "or the same with “podman”"));
}

/* Every stretch of the text that may hold commands. */
static gboolean
import_stretches (BhImport *import,
                  const char *text,
                  guint len,
                  gboolean hash_prompts,
                  GError **error)
{
  BhLocation where = { 1, 1, { 0, 0 } };
  BhRange range = { 0, 0 };

  g_ptr_array_set_size (import->notes, 0);
  for (guint at = 0; bh_find_commands (text, at, len, &range);
       at = MIN (bh_line_end (text, range.end, len) + 1, len))
    {
      bh_location_advance (&where, text, range.begin);
      if (bh_names_program (text, range.begin, range.end) &&
          !bh_command_collect (import, text, &where, range, 0, hash_prompts, error))
        return FALSE;
    }
  return TRUE;
}

BhImport *
bh_import_command (const char *text, gssize len, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_autofree char *copy = NULL;
  gsize n = len < 0 ? strlen (text) : (gsize) len;

  g_return_val_if_fail (text != NULL, NULL);

  if (!bh_import_check_text (text, n, error))
    return NULL;
  copy = g_strndup (text, n);
  /* A comment may be a command behind the prompt of root, if there is nothing else. */
  for (guint hash_prompts = 0; hash_prompts < 2 && import->states->len == 0; hash_prompts++)
    if (!import_stretches (import, copy, (guint) n, hash_prompts > 0, error))
      return NULL;
  if (import->states->len > 0)
    return g_steal_pointer (&import);
  set_nothing (error);
  return NULL;
}

BhImport *
bh_import_argv (const char *const *argv, GError **error)
{
  g_autoptr (BhImport) import = bh_import_new ();
  g_auto (BhCommandCollector) collector = { 0 };
  BhLocation nowhere = { 0 };

  g_return_val_if_fail (argv != NULL, NULL);

  /* All in one word: a command in quotes. */
  if (argv[0] != NULL && argv[1] == NULL)
    return bh_import_command (argv[0], -1, error);
  bh_command_collector_init (&collector, import, "", &nowhere, (BhRange){ 0, 0 });
  for (guint i = 0; argv[i] != NULL; i++)
    {
      BhToken word = { .kind = BH_TOKEN_WORD };

      if (!bh_import_check_text (argv[i], strlen (argv[i]), error))
        return NULL;
      word.text = bh_text_new (argv[i]);
      g_array_append_val (collector.reader.words, word);
    }
  if (!bh_command_collector_add (&collector, error) ||
      !bh_command_collector_end (&collector, error))
    return NULL;
  if (import->states->len > 0)
    return g_steal_pointer (&import);
  set_nothing (error);
  return NULL;
}
