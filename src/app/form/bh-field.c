/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-field.h"

G_DEFINE_INTERFACE (BhField, bh_field, GTK_TYPE_WIDGET)

static void
bh_field_default_init (BhFieldInterface *iface)
{
}

void
bh_field_update (BhField *self)
{
  g_return_if_fail (BH_IS_FIELD (self));

  BH_FIELD_GET_IFACE (self)->update (self);
}

gboolean
bh_field_reveal (BhField *self, int setting)
{
  g_return_val_if_fail (BH_IS_FIELD (self), FALSE);

  return BH_FIELD_GET_IFACE (self)->reveal (self, setting);
}

gboolean
bh_field_reveal_option (BhField *self, const BhOption *option)
{
  g_return_val_if_fail (BH_IS_FIELD (self), FALSE);

  return BH_FIELD_GET_IFACE (self)->reveal_option (self, option);
}
