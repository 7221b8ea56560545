/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-profile-reader.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-profile-text.h"

/* The value of a setting; NULL without @error when it has none. */
static gboolean
read_value (BhProfileReader *self, JsonNode *owner, BhText **ret_value, GError **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (owner), "value");

  *ret_value = node != NULL ? bh_profile_read_text (self->json, node, error) : NULL;
  return node == NULL || *ret_value != NULL;
}

/* An option of a later version: one word, so that nobody has to know whether it takes a value. */
static BhText *
spell_unknown (const char *name, const BhText *value)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "--", -1);
  bh_text_builder_append (&builder, name, -1);
  if (value != NULL)
    {
      bh_text_builder_append_c (&builder, '=');
      bh_text_builder_append_text (&builder, value);
    }
  return bh_text_builder_end (&builder);
}

static gboolean
is_option_name (const char *name)
{
  return g_ascii_isalnum (*name) &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static BhSetting *
read_later_option (BhProfileReader *self,
                   JsonNode *node,
                   const char *name,
                   const BhText *value,
                   GError **error)
{
  const BhLocation where = bh_json_locate (self->json, node);

  if (!is_option_name (name))
    {
      bh_json_refuse (self->json, node, error,
                      _ ("“%s” is not the long name of an option: “option” holds one without "
                         "dashes before it, such as “publish”"),
                      name);
      return NULL;
    }
  g_ptr_array_add (self->notes,
                   bh_note_new (BH_NOTE_UNKNOWN, &where, (int) self->builder.settings->len,
                                _ ("--%s is no option that Bulkhead knows: it was kept as it is."),
                                name));
  return bh_setting_new_unknown (spell_unknown (name, value), NULL, &where);
}

static BhSetting *
read_option (BhProfileReader *self, JsonNode *node, const BhLocation *where, GError **error)
{
  const char *name = bh_profile_expect_string (self, node, "option", error);
  const BhOption *option;
  g_autoptr (BhText) value = NULL;

  if (name == NULL || !read_value (self, node, &value, error))
    return NULL;
  option = bh_option_find (name, strlen (name));
  if (option == NULL)
    return read_later_option (self, node, name, value, error);
  if (value == NULL && bh_option_takes_value (option))
    {
      bh_json_refuse (self->json, node, error, _ ("--%s needs a value: “value” is missing here"),
                      option->name);
      return NULL;
    }
  if (value == NULL)
    value = bh_text_new ("true");
  return bh_setting_new_take (option, g_steal_pointer (&value), where);
}

static BhSetting *
read_unknown (BhProfileReader *self, JsonNode *node, const BhLocation *where, GError **error)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr (BhText) word = NULL;
  g_autoptr (BhText) value = NULL;

  if (json_object_has_member (object, "option"))
    {
      bh_json_refuse (self->json, node, error,
                      _ ("a setting has either “option” or “unknown”, not both"));
      return NULL;
    }
  word = bh_profile_read_text (self->json, json_object_get_member (object, "unknown"), error);
  if (word == NULL || !read_value (self, node, &value, error))
    return NULL;
  return bh_setting_new_unknown (g_steal_pointer (&word), g_steal_pointer (&value), where);
}

static gboolean
read_setting (BhProfileReader *self, JsonNode *node, GError **error)
{
  static const char *const known[] = { "option", "unknown", "value", NULL };
  g_autofree char *extra = NULL;
  BhLocation where;
  BhSetting *setting;

  if (!bh_profile_expect_object (self, node, error))
    return FALSE;
  where = bh_json_locate (self->json, node);
  setting = json_object_has_member (json_node_get_object (node), "unknown")
                ? read_unknown (self, node, &where, error)
                : read_option (self, node, &where, error);
  if (setting == NULL)
    return FALSE;
  extra = bh_profile_dup_extra (self, node, known);
  bh_setting_set_extra (setting, extra);
  bh_state_builder_add_setting (&self->builder, setting);
  return TRUE;
}

static gboolean
read_acceptance (BhProfileReader *self, JsonNode *node, GError **error)
{
  static const char *const known[] = { "rule", "subject", "reason", NULL };
  const char *strings[3];
  g_autofree char *extra = NULL;
  BhAcceptance *acceptance;

  if (!bh_profile_expect_object (self, node, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      strings[i] = bh_profile_expect_string (self, node, known[i], error);
      if (strings[i] == NULL)
        return FALSE;
    }
  if (!g_hash_table_add (self->accepted, g_strconcat (strings[0], " ", strings[1], NULL)))
    return bh_json_refuse (self->json, node, error,
                           _ ("this warning is accepted twice: keep one of the reasons"));
  acceptance = bh_acceptance_new (strings[0], strings[1], strings[2]);
  extra = bh_profile_dup_extra (self, node, known);
  bh_acceptance_set_extra (acceptance, extra);
  bh_state_builder_add_acceptance (&self->builder, acceptance);
  return TRUE;
}

gboolean
bh_profile_read_settings (BhProfileReader *self, JsonNode *node, GError **error)
{
  return bh_profile_read_each (self, node, "settings", read_setting, error);
}

gboolean
bh_profile_read_accepted (BhProfileReader *self, JsonNode *node, GError **error)
{
  return bh_profile_read_each (self, node, "accepted", read_acceptance, error);
}
