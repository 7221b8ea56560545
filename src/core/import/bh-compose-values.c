/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "value/bh-compose-text.h"

gboolean
bh_compose_expect_list (const char *key, const BhYamlNode *value, GError **error)
{
  if (value->kind == BH_YAML_SEQUENCE)
    return TRUE;
  bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                   _ ("“%s” is a list: each item stands on a line of its own, behind “- ”"), key);
  return FALSE;
}

gboolean
bh_compose_expect_map (const char *key, const BhYamlNode *value, GError **error)
{
  if (value->kind == BH_YAML_MAPPING)
    return TRUE;
  bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                   _ ("“%s” is a map: each “name: value” stands on a line of its own, indented "
                      "below "
                      "it"),
                   key);
  return FALSE;
}

gboolean
bh_compose_expect_scalar (const char *key, const BhYamlNode *value, GError **error)
{
  if (value->kind == BH_YAML_SCALAR)
    return TRUE;
  bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                   _ ("“%s” needs a text or a number here, and no list or map"), key);
  return FALSE;
}

/* Numbers as they are written, as far as `docker run` reads them in the same way. */
static gboolean
is_simple_number (const BhYamlNode *scalar, const char *canonical)
{
  return g_str_equal (scalar->text, canonical) ||
         (bh_yaml_type (scalar) == BH_YAML_FLOAT &&
          scalar->text[strspn (scalar->text, "0123456789.")] == '\0');
}

BhText *
bh_compose_dup_scalar (BhComposeService *self,
                       const char *key,
                       const BhYamlNode *value,
                       GError **error)
{
  g_autofree char *canonical = NULL;

  if (!bh_compose_expect_scalar (key, value, error))
    return NULL;
  if (bh_yaml_type (value) == BH_YAML_STRING)
    return bh_compose_read_text (value->text, &value->where, error);
  canonical = bh_yaml_dup_canonical (value);
  if (is_simple_number (value, canonical))
    return bh_text_new (value->text);
  if (bh_yaml_type (value) != BH_YAML_BOOL && bh_yaml_type (value) != BH_YAML_NULL)
    bh_compose_file_note (self->file, BH_NOTE_CHANGED, &value->where,
                          _ ("To YAML, “%1$s” is the same as “%2$s”; in quotes it would stay as it "
                             "is."),
                          value->text, canonical);
  return bh_text_new (canonical);
}

gboolean
bh_compose_read_member (BhComposeService *self,
                        const BhYamlNode *map,
                        const char *key,
                        BhText **ret_text,
                        GError **error)
{
  const BhYamlNode *value = bh_yaml_get (map, key);
  BhText *text = NULL;

  if (!bh_yaml_is_null (value))
    {
      text = bh_compose_dup_scalar (self, key, value, error);
      if (text == NULL)
        return FALSE;
    }
  *ret_text = text;
  return TRUE;
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
}

GPtrArray *
bh_compose_dup_words (BhComposeService *self,
                      const char *key,
                      const BhYamlNode *value,
                      GError **error)
{
  gboolean list = value->kind == BH_YAML_SEQUENCE;
  g_autoptr (GPtrArray) words = new_texts ();

  for (guint i = 0; i < (list ? bh_yaml_length (value) : 1); i++)
    {
      BhText *word =
          bh_compose_dup_scalar (self, key, list ? bh_yaml_item (value, i) : value, error);

      if (word == NULL)
        return NULL;
      g_ptr_array_add (words, word);
    }
  return g_steal_pointer (&words);
}

/* `name=value` of a map; the name alone for null. */
static BhText *
dup_pair (BhComposeService *self, const BhYamlNode *key, const BhYamlNode *value, GError **error)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhText) text = NULL;

  if (bh_yaml_is_null (value))
    return bh_text_new (key->text);
  text = bh_compose_dup_scalar (self, key->text, value, error);
  if (text == NULL)
    return NULL;
  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, key->text, (gssize) key->len);
  bh_text_builder_append_c (&builder, '=');
  bh_text_builder_append_text (&builder, text);
  return bh_text_builder_end (&builder);
}

