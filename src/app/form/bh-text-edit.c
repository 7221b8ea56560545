/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-text-edit.h"

BhText *
bh_text_edit_range (const BhText *value, BhRange range, const char *str)
{
  g_autoptr (BhText) part = bh_text_sub (value, range);

  return bh_text_edit (part, str);
}
