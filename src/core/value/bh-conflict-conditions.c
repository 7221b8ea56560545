/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-conflict-conditions.h"

#include <string.h>

#include "value/bh-byte-size.h"
#include "value/bh-network.h"

static gboolean
is_word (const BhText *value, const char *word)
{
  return bh_text_is_literal (value) && g_str_equal (value->str, word);
}

/* WORD stands at the start, and not by the shell's doing. */
static gboolean
has_prefix (const BhText *value, const char *word)
{
  return g_str_has_prefix (value->str, word) &&
         !bh_text_range_expands (value, (BhRange){ 0, (guint) strlen (word) });
}

gboolean
bh_value_is_any (const BhText *value)
{
  return TRUE;
}

gboolean
bh_value_is_host (const BhText *value)
{
  return is_word (value, "host");
}

gboolean
bh_value_is_none (const BhText *value)
{
  return is_word (value, "none");
}

gboolean
bh_value_is_json_file (const BhText *value)
{
  return is_word (value, "json-file");
}

gboolean
bh_value_is_local (const BhText *value)
{
  return is_word (value, "local");
}

gboolean
bh_value_is_shared (const BhText *value)
{
  return is_word (value, "host") || has_prefix (value, "container:");
}

gboolean
bh_value_is_not_zero (const BhText *value)
{
  return bh_text_is_literal (value) && strpbrk (value->str, "123456789") != NULL;
}

static BhNetworkMode
network_mode (const BhText *value)
{
  BhNetwork network;

  bh_network_parse (value, &network);
  return network.mode;
}

gboolean
bh_network_is_containers (const BhText *value)
{
  return network_mode (value) == BH_NETWORK_CONTAINER;
}

gboolean
bh_network_is_host (const BhText *value)
{
  return network_mode (value) == BH_NETWORK_HOST;
}

gboolean
bh_network_is_none (const BhText *value)
{
  return network_mode (value) == BH_NETWORK_NONE;
}

gboolean
bh_network_is_predefined (const BhText *value)
{
  return network_mode (value) != BH_NETWORK_USER;
}

gboolean
bh_sysctl_is_of_network (const BhText *value)
{
  return has_prefix (value, "net.");
}

gboolean
bh_sysctl_is_of_ipc (const BhText *value)
{
  return has_prefix (value, "kernel.") || has_prefix (value, "fs.mqueue.");
}

gboolean
bh_restart_restarts (const BhText *value)
{
  BhRange policy = { 0, bh_text_find (value, 0, G_MAXUINT, ':') };

  return policy.end > 0 && !bh_text_range_expands (value, policy) &&
         !bh_text_range_equal (value, policy, "no");
}

/* Whether the name of the log option is in none of the lists, which end with NULL. */
static gboolean
is_other_log_option (const BhText *value, const char *const *more)
{
  static const char *const all[] = { "max-size", "max-file",        "compress",
                                     "mode",     "max-buffer-size", NULL };
  BhRange name = { 0, bh_text_find (value, 0, G_MAXUINT, '=') };
  g_autofree char *key = bh_text_dup_range (value, name);

  return !bh_text_range_expands (value, name) && !g_str_has_prefix (key, "cache-") &&
         !g_strv_contains (all, key) && !g_strv_contains (more, key);
}

gboolean
bh_log_option_is_not_of_json_file (const BhText *value)
{
  static const char *const names[] = { "labels", "labels-regex", "env", "env-regex", "tag", NULL };

  return is_other_log_option (value, names);
}

gboolean
bh_log_option_is_not_of_local (const BhText *value)
{
  static const char *const names[] = { NULL };

  return is_other_log_option (value, names);
}

/* FALSE for what is no size, or the shell's to say. */
static gboolean
read_size (const BhText *value, guint64 *ret_bytes)
{
  return bh_text_is_literal (value) && bh_byte_size_parse (value->str, ret_bytes);
}

gboolean
bh_size_is_limit (const BhText *value)
{
  guint64 bytes;

  return read_size (value, &bytes) && bytes > 0;
}

gboolean
bh_size_is_zero (const BhText *value)
{
  guint64 bytes;

  return read_size (value, &bytes) && bytes == 0;
}

gboolean
bh_size_is_less (const BhText *value, const BhText *other)
{
  guint64 bytes;
  guint64 other_bytes;

  return read_size (value, &bytes) && read_size (other, &other_bytes) && bytes < other_bytes;
}

gboolean
bh_size_is_more (const BhText *value, const BhText *other)
{
  return bh_size_is_less (other, value);
}
