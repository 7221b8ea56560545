/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-byte-size.h"
#include "value/bh-number.h"
#include "value/bh-port.h"

#define KEY BH_COMPOSE_KEY_INDENT
#define ITEM BH_COMPOSE_ITEM_INDENT

/* More ports than that are not listed one by one. */
#define MAX_EXPOSED 256

static char *
text_of (BhCompose *self, int setting)
{
  return bh_compose_dup_text (self, self->state->settings[setting]->value, setting);
}

void
bh_compose_write_image (BhCompose *self)
{
  g_autofree char *image = NULL;

  if (self->state->image == NULL && self->image_kept)
    return;
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
  int setting = bh_state_find_last (self->state, bh_option_get ("entrypoint"));
  g_autofree char *text = NULL;

  if (setting < 0)
    return;
  text = text_of (self, setting);
  bh_compose_open (self, KEY, "entrypoint");
  bh_compose_item (self, ITEM, text, setting);
}

/* Compose wants a unit. */
void
bh_compose_write_stop (BhCompose *self)
{
  int setting = bh_state_find_last (self->state, bh_option_get ("stop-timeout"));
  g_autofree char *text = setting >= 0 ? text_of (self, setting) : NULL;
  g_autofree char *seconds = text != NULL ? g_strconcat (text, "s", NULL) : NULL;

  if (setting >= 0)
    bh_compose_pair (self, KEY, "stop_grace_period", seconds, setting);
}

/* Whether a port has to be written anew: Compose has other words for the long form, of which the
 * client drops the address, and wants brackets round an address with colons. */
static gboolean
must_print_port (const BhText *value, BhPort *ret_port)
{
  if (!bh_port_parse (value, ret_port))
    return FALSE;
  if (ret_port->long_form)
    return TRUE;
  return ret_port->address.end > ret_port->address.begin && ret_port->address.begin == 0 &&
         bh_text_find (value, 0, ret_port->address.end, ':') < ret_port->address.end;
}

static char *
dup_port (BhCompose *self, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  g_autoptr (BhText) address = NULL;
  g_autoptr (BhText) host = NULL;
  g_autoptr (BhText) container = NULL;
  g_autoptr (BhText) protocol = NULL;
  g_autoptr (BhText) printed = NULL;
  BhPort port;

  if (!must_print_port (value, &port))
    return bh_compose_dup_text (self, value, setting);
  if (!port.address_ignored)
    address = bh_text_sub (value, port.address);
  host = bh_text_sub (value, port.host);
  container = bh_text_sub (value, port.container);
  protocol = bh_text_sub (value, port.protocol);
  printed = bh_port_print (address, host, container, protocol);
  return bh_compose_dup_text (self, printed, setting);
}

void
bh_compose_write_ports (BhCompose *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = bh_compose_next (self, -1, "publish"); i >= 0;
       i = bh_compose_next (self, i, "publish"))
    {
      char *text = dup_port (self, i);

      if (g_hash_table_size (seen) == 0)
        bh_compose_open (self, KEY, "ports");
      if (!g_hash_table_contains (seen, text))
        bh_compose_item (self, ITEM, text, i);
      g_hash_table_add (seen, text);
    }
}

/* The client asks for each port of a range, Compose for none. */
static void
write_exposed_range (BhCompose *self, const BhPort *port, int setting)
{
  const BhText *value = self->state->settings[setting]->value;
  const char *protocol = value->str + port->container.end;

  for (guint number = port->container_first; number <= port->container_last; number++)
    {
      g_autofree char *text = g_strdup_printf ("%u%s", number, protocol);

      bh_compose_item (self, ITEM, text, setting);
    }
}

void
bh_compose_write_expose (BhCompose *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = bh_compose_next (self, -1, "expose"); i >= 0;
       i = bh_compose_next (self, i, "expose"))
    {
      const BhText *value = self->state->settings[i]->value;
      g_autofree char *text = NULL;
      BhPort port;

      if (g_hash_table_size (seen) == 0)
        bh_compose_open (self, KEY, "expose");
      if (!g_hash_table_add (seen, (gpointer) value->str))
        continue;
      if (bh_port_parse (value, &port) && port.container_last > port.container_first &&
          port.container_last - port.container_first < MAX_EXPOSED)
        {
          write_exposed_range (self, &port, i);
          continue;
        }
      text = text_of (self, i);
      bh_compose_item (self, ITEM, text, i);
      if (strchr (value->str, '-') != NULL)
        bh_compose_note (self, BH_NOTE_CHANGED, i,
                         _ ("Some versions of Compose do not understand a range of ports under "
                            "“expose”: list those that matter."));
    }
}

/* The client's word for the profile that is used anyway; Compose would look for a file. */
static gboolean
is_builtin_seccomp (const BhText *value)
{
  return g_str_equal (value->str, "seccomp=builtin") || g_str_equal (value->str, "seccomp:builtin");
}

void
bh_compose_write_security (BhCompose *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = bh_compose_next (self, -1, "security-opt"); i >= 0;
       i = bh_compose_next (self, i, "security-opt"))
    {
      const BhText *value = self->state->settings[i]->value;
      g_autofree char *text = NULL;

      if (is_builtin_seccomp (value))
        {
          bh_compose_note (self, BH_NOTE_LOST, i,
                           _ ("Compose takes “builtin” for the name of a file. It is left out: "
                              "without it the engine uses its own profile, too."));
          continue;
        }
      if (g_hash_table_size (seen) == 0)
        bh_compose_open (self, KEY, "security_opt");
      if (!g_hash_table_add (seen, (gpointer) value->str))
        continue;
      text = text_of (self, i);
      bh_compose_item (self, ITEM, text, i);
    }
}

/* The length of digits with a point between them, as Compose reads every number. */
static gsize
plain_number_len (const char *str)
{
  gsize len = strspn (str, "0123456789");

  if (len > 0 && str[len] == '.' && g_ascii_isdigit (str[len + 1]))
    len += 1 + strspn (str + len + 1, "0123456789");
  return len;
}

char *
bh_compose_dup_cpus (const char *text)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  guint decimals;
  double cpus;

  if (text[plain_number_len (text)] == '\0' || !bh_rational_parse (text, &cpus, &decimals))
    return g_strdup (text);
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.9g", cpus));
}

char *
bh_compose_dup_size (const char *text)
{
  const char *unit = text + plain_number_len (text);
  guint64 bytes;

  if (*unit == ' ')
    unit++;
  while (g_ascii_isalpha (*unit))
    unit++;
  if ((*unit == '\0' && g_ascii_isdigit (*text)) || !bh_byte_size_parse (text, &bytes))
    return g_strdup (text);
  return g_strdup_printf ("%" G_GUINT64_FORMAT, bytes);
}
