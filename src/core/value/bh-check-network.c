/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"
#include "value/bh-network.h"
#include "value/bh-number.h"

/* The keys of the long form, and what can be wrong with their text. */
typedef enum
{
  FIELD_ANY,
  FIELD_ADDRESS,
  FIELD_LINK_LOCAL,
  FIELD_MAC_ADDRESS,
  FIELD_PAIR,
  FIELD_INTEGER,
} FieldKind;

static const struct
{
  const char *key;
  FieldKind kind;
} fields[] = {
  { "name", FIELD_ANY },
  { "alias", FIELD_ANY },
  { "ip", FIELD_ADDRESS },
  { "ip6", FIELD_ADDRESS },
  { "link-local-ip", FIELD_LINK_LOCAL },
  { "mac-address", FIELD_MAC_ADDRESS },
  { "driver-opt", FIELD_PAIR },
  { "gw-priority", FIELD_INTEGER },
};

static void
check_text (const BhChecked *checked, const BhMountField *field, FieldKind kind)
{
  const BhText *value = checked->value;
  guint equals = bh_text_find (value, field->text.begin, field->text.end, '=');
  g_autofree char *text = bh_text_dup_range (value, field->text);
  gint64 number;

  if ((kind == FIELD_ADDRESS || kind == FIELD_LINK_LOCAL) && *text != '\0' && !bh_is_address (text))
    bh_checked_quote (checked, field->text,
                      kind == FIELD_ADDRESS ? BH_STAGE_CREATE : BH_STAGE_START,
                      _ ("“%s” is not an IP address. Write one such as 192.0.2.1 or 2001:db8::1."));
  else if (kind == FIELD_PAIR && (equals == field->text.begin || equals == field->text.end))
    bh_checked_quote (checked, field->text, BH_STAGE_CLIENT,
                      _ ("“%s” needs a name, an equals sign and a value."));
  else if (kind == FIELD_INTEGER && !bh_integer_parse (text, -1, &number))
    bh_checked_quote (checked, field->text, BH_STAGE_CLIENT,
                      _ ("“%s” is not a whole number, which gw-priority needs."));
  else if (kind == FIELD_MAC_ADDRESS && *text != '\0' && !bh_is_mac_address (text))
    bh_checked_quote (checked, field->text, BH_STAGE_CLIENT,
                      _ ("“%s” is not a hardware address. Write six bytes such as "
                         "02:42:ac:11:00:02."));
}

static void
check_field (const BhChecked *checked, const BhMountField *field)
{
  g_autofree char *raw = bh_text_dup_range (checked->value, field->key);
  g_autofree char *key = g_ascii_strdown (g_strstrip (raw), -1);

  for (guint i = 0; field->has_text && i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (key, fields[i].key))
      {
        check_text (checked, field, fields[i].kind);
        return;
      }
  bh_checked_quote (checked,
                    field->has_text ? field->key : (BhRange){ field->key.begin, field->text.end },
                    BH_STAGE_CLIENT,
                    _ ("“%s” is not a field of --network: name, alias, ip and driver-opt are "
                       "some."));
}

/* The client puts the whole long form in lower case. */
static void
check_name (const BhChecked *checked, BhRange name)
{
  for (guint at = name.begin; at < name.end; at++)
    if (g_ascii_isupper (checked->value->str[at]))
      {
        bh_checked_quote (checked, name, BH_STAGE_SILENT,
                          _ ("In this form the client puts the name in lower case and looks for "
                             "another network than “%s”. Write the name alone, without name=."));
        return;
      }
}

static void
check_long_form (const BhChecked *checked, const BhNetwork *network)
{
  BhMountField field;
  BhRange where;
  guint at = 0;

  if (!bh_csv_is_sound (checked->value, &where))
    {
      bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                        _ ("Here “%s” is in the way: the fields stand with one comma between "
                           "them."));
      return;
    }
  while (bh_csv_next (checked->value, &at, &field))
    check_field (checked, &field);
  if (network->name.begin == network->name.end)
    bh_checked_add (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                    _ ("The network's name is missing: add name=NETWORK."));
  else if (network->mode == BH_NETWORK_USER || network->mode == BH_NETWORK_CONTAINER)
    check_name (checked, network->name);
}

/* HOST is no mode but a network of one's own. */
static void
check_case (const BhChecked *checked)
{
  static const char *const modes[] = { "bridge", "default", "host", "none" };
  const char *str = checked->value->str;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_ascii_strcasecmp (str, modes[i]) == 0 && !g_str_equal (str, modes[i]))
      bh_checked_add (checked, BH_WHOLE (checked->value), BH_STAGE_SILENT,
                      _ ("“%1$s” is taken for a network of your own with this name. In lower "
                         "case, “%2$s” is what Docker knows."),
                      str, modes[i]);
}

void
bh_check_network (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhNetwork network;

  bh_network_parse (value, &network);
  if (network.long_form)
    check_long_form (checked, &network);
  else if (strspn (value->str, " \t\n") == value->len)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("A network needs a name: bridge, host, none or one of your own."));
  else if (g_str_equal (value->str, "container:"))
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                    _ ("After “container:” the name of a container is missing."));
  else
    check_case (checked);
}
