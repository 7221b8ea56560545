/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-mount.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

static int
last_of (BhCompose *self, const char *option)
{
  return bh_state_find_last (self->state, bh_option_get (option));
}

static int
next_of (BhCompose *self, int after, const char *option)
{
  return bh_state_find (self->state, (guint) (after + 1), bh_option_get (option));
}

static char *
text_of (BhCompose *self, int setting)
{
  return bh_compose_dup_text (self, self->state->settings[setting]->value, setting);
}

void
bh_compose_write_image (BhCompose *self)
{
  g_autofree char *image = NULL;

  if (self->state->image == NULL)
    {
      bh_compose_note (self, BH_NOTE_LOST, -1,
                       _ ("No image is chosen yet, which a service needs."));
      return;
    }
  image = bh_compose_dup_text (self, self->state->image, BH_SPAN_IMAGE);
  bh_compose_pair (self, KEY, "image", image, BH_SPAN_IMAGE);
}

void
bh_compose_write_command (BhCompose *self)
{
  if (self->state->n_command == 0)
    return;
  bh_compose_open (self, KEY, "command");
  for (guint i = 0; i < self->state->n_command; i++)
    {
      g_autofree char *word = bh_compose_dup_text (self, self->state->command[i], BH_SPAN_COMMAND);

      bh_compose_item (self, ITEM, word, BH_SPAN_COMMAND);
    }
}

/* A list of one: as a string Compose would split it. [""] resets the image's own. */
void
bh_compose_write_entrypoint (BhCompose *self)
{
  int setting = last_of (self, "entrypoint");
  g_autofree char *text = NULL;

  if (setting < 0)
    return;
  text = text_of (self, setting);
  bh_compose_open (self, KEY, "entrypoint");
  bh_compose_item (self, ITEM, text, setting);
}

