/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-port-row.h"

#include "bh-accessible.h"
#include "form/bh-captioned-entry.h"
#include "bh-reflow.h"
#include "form/bh-text-edit.h"
#include "value/bh-port.h"

struct _BhPortRow
{
  BhSettingRow parent_instance;

  GtkDropDown *reach;
  GtkEditable *address;
  GtkEditable *host;
  GtkEditable *container;
  GtkDropDown *protocol;
};

G_DEFINE_FINAL_TYPE (BhPortRow, bh_port_row, BH_TYPE_SETTING_ROW)

/* The items of the drop-down. */
typedef enum
{
  REACH_LOOPBACK,
  REACH_ALL,
  REACH_ADDRESS,
} Reach;

#define LOOPBACK "127.0.0.1"

static const char *const protocols[] = { "tcp", "udp", "sctp" };

static Reach
reach_of (const char *address)
{
  if (g_str_equal (address, LOOPBACK))
    return REACH_LOOPBACK;
  return *address == '\0' ? REACH_ALL : REACH_ADDRESS;
}

static guint
find_protocol (const char *protocol)
{
  for (guint i = 0; i < G_N_ELEMENTS (protocols); i++)
    if (g_ascii_strcasecmp (protocols[i], protocol) == 0)
      return i;
  return 0;
}

static void
show_reach (BhPortRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->address),
                          gtk_drop_down_get_selected (self->reach) == REACH_ADDRESS);
}

static void
on_reach (BhPortRow *self)
{
  show_reach (self);
  bh_setting_row_edited (BH_SETTING_ROW (self));
}

static void
set_range (GtkEditable *editable, const BhText *value, BhRange range)
{
  g_autofree char *str = bh_text_dup_range (value, range);

  gtk_editable_set_text (editable, str);
}

static void
bh_port_row_show (BhSettingRow *row, const BhSetting *setting)
{
  BhPortRow *self = BH_PORT_ROW (row);
  BhPort port = { 0 };
  g_autofree char *address = NULL;
  g_autofree char *protocol = NULL;

  bh_port_parse (setting->value, &port);
  address = bh_text_dup_range (setting->value, port.address);
  protocol = bh_text_dup_range (setting->value, port.protocol);
  gtk_drop_down_set_selected (self->reach, reach_of (address));
  gtk_editable_set_text (self->address, address);
  set_range (self->host, setting->value, port.host);
  set_range (self->container, setting->value, port.container);
  gtk_drop_down_set_selected (self->protocol, find_protocol (protocol));
  show_reach (self);
}

static BhText *
address_of (BhPortRow *self, const BhText *old, BhRange range)
{
  switch ((Reach) gtk_drop_down_get_selected (self->reach))
    {
    case REACH_LOOPBACK:
      return bh_text_new (LOOPBACK);
    case REACH_ADDRESS:
      return bh_text_edit_range (old, range, gtk_editable_get_text (self->address));
    case REACH_ALL:
    default:
      return bh_text_new ("");
    }
}

/* TCP is not spelled out unless it was. */
static BhText *
protocol_of (BhPortRow *self, const BhText *old, BhRange range)
{
  guint selected = gtk_drop_down_get_selected (self->protocol);

  if (selected == 0 && range.begin == range.end)
    return bh_text_new ("");
  return bh_text_edit_range (old, range, protocols[selected]);
}

static BhText *
bh_port_row_value (BhSettingRow *row, const BhSetting *setting, const BhOption **ret_option)
{
  BhPortRow *self = BH_PORT_ROW (row);
  BhPort port = { 0 };
  g_autoptr (BhText) address = NULL;
  g_autoptr (BhText) host = NULL;
  g_autoptr (BhText) container = NULL;
  g_autoptr (BhText) protocol = NULL;

  bh_port_parse (setting->value, &port);
  address = address_of (self, setting->value, port.address);
  host = bh_text_edit_range (setting->value, port.host, gtk_editable_get_text (self->host));
  container =
      bh_text_edit_range (setting->value, port.container, gtk_editable_get_text (self->container));
  protocol = protocol_of (self, setting->value, port.protocol);
  return bh_port_print (address, host, container, protocol);
}

static gboolean
covers (BhRange range, BhRange where)
{
  return range.begin < range.end && where.begin >= range.begin && where.end <= range.end;
}

static GtkWidget *
bh_port_row_part (BhSettingRow *row, const BhSetting *setting, BhRange where)
{
  BhPortRow *self = BH_PORT_ROW (row);
  BhPort port = { 0 };

  bh_port_parse (setting->value, &port);
  if (covers (port.address, where))
    return GTK_WIDGET (self->address);
  if (covers (port.host, where))
    return GTK_WIDGET (self->host);
  if (covers (port.protocol, where))
    return GTK_WIDGET (self->protocol);
  return covers (port.container, where) ? GTK_WIDGET (self->container) : NULL;
}

static void
bh_port_row_class_init (BhPortRowClass *klass)
{
  BhSettingRowClass *row_class = BH_SETTING_ROW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  row_class->show = bh_port_row_show;
  row_class->value = bh_port_row_value;
  row_class->part = bh_port_row_part;

  g_type_ensure (BH_TYPE_CAPTIONED_ENTRY);
  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/form/bh-port-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPortRow, reach);
  gtk_widget_class_bind_template_child (widget_class, BhPortRow, address);
  gtk_widget_class_bind_template_child (widget_class, BhPortRow, host);
  gtk_widget_class_bind_template_child (widget_class, BhPortRow, container);
  gtk_widget_class_bind_template_child (widget_class, BhPortRow, protocol);
  gtk_widget_class_bind_template_callback (widget_class, on_reach);
  gtk_widget_class_bind_template_callback (widget_class, bh_setting_row_edited);
}

static void
bh_port_row_init (BhPortRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_accessible_name_drop_down (self->reach);
  bh_accessible_name_drop_down (self->protocol);
}
