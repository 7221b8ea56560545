/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

typedef enum
{
  TEXT,
  NUMBER,
  LIST,
  PAIRS,
} Form;

/* What is said of the container on a network: an option of its own, for the first network, or a
 * field of `--network name=…`. */
static const struct
{
  const char *option;
  const char *field;
  const char *key;
  Form form;
  gboolean recent; /* Compose 2.26 reads it and does nothing */
} endpoint_keys[] = {
  { "network-alias", "alias", "aliases", LIST, FALSE },
  { "ip", "ip", "ipv4_address", TEXT, FALSE },
  { "ip6", "ip6", "ipv6_address", TEXT, FALSE },
  { "link-local-ip", "link-local-ip", "link_local_ips", LIST, FALSE },
  { "mac-address", "mac-address", "mac_address", TEXT, FALSE },
  { NULL, "driver-opt", "driver_opts", PAIRS, TRUE },
  { NULL, "gw-priority", "gw_priority", NUMBER, TRUE },
};

static gboolean
has_endpoint_options (BhCompose *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (endpoint_keys); i++)
    if (endpoint_keys[i].option != NULL && bh_compose_next (self, -1, endpoint_keys[i].option) >= 0)
      return TRUE;
  return FALSE;
}

/* The texts of one key of a network, with the setting that each is from. */
typedef struct
{
  GPtrArray *texts;
  GArray *settings;
} Texts;

