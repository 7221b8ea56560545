/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"
#include "value/bh-port.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

/* Calls WRITE for every setting of the option, under KEY. */
typedef void (*WriteItem) (BhCompose *self, const BhText *value, int setting);

static void
write_all (BhCompose *self,
           const char *option_name,
           WriteItem write,
           gboolean *opened,
           const char *key)
{
  const BhOption *option = bh_option_get (option_name);

  for (int i = bh_state_find (self->state, 0, option); i >= 0;
       i = bh_state_find (self->state, (guint) i + 1, option))
    {
      if (!*opened)
        bh_compose_open (self, KEY, key);
      *opened = TRUE;
      write (self, self->state->settings[i]->value, i);
    }
}

static void
write_port (BhCompose *self, const BhText *value, int setting)
{
  g_autofree char *text = NULL;
  BhPort port;

  if (bh_port_parse (value, &port) && port.long_form)
    {
      /* Compose knows the long form in other words; the client drops its host_ip, so it is not said
       * here either. */
      g_autoptr (BhText) host = bh_text_sub (value, port.host);
      g_autoptr (BhText) container = bh_text_sub (value, port.container);
      g_autoptr (BhText) protocol = bh_text_sub (value, port.protocol);
      g_autoptr (BhText) same = bh_port_print (NULL, host, container, protocol);

      text = bh_compose_dup_text (self, same, setting);
    }
  else
    text = bh_compose_dup_text (self, value, setting);
  bh_compose_item (self, ITEM, text, setting);
}

void
bh_compose_write_ports (BhCompose *self)
{
  gboolean opened = FALSE;

  write_all (self, "publish", write_port, &opened, "ports");
}

