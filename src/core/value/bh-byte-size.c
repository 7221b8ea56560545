/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-byte-size.h"

#include <string.h>

#include "value/bh-number.h"

/* The unit's power of 1024; -1 if it is none: b, k, kb, kib … p, pb, pib, in any case. */
static int
parse_unit (const char *unit)
{
  static const char letters[] = "kmgtp";
  const char *found;

  if (*unit == '\0' || g_ascii_strcasecmp (unit, "b") == 0)
    return 0;
  found = strchr (letters, g_ascii_tolower (*unit));
  if (found == NULL)
    return -1;
  unit++;
  if (*unit == '\0' || g_ascii_strcasecmp (unit, "b") == 0 || g_ascii_strcasecmp (unit, "ib") == 0)
    return (int) (found - letters) + 1;
  return -1;
}

static const char *const suffixes[BH_N_BYTE_UNITS] = { "", "k", "m", "g", "t" };

gboolean
bh_byte_size_split (const char *str, gsize *ret_number_len, BhByteUnit *ret_unit)
{
  gsize len = *str == '+' ? 1 : 0;
  gsize n_digits = strspn (str + len, "0123456789.");
  const char *unit;
  int power;

  len += n_digits;
  unit = str + len;
  power = parse_unit (*unit == ' ' ? unit + 1 : unit);
  if (n_digits == 0 || power < 0 || power >= BH_N_BYTE_UNITS)
    return FALSE;
  *ret_number_len = len;
  *ret_unit = power;
  return TRUE;
}

const char *
bh_byte_unit_get_suffix (BhByteUnit unit)
{
  return suffixes[unit];
}

/* The last digit, point or blank: what follows is the unit. */
static const char *
find_last_of_number (const char *str, gsize len)
{
  for (const char *p = str + len; p > str; p--)
    if (g_ascii_isdigit (p[-1]) || p[-1] == '.' || p[-1] == ' ')
      return p - 1;
  return NULL;
}

gboolean
bh_byte_size_parse (const char *str, guint64 *ret_bytes)
{
  const char *last = find_last_of_number (str, strlen (str));
  double number;
  int power;

  if (last == NULL || !bh_float_parse (str, last - str + (*last == ' ' ? 0 : 1), &number) ||
      number < 0)
    return FALSE;
  power = parse_unit (last + 1);
  if (power < 0)
    return FALSE;
  while (power-- > 0)
    number *= 1024;
  *ret_bytes = number < (double) G_MAXINT64 ? (guint64) number : G_MAXINT64;
  return TRUE;
}
