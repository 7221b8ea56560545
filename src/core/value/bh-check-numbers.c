/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <stdlib.h>
#include <string.h>

#include "bh-i18n.h"
#include "value/bh-byte-size.h"

#define WHOLE(value) ((BhRange){ 0, (value)->len })

/* What the client takes, per option; of the others any integer. */
static const struct
{
  const char *option;
  int low;
  int high;
  BhStage stage;
} limits[] = {
  { "blkio-weight", 0, 65535, BH_STAGE_CLIENT },
  { "cpu-period", 0, 1000000, BH_STAGE_CREATE },
  { "health-retries", 0, G_MAXINT32, BH_STAGE_CLIENT },
  { "memory-swappiness", -1, 100, BH_STAGE_CLIENT },
  { "oom-score-adj", -1000, 1000, BH_STAGE_CREATE },
};

static gboolean
parse_integer (const char *str, gint64 *ret_number)
{
  char *end = NULL;

  *ret_number = g_ascii_strtoll (str, &end, 10);
  return end != str && *end == '\0' && !g_ascii_isspace (*str);
}

void
bh_check_integer (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  gint64 number;

  if (!parse_integer (value->str, &number))
    {
      g_ptr_array_add (problems,
                       bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                       _ ("“%1$s” is not a whole number, which --%2$s needs."),
                                       value->str, option->name));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (g_str_equal (option->name, limits[i].option) &&
        (number < limits[i].low || number > limits[i].high))
      g_ptr_array_add (problems,
                       bh_problem_new (setting, WHOLE (value), limits[i].stage,
                                       _ ("--%1$s takes a number from %2$d to %3$d; “%4$s” is "
                                          "outside."),
                                       option->name, limits[i].low, limits[i].high, value->str));
}

/* The engine's least memory limit, in bytes (moby: linuxMinMemory). */
#define MIN_MEMORY (6 * 1024 * 1024)

void
bh_check_bytes (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  guint64 bytes;

  if (g_str_equal (value->str, "-1") && g_str_equal (option->name, "memory-swap"))
    return;
  if (!bh_byte_size_parse (value->str, &bytes))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a size. Write a number and a unit, "
                                                  "such as 512m or 2g."),
                                               value->str));
  else if (bytes > 0 && bytes < MIN_MEMORY &&
           (g_str_equal (option->name, "memory") ||
            g_str_equal (option->name, "memory-reservation")))
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                     _ ("“%s” is less than the engine allows: 6m is the least."),
                                     value->str));
}

/* A rational number as Go's big.Rat reads it: 1.5, .5, 1/2, 1e0. */
static gboolean
is_rational (const char *str)
{
  const char *p = *str == '+' || *str == '-' ? str + 1 : str;
  gboolean digits = FALSE;

  for (; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits = TRUE;
    else if (strchr (".eE/_xX", *p) == NULL &&
             !(g_ascii_isxdigit (*p) && strchr (str, 'x') != NULL))
      return FALSE;
  return digits;
}

void
bh_check_cpus (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  const char *point = strchr (value->str, '.');

  if (!is_rational (value->str))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a number of CPUs. Write a number "
                                                  "such as 0.5 or 2."),
                                               value->str));
  else if (point != NULL && strspn (point + 1, "0123456789") > 9)
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is too exact: nine digits after the point "
                                                  "are the most."),
                                               value->str));
  else if (*value->str == '-')
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                     _ ("“%s” is below zero. Write a number such as 0.5 or 2."),
                                     value->str));
}

/* Go's durations: numbers with units, one after another. */
static gboolean
is_duration (const char *str)
{
  static const char *const units[] = { "ns", "us", "µs", "ms", "s", "m", "h" };
  const char *p = *str == '+' || *str == '-' ? str + 1 : str;

  if (g_str_equal (p, "0"))
    return TRUE;
  if (*p == '\0')
    return FALSE;
  while (*p != '\0')
    {
      gsize n = strspn (p, "0123456789.");
      guint i = 0;

      if (n == 0 || (n == 1 && *p == '.'))
        return FALSE;
      p += n;
      while (i < G_N_ELEMENTS (units) && !g_str_has_prefix (p, units[i]))
        i++;
      if (i == G_N_ELEMENTS (units))
        return FALSE;
      p += strlen (units[i]);
    }
  return TRUE;
}

void
bh_check_duration (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  if (!is_duration (value->str))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” is not a duration. Write a number with its "
                                                  "unit, such as 30s "
                                                  "or 1m30s; the longest unit is h."),
                                               value->str));
  else if (*value->str == '-')
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("--%s cannot be below zero."), option->name));
}

void
bh_check_flag (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  static const char *const words[] = { "1", "t", "T",     "true",  "TRUE",  "True", "0",
                                       "f", "F", "false", "FALSE", "False", NULL };

  if (!g_strv_contains (words, value->str))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("--%1$s is either on or off: write true or "
                                                  "false, not “%2$s”."),
                                               option->name, value->str));
}

void
bh_check_ulimit (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  static const char *const types[] = { "core",   "cpu",        "data",     "fsize",
                                       "locks",  "memlock",    "msgqueue", "nice",
                                       "nofile", "nproc",      "rss",      "rtprio",
                                       "rttime", "sigpending", "stack",    NULL };
  g_auto (GStrv) parts = g_strsplit (value->str, "=", 2);
  g_auto (GStrv) numbers = NULL;
  gint64 soft = 0;
  gint64 hard = 0;

  if (parts[0] == NULL || parts[1] == NULL || !g_strv_contains (types, parts[0]))
    {
      g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                                 _ ("“%s” is not a limit. Write its type and "
                                                    "number, such as nofile=1024:2048."),
                                                 value->str));
      return;
    }
  numbers = g_strsplit (parts[1], ":", -1);
  if (g_strv_length (numbers) > 2 || numbers[0] == NULL || !parse_integer (numbers[0], &soft) ||
      (numbers[1] != NULL && !parse_integer (numbers[1], &hard)))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("“%s” needs one number, or two with a colon "
                                                  "between: soft:hard."),
                                               value->str));
  else if (numbers[1] != NULL && hard != -1 && (soft == -1 || soft > hard))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("In “%s” the first number, the soft limit, may "
                                                  "not be above the "
                                                  "second, the hard limit."),
                                               value->str));
}
