/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "fuzz.h"
#include "import/bh-env-file.h"

/* Each line has a name without blanks, and is one that a command can hold. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = bh_env_file_parse ((const char *) data, size, "file", &error);

  g_assert_true ((lines == NULL) == (error != NULL));
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const char *line = lines->pdata[i];
      gsize name = strcspn (line, "=");

      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_cmpuint (name, >, 0);
      g_assert_cmpuint (strcspn (line, " \t\n"), >=, name);
    }
  return 0;
}
