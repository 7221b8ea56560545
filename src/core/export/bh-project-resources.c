/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The networks and volumes that the services of a Compose file need. */
#include <string.h>

#include "bh-location.h"
#include "export/bh-run-private.h"
#include "export/bh-shell-quote.h"
#include "value/bh-compose-text.h"
#include "value/bh-mount.h"
#include "value/bh-network.h"

typedef enum
{
  TEXT,
  FLAG,
  PAIRS,
} Form;

/* What is said of a network or volume, and the option of `docker network create` or `docker volume
 * create` that says it. */
typedef struct
{
  const char *key;
  const char *option;
  Form form;
} Row;

static const Row network_rows[] = {
  { "driver", "driver", TEXT },     { "driver_opts", "opt", PAIRS },
  { "internal", "internal", FLAG }, { "attachable", "attachable", FLAG },
  { "enable_ipv4", "ipv4", FLAG },  { "enable_ipv6", "ipv6", FLAG },
  { "labels", "label", PAIRS },     { NULL },
};
static const Row ipam_rows[] = {
  { "driver", "ipam-driver", TEXT },
  { "options", "ipam-opt", PAIRS },
  { NULL },
};
static const Row subnet_rows[] = {
  { "subnet", "subnet", TEXT },
  { "ip_range", "ip-range", TEXT },
  { "gateway", "gateway", TEXT },
  { "aux_addresses", "aux-address", PAIRS },
  { NULL },
};
static const Row volume_rows[] = {
  { "driver", "driver", TEXT },
  { "driver_opts", "opt", PAIRS },
  { "labels", "label", PAIRS },
  { NULL },
};

/* A text of the file as a word of a shell. */
static void
append_word (GString *to, const char *text)
{
  const BhLocation nowhere = { 0 };
  g_autoptr (BhText) word = bh_compose_read_text (text, &nowhere, NULL);
  g_autoptr (BhText) literal = bh_text_new (text);

  bh_shell_quote_append (to, word != NULL ? word : literal, BH_QUOTE_DEFAULT);
}

static void
append_option (GString *to, const char *option, const char *value)
{
  g_string_append_printf (to, " --%s ", option);
  append_word (to, value);
}

static void
append_pairs (GString *to, const char *option, const BhYamlNode *value)
{
  gboolean map = value->kind == BH_YAML_MAPPING;

  for (guint i = 0; value->kind != BH_YAML_SCALAR && i < bh_yaml_length (value); i++)
    {
      const BhYamlNode *text = map ? bh_yaml_value (value, i) : bh_yaml_item (value, i);
      g_autofree char *canonical = NULL;
      g_autofree char *pair = NULL;

      if (text->kind != BH_YAML_SCALAR)
        continue;
      canonical = bh_yaml_dup_canonical (text);
      pair = map ? g_strdup_printf ("%s=%s", bh_yaml_key (value, i)->text, canonical)
                 : g_steal_pointer (&canonical);
      append_option (to, option, pair);
    }
}

static void
append_flag (GString *to, const char *option, const BhYamlNode *value)
{
  static const char *const on[] = { "true", "yes", "on", "y", NULL };
  gboolean is_on = value->kind == BH_YAML_SCALAR && g_strv_contains (on, value->text);

  /* On unless something else is said. */
  if (g_str_equal (option, "ipv4") && !is_on)
    g_string_append (to, " --ipv4=false");
  else if (!g_str_equal (option, "ipv4") && is_on)
    g_string_append_printf (to, " --%s", option);
}

static void
append_rows (GString *to, const Row *rows, const BhYamlNode *map)
{
  for (; rows->key != NULL; rows++)
    {
      const BhYamlNode *value = bh_yaml_get (map, rows->key);

      if (bh_yaml_is_null (value))
        continue;
      if (rows->form == PAIRS)
        append_pairs (to, rows->option, value);
      else if (rows->form == FLAG)
        append_flag (to, rows->option, value);
      else if (value->kind == BH_YAML_SCALAR)
        append_option (to, rows->option, value->text);
    }
}

static void
append_network (GString *to, const BhYamlNode *declared, const BhText *name)
{
  const BhYamlNode *ipam = bh_yaml_get (declared, "ipam");
  const BhYamlNode *subnets = bh_yaml_get (ipam, "config");

  g_string_append (to, "docker network create");
  append_rows (to, network_rows, declared);
  append_rows (to, ipam_rows, ipam);
  for (guint i = 0;
       subnets != NULL && subnets->kind == BH_YAML_SEQUENCE && i < bh_yaml_length (subnets); i++)
    append_rows (to, subnet_rows, bh_yaml_item (subnets, i));
  g_string_append_c (to, ' ');
  bh_shell_quote_append (to, name, BH_QUOTE_DEFAULT);
  g_string_append_c (to, '\n');
}

