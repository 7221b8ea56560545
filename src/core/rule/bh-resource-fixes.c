/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-resource-fixes.h"

#include <string.h>

#include "value/bh-byte-size.h"

/* What lies in /dev/shm counts as memory: no less than that. */
static const char *
choose_limit (const BhState *state, const char *usual)
{
  const int shm = bh_state_find_last (state, bh_option_get ("shm-size"));
  const char *wanted = shm >= 0 ? state->settings[shm]->value->str : "0";
  guint64 usual_bytes = 0;
  guint64 wanted_bytes = 0;

  bh_byte_size_parse (usual, &usual_bytes);
  return bh_byte_size_parse (wanted, &wanted_bytes) && wanted_bytes > usual_bytes ? wanted : usual;
}

BhState *
bh_fix_memory (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  const char *limit = choose_limit (state, fix->parameter);
  g_autoptr (BhSetting) memory = bh_setting_new ("memory", limit);
  g_autoptr (BhSetting) swap = bh_setting_new ("memory-swap", limit);
  g_autoptr (BhState) limited = bh_state_set (state, memory);

  if (bh_state_find_last (state, bh_option_get ("memory-swap")) >= 0)
    return g_steal_pointer (&limited);
  return bh_state_set (limited, swap);
}

BhState *
bh_fix_swap_like_memory (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  const BhOption *option = bh_option_get ("memory-swap");
  int memory = bh_state_find_last (state, bh_option_get ("memory"));
  g_autoptr (BhSetting) swap = NULL;

  if (memory < 0)
    return bh_state_remove_all (state, option);
  swap = bh_setting_new_take (option, bh_text_ref (state->settings[memory]->value), NULL);
  return bh_state_set (state, swap);
}

BhState *
bh_fix_nproc_to_pids (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;
  const char *value;
  g_autofree char *limit = NULL;
  g_autoptr (BhState) without = NULL;
  g_autoptr (BhSetting) pids = NULL;

  if (index < 0 || (guint) index >= state->n_settings ||
      !g_str_has_prefix (state->settings[index]->value->str, "nproc="))
    return bh_state_ref ((BhState *) state);
  /* The soft limit is the one that holds: "nproc=soft:hard". */
  value = state->settings[index]->value->str + strlen ("nproc=");
  limit = g_strndup (value, strcspn (value, ":"));
  pids = bh_setting_new ("pids-limit", limit);
  without = bh_state_remove (state, index);
  if (bh_state_find_last (without, bh_option_get ("pids-limit")) >= 0)
    return g_steal_pointer (&without);
  return bh_state_set (without, pids);
}

BhState *
bh_fix_own_shared_memory (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) own = bh_state_remove_all (state, bh_option_get ("ipc"));
  g_autoptr (BhSetting) size = bh_setting_new ("shm-size", fix->parameter);

  if (bh_state_find_last (own, bh_option_get ("shm-size")) >= 0)
    return g_steal_pointer (&own);
  return bh_state_set (own, size);
}

static gboolean
has_log_opt (const BhState *state, const char *key)
{
  const BhOption *option = bh_option_get ("log-opt");

  for (int i = bh_state_find (state, 0, option); i >= 0; i = bh_state_find (state, i + 1, option))
    if (g_str_has_prefix (state->settings[i]->value->str, key))
      return TRUE;
  return FALSE;
}

static BhState *
add_log_opt (const BhState *state, const char *key, const char *value)
{
  g_autofree char *pair = g_strconcat (key, value, NULL);
  g_autoptr (BhSetting) setting = bh_setting_new ("log-opt", pair);

  return has_log_opt (state, key) ? bh_state_ref ((BhState *) state)
                                  : bh_state_add (state, setting);
}

/* The driver is named too: a driver that the engine has as its default may refuse these options. */
BhState *
bh_fix_log_rotate (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhSetting) driver = bh_setting_new ("log-driver", "json-file");
  g_autoptr (BhState) named = bh_state_set (state, driver);
  g_autoptr (BhState) sized = add_log_opt (named, "max-size=", "10m");

  return add_log_opt (sized, "max-file=", "3");
}
