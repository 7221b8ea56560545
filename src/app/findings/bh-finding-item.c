/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-finding-item.h"

#include "export/bh-setting-words.h"

struct _BhFindingItem
{
  GObject parent_instance;

  char *key;
  guint index;
};

G_DEFINE_FINAL_TYPE (BhFindingItem, bh_finding_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const char *
bh_finding_item_get_key (BhFindingItem *self)
{
  g_return_val_if_fail (BH_IS_FINDING_ITEM (self), NULL);

  return self->key;
}

guint
bh_finding_item_get_index (BhFindingItem *self)
{
  g_return_val_if_fail (BH_IS_FINDING_ITEM (self), 0);

  return self->index;
}

static BhFindingItem *
item_new (const BhFindingEntry *entry)
{
  BhFindingItem *self = g_object_new (BH_TYPE_FINDING_ITEM, NULL);

  self->key = g_strdup (entry->key);
  self->index = entry->index;
  return self;
}

static gboolean
is_at (GListStore *items, guint position, const char *key)
{
  g_autoptr (BhFindingItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);

  return item != NULL && g_str_equal (item->key, key);
}

static void
remove_gone (GListStore *items, const GArray *entries)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (keys, (gpointer) g_array_index (entries, BhFindingEntry, i).key);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (items)); i-- > 0;)
    {
      g_autoptr (BhFindingItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (!g_hash_table_contains (keys, item->key))
        g_list_store_remove (items, i);
    }
}

/* The item of ENTRY, taken out of its old place, or a new one. (transfer full) */
static BhFindingItem *
take_item (GListStore *items, guint from, const BhFindingEntry *entry)
{
  for (guint i = from; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    if (is_at (items, i, entry->key))
      {
        BhFindingItem *item = g_list_model_get_item (G_LIST_MODEL (items), i);

        g_list_store_remove (items, i);
        return item;
      }
  return item_new (entry);
}

static void
place (GListStore *items, guint position, const BhFindingEntry *entry)
{
  g_autoptr (BhFindingItem) item = NULL;

  if (is_at (items, position, entry->key))
    {
      item = g_list_model_get_item (G_LIST_MODEL (items), position);
      item->index = entry->index;
      g_signal_emit (item, signals[CHANGED], 0);
      return;
    }
  item = take_item (items, position, entry);
  item->index = entry->index;
  g_list_store_insert (items, position, item);
}

void
bh_finding_items_update (GListStore *items, const GArray *entries)
{
  g_return_if_fail (G_IS_LIST_STORE (items));

  remove_gone (items, entries);
  for (guint i = 0; i < entries->len; i++)
    place (items, i, &g_array_index (entries, BhFindingEntry, i));
}

/* The same setting given twice makes two findings of one key. KEY is adopted (transfer full). */
static char *
make_unique (GHashTable *n_same, char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_same, key)) + 1;
  char *unique = n == 1 ? g_strdup (key) : g_strdup_printf ("%s #%u", key, n);

  g_hash_table_replace (n_same, key, GUINT_TO_POINTER (n));
  return unique;
}

GPtrArray *
bh_finding_keys_new (const BhReport *report)
{
  g_autoptr (GHashTable) n_same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->findings->len; i++)
    g_ptr_array_add (keys, make_unique (n_same,
                                        bh_finding_dup_key (g_ptr_array_index (report->findings, i),
                                                            report->state)));
  return keys;
}

const BhFinding *
bh_finding_find (const BhReport *report, const char *key)
{
  g_autoptr (GPtrArray) keys = bh_finding_keys_new (report);

  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_ptr_array_index (keys, i), key))
      return g_ptr_array_index (report->findings, i);
  return NULL;
}

char *
bh_finding_dup_words (const BhState *state, const int *settings, guint n_settings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_settings; i++)
    {
      if (i > 0)
        g_string_append_c (words, ' ');
      if (settings[i] >= 0)
        bh_setting_append_words (words, state->settings[settings[i]]);
      else if (settings[i] == BH_FINDING_IMAGE && state->image != NULL)
        g_string_append (words, state->image->str);
    }
  return g_string_free (words, FALSE);
}

static void
bh_finding_item_finalize (GObject *object)
{
  g_free (BH_FINDING_ITEM (object)->key);
  G_OBJECT_CLASS (bh_finding_item_parent_class)->finalize (object);
}

static void
bh_finding_item_class_init (BhFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_finding_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bh_finding_item_init (BhFindingItem *self)
{
}