static void
append_volume (GString *to, const BhYamlNode *declared, const BhText *name)
{
  g_string_append (to, "docker volume create");
  append_rows (to, volume_rows, declared);
  g_string_append_c (to, ' ');
  bh_shell_quote_append (to, name, BH_QUOTE_DEFAULT);
  g_string_append_c (to, '\n');
}

/* The engine's name of what a file declares under KEY. */
static const char *
get_name (const char *key, const BhYamlNode *value)
{
  const BhYamlNode *name = bh_yaml_get (value, "name");

  if (name == NULL)
    name = bh_yaml_get (bh_yaml_get (value, "external"), "name");
  return name != NULL && name->kind == BH_YAML_SCALAR && name->len > 0 ? name->text : key;
}

const BhYamlNode *
bh_compose_find_declared (const BhComposeRest *rest,
                          const char *kind,
                          const char *name,
                          const char **ret_key)
{
  const BhYamlNode *map = rest != NULL ? bh_yaml_get (rest->top, kind) : NULL;

  for (guint i = 0; map != NULL && map->kind == BH_YAML_MAPPING && i < bh_yaml_length (map); i++)
    if (g_str_equal (get_name (bh_yaml_key (map, i)->text, bh_yaml_value (map, i)), name))
      {
        if (ret_key != NULL)
          *ret_key = bh_yaml_key (map, i)->text;
        return bh_yaml_value (map, i);
      }
  return NULL;
}

static gboolean
is_external (const BhYamlNode *declared)
{
  const BhYamlNode *external = bh_yaml_get (declared, "external");

  return external != NULL &&
         (external->kind == BH_YAML_MAPPING || g_str_equal (external->text, "true"));
}

/* A network that Compose would make. */
static void
add_network (const BhState *state, const BhText *value, GHashTable *seen, GString *to)
{
  g_autoptr (BhText) name = NULL;
  const BhYamlNode *declared;
  BhNetwork network;

  bh_network_parse (value, &network);
  if (network.mode != BH_NETWORK_USER)
    return;
  name = bh_text_sub (value, network.name);
  declared = bh_compose_find_declared (state->rest, "networks", name->str, NULL);
  if (declared != NULL && !is_external (declared) &&
      g_hash_table_add (seen, g_strconcat ("network ", name->str, NULL)))
    append_network (to, declared, name);
}

/* A volume that is made of something, which `--volume` does not say. */
static void
add_volume (const BhState *state, const BhText *value, GHashTable *seen, GString *to)
{
  g_autoptr (BhText) name = NULL;
  const BhYamlNode *declared;
  BhVolume volume;

  if (!bh_volume_parse (value, &volume) || volume.kind != BH_VOLUME_SOURCE_NAME)
    return;
  name = bh_text_sub (value, volume.source);
  declared = bh_compose_find_declared (state->rest, "volumes", name->str, NULL);
  if (declared == NULL || is_external (declared) ||
      (bh_yaml_is_null (bh_yaml_get (declared, "driver")) &&
       bh_yaml_is_null (bh_yaml_get (declared, "driver_opts")) &&
       bh_yaml_is_null (bh_yaml_get (declared, "labels"))))
    return;
  if (g_hash_table_add (seen, g_strconcat ("volume ", name->str, NULL)))
    append_volume (to, declared, name);
}

static void
add_default_network (const BhProject *self, GString *to)
{
  g_autoptr (BhText) name = bh_text_new (self->network);
  const BhYamlNode *declared = NULL;

  for (guint i = 0; declared == NULL && i < self->n; i++)
    if (self->states[i]->rest != NULL)
      declared = bh_yaml_get (bh_yaml_get (self->states[i]->rest->top, "networks"), "default");
  append_network (to, declared, name);
}

void
bh_project_append_resources (const BhProject *self, GString *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const BhOption *network = bh_option_get ("network");
  const BhOption *volume = bh_option_get ("volume");

  if (self->network != NULL)
    add_default_network (self, to);
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->states[i]->n_settings; j++)
      {
        const BhSetting *setting = self->states[i]->settings[j];

        if (bh_setting_is (setting, network))
          add_network (self->states[i], setting->value, seen, to);
        else if (bh_setting_is (setting, volume))
          add_volume (self->states[i], setting->value, seen, to);
      }
}

gboolean
bh_project_needs_resources (BhState *state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (BhProject) project = { 0 };

  bh_project_init (&project, &state, NULL, 1);
  bh_project_append_resources (&project, text);
  return text->len > 0;
}
