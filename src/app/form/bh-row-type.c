/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-row-type.h"

#include "form/bh-capability-row.h"
#include "form/bh-mount-row.h"
#include "form/bh-parts-row.h"
#include "form/bh-port-row.h"
#include "form/bh-variable-row.h"
#include "form/bh-word-row.h"
#include "value/bh-parts.h"

static const struct
{
  BhKind kind;
  GType (*get_type) (void);
} types[] = {
  { BH_KIND_PORT, bh_port_row_get_type },
  { BH_KIND_VOLUME, bh_mount_row_get_type },
  { BH_KIND_MOUNT, bh_mount_row_get_type },
  { BH_KIND_TMPFS, bh_mount_row_get_type },
  { BH_KIND_ENVIRONMENT, bh_variable_row_get_type },
  { BH_KIND_CAPABILITY, bh_capability_row_get_type },
};

GType
bh_row_type_for (const BhSetting *setting)
{
  if (setting->option == NULL)
    return BH_TYPE_WORD_ROW;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].kind == setting->option->kind)
      return types[i].get_type ();
  return bh_parts_count (setting->option->kind) > 0 ? BH_TYPE_PARTS_ROW : BH_TYPE_WORD_ROW;
}