static void
declare (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static void
write_volume (BhCompose *self, const BhText *value, int setting)
{
  g_autofree char *text = bh_compose_dup_text (self, value, setting);
  BhVolume volume;

  if (bh_volume_parse (value, &volume) && volume.kind == BH_VOLUME_SOURCE_NAME)
    {
      g_autofree char *name = bh_text_dup_range (value, volume.source);

      declare (self->volumes, name);
    }
  bh_compose_item (self, ITEM, text, setting);
}

/* Keys of --mount, where Compose has them, and whether they are flags or numbers. */
static const struct
{
  const char *key;
  const char *parent;
  const char *compose;
  gboolean raw;
} mount_keys[] = {
  { "bind-propagation", "bind", "propagation", FALSE },
  { "bind-recursive", "bind", "recursive", FALSE },
  { "volume-nocopy", "volume", "nocopy", TRUE },
  { "volume-subpath", "volume", "subpath", FALSE },
  { "tmpfs-size", "tmpfs", "size", FALSE },
  { "tmpfs-mode", "tmpfs", "mode", TRUE },
  { "consistency", NULL, "consistency", FALSE },
};

static void
write_mount_field (BhCompose *self,
                   const BhText *value,
                   const BhMountField *field,
                   const char **parent,
                   int setting)
{
  g_autofree char *text = bh_compose_dup_range (self, value, field->text, setting);

  for (guint i = 0; i < G_N_ELEMENTS (mount_keys); i++)
    {
      gboolean nested = mount_keys[i].parent != NULL;

      if (!bh_text_range_equal (value, field->key, mount_keys[i].key))
        continue;
      if (nested && g_strcmp0 (*parent, mount_keys[i].parent) != 0)
        bh_compose_open (self, ITEM + 2, mount_keys[i].parent);
      *parent = mount_keys[i].parent;
      if (mount_keys[i].raw)
        {
          const char *digits = text + (g_str_has_prefix (text, "0") ? 1 : 0);
          g_autofree char *octal = g_strcmp0 (mount_keys[i].compose, "mode") == 0
                                       ? g_strconcat ("0", digits, NULL)
                                       : NULL;

          bh_compose_raw_pair (self, ITEM + (nested ? 4 : 2), mount_keys[i].compose,
                               octal ? octal : (field->has_text ? text : "true"), setting);
        }
      else
        bh_compose_pair (self, ITEM + (nested ? 4 : 2), mount_keys[i].compose, text, setting);
    }
}

static void
write_mount (BhCompose *self, const BhText *value, int setting)
{
  g_autofree char *type = NULL;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  const char *parent = NULL;
  BhMountField field;
  BhMount mount;
  guint at = 0;

  bh_mount_parse (value, &mount);
  type = mount.type.begin < mount.type.end ? bh_text_dup_range (value, mount.type)
                                           : g_strdup ("volume");
  source = bh_compose_dup_range (self, value, mount.source, setting);
  target = bh_compose_dup_range (self, value, mount.target, setting);
  g_string_append_printf (self->out, "%*s- ", ITEM, "");
  bh_compose_pair (self, 0, "type", type, setting);
  if (*source != '\0')
    bh_compose_pair (self, ITEM + 2, "source", source, setting);
  bh_compose_pair (self, ITEM + 2, "target", target, setting);
  if (mount.readonly)
    bh_compose_raw_pair (self, ITEM + 2, "read_only", "true", setting);
  if (g_str_equal (type, "volume") && *source != '\0')
    declare (self->volumes, source);
  while (bh_csv_next (value, &at, &field))
    write_mount_field (self, value, &field, &parent, setting);
}

void
bh_compose_write_volumes (BhCompose *self)
{
  gboolean opened = FALSE;

  write_all (self, "volume", write_volume, &opened, "volumes");
  write_all (self, "mount", write_mount, &opened, "volumes");
}

static void
write_volumes_from (BhCompose *self, const BhText *value, int setting)
{
  g_autofree char *name = bh_compose_dup_text (self, value, setting);
  g_autofree char *text = g_strconcat ("container:", name, NULL);

  bh_compose_item (self, ITEM, text, setting);
  if (g_str_has_suffix (name, ":ro"))
    bh_compose_note (self, BH_NOTE_CHANGED, setting,
                     _ ("Some versions of Compose forget the “:ro” here, so that the volumes "
                        "become writable."));
}

void
bh_compose_write_volumes_from (BhCompose *self)
{
  gboolean opened = FALSE;

  write_all (self, "volumes-from", write_volumes_from, &opened, "volumes_from");
}

/* Options that belong to the network, and their keys below it. */
static const struct
{
  const char *option;
  const char *key;
  gboolean list;
} endpoint_keys[] = {
  { "network-alias", "aliases", TRUE },    { "ip", "ipv4_address", FALSE },
  { "ip6", "ipv6_address", FALSE },        { "link-local-ip", "link_local_ips", TRUE },
  { "mac-address", "mac_address", FALSE },
};

static gboolean
has_endpoint (BhCompose *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (endpoint_keys); i++)
    if (bh_state_find_last (self->state, bh_option_get (endpoint_keys[i].option)) >= 0)
      return TRUE;
  return FALSE;
}

static void
write_endpoint_key (BhCompose *self, guint row)
{
  const BhOption *option = bh_option_get (endpoint_keys[row].option);
  int last = bh_state_find_last (self->state, option);
  g_autofree char *text = NULL;

  if (last < 0)
    return;
  if (endpoint_keys[row].list)
    {
      bh_compose_open (self, ITEM + 2, endpoint_keys[row].key);
      for (int i = bh_state_find (self->state, 0, option); i >= 0;
           i = bh_state_find (self->state, (guint) i + 1, option))
        {
          g_autofree char *item = bh_compose_dup_text (self, self->state->settings[i]->value, i);

          bh_compose_item (self, ITEM + 4, item, i);
        }
      return;
    }
  text = bh_compose_dup_text (self, self->state->settings[last]->value, last);
  bh_compose_pair (self, ITEM + 2, endpoint_keys[row].key, text, last);
}

