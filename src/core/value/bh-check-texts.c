/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-byte-size.h"
#include "value/bh-number.h"

/* NAME=value with a blank beside the equals sign, as other languages allow. */
static void
check_blanks (const BhChecked *checked, BhRange name)
{
  const BhText *value = checked->value;

  if (g_ascii_isspace (value->str[name.begin]) || g_ascii_isspace (value->str[name.end - 1]))
    bh_checked_quote (checked, name, BH_STAGE_SILENT,
                      _ ("The blank becomes part of the name “%s”. Write NAME=value without blanks "
                         "around the name."));
}

void
bh_check_environment (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange name = { 0, bh_text_find (value, 0, G_MAXUINT, '=') };

  if (name.end == 0)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("Before the “=” the name is missing. Write NAME=value."));
  else if (bh_checked_knows (checked, name))
    check_blanks (checked, name);
}

static gboolean
has_blank (const BhText *value, BhRange range)
{
  for (guint at = range.begin; at < range.end; at++)
    if (g_ascii_isspace (value->str[at]))
      return TRUE;
  return FALSE;
}

/* The client takes blanks from the start of a label's name before it looks at it. */
void
bh_check_label (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange name = { 0, bh_text_find (value, 0, G_MAXUINT, '=') };

  while (name.begin < name.end && g_ascii_isspace (value->str[name.begin]))
    name.begin++;
  if (name.begin == name.end)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("The label has no name. Write NAME=value."));
  else if (bh_checked_knows (checked, name) && has_blank (value, name))
    bh_checked_quote (checked, name, BH_STAGE_CLIENT,
                      _ ("“%s” has a blank, which the name of a label may not."));
}

/* What the drivers that write files make of their two numbers. */
static void
check_log_option (const BhChecked *checked, BhRange key, BhRange text)
{
  const BhText *value = checked->value;
  const char *str = value->str + text.begin;
  guint64 bytes;
  gint64 number;

  if (bh_text_range_equal (value, key, "max-size") && !g_str_equal (str, "-1") &&
      !bh_byte_size_parse (str, &bytes))
    bh_checked_quote (checked, text, BH_STAGE_START,
                      _ ("“%s” is not a size. Write a number and a unit, such as 10m."));
  else if (bh_text_range_equal (value, key, "max-file") &&
           (!bh_integer_parse (str, -1, &number) || number < 1))
    bh_checked_quote (checked, text, BH_STAGE_START,
                      _ ("“%s” is not a number of files to keep. Write 1 or more."));
}

static void
check_storage_option (const BhChecked *checked, BhRange key)
{
  const BhText *value = checked->value;

  if (key.end == value->len)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” needs an equals sign and a value, such as size=10g."));
  else if (bh_text_range_equal (value, key, "size"))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” needs an engine that keeps its files on XFS with project quotas, or "
                         "on btrfs or ZFS."))
        ->depends = TRUE;
  else
    bh_checked_quote (checked, key, BH_STAGE_CREATE,
                      _ ("There is no storage option “%s”; most engines know size alone."))
        ->depends = TRUE;
}

void
bh_check_key_value (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange key = { 0, bh_text_find (value, 0, G_MAXUINT, '=') };

  if (g_str_equal (checked->option->name, "storage-opt"))
    check_storage_option (checked, key);
  else if (g_str_equal (checked->option->name, "log-opt"))
    check_log_option (checked, key, (BhRange){ MIN (key.end + 1, value->len), value->len });
}

void
bh_check_file (const BhChecked *checked)
{
  /* An empty --cidfile is the same as none. */
  if (checked->value->len == 0 && !g_str_equal (checked->option->name, "cidfile"))
    bh_checked_add (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                    _ ("--%s needs the path of a file."), checked->option->name);
}

void
bh_check_container_name (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange name = { value->str[0] == '/' ? 1 : 0, value->len };

  /* What holds for volumes holds here. */
  if (value->len > 0 && !bh_is_volume_name (value, name))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” cannot be a container's name. Use two or more letters, digits, "
                         "dots, dashes or underscores, a letter or digit first."));
}

void
bh_check_absolute_path (const BhChecked *checked)
{
  if (checked->value->len > 0 && checked->value->str[0] != '/')
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CREATE,
                      _ ("“%s” must be a full path in the container, starting with a slash."));
}
