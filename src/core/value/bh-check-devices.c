/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"
#include "value/bh-number.h"

/* Letters of "rwm", each at most once. */
static gboolean
is_mode (const BhText *value, BhRange range)
{
  guint seen = 0;

  for (guint at = range.begin; at < range.end; at++)
    {
      const char *letter = strchr ("rwm", value->str[at]);
      guint bit = letter != NULL ? 1u << (*letter % 32) : 0;

      if (letter == NULL || (seen & bit))
        return FALSE;
      seen |= bit;
    }
  return range.begin < range.end;
}

/* Letters, digits and INNER; a letter or digit first and last. */
static gboolean
is_name (const char *str, gsize len, const char *inner)
{
  for (gsize i = 0; i < len; i++)
    if (!g_ascii_isalnum (str[i]) && strchr (inner, str[i]) == NULL)
      return FALSE;
  return len > 0 && g_ascii_isalnum (str[0]) && g_ascii_isalnum (str[len - 1]);
}

/* vendor.com/class=name: the container device interface, resolved by the engine. */
static gboolean
is_cdi_name (const BhText *value)
{
  const char *slash = strchr (value->str, '/');
  const char *equals = strchr (value->str, '=');

  return slash != NULL && equals != NULL && slash < equals && g_ascii_isalpha (value->str[0]) &&
         g_ascii_isalpha (slash[1]) && is_name (value->str, (gsize) (slash - value->str), "_-.") &&
         is_name (slash + 1, (gsize) (equals - slash - 1), "_-") &&
         is_name (equals + 1, strlen (equals + 1), "_-.:");
}

static void
check_host_path (const BhChecked *checked, BhRange host)
{
  if (checked->value->str[host.begin] != '/')
    bh_checked_quote (checked, host, BH_STAGE_START,
                      _ ("“%s” must be a full path of the host, such as /dev/fuse."));
}

void
bh_check_device (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint first = bh_text_find (value, 0, G_MAXUINT, ':');
  guint second = bh_text_find (value, first + 1, G_MAXUINT, ':');
  BhRange host = { 0, first };
  BhRange inside = { MIN (first + 1, value->len), second };
  BhRange mode = { MIN (second + 1, value->len), value->len };
  gboolean two_parts = first < value->len && second == value->len;

  if (is_cdi_name (value))
    return;
  if (first == 0 || bh_text_find (value, second + 1, G_MAXUINT, ':') < value->len)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a device. Write its path, then what it is called in the "
                         "container and what may be done: /dev/sda:/dev/xvda:r."));
  else if (second < value->len && !is_mode (value, mode))
    bh_checked_quote (checked, mode, BH_STAGE_CLIENT,
                      _ ("“%s” does not say what may be done: r (read), w (write) and m (make) do, "
                         "each once."));
  else if (first == value->len || (two_parts && is_mode (value, inside)))
    {
      if (value->str[0] != '/')
        bh_checked_quote (checked, host, BH_STAGE_CLIENT,
                          _ ("“%s” must be a full path of the host, such as /dev/fuse."));
    }
  else if (value->str[inside.begin] != '/')
    bh_checked_quote (checked, inside, BH_STAGE_CLIENT,
                      _ ("“%s” is neither a full path in the container nor what may be done, such "
                         "as rw."));
  else
    check_host_path (checked, host);
}

/* A number, or * for all. */
static gboolean
skip_number (const char **p)
{
  gsize n = **p == '*' ? 1 : strspn (*p, "0123456789");

  *p += n;
  return n > 0;
}

static gboolean
skip_char (const char **p, const char *allowed)
{
  if (**p == '\0' || strchr (allowed, **p) == NULL)
    return FALSE;
  (*p)++;
  return TRUE;
}

static gboolean
is_device_rule (const char *str)
{
  const char *p = str;
  gsize n;

  if (!skip_char (&p, "acb") || !skip_char (&p, " ") || !skip_number (&p) || !skip_char (&p, ":") ||
      !skip_number (&p) || !skip_char (&p, " "))
    return FALSE;
  n = strspn (p, "rwm");
  return n >= 1 && n <= 3 && p[n] == '\0';
}

void
bh_check_device_rule (const BhChecked *checked)
{
  if (!is_device_rule (checked->value->str))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a rule for devices. Write type, numbers and what may be done "
                         "with one blank between, such as “c 189:* rwm”."));
}

/* The keys of a request for GPUs. */
enum
{
  GPU_COUNT,
  GPU_DEVICE,
  GPU_DRIVER,
  GPU_CAPABILITIES,
  GPU_OPTIONS,
  N_GPU_KEYS,
};

static const char *const gpu_keys[N_GPU_KEYS] = {
  [GPU_COUNT] = "count",     [GPU_DEVICE] = "device",
  [GPU_DRIVER] = "driver",   [GPU_CAPABILITIES] = "capabilities",
  [GPU_OPTIONS] = "options",
};

static gboolean
is_gpu_count (const BhText *value, BhRange text)
{
  gint64 count;

  return bh_text_range_equal (value, text, "all") ||
         bh_integer_parse (value->str + text.begin, text.end - text.begin, &count);
}

/* SEEN: the fields so far, by key. FALSE if this one is none, which is reported. */
static gboolean
check_gpu_field (const BhChecked *checked, const BhMountField *field, BhRange *seen)
{
  const BhText *value = checked->value;
  /* What stands alone is the count. */
  BhRange text = field->has_text ? field->text : field->key;
  guint key = GPU_COUNT;

  while (field->has_text && key < N_GPU_KEYS &&
         !bh_text_range_equal (value, field->key, gpu_keys[key]))
    key++;
  if (key == N_GPU_KEYS)
    bh_checked_quote (checked, field->key, BH_STAGE_CLIENT,
                      _ ("“%s” is not a field of --gpus: count, device, driver, capabilities and "
                         "options are."));
  else if (key == GPU_COUNT && !is_gpu_count (value, text))
    bh_checked_quote (checked, text, BH_STAGE_CLIENT,
                      _ ("“%s” is not a number of GPUs. Write all, a number, or device=0 for a "
                         "certain one."));
  else if (seen[key].end > 0)
    bh_checked_quote (checked, field->key, BH_STAGE_CLIENT,
                      _ ("“%s” is there twice. Several devices go into inner quotes, such as "
                         "'\"device=0,1\"'."));
  else
    {
      seen[key] = (BhRange){ field->key.begin, field->text.end };
      return TRUE;
    }
  return FALSE;
}

void
bh_check_gpus (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhRange seen[N_GPU_KEYS] = { 0 };
  BhRange where = BH_WHOLE (value);
  BhMountField field;
  guint at = 0;

  if (value->len == 0)
    bh_checked_add (checked, where, BH_STAGE_CLIENT,
                    _ ("Which GPUs is missing. Write all, or a number of them."));
  else if (!bh_csv_is_sound (value, &where))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("Here “%s” is in the way: the fields stand with one comma between them."));
  else
    {
      while (bh_csv_next (value, &at, &field))
        if (!check_gpu_field (checked, &field, seen))
          return;
      if (seen[GPU_COUNT].end > 0 && seen[GPU_DEVICE].end > 0)
        bh_checked_quote (checked, seen[GPU_COUNT], BH_STAGE_SILENT,
                          _ ("“%s” is read as a number of GPUs, beside the device. Several devices "
                             "go into inner quotes, such as '\"device=0,1\"'."));
    }
}
