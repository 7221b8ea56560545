/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks and volumes that services name and the end of the file describes. */
#include "export/bh-compose-private.h"

#include <string.h>

static void
declared_free (gpointer data)
{
  BhComposeDeclared *self = data;

  g_free (self->name);
  g_free (self->driver);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

void
bh_compose_names_init (BhComposeNames *self)
{
  self->items = g_ptr_array_new_with_free_func (declared_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
bh_compose_names_clear (BhComposeNames *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

char *
bh_compose_dup_key (const char *str, gsize len, const char *fallback)
{
  GString *key = g_string_new (NULL);

  for (gsize i = 0; i < len; i++)
    if (g_ascii_isalnum (str[i]) || (key->len > 0 && strchr ("._-", str[i]) != NULL))
      g_string_append_c (key, str[i]);
  if (key->len == 0)
    g_string_append (key, fallback);
  return g_string_free (key, FALSE);
}

const char *
bh_compose_take_key (GHashTable *taken, const char *wish)
{
  char *key = g_strdup (wish);

  for (guint i = 2; g_hash_table_contains (taken, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", wish, i);
    }
  g_hash_table_add (taken, key);
  return key;
}

static BhComposeDeclared *
add (BhComposeNames *self, const char *name, const char *key)
{
  BhComposeDeclared *declared = g_new0 (BhComposeDeclared, 1);

  declared->name = g_strdup (name);
  declared->key = key;
  declared->options = g_ptr_array_new_with_free_func (g_free);
  declared->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->items, declared);
  g_hash_table_insert (self->by_name, declared->name, declared);
  return declared;
}

BhComposeDeclared *
bh_compose_declare (BhComposeNames *self, const char *name)
{
  BhComposeDeclared *declared = g_hash_table_lookup (self->by_name, name);
  g_autofree char *wish = NULL;

  if (declared != NULL)
    return declared;
  wish = bh_compose_dup_key (name, strlen (name), "other");
  return add (self, name, bh_compose_take_key (self->keys, wish));
}

/* The engine's name of what a file declares under KEY. */
static const char *
get_name (const BhYamlNode *key, const BhYamlNode *value)
{
  const BhYamlNode *name = bh_yaml_get (value, "name");

  if (name == NULL)
    name = bh_yaml_get (bh_yaml_get (value, "external"), "name");
  return name != NULL && name->kind == BH_YAML_SCALAR && name->len > 0 ? name->text : key->text;
}

void
bh_compose_declare_kept (BhComposeNames *self, const BhYamlNode *map)
{
  if (map == NULL || map->kind != BH_YAML_MAPPING)
    return;
  for (guint i = 0; i < bh_yaml_length (map); i++)
    {
      const BhYamlNode *key = bh_yaml_key (map, i);
      const char *name = get_name (key, bh_yaml_value (map, i));
      BhComposeDeclared *declared;

      if (g_hash_table_contains (self->by_name, name) ||
          g_hash_table_contains (self->keys, key->text))
        continue;
      declared = add (self, name, bh_compose_take_key (self->keys, key->text));
      declared->kept = TRUE;
    }
}

static void
write_pairs (BhCompose *self, const char *key, const GPtrArray *pairs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (pairs->len > 0)
    bh_compose_open (self, 4, key);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    if (g_hash_table_add (seen, pairs->pdata[i]))
      bh_compose_pair (self, 6, pairs->pdata[i], pairs->pdata[i + 1], BH_COMPOSE_NO_SETTING);
}

static void
write_network (BhCompose *self, const BhComposeDeclared *network)
{
  bh_compose_open (self, 2, network->key);
  if (!g_str_equal (network->key, network->name))
    bh_compose_pair (self, 4, "name", network->name, BH_COMPOSE_NO_SETTING);
  bh_compose_raw_pair (self, 4, "external", "true", BH_COMPOSE_NO_SETTING);
}

static void
write_volume (BhCompose *self, const BhComposeDeclared *volume)
{
  bh_compose_open (self, 2, volume->key);
  /* Without it Compose would put the project's name in front. */
  bh_compose_pair (self, 4, "name", volume->name, BH_COMPOSE_NO_SETTING);
  if (volume->driver != NULL)
    bh_compose_pair (self, 4, "driver", volume->driver, BH_COMPOSE_NO_SETTING);
  write_pairs (self, "driver_opts", volume->options);
  write_pairs (self, "labels", volume->labels);
}

static void
write_all (BhCompose *self,
           const char *key,
           const BhComposeNames *names,
           void (*write) (BhCompose *self, const BhComposeDeclared *declared))
{
  gboolean opened = FALSE;

  for (guint i = 0; i < names->items->len; i++)
    {
      const BhComposeDeclared *declared = names->items->pdata[i];

      if (declared->kept)
        continue;
      if (!opened)
        bh_compose_open (self, 0, key);
      opened = TRUE;
      write (self, declared);
    }
}

void
bh_compose_write_declarations (BhCompose *self)
{
  write_all (self, "networks", self->networks, write_network);
  write_all (self, "volumes", self->volumes, write_volume);
}
