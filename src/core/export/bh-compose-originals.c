/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export/bh-compose-private.h"

void
bh_compose_split_clear (BhComposeSplit *self)
{
  g_clear_pointer (&self->plain, bh_state_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  g_clear_pointer (&self->said, bh_yaml_node_unref);
}

/* The settings of a state by option and value. */
typedef struct
{
  GHashTable *first; /* (element-type utf8 int): the first of each, plus one */
  GArray *next;      /* (element-type int): behind each, the next that is the same; -1 for none */
} Lookup;

static void
lookup_clear (Lookup *self)
{
  g_clear_pointer (&self->first, g_hash_table_unref);
  g_clear_pointer (&self->next, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lookup, lookup_clear)

static void
lookup_init (Lookup *self, const BhState *state)
{
  self->first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = g_array_sized_new (FALSE, FALSE, sizeof (int), state->n_settings);
  g_array_set_size (self->next, state->n_settings);
  for (guint i = state->n_settings; i > 0; i--)
    {
      const BhSetting *setting = state->settings[i - 1];
      char *key;

      if (setting->option == NULL)
        continue;
      key = g_strdup_printf ("%s=%s", setting->option->name, setting->value->str);
      g_array_index (self->next, int, i - 1) =
          GPOINTER_TO_INT (g_hash_table_lookup (self->first, key)) - 1;
      g_hash_table_replace (self->first, key, GINT_TO_POINTER ((int) i));
    }
}

/* Takes a setting with the value of the original; -1 if there is none. */
static int
lookup_take (Lookup *self, const BhState *state, const BhComposeOriginal *original)
{
  g_autofree char *key = NULL;
  int found;

  if (original->value == NULL)
    return -1;
  key = g_strdup_printf ("%s=%s", original->option, original->value->str);
  found = GPOINTER_TO_INT (g_hash_table_lookup (self->first, key)) - 1;
  if (found < 0 || !bh_text_equal (state->settings[found]->value, original->value))
    return -1;
  g_hash_table_replace (self->first, g_steal_pointer (&key),
                        GINT_TO_POINTER (g_array_index (self->next, int, found) + 1));
  return found;
}

/* The service that an original names, NULL if it names none. (transfer full) */
static char *
dup_reference (const BhComposeOriginal *original)
{
  static const char *const lists[] = { "links", "volumes_from", NULL };
  const char *text =
      original->node != NULL && original->node->kind == BH_YAML_SCALAR ? original->node->text : "";

  if (original->is_item && g_strv_contains (lists, original->key))
    return g_strndup (text, strcspn (text, ":"));
  return g_str_has_prefix (text, "service:") ? g_strdup (text + strlen ("service:")) : NULL;
}

/* A file without the service must not name it. */
static gboolean
can_be_said (const BhComposeOriginal *original, GHashTable *services)
{
  g_autofree char *service = dup_reference (original);

  return service == NULL || g_hash_table_contains (services, service);
}

static gboolean
begins_with (const BhState *state, guint from, const GPtrArray *words)
{
  if (words == NULL)
    return TRUE;
  if (words->len > state->n_command - from)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (!bh_text_equal (g_ptr_array_index (words, i), state->command[from + i]))
      return FALSE;
  return TRUE;
}

/* MAP[KEY], which is made if it is not there; NULL if there is something else already. */
static BhYamlNode *
get_or_add (BhYamlNode *map, const char *key, BhYamlKind kind)
{
  BhYamlNode *node = bh_yaml_get (map, key);

  if (node == NULL)
    {
      node = kind == BH_YAML_MAPPING ? bh_yaml_mapping_new () : bh_yaml_sequence_new ();
      bh_yaml_add (map, key, node);
    }
  return node->kind == kind && node->setting == BH_YAML_NO_SETTING ? node : NULL;
}

/* A node of the same content, which may have a setting of its own. */
static BhYamlNode *
dup_for (const BhYamlNode *node, int setting)
{
  BhYamlNode *copy = node->kind == BH_YAML_SCALAR
                         ? bh_yaml_scalar_new (node->text, node->len, node->style)
                     : node->kind == BH_YAML_SEQUENCE ? bh_yaml_sequence_new ()
                                                      : bh_yaml_mapping_new ();

  copy->tag = g_strdup (node->tag);
  copy->setting = setting;
  for (guint i = 0; node->items != NULL && i < node->items->len; i++)
    bh_yaml_append (copy, bh_yaml_node_ref (bh_yaml_item (node, i)));
  return copy;
}

static void
say (BhYamlNode *said, const BhComposeOriginal *original, int setting)
{
  g_auto (GStrv) steps = g_strsplit (original->key, ".", -1);
  BhYamlNode *map = said;
  guint i = 0;

  if (original->node == NULL || steps[0] == NULL)
    return;
  for (; map != NULL && steps[i + 1] != NULL; i++)
    map = get_or_add (map, steps[i], BH_YAML_MAPPING);
  if (map != NULL && original->is_item)
    {
      BhYamlNode *list = get_or_add (map, steps[i], BH_YAML_SEQUENCE);

      if (list != NULL)
        bh_yaml_append (list, dup_for (original->node, setting));
    }
  else if (map != NULL && bh_yaml_get (map, steps[i]) == NULL)
    bh_yaml_add (map, steps[i], dup_for (original->node, setting));
}

/* The state without the settings in TAKEN, and with the words of the command from FROM on. */
static BhState *
dup_plain (const BhState *state,
           const gboolean *taken,
           guint from,
           gboolean image_kept,
           GArray *indices)
{
  g_auto (BhStateBuilder) builder = { 0 };

  bh_state_builder_init (&builder);
  for (guint i = 0; i < state->n_settings; i++)
    if (!taken[i])
      {
        int index = (int) i;

        bh_state_builder_add_setting (&builder, bh_setting_ref (state->settings[i]));
        g_array_append_val (indices, index);
      }
  if (state->image != NULL && !image_kept)
    bh_state_builder_set_image (&builder, bh_text_ref (state->image), NULL);
  for (guint i = from; i < state->n_command; i++)
    bh_state_builder_add_command (&builder, bh_text_ref (state->command[i]));
  return bh_state_builder_end (&builder);
}

typedef struct
{
  const BhState *state;
  GHashTable *services;
  Lookup lookup;
  gboolean *taken;
  guint from; /* the first word of the command that is not said yet */
  BhComposeSplit *split;
} Splitter;

static void
take_setting (Splitter *self, const BhComposeOriginal *original)
{
  int found;

  if (!can_be_said (original, self->services) || !begins_with (self->state, 0, original->words))
    return;
  found = lookup_take (&self->lookup, self->state, original);
  if (found < 0)
    return;
  self->taken[found] = TRUE;
  self->from += original->words != NULL ? original->words->len : 0;
  say (self->split->said, original, found);
}

/* Of the command all that is left has to be the same. */
static void
take_command (Splitter *self, const BhComposeOriginal *original)
{
  if (original->words == NULL || original->words->len != self->state->n_command - self->from ||
      !begins_with (self->state, self->from, original->words))
    return;
  self->from = self->state->n_command;
  say (self->split->said, original, BH_SPAN_COMMAND);
}

static void
take_all (Splitter *self, const GPtrArray *originals)
{
  const BhComposeOriginal *command = NULL;

  for (guint i = 0; i < originals->len; i++)
    {
      const BhComposeOriginal *original = g_ptr_array_index (originals, i);

      if (g_str_equal (original->option, BH_ORIGINAL_COMMAND))
        command = original;
      else if (g_str_equal (original->option, BH_ORIGINAL_IMAGE))
        self->split->image_kept = bh_text_equal (original->value, self->state->image);
      else
        take_setting (self, original);
    }
  if (command != NULL)
    take_command (self, command);
}

void
bh_compose_split (const BhState *state, GHashTable *services, BhComposeSplit *ret_split)
{
  g_autofree gboolean *taken = g_new0 (gboolean, state->n_settings + 1);
  g_auto (Lookup) lookup = { NULL };
  Splitter self = { state, services, { NULL }, taken, 0, ret_split };

  *ret_split = (BhComposeSplit){ .said = bh_yaml_mapping_new (),
                                 .indices = g_array_new (FALSE, FALSE, sizeof (int)) };
  if (state->rest != NULL && state->rest->originals->len > 0)
    {
      lookup_init (&lookup, state);
      self.lookup = lookup;
      take_all (&self, state->rest->originals);
    }
  ret_split->plain = dup_plain (state, taken, self.from, ret_split->image_kept, ret_split->indices);
}
