/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-json-string.h"

#include <string.h>

static void
append_special (GString *to, char c)
{
  static const char short_ones[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *p = short_ones; *p != '\0'; p += 2)
    if (*p == c)
      {
        g_string_append_c (to, '\\');
        g_string_append_c (to, p[1]);
        return;
      }
  g_string_append_printf (to, "\\u%04x", (guint8) c);
}

void
bh_json_append_string (GString *to, const char *str)
{
  const char *p = str;

  g_string_append_c (to, '"');
  while (*p != '\0')
    {
      const char *plain = p;

      while ((guint8) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        p++;
      g_string_append_len (to, plain, p - plain);
      if (*p != '\0')
        append_special (to, *p++);
    }
  g_string_append_c (to, '"');
}
