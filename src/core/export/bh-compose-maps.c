/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of a service that hold further keys. */
#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "run/bh-overriding.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

static int
last_of (BhCompose *self, const char *option)
{
  return bh_state_find_last (self->state, bh_option_get (option));
}

static char *
text_of (BhCompose *self, int setting)
{
  return bh_compose_dup_text (self, self->state->settings[setting]->value, setting);
}

static guint
equals_of (const BhText *value)
{
  return bh_text_find (value, 0, G_MAXUINT, '=');
}

/* NAME=VALUE settings, without those whose name comes again: the last one wins for docker, and
 * Compose refuses a key that is there twice. (transfer full) (element-type int) */
static GArray *
effective (BhCompose *self, const char *option)
{
  g_autofree int *overriding = bh_state_find_overriding (self->state, bh_option_get (option));
  GArray *settings = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = bh_compose_next (self, -1, option); i >= 0; i = bh_compose_next (self, i, option))
    if (overriding == NULL || overriding[i] < 0)
      g_array_append_val (settings, i);
  return settings;
}

/* As a key of its own: Compose does not look for variables in keys. */
static gboolean
has_plain_name (const BhText *value)
{
  return !bh_text_range_expands (value, (BhRange){ 0, equals_of (value) });
}

static void
write_pair (BhCompose *self, guint indent, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  guint equals = equals_of (value);
  g_autofree char *name = bh_text_dup_range (value, (BhRange){ 0, equals });
  BhRange rest = { MIN (equals + 1, value->len), value->len };
  g_autofree char *text = bh_compose_dup_range (self, value, rest, setting);

  bh_compose_pair (self, indent, name, text, setting);
}

/* A map as people write it; a list where a name stands alone, or the shell is to make one. */
void
bh_compose_write_environment (BhCompose *self)
{
  g_autoptr (GArray) settings = effective (self, "env");
  gboolean list = FALSE;

  for (guint i = 0; i < settings->len; i++)
    {
      const BhText *value = self->state->settings[g_array_index (settings, int, i)]->value;

      list = list || equals_of (value) == value->len || !has_plain_name (value);
    }
  if (settings->len > 0)
    bh_compose_open (self, KEY, "environment");
  for (guint i = 0; i < settings->len; i++)
    {
      int setting = g_array_index (settings, int, i);
      g_autofree char *text = NULL;

      if (!list)
        {
          write_pair (self, ITEM, setting);
          continue;
        }
      text = text_of (self, setting);
      bh_compose_item (self, ITEM, text, setting);
    }
}

static void
write_map (BhCompose *self, const char *option, guint indent, const char *key)
{
  g_autoptr (GArray) settings = effective (self, option);

  if (settings->len > 0)
    bh_compose_open (self, indent, key);
  for (guint i = 0; i < settings->len; i++)
    write_pair (self, indent + 2, g_array_index (settings, int, i));
}

void
bh_compose_write_storage (BhCompose *self)
{
  write_map (self, "storage-opt", KEY, "storage_opt");
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
  write_map (self, "log-opt", ITEM, "options");
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

static void
write_health_test (BhCompose *self)
{
  int test = last_of (self, "health-cmd");
  g_autofree char *command = NULL;

  if (test < 0 || self->state->settings[test]->value->len == 0)
    return;
  command = text_of (self, test);
  bh_compose_open (self, ITEM, "test");
  bh_compose_item (self, ITEM + 2, "CMD-SHELL", test);
  bh_compose_item (self, ITEM + 2, command, test);
}

void
bh_compose_write_healthcheck (BhCompose *self)
{
  int none = last_of (self, "no-healthcheck");

  if (none >= 0 && bh_setting_is_on (self->state->settings[none]))
    {
      bh_compose_open (self, KEY, "healthcheck");
      bh_compose_raw_pair (self, ITEM, "disable", "true", none);
      return;
    }
  if (!has_health (self))
    return;
  bh_compose_open (self, KEY, "healthcheck");
  write_health_test (self);
  for (guint i = 0; i < G_N_ELEMENTS (health_keys); i++)
    {
      int setting = last_of (self, health_keys[i].option);
      g_autofree char *text = setting >= 0 ? text_of (self, setting) : NULL;

      if (setting >= 0)
        (health_keys[i].number ? bh_compose_number_pair
                               : bh_compose_pair) (self, ITEM, health_keys[i].key, text, setting);
    }
}

void
bh_compose_write_ulimits (BhCompose *self)
{
  g_autoptr (GArray) settings = effective (self, "ulimit");

  if (settings->len > 0)
    bh_compose_open (self, KEY, "ulimits");
  for (guint i = 0; i < settings->len; i++)
    {
      int setting = g_array_index (settings, int, i);
      const BhText *value = self->state->settings[setting]->value;
      guint equals = equals_of (value);
      g_autofree char *name = bh_text_dup_range (value, (BhRange){ 0, equals });
      BhRange rest = { MIN (equals + 1, value->len), value->len };
      g_autofree char *limits = bh_compose_dup_range (self, value, rest, setting);
      g_auto (GStrv) numbers = g_strsplit (limits, ":", 2);

      if (numbers[0] != NULL && numbers[1] != NULL)
        {
          bh_compose_open (self, ITEM, name);
          bh_compose_number_pair (self, ITEM + 2, "soft", numbers[0], setting);
          bh_compose_number_pair (self, ITEM + 2, "hard", numbers[1], setting);
        }
      else if (numbers[0] != NULL)
        bh_compose_number_pair (self, ITEM, name, numbers[0], setting);
    }
}
