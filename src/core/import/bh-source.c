/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import/bh-compose-importer.h"
#include "import/bh-import.h"
#include "import/bh-inspect.h"
#include "import/bh-profile-reader.h"

static const BhSource sources[] = {
  { "profile", bh_profile_recognises, bh_import_profile },
  { "inspect", bh_inspect_recognises, bh_import_inspect },
  { "compose", bh_compose_recognises, bh_import_compose },
  { "command", NULL, bh_import_command },
};

const BhSource *
bh_source_table (guint *n_sources)
{
  if (n_sources != NULL)
    *n_sources = G_N_ELEMENTS (sources);
  return sources;
}

const BhSource *
bh_source_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].id, id))
      return &sources[i];
  return NULL;
}

const BhSource *
bh_source_recognise (const char *text, gsize len)
{
  guint i = 0;

  while (sources[i].recognises != NULL && !sources[i].recognises (text, len))
    i++;
  return &sources[i];
}

BhImport *
bh_import_text (const char *text, gssize len, GError **error)
{
  gsize n = len < 0 ? strlen (text) : (gsize) len;

  return bh_source_recognise (text, n)->import (text, (gssize) n, error);
}
