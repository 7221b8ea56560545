/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-network.h"

#include <string.h>

#include "value/bh-mount.h"

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* The client asks for a word on either side of an equals sign, anywhere. */
static gboolean
is_long_form (const BhText *value)
{
  for (const char *p = strchr (value->str, '='); p != NULL; p = strchr (p + 1, '='))
    if (p > value->str && is_word (p[-1]) && (is_word (p[1]) || p[1] == '$'))
      return TRUE;
  return FALSE;
}

/* The last field of a key counts. */
static gboolean
find_field (const BhText *value, const char *key, BhRange *ret_text)
{
  gsize len = strlen (key);
  gboolean found = FALSE;
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    {
      while (field.key.begin < field.key.end && value->str[field.key.begin] == ' ')
        field.key.begin++;
      while (field.key.begin < field.key.end && value->str[field.key.end - 1] == ' ')
        field.key.end--;
      if (field.key.end - field.key.begin == len &&
          g_ascii_strncasecmp (value->str + field.key.begin, key, len) == 0)
        {
          *ret_text = field.text;
          found = TRUE;
        }
    }
  return found;
}

static gboolean
range_is (const BhText *value, const BhNetwork *network, BhRange range, const char *word)
{
  gsize len = strlen (word);

  return range.end - range.begin == len && !bh_text_range_expands (value, range) &&
         (network->long_form ? g_ascii_strncasecmp : strncmp) (value->str + range.begin, word,
                                                               len) == 0;
}

static void
find_mode (const BhText *value, BhNetwork *network)
{
  static const struct
  {
    const char *name;
    BhNetworkMode mode;
  } modes[] = {
    { "bridge", BH_NETWORK_DEFAULT_BRIDGE },
    { "default", BH_NETWORK_DEFAULT_BRIDGE },
    { "host", BH_NETWORK_HOST },
    { "none", BH_NETWORK_NONE },
  };
  BhRange before_colon = { network->name.begin,
                           bh_text_find (value, network->name.begin, network->name.end, ':') };

  network->mode = BH_NETWORK_USER;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (range_is (value, network, network->name, modes[i].name))
      network->mode = modes[i].mode;
  if (before_colon.end < network->name.end && range_is (value, network, before_colon, "container"))
    {
      network->mode = BH_NETWORK_CONTAINER;
      network->name.begin = before_colon.end + 1;
    }
}

void
bh_network_parse (const BhText *value, BhNetwork *ret_network)
{
  *ret_network = (BhNetwork){ .name = { 0, value->len }, .long_form = is_long_form (value) };
  if (ret_network->long_form && !find_field (value, "name", &ret_network->name))
    ret_network->name = (BhRange){ 0, 0 };
  find_mode (value, ret_network);
}

gboolean
bh_network_has_field (const BhText *value, const char *key)
{
  BhRange text;

  return find_field (value, key, &text) && text.begin < text.end;
}