/* Fields of `--network name=…,alias=…`. The client puts the whole value in lower case. */
static void
write_network_fields (BhCompose *self, const BhText *value, int setting)
{
  static const struct
  {
    const char *field;
    const char *key;
    gboolean list;
  } fields[] = {
    { "alias", "aliases", TRUE },
    { "ip", "ipv4_address", FALSE },
    { "ip6", "ipv6_address", FALSE },
    { "link-local-ip", "link_local_ips", TRUE },
    { "mac-address", "mac_address", FALSE },
    { "gw-priority", "gw_priority", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      BhMountField field;
      gboolean opened = FALSE;
      guint at = 0;

      while (bh_csv_next (value, &at, &field))
        {
          g_autofree char *text = NULL;

          if (!bh_text_range_equal (value, field.key, fields[i].field))
            continue;
          text = bh_compose_dup_range (self, value, field.text, setting);
          if (!fields[i].list)
            {
              bh_compose_pair (self, ITEM + 2, fields[i].key, text, setting);
              continue;
            }
          if (!opened)
            bh_compose_open (self, ITEM + 2, fields[i].key);
          opened = TRUE;
          bh_compose_item (self, ITEM + 4, text, setting);
        }
    }
}

/* (transfer full): the network's name, of either form. */
static char *
network_name (BhCompose *self, const BhText *value, int setting, gboolean *ret_has_fields)
{
  BhMountField field;
  guint at = 0;

  *ret_has_fields = FALSE;
  while (bh_csv_next (value, &at, &field))
    if (field.has_text && bh_text_range_equal (value, field.key, "name"))
      {
        g_autofree char *name = bh_compose_dup_range (self, value, field.text, setting);

        *ret_has_fields = TRUE;
        return g_ascii_strdown (name, -1);
      }
  return bh_compose_dup_text (self, value, setting);
}

static gboolean
is_mode (const char *name)
{
  static const char *const modes[] = { "host", "none", "bridge", NULL };

  return g_strv_contains (modes, name) || g_str_has_prefix (name, "container:");
}

static void
write_one_network (BhCompose *self,
                   const char *name,
                   gboolean first,
                   gboolean has_fields,
                   int setting)
{
  gboolean endpoint = first && has_endpoint (self);
  gsize begin = self->out->len + ITEM;

  if (endpoint || has_fields)
    bh_compose_open (self, ITEM, name);
  else
    {
      bh_compose_open (self, ITEM, name);
      g_string_insert (self->out, (gssize) self->out->len - 1, " {}");
    }
  bh_output_add_span (self->output, begin, begin, self->out->len - 1, setting);
  if (has_fields)
    write_network_fields (self, self->state->settings[setting]->value, setting);
  for (guint i = 0; endpoint && i < G_N_ELEMENTS (endpoint_keys); i++)
    write_endpoint_key (self, i);
}

static void
declare_network (BhCompose *self, const char *name, int setting)
{
  if (g_str_equal (name, "default"))
    return;
  declare (self->networks, name);
  bh_compose_note (self, BH_NOTE_CHANGED, setting,
                   _ ("The network “%s” has to exist already. To have Compose make it, delete "
                      "“external: true”."),
                   name);
}

void
bh_compose_write_networks (BhCompose *self)
{
  const BhOption *option = bh_option_get ("network");
  gboolean opened = FALSE;

  for (int i = bh_state_find (self->state, 0, option); i >= 0;
       i = bh_state_find (self->state, (guint) i + 1, option))
    {
      gboolean has_fields;
      g_autofree char *name = network_name (self, self->state->settings[i]->value, i, &has_fields);

      if (is_mode (name))
        {
          bh_compose_pair (self, KEY, "network_mode", name, i);
          return;
        }
      if (!opened)
        bh_compose_open (self, KEY, "networks");
      write_one_network (self, name, !opened, has_fields, i);
      declare_network (self, name, i);
      opened = TRUE;
    }
  /* Compose loses a fixed address that stands under no network. */
  if (!opened && has_endpoint (self))
    {
      bh_compose_open (self, KEY, "networks");
      write_one_network (self, "default", TRUE, FALSE, -1);
    }
}