static void
texts_clear (Texts *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
texts_add (Texts *self, char *text, int setting)
{
  g_ptr_array_add (self->texts, text);
  g_array_append_val (self->settings, setting);
}

/* The client puts the long form in lower case. */
static char *
dup_lower (BhCompose *self, const BhText *value, const BhMountField *field, int setting)
{
  char *text = bh_compose_dup_field (self, value, field, setting);
  char *lower;

  if (bh_text_range_expands (value, field->text))
    return text;
  lower = g_ascii_strdown (text, -1);
  g_free (text);
  return lower;
}

/* NETWORK is a setting, or -1 for the network that Compose makes; FIRST is the first of several. */
static void
collect (BhCompose *self, guint row, int network, gboolean first, Texts *ret_texts)
{
  const BhText *value = network >= 0 ? self->state->settings[network]->value : NULL;
  const char *option = first ? endpoint_keys[row].option : NULL;
  BhMountField field;
  guint at = 0;

  ret_texts->texts = g_ptr_array_new_with_free_func (g_free);
  ret_texts->settings = g_array_new (FALSE, FALSE, sizeof (int));
  while (value != NULL && bh_csv_next (value, &at, &field))
    if (field.has_text && bh_csv_key_is (value, &field, endpoint_keys[row].field))
      texts_add (ret_texts, dup_lower (self, value, &field, network), network);
  for (int i = option != NULL ? bh_compose_next (self, -1, option) : -1; i >= 0;
       i = bh_compose_next (self, i, option))
    texts_add (ret_texts, bh_compose_dup_text (self, self->state->settings[i]->value, i), i);
}

static void
write_texts (BhCompose *self, guint row, const Texts *texts)
{
  const char *key = endpoint_keys[row].key;
  Form form = endpoint_keys[row].form;
  guint last = texts->texts->len - 1;

  if (form == TEXT || form == NUMBER)
    (form == TEXT ? bh_compose_pair
                  : bh_compose_number_pair) (self, ITEM + 2, key, texts->texts->pdata[last],
                                             g_array_index (texts->settings, int, last));
  else
    bh_compose_open (self, ITEM + 2, key);
  for (guint i = 0; form == LIST && i <= last; i++)
    bh_compose_item (self, ITEM + 4, texts->texts->pdata[i],
                     g_array_index (texts->settings, int, i));
  for (guint i = 0; form == PAIRS && i <= last; i++)
    {
      g_auto (GStrv) pair = g_strsplit (texts->texts->pdata[i], "=", 2);

      bh_compose_pair (self, ITEM + 4, pair[0], pair[1] != NULL ? pair[1] : "",
                       g_array_index (texts->settings, int, i));
    }
  if (endpoint_keys[row].recent)
    bh_compose_note_version (self, g_array_index (texts->settings, int, last), key);
}

/* `KEY:` with how it is joined below it, if anything is said of that. */
static void
write_network (BhCompose *self, const char *key, int network, gboolean first)
{
  bh_compose_open_for (self, ITEM, key, network >= 0 ? network : BH_COMPOSE_NO_SETTING);
  for (guint i = 0; i < G_N_ELEMENTS (endpoint_keys); i++)
    {
      g_auto (Texts) texts = { NULL };

      collect (self, i, network, first, &texts);
      if (texts.texts->len > 0)
        write_texts (self, i, &texts);
    }
}

/* (transfer full): the network's name, of either form; and whether the long one says more. */
static char *
dup_name (BhCompose *self, int network, gboolean *ret_has_fields)
{
  const BhText *value = self->state->settings[network]->value;
  g_autofree char *name = NULL;
  gboolean has_fields = FALSE;
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    if (!bh_csv_key_is (value, &field, "name"))
      has_fields = TRUE;
    else if (field.has_text)
      {
        g_free (name);
        name = dup_lower (self, value, &field, network);
      }
  if (name == NULL)
    return bh_compose_dup_text (self, value, network);
  *ret_has_fields |= has_fields;
  return g_steal_pointer (&name);
}

static gboolean
is_mode (const char *name)
{
  static const char *const modes[] = { "host", "none", "bridge", NULL };

  return g_strv_contains (modes, name) || g_str_has_prefix (name, "container:");
}

/* What belongs to a network cannot be said beside network_mode. */
static void
write_mode (BhCompose *self, const char *mode, int network)
{
  bh_compose_pair (self, KEY, "network_mode", mode, network);
  for (guint i = 0; i < G_N_ELEMENTS (endpoint_keys); i++)
    {
      const char *option = endpoint_keys[i].option;

      if (option != NULL && bh_compose_next (self, -1, option) >= 0)
        bh_compose_note (self, BH_NOTE_LOST, bh_compose_next (self, -1, option),
                         _ ("Compose cannot say “%1$s” beside “network_mode: %2$s”."),
                         endpoint_keys[i].key, mode);
    }
}

/* Declares the network and returns its key. */
static const char *
declare_network (BhCompose *self, const char *name, int network)
{
  const BhComposeDeclared *declared;

  /* The client takes `name=` for none. */
  if (g_str_equal (name, "default") || *name == '\0')
    return "default";
  declared = bh_compose_declare (self->networks, name);
  if (!declared->kept)
    bh_compose_note (self, BH_NOTE_CHANGED, network,
                     _ ("The network “%s” has to exist already. To have Compose make it, delete "
                        "“external: true”."),
                     name);
  return declared->key;
}

static void
write_all (BhCompose *self, const GPtrArray *names, const GArray *settings, gboolean plain)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (names->len > 0)
    bh_compose_open (self, KEY, "networks");
  for (guint i = 0; i < names->len; i++)
    {
      int setting = g_array_index (settings, int, i);
      const char *key = declare_network (self, names->pdata[i], setting);

      if (!g_hash_table_add (seen, (gpointer) key))
        continue;
      if (plain)
        bh_compose_item (self, ITEM, key, setting);
      else
        write_network (self, key, setting, i == 0);
    }
}

void
bh_compose_write_networks (BhCompose *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean has_fields = FALSE;
  gboolean has_options = has_endpoint_options (self);

  for (int i = bh_compose_next (self, -1, "network"); i >= 0;
       i = bh_compose_next (self, i, "network"))
    {
      char *name = dup_name (self, i, &has_fields);

      g_ptr_array_add (names, name);
      g_array_append_val (settings, i);
      if (is_mode (name))
        {
          write_mode (self, name, i);
          return;
        }
    }
  write_all (self, names, settings, !has_fields && !has_options);
  /* Compose loses a fixed address that stands under no network. */
  if (names->len == 0 && has_options)
    {
      bh_compose_open (self, KEY, "networks");
      write_network (self, "default", -1, TRUE);
    }
}
