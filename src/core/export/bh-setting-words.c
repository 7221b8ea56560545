/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-setting-words.h"

#include "export/bh-shell-quote.h"

static void
append_value (GString *to, char separator, const BhText *value)
{
  g_string_append_c (to, separator);
  bh_shell_quote_append (to, value, BH_QUOTE_DEFAULT);
}

void
bh_setting_append_words (GString *to, const BhSetting *setting)
{
  if (setting->option == NULL)
    {
      bh_shell_quote_append (to, setting->unknown, BH_QUOTE_KEEP_SPLIT);
      if (setting->value != NULL)
        append_value (to, ' ', setting->value);
      return;
    }
  g_string_append_printf (to, "--%s", setting->option->name);
  if (setting->option->kind != BH_KIND_FLAG)
    append_value (to, ' ', setting->value);
  else if (!bh_setting_is_on (setting))
    append_value (to, '=', setting->value);
}
