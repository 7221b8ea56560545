/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-byte-size.h"
#include "value/bh-number.h"

/* The engine's least memory limit, in bytes (moby: linuxMinMemory). */
#define MIN_MEMORY (6 * 1024 * 1024)

static gboolean
limits_memory (const BhOption *option)
{
  static const char *const options[] = { "memory", "memory-reservation", "kernel-memory", NULL };

  return g_strv_contains (options, option->name);
}

void
bh_check_bytes (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint64 bytes;

  if (g_str_equal (value->str, "-1") && g_str_equal (checked->option->name, "memory-swap"))
    return;
  if (!bh_byte_size_parse (value->str, &bytes))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a size. Write a number and a unit, such as 512m or 2g."));
  else if (bytes == G_MAXINT64)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” is more than any computer has. Write a size such as 512m or 2g."));
  else if (bytes > 0 && bytes < MIN_MEMORY && limits_memory (checked->option))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” is less than the engine allows: 6m is the least."));
  else if (g_str_equal (checked->option->name, "kernel-memory"))
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_SILENT,
                    _ ("Current kernels ignore --kernel-memory. --memory limits the kernel's "
                       "memory, too."));
}

static void
report_limit (const BhChecked *checked)
{
  bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                    _ ("“%s” is not a limit. Write its type and number, such as "
                       "nofile=1024:2048."));
}

static void
check_limit_numbers (const BhChecked *checked, BhRange where)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, where.begin, where.end, ':');
  gboolean has_hard = colon < where.end;
  gint64 soft;
  gint64 hard = -1;

  if (!bh_integer_parse (value->str + where.begin, colon - where.begin, &soft) ||
      (has_hard && !bh_integer_parse (value->str + colon + 1, where.end - colon - 1, &hard)))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("“%s” must be one number, or two with a colon between: soft:hard. -1 "
                         "is no limit."));
  else if (has_hard && hard != -1 && (soft == -1 || soft > hard))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("In “%s” the first number, the soft limit, may not be above the second, "
                         "the hard limit."));
}

void
bh_check_ulimit (const BhChecked *checked)
{
  static const char *const types[] = { "core",   "cpu",        "data",     "fsize",
                                       "locks",  "memlock",    "msgqueue", "nice",
                                       "nofile", "nproc",      "rss",      "rtprio",
                                       "rttime", "sigpending", "stack",    NULL };
  const BhText *value = checked->value;
  guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
  g_autofree char *type = bh_text_dup_range (value, (BhRange){ 0, equals });

  if (equals == value->len)
    report_limit (checked);
  else if (!g_strv_contains (types, type))
    bh_checked_quote (checked, (BhRange){ 0, equals }, BH_STAGE_CLIENT,
                      _ ("There is no limit called “%s”. Their names are lower case, such as "
                         "nofile, nproc or core."));
  else
    check_limit_numbers (checked, (BhRange){ equals + 1, value->len });
}

/* Reports what is wrong with PATH:NUMBER but the number; FALSE if something was. */
static gboolean
check_device_path (const BhChecked *checked, guint colon)
{
  const BhText *value = checked->value;

  if (colon == value->len || colon == 0)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” needs a device, a colon and a number, such as /dev/sda:100."));
  else if (!g_str_has_prefix (value->str, "/dev/"))
    bh_checked_quote (checked, (BhRange){ 0, colon }, BH_STAGE_CLIENT,
                      _ ("“%s” is not a device: write its full path, which starts with /dev/."));
  else
    return TRUE;
  return FALSE;
}

void
bh_check_device_bytes (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  guint64 bytes;

  if (check_device_path (checked, colon) && !bh_byte_size_parse (value->str + colon + 1, &bytes))
    bh_checked_quote (checked, (BhRange){ colon + 1, value->len }, BH_STAGE_CLIENT,
                      _ ("“%s” is not a rate. Write the bytes per second, such as 10mb."));
}

void
bh_check_device_number (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  gboolean is_weight = g_str_equal (checked->option->name, "blkio-weight-device");
  guint64 number;

  if (!check_device_path (checked, colon))
    return;
  if (!bh_unsigned_parse (value->str + colon + 1, value->len - colon - 1, &number))
    bh_checked_quote (checked, (BhRange){ colon + 1, value->len }, BH_STAGE_CLIENT,
                      _ ("“%s” must be a whole number, without a unit."));
  else if (is_weight && number != 0 && (number < 10 || number > 1000))
    bh_checked_quote (checked, (BhRange){ colon + 1, value->len }, BH_STAGE_CLIENT,
                      _ ("A weight is a number from 10 to 1000; “%s” is outside."));
}
