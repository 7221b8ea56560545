/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-number.h"

/* What the client or the engine takes, per option; of the others any integer. Zero always
 * passes: it is the same as nothing. */
static const struct
{
  const char *option;
  int low;
  int high;
  BhStage stage;
  gboolean depends; /* on the engine's kernel */
} limits[] = {
  { "blkio-weight", 10, 1000, BH_STAGE_CREATE, TRUE },
  { "cpu-period", 1000, 1000000, BH_STAGE_CREATE, FALSE },
  { "cpu-shares", 0, G_MAXINT, BH_STAGE_START, FALSE },
  { "health-retries", 0, G_MAXINT, BH_STAGE_CLIENT, FALSE },
  { "memory-swappiness", -1, 100, BH_STAGE_CLIENT, FALSE },
  { "oom-score-adj", -1000, 1000, BH_STAGE_CREATE, FALSE },
};

/* --cpu-quota takes nothing (0), no limit (-1), and from a millisecond on. */
#define MIN_QUOTA 1000

static void
report_outside (const BhChecked *checked, int low, int high, BhStage stage, gboolean depends)
{
  BhRange whole = BH_WHOLE (checked->value);
  const char *option = checked->option->name;
  BhProblem *problem =
      high == G_MAXINT
          ? bh_checked_add (checked, whole, stage, _ ("--%s cannot be below zero."), option)
          : bh_checked_add (checked, whole, stage,
                            _ ("--%1$s takes a number from %2$d to %3$d; “%4$s” is outside."),
                            option, low, high, checked->value->str);

  problem->depends = depends;
}

static void
check_limits (const BhChecked *checked, gint64 number)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (number != 0 &&
        (number < limits[i].low || (limits[i].high < G_MAXINT && number > limits[i].high)) &&
        g_str_equal (checked->option->name, limits[i].option))
      report_outside (checked, limits[i].low, limits[i].high, limits[i].stage, limits[i].depends);
  if (number > 0 && number < MIN_QUOTA && g_str_equal (checked->option->name, "cpu-quota"))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CREATE,
                      _ ("“%s” microseconds are less than the engine allows: 1000 are the least."));
}

void
bh_check_integer (const BhChecked *checked)
{
  const BhText *value = checked->value;
  gboolean is_unsigned = g_str_equal (checked->option->client_type, "uint16");
  gint64 number;

  if (!bh_integer_literal_parse (value->str, value->len, &number) ||
      (is_unsigned && (!g_ascii_isdigit (value->str[0]) || number > G_MAXUINT16)))
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("“%1$s” is not a whole number, which --%2$s needs."), value->str,
                    checked->option->name);
  else
    check_limits (checked, number);
}

void
bh_check_cpus (const BhChecked *checked)
{
  BhRange whole = BH_WHOLE (checked->value);
  double number;
  guint decimals;

  if (!bh_rational_parse (checked->value->str, &number, &decimals))
    bh_checked_quote (checked, whole, BH_STAGE_CLIENT,
                      _ ("“%s” is not a number of CPUs. Write a number such as 0.5 or 2."));
  else if (decimals > 9)
    bh_checked_quote (checked, whole, BH_STAGE_CLIENT,
                      _ ("“%s” is too exact: nine digits after the point are the most."));
  else if (number < 0)
    bh_checked_quote (checked, whole, BH_STAGE_CREATE,
                      _ ("“%s” is below zero. Write a number such as 0.5 or 2."));
  else if (number > 0 && number < 0.00001)
    bh_checked_quote (checked, whole, BH_STAGE_SILENT,
                      _ ("“%s” is so little that it is rounded to no limit at all: 0.01 is the "
                         "least."));
  else if (number > 0 && number < 0.01)
    bh_checked_quote (checked, whole, BH_STAGE_START,
                      _ ("“%s” is less of a CPU than the kernel can give: 0.01 is the least."));
}

/* Numbers and ranges with commas between: 0-3,7. */
static gboolean
is_cpu_list (const char *str)
{
  g_auto (GStrv) parts = g_strsplit (str, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *dash = strchr (parts[i], '-');
      gint64 first;
      gint64 last;

      if (!bh_integer_parse (parts[i], dash != NULL ? dash - parts[i] : -1, &first) || first < 0)
        return FALSE;
      if (dash != NULL && (!bh_integer_parse (dash + 1, -1, &last) || last < first))
        return FALSE;
    }
  return TRUE;
}

void
bh_check_cpuset (const BhChecked *checked)
{
  if (!is_cpu_list (checked->value->str))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CREATE,
                      _ ("“%s” is not a list. Write numbers and ranges, such as 0,2 or 0-3."));
}

/* One number with its unit; the unit's nanoseconds. */
static gboolean
read_unit (const char **p, double *ret_nanoseconds)
{
  static const struct
  {
    const char *name;
    double nanoseconds;
  } units[] = {
    { "ns", 1 },   { "us", 1e3 }, { "µs", 1e3 }, { "μs", 1e3 }, /* micro sign, Greek mu */
    { "ms", 1e6 }, { "s", 1e9 },  { "m", 60e9 }, { "h", 3600e9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize len = strlen (units[i].name);

      /* After a unit comes the next number, or nothing. */
      if (strncmp (*p, units[i].name, len) == 0 && strchr ("0123456789.", (*p)[len]) != NULL)
        {
          *p += len;
          *ret_nanoseconds = units[i].nanoseconds;
          return TRUE;
        }
    }
  return FALSE;
}

/* Go's durations: numbers with units, one after another. */
static gboolean
parse_duration (const char *str, double *ret_nanoseconds)
{
  const char *p = *str == '+' || *str == '-' ? str + 1 : str;
  double sum = 0;

  if (g_str_equal (p, "0"))
    {
      *ret_nanoseconds = 0;
      return TRUE;
    }
  if (*p == '\0')
    return FALSE;
  while (*p != '\0')
    {
      gsize n = strspn (p, "0123456789.");
      double number;
      double unit;

      if (n == 0 || !bh_float_parse (p, (gssize) n, &number))
        return FALSE;
      p += n;
      if (!read_unit (&p, &unit))
        return FALSE;
      sum += number * unit;
    }
  *ret_nanoseconds = *str == '-' ? -sum : sum;
  return sum < (double) G_MAXINT64;
}

void
bh_check_duration (const BhChecked *checked)
{
  BhRange whole = BH_WHOLE (checked->value);
  double nanoseconds;

  if (!parse_duration (checked->value->str, &nanoseconds))
    bh_checked_quote (checked, whole, BH_STAGE_CLIENT,
                      _ ("“%s” is not a duration. Write a number with its unit, such as 30s or "
                         "1m30s; the longest unit is h."));
  else if (nanoseconds < 0)
    bh_checked_add (checked, whole, BH_STAGE_CLIENT, _ ("--%s cannot be below zero."),
                    checked->option->name);
  else if (nanoseconds > 0 && nanoseconds < 1e6)
    bh_checked_quote (checked, whole, BH_STAGE_CREATE,
                      _ ("“%s” is too short: 1ms is the least that the engine takes."));
}
