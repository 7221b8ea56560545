/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

/* What holds declarations, one key each. */
static const char *const kinds[] = { "networks", "volumes", "secrets", "configs", NULL };

typedef struct
{
  BhYamlNode *top;
  BhYamlNode *declared[G_N_ELEMENTS (kinds) - 1];
  GHashTable *seen; /* (element-type utf8): keys, those of declarations with their kind */
} Collector;

static void
add_declared (Collector *self, guint kind, const BhYamlNode *map)
{
  for (guint i = 0; map->kind == BH_YAML_MAPPING && i < bh_yaml_length (map); i++)
    {
      BhYamlNode *key = bh_yaml_key (map, i);

      if (!g_hash_table_add (self->seen, g_strdup_printf ("%s %s", kinds[kind], key->text)))
        continue;
      bh_yaml_append (self->declared[kind], bh_yaml_node_ref (key));
      bh_yaml_append (self->declared[kind], bh_yaml_node_ref (bh_yaml_value (map, i)));
    }
}

static void
add_pair (Collector *self, BhYamlNode *key, BhYamlNode *value)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (key->text, kinds[i]))
      {
        add_declared (self, i, value);
        return;
      }
  if (!g_hash_table_add (self->seen, g_strdup (key->text)))
    return;
  bh_yaml_append (self->top, bh_yaml_node_ref (key));
  bh_yaml_append (self->top, bh_yaml_node_ref (value));
}

static void
add_rest (Collector *self, BhCompose *compose, const BhComposeRest *rest)
{
  bh_compose_declare_kept (compose->networks, bh_yaml_get (rest->top, "networks"));
  bh_compose_declare_kept (compose->volumes, bh_yaml_get (rest->top, "volumes"));
  for (guint i = 0; i < bh_yaml_length (rest->top); i++)
    add_pair (self, bh_yaml_key (rest->top, i), bh_yaml_value (rest->top, i));
}

BhYamlNode *
bh_compose_dup_top (BhCompose *self, BhState *const *states, guint n_states)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collector collector = { .top = bh_yaml_mapping_new (), .seen = seen };

  for (guint i = 0; kinds[i] != NULL; i++)
    collector.declared[i] = bh_yaml_mapping_new ();
  for (guint i = 0; i < n_states; i++)
    if (states[i]->rest != NULL)
      add_rest (&collector, self, states[i]->rest);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (bh_yaml_length (collector.declared[i]) > 0)
      bh_yaml_add (collector.top, kinds[i], collector.declared[i]);
    else
      bh_yaml_node_unref (collector.declared[i]);
  return collector.top;
}
