/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "value/bh-port.h"

/* The long form; what the short one cannot say stays with the original. */
static gboolean
read_long_port (BhComposeService *self, const char *key, BhYamlNode *item, GError **error)
{
  static const char *const said[] = { "target", "published", "host_ip", "protocol", NULL };
  static const char *const kept[] = { "mode", "app_protocol", "name", NULL };
  g_autoptr (BhYamlNode) more = bh_compose_dup_unknown (self, key, item, said, kept);
  g_autoptr (BhText) target = NULL;
  g_autoptr (BhText) published = NULL;
  g_autoptr (BhText) address = NULL;
  g_autoptr (BhText) protocol = NULL;
  const BhSetting *setting;

  if (!bh_compose_read_member (self, item, "target", &target, error) ||
      !bh_compose_read_member (self, item, "published", &published, error) ||
      !bh_compose_read_member (self, item, "host_ip", &address, error) ||
      !bh_compose_read_member (self, item, "protocol", &protocol, error))
    return FALSE;
  if (target == NULL)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &item->where, "%s",
                       _ ("a port in the long form has a “target”, the port of the container"));
      return FALSE;
    }
  setting = bh_compose_add_setting (self, "publish",
                                    bh_port_print (address, published, target, protocol), item);
  if (more != NULL)
    bh_compose_add_original (self, setting, key, TRUE, item);
  return TRUE;
}

gboolean
bh_compose_read_ports (BhComposeService *self,
                       const BhComposeKey *key,
                       BhYamlNode *value,
                       GError **error)
{
  if (!bh_compose_expect_list (key->key, value, error))
    return FALSE;
  for (guint i = 0; i < bh_yaml_length (value); i++)
    {
      BhYamlNode *item = bh_yaml_item (value, i);
      BhText *text;

      if (item->kind == BH_YAML_MAPPING)
        {
          if (!read_long_port (self, key->key, item, error))
            return FALSE;
          continue;
        }
      text = bh_compose_dup_scalar (self, key->key, item, error);
      if (text == NULL)
        return FALSE;
      bh_compose_add_setting (self, "publish", text, item);
    }
  return TRUE;
}
