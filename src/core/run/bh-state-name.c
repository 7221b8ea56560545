/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-state-name.h"

#include <string.h>

#include "value/bh-image-ref.h"

static const char *
get_name (const BhState *state)
{
  int index = bh_state_find_last (state, bh_option_get ("name"));

  return index >= 0 ? state->settings[index]->value->str : "";
}

char *
bh_state_dup_title (const BhState *state)
{
  const char *name = get_name (state);
  const char *image = state->image != NULL ? state->image->str : "";
  const char *separator = *name != '\0' && *image != '\0' ? " · " : "";

  return g_strconcat (name, separator, image, NULL);
}

/* What may stand in a name of a file everywhere. */
#define FILE_CHARS G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-"

char *
bh_state_dup_file_stem (const BhState *state)
{
  g_autofree char *stem = g_strdup (get_name (state));
  BhImageRef ref;

  if (*stem == '\0' && state->image != NULL)
    {
      bh_image_ref_parse (state->image, &ref);
      g_free (stem);
      stem = bh_text_dup_range (state->image, ref.name);
    }
  g_strcanon (stem, FILE_CHARS, '-');
  return *stem == '\0' || *stem == '.' ? g_strdup ("container") : g_steal_pointer (&stem);
}