/* A later one of the same name wins, for docker; Compose refuses a key that is there twice. */
static gboolean
is_overridden (BhCompose *self, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  guint len = bh_text_find (value, 0, G_MAXUINT, '=');

  for (int i = next_of (self, setting, "env"); i >= 0; i = next_of (self, i, "env"))
    {
      const BhText *other = self->state->settings[i]->value;

      if (bh_text_find (other, 0, G_MAXUINT, '=') == len &&
          strncmp (other->str, value->str, len) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_bare_name (BhCompose *self)
{
  for (int i = next_of (self, -1, "env"); i >= 0; i = next_of (self, i, "env"))
    {
      const BhText *value = self->state->settings[i]->value;
      guint equals = bh_text_find (value, 0, G_MAXUINT, '=');

      if (equals == value->len || bh_text_range_expands (value, (BhRange){ 0, equals }) ||
          strchr (value->str, '$') != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A map as people write it; a list where a name stands alone, or a name would need escaping. */
void
bh_compose_write_environment (BhCompose *self)
{
  gboolean list = has_bare_name (self);

  for (int i = next_of (self, -1, "env"); i >= 0; i = next_of (self, i, "env"))
    {
      const BhText *value = self->state->settings[i]->value;
      guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
      g_autofree char *name = bh_text_dup_range (value, (BhRange){ 0, equals });
      g_autofree char *text = NULL;

      if (i == next_of (self, -1, "env"))
        bh_compose_open (self, KEY, "environment");
      if (is_overridden (self, i))
        continue;
      if (list)
        {
          text = text_of (self, i);
          bh_compose_item (self, ITEM, text, i);
        }
      else
        {
          text = bh_compose_dup_range (self, value, (BhRange){ equals + 1, value->len }, i);
          bh_compose_pair (self, ITEM, name, text, i);
        }
    }
}

static const struct
{
  const char *option;
  const char *key;
  gboolean number;
} health_keys[] = {
  { "health-interval", "interval", FALSE },
  { "health-timeout", "timeout", FALSE },
  { "health-retries", "retries", TRUE },
  { "health-start-period", "start_period", FALSE },
  { "health-start-interval", "start_interval", FALSE },
};

static gboolean
has_health (BhCompose *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (health_keys); i++)
    if (last_of (self, health_keys[i].option) >= 0)
      return TRUE;
  return last_of (self, "health-cmd") >= 0;
}

void
bh_compose_write_healthcheck (BhCompose *self)
{
  int none = last_of (self, "no-healthcheck");
  int test = last_of (self, "health-cmd");

  if (none >= 0 && bh_setting_is_on (self->state->settings[none]))
    {
      bh_compose_open (self, KEY, "healthcheck");
      bh_compose_raw_pair (self, ITEM, "disable", "true", none);
      return;
    }
  if (!has_health (self))
    return;
  bh_compose_open (self, KEY, "healthcheck");
  if (test >= 0 && self->state->settings[test]->value->len > 0)
    {
      g_autofree char *command = text_of (self, test);

      bh_compose_open (self, ITEM, "test");
      bh_compose_item (self, ITEM + 2, "CMD-SHELL", test);
      bh_compose_item (self, ITEM + 2, command, test);
    }
  for (guint i = 0; i < G_N_ELEMENTS (health_keys); i++)
    {
      int setting = last_of (self, health_keys[i].option);
      g_autofree char *text = setting >= 0 ? text_of (self, setting) : NULL;

      if (setting >= 0 && health_keys[i].number)
        bh_compose_raw_pair (self, ITEM, health_keys[i].key, text, setting);
      else if (setting >= 0)
        bh_compose_pair (self, ITEM, health_keys[i].key, text, setting);
    }
}

/* key=value settings as a map below a key that is open. */
static void
write_map (BhCompose *self, const char *option, guint indent)
{
  for (int i = next_of (self, -1, option); i >= 0; i = next_of (self, i, option))
    {
      const BhText *value = self->state->settings[i]->value;
      guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
      g_autofree char *name = bh_text_dup_range (value, (BhRange){ 0, equals });
      g_autofree char *text =
          bh_compose_dup_range (self, value, (BhRange){ MIN (equals + 1, value->len), value->len },
                                i);

      bh_compose_pair (self, indent, name, text, i);
    }
}

void
bh_compose_write_logging (BhCompose *self)
{
  int driver = last_of (self, "log-driver");
  g_autofree char *name = NULL;

  if (driver < 0 && last_of (self, "log-opt") < 0)
    return;
  bh_compose_open (self, KEY, "logging");
  if (driver >= 0)
    {
      name = text_of (self, driver);
      bh_compose_pair (self, ITEM, "driver", name, driver);
    }
  if (last_of (self, "log-opt") >= 0)
    {
      bh_compose_open (self, ITEM, "options");
      write_map (self, "log-opt", ITEM + 2);
    }
}

void
bh_compose_write_ulimits (BhCompose *self)
{
  int first = next_of (self, -1, "ulimit");

  if (first >= 0)
    bh_compose_open (self, KEY, "ulimits");
  for (int i = first; i >= 0; i = next_of (self, i, "ulimit"))
    {
      const char *value = self->state->settings[i]->value->str;
      g_autofree char *name = g_strndup (value, strcspn (value, "="));
      const char *soft = strchr (value, '=');
      g_auto (GStrv) numbers = g_strsplit (soft != NULL ? soft + 1 : "", ":", 2);

      if (numbers[0] != NULL && numbers[1] != NULL)
        {
          bh_compose_open (self, ITEM, name);
          bh_compose_raw_pair (self, ITEM + 2, "soft", numbers[0], i);
          bh_compose_raw_pair (self, ITEM + 2, "hard", numbers[1], i);
        }
      else if (numbers[0] != NULL)
        bh_compose_raw_pair (self, ITEM, name, numbers[0], i);
    }
}

/* Compose wants a unit. */
void
bh_compose_write_stop (BhCompose *self)
{
  int setting = last_of (self, "stop-timeout");
  g_autofree char *text = setting >= 0 ? text_of (self, setting) : NULL;
  g_autofree char *seconds = text != NULL ? g_strconcat (text, "s", NULL) : NULL;

  if (setting >= 0)
    bh_compose_pair (self, KEY, "stop_grace_period", seconds, setting);
}

/* `all`, a number, or fields. */
void
bh_compose_write_gpus (BhCompose *self)
{
  int setting = last_of (self, "gpus");
  const BhText *value;
  g_autofree char *count = NULL;
  g_autofree char *device = NULL;
  g_autofree char *driver = NULL;
  g_autofree char *capabilities = NULL;
  BhMountField field;
  guint at = 0;

  if (setting < 0)
    return;
  value = self->state->settings[setting]->value;
  while (bh_csv_next (value, &at, &field))
    {
      char *text =
          bh_compose_dup_range (self, value, field.has_text ? field.text : field.key, setting);
      char **to = !field.has_text                                          ? &count
                  : bh_text_range_equal (value, field.key, "count")        ? &count
                  : bh_text_range_equal (value, field.key, "device")       ? &device
                  : bh_text_range_equal (value, field.key, "driver")       ? &driver
                  : bh_text_range_equal (value, field.key, "capabilities") ? &capabilities
                                                                           : NULL;

      if (to != NULL)
        {
          g_free (*to);
          *to = text;
        }
      else
        g_free (text);
    }
  bh_compose_open (self, KEY, "deploy");
  bh_compose_open (self, KEY + 2, "resources");
  bh_compose_open (self, KEY + 4, "reservations");
  bh_compose_open (self, KEY + 6, "devices");
  {
    g_auto (GStrv) words = g_strsplit (capabilities ? capabilities : "gpu", ",", -1);

    g_string_append_printf (self->out, "%*s- ", KEY + 8, "");
    bh_compose_open (self, 0, "capabilities");
    for (guint i = 0; words[i] != NULL; i++)
      bh_compose_item (self, KEY + 12, words[i], setting);
    if (capabilities != NULL && !g_strv_contains ((const char *const *) words, "gpu"))
      bh_compose_item (self, KEY + 12, "gpu", setting);
  }
  if (driver != NULL)
    bh_compose_pair (self, KEY + 10, "driver", driver, setting);
  if (device != NULL)
    {
      g_auto (GStrv) ids = g_strsplit (device, ",", -1);

      bh_compose_open (self, KEY + 10, "device_ids");
      for (guint i = 0; ids[i] != NULL; i++)
        bh_compose_item (self, KEY + 12, ids[i], setting);
    }
  else if (count != NULL)
    {
      if (g_str_equal (count, "all") || g_str_equal (count, "-1"))
        bh_compose_pair (self, KEY + 10, "count", "all", setting);
      else
        bh_compose_raw_pair (self, KEY + 10, "count", count, setting);
    }
}

static const struct
{
  const char *option;
  const char *key;
  const char *value_key;
} blkio_keys[] = {
  { "blkio-weight-device", "weight_device", "weight" },
  { "device-read-bps", "device_read_bps", "rate" },
  { "device-read-iops", "device_read_iops", "rate" },
  { "device-write-bps", "device_write_bps", "rate" },
  { "device-write-iops", "device_write_iops", "rate" },
};

static void
write_rates (BhCompose *self, guint row)
{
  int first = next_of (self, -1, blkio_keys[row].option);

  if (first >= 0)
    bh_compose_open (self, ITEM, blkio_keys[row].key);
  for (int i = first; i >= 0; i = next_of (self, i, blkio_keys[row].option))
    {
      const BhText *value = self->state->settings[i]->value;
      guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
      g_autofree char *path = bh_compose_dup_range (self, value, (BhRange){ 0, colon }, i);
      g_autofree char *rate =
          bh_compose_dup_range (self, value, (BhRange){ MIN (colon + 1, value->len), value->len },
                                i);

      g_string_append_printf (self->out, "%*s- ", ITEM + 2, "");
      bh_compose_pair (self, 0, "path", path, i);
      if (rate[strspn (rate, "0123456789")] == '\0')
        bh_compose_raw_pair (self, ITEM + 4, blkio_keys[row].value_key, rate, i);
      else
        bh_compose_pair (self, ITEM + 4, blkio_keys[row].value_key, rate, i);
    }
}

void
bh_compose_write_blkio (BhCompose *self)
{
  int weight = last_of (self, "blkio-weight");
  gboolean any = weight >= 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blkio_keys); i++)
    any = any || last_of (self, blkio_keys[i].option) >= 0;
  if (!any)
    return;
  bh_compose_open (self, KEY, "blkio_config");
  if (weight >= 0)
    {
      text = text_of (self, weight);
      bh_compose_raw_pair (self, ITEM, "weight", text, weight);
    }
  for (guint i = 0; i < G_N_ELEMENTS (blkio_keys); i++)
    write_rates (self, i);
}
