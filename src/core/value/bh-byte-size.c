/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-byte-size.h"

#include <string.h>

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

gboolean
bh_byte_size_parse (const char *str, guint64 *ret_bytes)
{
  const char *digits = *str == '+' ? str + 1 : str;
  gsize len = strspn (digits, "0123456789.");
  const char *unit = digits + len;
  char *end = NULL;
  double number;
  int power;

  if (len == 0 || (len == 1 && *digits == '.'))
    return FALSE;
  number = g_ascii_strtod (digits, &end);
  /* "1.2.3", and exponents, which the client does not take. */
  if (end != unit)
    return FALSE;
  if (*unit == ' ')
    unit++;
  power = parse_unit (unit);
  if (power < 0)
    return FALSE;
  while (power-- > 0)
    number *= 1024;
  if (number >= (double) G_MAXINT64)
    return FALSE;
  *ret_bytes = (guint64) number;
  return TRUE;
}
