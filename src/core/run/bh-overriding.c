/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-overriding.h"

#include <string.h>

static guint
name_length (const BhSetting *setting)
{
  return bh_text_find (setting->value, 0, G_MAXUINT, '=');
}

static guint
hash_name (gconstpointer key)
{
  const BhSetting *setting = key;
  guint len = name_length (setting);
  guint hash = 5381;

  for (guint i = 0; i < len; i++)
    hash = hash * 33 + (guchar) setting->value->str[i];
  return hash;
}

static gboolean
equal_names (gconstpointer a, gconstpointer b)
{
  const BhSetting *one = a;
  const BhSetting *other = b;
  guint len = name_length (one);

  return len == name_length (other) && memcmp (one->value->str, other->value->str, len) == 0;
}

static int *
new_overriding (const BhState *state)
{
  int *overriding = g_new (int, state->n_settings);

  for (guint i = 0; i < state->n_settings; i++)
    overriding[i] = -1;
  return overriding;
}

int *
bh_state_find_overriding (const BhState *self, const BhOption *option)
{
  int first = bh_state_find (self, 0, option);
  g_autoptr (GHashTable) names = NULL;
  int *overriding = NULL;

  if (first < 0 || bh_state_find (self, (guint) first + 1, option) < 0)
    return NULL;
  names = g_hash_table_new (hash_name, equal_names);
  for (int i = first; i >= 0; i = bh_state_find (self, (guint) i + 1, option))
    {
      BhSetting *setting = self->settings[i];
      gpointer earlier;

      if (g_hash_table_lookup_extended (names, setting, NULL, &earlier))
        {
          if (overriding == NULL)
            overriding = new_overriding (self);
          overriding[GPOINTER_TO_INT (earlier)] = i;
        }
      g_hash_table_replace (names, setting, GINT_TO_POINTER (i));
    }
  return overriding;
}
