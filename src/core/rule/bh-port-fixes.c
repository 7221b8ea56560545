/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-port-fixes.h"

#include <stdlib.h>
#include <string.h>

/* The pieces of a published port, as written; empty where there is none. */
typedef struct
{
  const BhText *text;
  BhRange address;
  BhRange host;
  BhRange container; /* in the short form with the protocol */
  BhRange protocol;  /* in the long form */
} Pieces;

static gboolean
is_empty (BhRange range)
{
  return range.begin == range.end;
}

/* ADDRESS:HOST:CONTAINER/PROTOCOL */
static void
split_short (Pieces *self)
{
  guint end = self->text->len;
  guint colon = bh_text_rfind (self->text, 0, end, ':');

  self->container = (BhRange){ colon == G_MAXUINT ? 0 : colon + 1, end };
  if (colon == G_MAXUINT)
    return;
  end = colon;
  colon = bh_text_rfind (self->text, 0, end, ':');
  self->host = (BhRange){ colon == G_MAXUINT ? 0 : colon + 1, end };
  if (colon != G_MAXUINT)
    self->address = (BhRange){ 0, colon };
}

static void
take_field (Pieces *self, BhRange key, BhRange value)
{
  if (bh_text_range_equal (self->text, key, "published"))
    self->host = value;
  else if (bh_text_range_equal (self->text, key, "target"))
    self->container = value;
  else if (bh_text_range_equal (self->text, key, "protocol"))
    self->protocol = value;
  else if (bh_text_range_equal (self->text, key, "host_ip"))
    self->address = value;
}

/* published=HOST,target=CONTAINER,protocol=PROTOCOL */
static void
split_long (Pieces *self)
{
  for (guint begin = 0; begin < self->text->len;)
    {
      guint end = bh_text_find (self->text, begin, G_MAXUINT, ',');
      guint equals = bh_text_find (self->text, begin, end, '=');

      if (equals < end)
        take_field (self, (BhRange){ begin, equals }, (BhRange){ equals + 1, end });
      begin = end + 1;
    }
}

/* FALSE when the first cause is not (or no longer) a published port. */
static gboolean
split (const BhState *state, const BhFinding *finding, Pieces *ret_pieces)
{
  const BhSetting *setting;
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;

  if (index < 0 || (guint) index >= state->n_settings)
    return FALSE;
  setting = state->settings[index];
  if (!bh_setting_is (setting, bh_option_get ("publish")))
    return FALSE;
  *ret_pieces = (Pieces){ .text = setting->value };
  if (bh_text_find (setting->value, 0, G_MAXUINT, '=') < setting->value->len)
    split_long (ret_pieces);
  else
    split_short (ret_pieces);
  return TRUE;
}

static void
append_address (BhTextBuilder *builder, const Pieces *pieces)
{
  BhRange range = pieces->address;
  guint colon = bh_text_find (pieces->text, range.begin, range.end, ':');
  gboolean brackets = colon < range.end && pieces->text->str[range.begin] != '[';

  if (is_empty (range))
    return;
  if (brackets)
    bh_text_builder_append_c (builder, '[');
  bh_text_builder_append_range (builder, pieces->text, range);
  bh_text_builder_append (builder, brackets ? "]:" : ":", -1);
}

static void
append_container (BhTextBuilder *builder, const Pieces *pieces)
{
  bh_text_builder_append_range (builder, pieces->text, pieces->container);
  if (is_empty (pieces->protocol))
    return;
  bh_text_builder_append_c (builder, '/');
  bh_text_builder_append_range (builder, pieces->text, pieces->protocol);
}

/* ADDRESS and HOST may be NULL: as they were. */
static BhState *
rewrite (const BhState *state,
         const BhFinding *finding,
         const Pieces *pieces,
         const char *address,
         const char *host)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhSetting) setting = NULL;

  bh_text_builder_init (&builder);
  if (address != NULL)
    {
      bh_text_builder_append (&builder, address, -1);
      bh_text_builder_append_c (&builder, ':');
    }
  else
    append_address (&builder, pieces);
  if (host != NULL)
    bh_text_builder_append (&builder, host, -1);
  else
    bh_text_builder_append_range (&builder, pieces->text, pieces->host);
  bh_text_builder_append_c (&builder, ':');
  append_container (&builder, pieces);

  setting = bh_setting_new_take (bh_option_get ("publish"), bh_text_builder_end (&builder), NULL);
  return bh_state_replace (state, finding->settings[0], setting);
}

/* (transfer full) (nullable): "80" or "80-82" with something added to each number. */
static char *
shift_numbers (const Pieces *pieces, BhRange range, guint by)
{
  g_autofree char *str = bh_text_dup_range (pieces->text, range);
  char *dash = NULL;
  guint first = strtoul (str, &dash, 10);

  if (first == 0)
    return NULL;
  if (*dash == '-')
    return g_strdup_printf ("%u-%lu", first + by, strtoul (dash + 1, NULL, 10) + by);
  return g_strdup_printf ("%u", first + by);
}

BhState *
bh_fix_port_address (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;

  if (!split (state, finding, &pieces))
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, fix->parameter, NULL);
}

BhState *
bh_fix_port_short_form (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;

  if (!split (state, finding, &pieces))
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, NULL, NULL);
}

BhState *
bh_fix_port_raise (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;
  g_autofree char *host = NULL;

  if (split (state, finding, &pieces))
    host = shift_numbers (&pieces, pieces.host, 8000);
  if (host == NULL || strtoul (host, NULL, 10) >= 8000 + 1024)
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, NULL, host);
}

/* The port of the container itself, or above the ports of the system where it is one of them. */
BhState *
bh_fix_port_pin (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;
  g_autofree char *host = NULL;

  if (!split (state, finding, &pieces) || bh_text_range_expands (pieces.text, pieces.container) ||
      !(is_empty (pieces.host) || bh_text_range_equal (pieces.text, pieces.host, "0")))
    return bh_state_ref ((BhState *) state);
  host = shift_numbers (&pieces, pieces.container, 0);
  if (host != NULL && strtoul (host, NULL, 10) < 1024)
    {
      g_free (host);
      host = shift_numbers (&pieces, pieces.container, 8000);
    }
  return rewrite (state, finding, &pieces, NULL, host);
}

BhState *
bh_fix_remove_ports (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) named = bh_state_remove_all (state, bh_option_get ("publish"));

  return bh_state_remove_all (named, bh_option_get ("publish-all"));
}
