/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-state-name.h"

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
