/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export/bh-run-private.h"
#include "value/bh-network.h"

#define MAX_DEPTH 1000

static int
find_last (const BhState *state, const char *option)
{
  return bh_state_find_last (state, bh_option_get (option));
}

static char *
dup_container (const BhState *state, const char *service)
{
  int name = find_last (state, "name");

  return g_strdup (name >= 0 ? state->settings[name]->value->str : service);
}

static char *
dup_service (const BhState *state, const char *name, guint index)
{
  if (name != NULL)
    return g_strdup (name);
  return state->rest != NULL && state->rest->service != NULL
             ? g_strdup (state->rest->service)
             : g_strdup_printf ("app-%u", index + 1);
}

/* Whose name NAME is, as the service or the container. */
typedef struct
{
  const BhProject *project;
  GHashTable *by_name; /* (element-type utf8 guint): the index, plus one */
  gboolean *seen;
  guint depth;
} Sorter;

static void visit (Sorter *self, guint index);

static void
visit_name (Sorter *self, const char *name, gsize len)
{
  g_autofree char *copy = g_strndup (name, len);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, copy));

  if (found > 0)
    visit (self, found - 1);
}

/* A list of services, or a map of them. */
static void
visit_dependencies (Sorter *self, const BhYamlNode *node)
{
  for (guint i = 0; node != NULL && node->kind != BH_YAML_SCALAR && i < bh_yaml_length (node); i++)
    {
      const BhYamlNode *name =
          node->kind == BH_YAML_MAPPING ? bh_yaml_key (node, i) : bh_yaml_item (node, i);

      visit_name (self, name->text, name->len);
    }
}

/* What a value names: another container before a colon or behind one. */
static void
visit_setting (Sorter *self, const BhSetting *setting)
{
  static const char *const modes[] = { "network", "pid", "ipc", NULL };
  static const char *const lists[] = { "link", "volumes-from", NULL };
  const char *value = setting->value != NULL ? setting->value->str : "";

  if (setting->option == NULL)
    return;
  if (g_strv_contains (modes, setting->option->name) && g_str_has_prefix (value, "container:"))
    visit_name (self, value + strlen ("container:"), strlen (value) - strlen ("container:"));
  else if (g_strv_contains (lists, setting->option->name))
    visit_name (self, value, strcspn (value, ":"));
}

static void
visit (Sorter *self, guint index)
{
  const BhState *state = self->project->states[index];

  /* A circle is left where it closes; and nobody has services that need as many others in turn. */
  if (self->seen[index] || self->depth >= MAX_DEPTH)
    return;
  self->seen[index] = TRUE;
  self->depth++;
  if (state->rest != NULL)
    visit_dependencies (self, bh_yaml_get (state->rest->keys, "depends_on"));
  for (guint i = 0; i < state->n_settings; i++)
    visit_setting (self, state->settings[i]);
  self->depth--;
  g_array_append_val (self->project->order, index);
}

static void
sort (BhProject *self)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *seen = g_new0 (gboolean, self->n + 1);
  Sorter sorter = { self, by_name, seen, 0 };

  for (guint i = self->n; i > 0; i--)
    {
      g_hash_table_insert (by_name, g_ptr_array_index (self->containers, i - 1),
                           GUINT_TO_POINTER (i));
      g_hash_table_insert (by_name, g_ptr_array_index (self->services, i - 1),
                           GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < self->n; i++)
    visit (&sorter, i);
}

/* Whether the service is on the network that Compose makes for all of them. */
static gboolean
is_on_default (const BhState *state)
{
  int network = bh_state_find (state, 0, bh_option_get ("network"));

  return state->rest != NULL &&
         (network < 0 || g_str_equal (state->settings[network]->value->str, "default"));
}

static char *
dup_default_network (const BhProject *self)
{
  const BhYamlNode *name = NULL;
  gboolean wanted = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      wanted = wanted || is_on_default (self->states[i]);
      if (name == NULL && self->states[i]->rest != NULL)
        name = bh_yaml_get (self->states[i]->rest->top, "name");
    }
  if (!wanted || self->n < 2)
    return NULL;
  return g_strdup_printf ("%s_default",
                          name != NULL && name->kind == BH_YAML_SCALAR ? name->text : "app");
}

void
bh_project_init (BhProject *self, BhState *const *states, const char *const *names, guint n_states)
{
  gboolean from_file = FALSE;

  *self = (BhProject){ .n = n_states, .states = states };
  self->services = g_ptr_array_new_with_free_func (g_free);
  self->containers = g_ptr_array_new_with_free_func (g_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_states; i++)
    {
      char *service = dup_service (states[i], names != NULL ? names[i] : NULL, i);

      g_ptr_array_add (self->services, service);
      g_ptr_array_add (self->containers, dup_container (states[i], service));
      from_file = from_file || states[i]->rest != NULL;
    }
  /* Commands stay in the order that somebody gave them. */
  if (from_file)
    sort (self);
  for (guint i = 0; !from_file && i < n_states; i++)
    g_array_append_val (self->order, i);
  self->network = dup_default_network (self);
}

void
bh_project_clear (BhProject *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->containers, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->network, g_free);
}

/* STATE (transfer full) with one setting more, before or behind the others. */
static BhState *
with_setting (BhState *state, const char *option, const char *value, gboolean first)
{
  g_autoptr (BhSetting) setting = bh_setting_new (option, value);
  BhState *more = first ? bh_state_insert (state, 0, setting) : bh_state_add (state, setting);

  bh_state_unref (state);
  return more;
}

static BhState *
join_default (const BhProject *self, BhState *state)
{
  int network = bh_state_find (state, 0, bh_option_get ("network"));
  g_autoptr (BhSetting) setting = NULL;
  BhState *joined;

  if (network < 0)
    return with_setting (state, "network", self->network, FALSE);
  setting = bh_setting_new ("network", self->network);
  joined = bh_state_replace (state, (guint) network, setting);
  bh_state_unref (state);
  return joined;
}

/* Whether the first network knows other names than the container's, and they can be added. */
static gboolean
takes_alias (const BhState *state)
{
  int index = bh_state_find (state, 0, bh_option_get ("network"));
  BhNetwork network;

  if (index < 0)
    return FALSE;
  bh_network_parse (state->settings[index]->value, &network);
  return network.mode == BH_NETWORK_USER && !network.long_form;
}

BhState *
bh_project_dup_state (const BhProject *self, guint index)
{
  BhState *state = bh_state_ref (self->states[index]);
  const char *service = g_ptr_array_index (self->services, index);

  if (state->rest == NULL || self->n < 2)
    return state;
  if (is_on_default (state))
    state = join_default (self, state);
  /* Others look for the service. */
  if (takes_alias (state) && !g_str_equal (g_ptr_array_index (self->containers, index), service))
    state = with_setting (state, "network-alias", service, FALSE);
  if (find_last (state, "name") < 0)
    state = with_setting (state, "name", service, TRUE);
  if (find_last (state, "detach") < 0 && state->verb == BH_VERB_RUN)
    state = with_setting (state, "detach", "true", TRUE);
  return state;
}
