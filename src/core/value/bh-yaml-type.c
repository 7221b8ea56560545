/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-yaml-node.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * What a plain scalar is, as the YAML reader of Compose decides: YAML 1.2, with the octal numbers
 * and underscores of 1.1.
 */

static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
static const char *const bools[] = { "true", "True", "TRUE", "false", "False", "FALSE", NULL };
static const char *const specials[] = { ".nan",  ".NaN",  ".NAN",  ".inf",  ".Inf",
                                        ".INF",  "+.inf", "+.Inf", "+.INF", "-.inf",
                                        "-.Inf", "-.INF", NULL };

static char *
without_underscores (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != '_')
      g_string_append_c (plain, *text);
  return g_string_free (plain, FALSE);
}

/* All of TEXT, and at least one character, are digits of BASE. */
static gboolean
parse_digits (const char *text, int base, guint64 *ret_number)
{
  char *end = NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_xdigit_value (*p) < 0 || g_ascii_xdigit_value (*p) >= base)
      return FALSE;
  if (*text == '\0')
    return FALSE;
  errno = 0;
  *ret_number = g_ascii_strtoull (text, &end, (guint) base);
  return errno == 0;
}

static gboolean
parse_int (const char *text, gboolean *ret_negative, guint64 *ret_number)
{
  static const struct
  {
    const char *prefix;
    int base;
  } bases[] = { { "0x", 16 }, { "0X", 16 }, { "0o", 8 }, { "0O", 8 },
                { "0b", 2 },  { "0B", 2 },  { "0", 8 } };
  const char *digits = text;

  *ret_negative = *text == '-';
  if (*digits == '-' || *digits == '+')
    digits++;
  if (g_str_equal (digits, "0"))
    {
      *ret_number = 0;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (g_str_has_prefix (digits, bases[i].prefix))
      return parse_digits (digits + strlen (bases[i].prefix), bases[i].base, ret_number);
  return parse_digits (digits, 10, ret_number) &&
         (!*ret_negative || *ret_number <= (guint64) G_MAXINT64 + 1);
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* [-+]? ( \. digits | digits ( \. digits? )? ) ( [eE] [-+]? digits )? */
static gboolean
looks_like_float (const char *p)
{
  const char *digits;

  if (*p == '-' || *p == '+')
    p++;
  digits = p;
  p = skip_digits (p);
  if (*p == '.')
    {
      const char *fraction = p + 1;

      p = skip_digits (fraction);
      if (digits == fraction - 1 && p == fraction)
        return FALSE;
    }
  else if (p == digits)
    return FALSE;
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '-' || *p == '+')
        p++;
      digits = p;
      p = skip_digits (p);
      if (p == digits)
        return FALSE;
    }
  return *p == '\0';
}

/* 2001-01-01, alone or before a time of day. */
static gboolean
looks_like_date (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  for (guint i = 0; i < strlen (shape); i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  if (!g_date_valid_dmy ((GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5),
                         (GDateYear) atoi (text)))
    return FALSE;
  return text[10] == '\0' ||
         ((text[10] == 'T' || text[10] == 't' || text[10] == ' ') && g_ascii_isdigit (text[11]));
}

/* A tag of YAML itself says it: `!!str 80`. */
static gboolean
type_of_tag (const char *tag, BhYamlType *ret_type)
{
  if (tag == NULL || (!g_str_equal (tag, "tag:yaml.org,2002:str") && !g_str_equal (tag, "!")))
    return FALSE;
  *ret_type = BH_YAML_STRING;
  return TRUE;
}

static BhYamlType
type_of_number (const char *text)
{
  g_autofree char *plain = NULL;
  gboolean negative;
  guint64 number;

  if (!g_ascii_isdigit (*text) && strchr ("+-.", *text) == NULL)
    return BH_YAML_STRING;
  if (looks_like_date (text))
    return BH_YAML_TIME;
  plain = without_underscores (text);
  if (parse_int (plain, &negative, &number))
    return BH_YAML_INT;
  return looks_like_float (plain) || g_strv_contains (specials, text) ? BH_YAML_FLOAT
                                                                      : BH_YAML_STRING;
}

BhYamlType
bh_yaml_type (const BhYamlNode *scalar)
{
  BhYamlType type;

  if (type_of_tag (scalar->tag, &type) || scalar->style != BH_YAML_PLAIN)
    return BH_YAML_STRING;
  if (g_strv_contains (nulls, scalar->text))
    return BH_YAML_NULL;
  if (g_strv_contains (bools, scalar->text))
    return BH_YAML_BOOL;
  return type_of_number (scalar->text);
}

gboolean
bh_yaml_is_null (const BhYamlNode *self)
{
  return self == NULL || (self->kind == BH_YAML_SCALAR && bh_yaml_type (self) == BH_YAML_NULL);
}

/* In the fewest digits that give it back; RET_DECIMALS is how many stand behind the point. */
static void
print_shortest (double number, char *buffer, int *ret_decimals)
{
  *ret_decimals = -1;
  do
    {
      char format[16];

      g_snprintf (format, sizeof format, "%%.%de", ++*ret_decimals);
      g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, format, number);
    }
  while (g_ascii_strtod (buffer, NULL) != number && *ret_decimals < 17);
}

/* As Go prints numbers: with an exponent from a million on. */
static char *
print_float (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char format[16];
  int decimals;
  int exponent;

  if (isnan (number) || isinf (number))
    return g_strdup (isnan (number) ? "NaN" : number < 0 ? "-Inf" : "+Inf");
  print_shortest (number, buffer, &decimals);
  exponent = atoi (strchr (buffer, 'e') + 1);
  if (exponent < -4 || exponent > 5)
    return g_strdup (buffer);
  g_snprintf (format, sizeof format, "%%.%df", MAX (decimals - exponent, 0));
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static char *
print_time (const char *text)
{
  return text[10] == '\0' ? g_strconcat (text, " 00:00:00 +0000 UTC", NULL) : g_strdup (text);
}

static char *
print_int (const char *text)
{
  gboolean negative;
  guint64 number;

  parse_int (text, &negative, &number);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT, negative && number > 0 ? "-" : "", number);
}

char *
bh_yaml_dup_canonical (const BhYamlNode *scalar)
{
  g_autofree char *plain = without_underscores (scalar->text);

  switch (bh_yaml_type (scalar))
    {
    case BH_YAML_NULL:
      return g_strdup ("");
    case BH_YAML_BOOL:
      return g_ascii_strdown (scalar->text, -1);
    case BH_YAML_INT:
      return print_int (plain);
    case BH_YAML_FLOAT:
      return print_float (g_ascii_strtod (plain, NULL));
    case BH_YAML_TIME:
      return print_time (scalar->text);
    case BH_YAML_STRING:
      break;
    }
  return g_strdup (scalar->text);
}
