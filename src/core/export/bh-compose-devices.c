/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT
/* deploy.resources.reservations.devices: what each of them says. */
#define REQUEST (KEY + 10)

/* VENDOR/CLASS=NAME: not a path but the name of a device that the runtime knows (CDI). */
static gboolean
is_named_device (const BhText *value)
{
  return value->str[0] != '/' && strchr (value->str, '/') != NULL &&
         bh_text_find (value, 0, G_MAXUINT, '=') < value->len;
}

/* Behind one colon docker takes a word of r, w and m for what is allowed, Compose for a path. */
static gboolean
is_access_alone (const BhText *value, guint *ret_colon)
{
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  const char *access = value->str + MIN (colon + 1, value->len);

  *ret_colon = colon;
  return *access != '\0' && access[strspn (access, "rwm")] == '\0';
}

static void
write_device (BhCompose *self, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  g_autofree char *text = bh_compose_dup_text (self, value, setting);
  g_autofree char *whole = NULL;
  guint colon;

  if (is_access_alone (value, &colon))
    {
      g_autofree char *path = bh_compose_dup_range (self, value, (BhRange){ 0, colon }, setting);

      whole = g_strdup_printf ("%s:%s", path, text);
    }
  bh_compose_item (self, ITEM, whole != NULL ? whole : text, setting);
}

void
bh_compose_write_devices (BhCompose *self)
{
  gboolean opened = FALSE;

  for (int i = bh_compose_next (self, -1, "device"); i >= 0;
       i = bh_compose_next (self, i, "device"))
    {
      if (is_named_device (self->state->settings[i]->value))
        continue;
      if (!opened)
        bh_compose_open (self, KEY, "devices");
      opened = TRUE;
      write_device (self, i);
    }
}

/* The fields of --gpus, each as Compose gets it, or NULL. */
typedef struct
{
  char *count;
  char *device;
  char *driver;
  char *capabilities;
  char *options;
} Gpus;

static void
gpus_clear (Gpus *self)
{
  g_free (self->count);
  g_free (self->device);
  g_free (self->driver);
  g_free (self->capabilities);
  g_free (self->options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gpus, gpus_clear)

static void
read_gpus (BhCompose *self, const BhText *value, int setting, Gpus *ret_gpus)
{
  static const struct
  {
    const char *key;
    gsize offset;
  } fields[] = {
    { "count", G_STRUCT_OFFSET (Gpus, count) },
    { "device", G_STRUCT_OFFSET (Gpus, device) },
    { "driver", G_STRUCT_OFFSET (Gpus, driver) },
    { "capabilities", G_STRUCT_OFFSET (Gpus, capabilities) },
    { "options", G_STRUCT_OFFSET (Gpus, options) },
  };
  BhMountField field;
  guint at = 0;

  while (bh_csv_next (value, &at, &field))
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      if (field.has_text ? bh_text_range_equal (value, field.key, fields[i].key) : i == 0)
        {
          char **to = &G_STRUCT_MEMBER (char *, ret_gpus, fields[i].offset);

          g_free (*to);
          *to = bh_compose_dup_field (self, value, &field, setting);
        }
}

static void
write_words (BhCompose *self, const char *key, const char *list, int setting)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);

  bh_compose_open (self, REQUEST, key);
  for (guint i = 0; words[i] != NULL; i++)
    bh_compose_item (self, REQUEST + 2, words[i], setting);
}

/* Capabilities stand first: the only key that has to be there. */
static void
write_capabilities (BhCompose *self, const char *wanted, int setting)
{
  g_auto (GStrv) words = g_strsplit (wanted != NULL ? wanted : "gpu", ",", -1);

  bh_compose_open_item (self, REQUEST - 2);
  bh_compose_open (self, REQUEST, "capabilities");
  for (guint i = 0; words[i] != NULL; i++)
    bh_compose_item (self, REQUEST + 2, words[i], setting);
  if (!g_strv_contains ((const char *const *) words, "gpu"))
    bh_compose_item (self, REQUEST + 2, "gpu", setting);
}

static void
write_options (BhCompose *self, const char *list, int setting)
{
  write_words (self, "options", list, setting);
  bh_compose_note_version (self, setting, "options");
}

