/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-number.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
} Reader;

static Reader
reader (const char *str, gssize len)
{
  return (Reader){ str, str + (len < 0 ? strlen (str) : (gsize) len) };
}

static gboolean
at_end (const Reader *self)
{
  return self->at == self->end;
}

static gboolean
skip (Reader *self, char lower)
{
  if (at_end (self) || g_ascii_tolower (*self->at) != lower)
    return FALSE;
  self->at++;
  return TRUE;
}

/* +1, -1, or 1 when there is no sign. */
static int
read_sign (Reader *self)
{
  if (skip (self, '-'))
    return -1;
  skip (self, '+');
  return 1;
}

/* The base that a prefix says, which is skipped. A lone leading zero says 8 where OCTAL_ZERO. */
static guint
read_base (Reader *self, gboolean octal_zero)
{
  static const struct
  {
    char letter;
    guint base;
  } prefixes[] = { { 'x', 16 }, { 'o', 8 }, { 'b', 2 } };

  if (self->end - self->at < 2 || *self->at != '0')
    return 10;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_tolower (self->at[1]) == prefixes[i].letter)
      {
        self->at += 2;
        return prefixes[i].base;
      }
  return octal_zero ? 8 : 10;
}

/* Reads all that is left. UNDERSCORES: they may stand between two digits, or before the first if a
 * prefix came. */
static gboolean
read_digits (Reader *self, guint base, gboolean underscores, gboolean prefix, guint64 *ret_number)
{
  gboolean digit_before = prefix;
  guint64 number = 0;

  if (at_end (self))
    return FALSE;
  for (; !at_end (self); self->at++)
    {
      int digit = g_ascii_xdigit_value (*self->at);

      if (underscores && *self->at == '_' && digit_before)
        {
          digit_before = FALSE;
          continue;
        }
      if (digit < 0 || (guint) digit >= base || !g_uint64_checked_mul (&number, number, base) ||
          !g_uint64_checked_add (&number, number, (guint64) digit))
        return FALSE;
      digit_before = TRUE;
    }
  *ret_number = number;
  return self->end[-1] != '_';
}

static gboolean
with_sign (int sign, guint64 magnitude, gint64 *ret_number)
{
  if (magnitude > (guint64) G_MAXINT64 + (sign < 0 ? 1 : 0))
    return FALSE;
  *ret_number = sign < 0 ? (gint64) (0 - magnitude) : (gint64) magnitude;
  return TRUE;
}

gboolean
bh_unsigned_parse (const char *str, gssize len, guint64 *ret_number)
{
  Reader self = reader (str, len);

  return read_digits (&self, 10, FALSE, FALSE, ret_number);
}

gboolean
bh_integer_parse (const char *str, gssize len, gint64 *ret_number)
{
  Reader self = reader (str, len);
  int sign = read_sign (&self);
  guint64 magnitude;

  return read_digits (&self, 10, FALSE, FALSE, &magnitude) &&
         with_sign (sign, magnitude, ret_number);
}

gboolean
bh_integer_literal_parse (const char *str, gssize len, gint64 *ret_number)
{
  Reader self = reader (str, len);
  int sign = read_sign (&self);
  const char *begin = self.at;
  guint base = read_base (&self, TRUE);
  guint64 magnitude;

  return read_digits (&self, base, TRUE, self.at > begin, &magnitude) &&
         with_sign (sign, magnitude, ret_number);
}

/* What a number with point and exponent is made of. */
typedef struct
{
  guint base;
  double mantissa;    /* as if there were no point */
  gint64 n_fraction;  /* digits after the point */
  gint64 n_zeros;     /* zeros at the end of the mantissa */
  gint64 exponent;    /* of ten or two */
  char exponent_mark; /* 'e', 'p', or 0 when there is none */
} Parts;