/* PAIR (transfer full) takes the place of an earlier one of the same name. */
static void
set_pair (GPtrArray *pairs, GHashTable *indices, BhText *pair)
{
  char *name = bh_text_dup_range (pair, (BhRange){ 0, bh_text_find (pair, 0, G_MAXUINT, '=') });
  gpointer index;

  if (g_hash_table_lookup_extended (indices, name, NULL, &index))
    {
      bh_text_unref (g_ptr_array_index (pairs, GPOINTER_TO_UINT (index)));
      g_ptr_array_index (pairs, GPOINTER_TO_UINT (index)) = pair;
      g_free (name);
      return;
    }
  g_hash_table_insert (indices, name, GUINT_TO_POINTER (pairs->len));
  g_ptr_array_add (pairs, pair);
}

GPtrArray *
bh_compose_dup_pairs (BhComposeService *self,
                      const char *key,
                      const BhYamlNode *value,
                      GError **error)
{
  g_autoptr (GPtrArray) pairs = new_texts ();
  g_autoptr (GHashTable) indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean map = value->kind == BH_YAML_MAPPING;

  if (value->kind == BH_YAML_SCALAR)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                       _ ("“%s” is a map of names and values, or a list of “- name=value”"), key);
      return NULL;
    }
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhText *pair = map ? dup_pair (self, bh_yaml_key (value, i), bh_yaml_value (value, i), error)
                         : bh_compose_dup_scalar (self, key, bh_yaml_item (value, i), error);

      if (pair == NULL)
        return NULL;
      set_pair (pairs, indices, pair);
    }
  return g_steal_pointer (&pairs);
}

gboolean
bh_compose_is_true (const BhYamlNode *value)
{
  static const char *const words[] = { "true", "y", "yes", "on", NULL };
  g_autofree char *word = NULL;

  if (value == NULL || value->kind != BH_YAML_SCALAR)
    return FALSE;
  word = g_ascii_strdown (value->text, -1);
  return g_strv_contains (words, word);
}

void
bh_compose_append_field (BhTextBuilder *to, const char *key, const BhText *value)
{
  gboolean quoted = strpbrk (value->str, ",\"\n") != NULL && bh_text_is_literal (value);

  if (to->str->len > 0)
    bh_text_builder_append_c (to, ',');
  if (quoted)
    bh_text_builder_append_c (to, '"');
  if (key != NULL)
    {
      bh_text_builder_append (to, key, -1);
      bh_text_builder_append_c (to, '=');
    }
  if (!quoted)
    {
      bh_text_builder_append_text (to, value);
      return;
    }
  for (const char *p = value->str; *p != '\0'; p++)
    bh_text_builder_append (to, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  bh_text_builder_append_c (to, '"');
}

BhText *
bh_compose_fit_path (const BhText *path, gboolean in_mount)
{
  g_auto (BhTextBuilder) builder = { 0 };
  gboolean home = path->str[0] == '~' && strchr ("/:", path->str[1]) != NULL;
  gboolean expands = bh_text_expansion_at (path, 0) != NULL;
  guint from = home ? 1 : 0;

  bh_text_builder_init (&builder);
  if (home && in_mount)
    bh_text_builder_append_expansion (&builder, BH_EXPANSION_PARAMETER, "$HOME", 5, FALSE);
  else if (home)
    bh_text_builder_append_expansion (&builder, BH_EXPANSION_TILDE, "~", 1, FALSE);
  /* The client knows no other relative path there. */
  else if (in_mount && !expands && path->str[0] != '/' && !g_str_has_prefix (path->str, "./") &&
           !g_str_equal (path->str, "."))
    bh_text_builder_append (&builder, "./", -1);
  bh_text_builder_append_range (&builder, path, (BhRange){ from, path->len });
  return bh_text_builder_end (&builder);
}