static void
write_gpus (BhCompose *self, int setting)
{
  g_auto (Gpus) gpus = { NULL };
  const char *count;

  read_gpus (self, self->state->settings[setting]->value, setting, &gpus);
  /* Where nothing is said the client asks for one, Compose for all. */
  count = gpus.count != NULL ? gpus.count : "1";
  write_capabilities (self, gpus.capabilities, setting);
  if (gpus.driver != NULL)
    bh_compose_pair (self, REQUEST, "driver", gpus.driver, setting);
  if (gpus.device != NULL)
    write_words (self, "device_ids", gpus.device, setting);
  else if (g_str_equal (count, "-1"))
    bh_compose_pair (self, REQUEST, "count", "all", setting);
  else
    bh_compose_number_pair (self, REQUEST, "count", count, setting);
  if (gpus.device != NULL && gpus.count != NULL)
    bh_compose_note (self, BH_NOTE_LOST, setting,
                     _ ("Compose takes either “device_ids” or “count”: the number %s is left out."),
                     count);
  if (gpus.options != NULL && *gpus.options != '\0')
    write_options (self, gpus.options, setting);
}

static void
write_named_devices (BhCompose *self, int first)
{
  write_capabilities (self, NULL, first); /* which have to be there, and do nothing */
  bh_compose_raw_pair (self, REQUEST, "driver", "cdi", first);
  bh_compose_open (self, REQUEST, "device_ids");
  for (int i = first; i >= 0; i = bh_compose_next (self, i, "device"))
    if (is_named_device (self->state->settings[i]->value))
      {
        g_autofree char *name = bh_compose_dup_text (self, self->state->settings[i]->value, i);

        bh_compose_item (self, REQUEST + 2, name, i);
      }
}

void
bh_compose_write_reservations (BhCompose *self)
{
  int gpus = bh_state_find_last (self->state, bh_option_get ("gpus"));
  int named = bh_compose_next (self, -1, "device");

  while (named >= 0 && !is_named_device (self->state->settings[named]->value))
    named = bh_compose_next (self, named, "device");
  if (gpus < 0 && named < 0)
    return;
  bh_compose_open (self, KEY, "deploy");
  bh_compose_open (self, KEY + 2, "resources");
  bh_compose_open (self, KEY + 4, "reservations");
  bh_compose_open (self, KEY + 6, "devices");
  if (gpus >= 0)
    write_gpus (self, gpus);
  if (named >= 0)
    write_named_devices (self, named);
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
write_rate (BhCompose *self, const char *key, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  g_autofree char *path = bh_compose_dup_range (self, value, (BhRange){ 0, colon }, setting);
  BhRange rest = { MIN (colon + 1, value->len), value->len };
  g_autofree char *rate = bh_compose_dup_range (self, value, rest, setting);

  bh_compose_open_item (self, ITEM + 2);
  bh_compose_pair (self, ITEM + 4, "path", path, setting);
  bh_compose_number_pair (self, ITEM + 4, key, rate, setting);
}

static void
write_rates (BhCompose *self, guint row)
{
  int first = bh_compose_next (self, -1, blkio_keys[row].option);

  if (first >= 0)
    bh_compose_open (self, ITEM, blkio_keys[row].key);
  for (int i = first; i >= 0; i = bh_compose_next (self, i, blkio_keys[row].option))
    write_rate (self, blkio_keys[row].value_key, i);
}

void
bh_compose_write_blkio (BhCompose *self)
{
  int weight = bh_state_find_last (self->state, bh_option_get ("blkio-weight"));
  gboolean any = weight >= 0;

  for (guint i = 0; i < G_N_ELEMENTS (blkio_keys); i++)
    any = any || bh_compose_next (self, -1, blkio_keys[i].option) >= 0;
  if (!any)
    return;
  bh_compose_open (self, KEY, "blkio_config");
  if (weight >= 0)
    {
      g_autofree char *text =
          bh_compose_dup_text (self, self->state->settings[weight]->value, weight);

      bh_compose_number_pair (self, ITEM, "weight", text, weight);
    }
  for (guint i = 0; i < G_N_ELEMENTS (blkio_keys); i++)
    write_rates (self, i);
}