static gboolean
read_mantissa (Reader *self, gboolean prefix, Parts *parts)
{
  gboolean digit_before = prefix;
  gboolean point = FALSE;
  gboolean digits = FALSE;

  for (; !at_end (self); self->at++)
    {
      int digit = g_ascii_xdigit_value (*self->at);

      if (*self->at == '_')
        {
          if (!digit_before || self->at + 1 == self->end || !g_ascii_isxdigit (self->at[1]))
            return FALSE;
          digit_before = FALSE;
        }
      else if (*self->at == '.' && !point)
        {
          point = TRUE;
          digit_before = FALSE;
        }
      else if (digit >= 0 && (guint) digit < parts->base)
        {
          parts->mantissa = parts->mantissa * parts->base + digit;
          parts->n_fraction += point;
          parts->n_zeros = digit == 0 ? parts->n_zeros + 1 : 0;
          digits = digit_before = TRUE;
        }
      else
        break;
    }
  return digits;
}

static gboolean
read_exponent (Reader *self, Parts *parts)
{
  int sign;
  guint64 magnitude;

  if (at_end (self))
    return TRUE;
  parts->exponent_mark = g_ascii_tolower (*self->at);
  if (!skip (self, 'p') && (parts->base == 16 || !skip (self, 'e')))
    return FALSE;
  sign = read_sign (self);
  if (!read_digits (self, 10, TRUE, FALSE, &magnitude) || magnitude > G_MAXINT32)
    return FALSE;
  parts->exponent = sign * (gint64) magnitude;
  return TRUE;
}

static gboolean
read_parts (Reader *self, gboolean octal, Parts *parts)
{
  const char *begin = self->at;

  *parts = (Parts){ .base = read_base (self, FALSE) };
  if (!octal && parts->base != 10 && parts->base != 16)
    return FALSE;
  return read_mantissa (self, self->at > begin, parts) && read_exponent (self, parts);
}

static double
parts_value (const Parts *parts)
{
  double base = parts->exponent_mark == 'p' ? 2 : 10;

  return parts->mantissa / pow (parts->base, (double) parts->n_fraction) *
         pow (base, (double) parts->exponent);
}

gboolean
bh_float_parse (const char *str, gssize len, double *ret_number)
{
  Reader self = reader (str, len);
  int sign = read_sign (&self);
  Parts parts;

  /* A hexadecimal one needs its exponent, and only it has one of two. */
  if (!read_parts (&self, FALSE, &parts) || (parts.base == 16) != (parts.exponent_mark == 'p'))
    return FALSE;
  *ret_number = sign * parts_value (&parts);
  return isfinite (*ret_number);
}

static gboolean
parse_fraction (Reader *self, const char *slash, double *ret_number, guint *ret_decimals)
{
  gint64 above;
  gint64 below;
  gint64 nano;

  if (!bh_integer_literal_parse (self->at, slash - self->at, &above) ||
      g_ascii_isdigit (slash[1]) == 0 ||
      !bh_integer_literal_parse (slash + 1, self->end - slash - 1, &below) || below == 0)
    return FALSE;
  *ret_number = (double) above / (double) below;
  /* Nine decimals are all that anybody asks about. */
  nano = (above % below) * 1000000000;
  *ret_decimals =
      above % below > G_MAXINT64 / 1000000000 || nano % below != 0 ? BH_DECIMALS_ENDLESS : 9;
  return TRUE;
}

gboolean
bh_rational_parse (const char *str, double *ret_number, guint *ret_decimals)
{
  Reader self = reader (str, -1);
  const char *slash = strchr (str, '/');
  Parts parts;
  int sign;
  gint64 decimals;

  if (slash != NULL)
    return parse_fraction (&self, slash, ret_number, ret_decimals);
  sign = read_sign (&self);
  if (!read_parts (&self, TRUE, &parts))
    return FALSE;
  *ret_number = sign * parts_value (&parts);
  decimals = parts.n_fraction - parts.n_zeros - parts.exponent;
  *ret_decimals = parts.base != 10 || parts.exponent_mark == 'p' || parts.mantissa == 0
                      ? 0
                      : (guint) CLAMP (decimals, 0, G_MAXINT32);
  return TRUE;
}
