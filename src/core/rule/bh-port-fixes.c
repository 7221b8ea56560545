/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-port-fixes.h"

#include "rule/bh-facts.h"
#include "value/bh-port.h"

/* A published port and where it stands. */
typedef struct
{
  const BhText *text;
  BhPort port;
} Pieces;

/* FALSE when the first cause is not (or no longer) a published port. */
static gboolean
split (const BhState *state, const BhFinding *finding, Pieces *ret_pieces)
{
  int index = finding->n_settings > 0 ? finding->settings[0] : -1;

  if (index < 0 || (guint) index >= state->n_settings ||
      !bh_setting_is (state->settings[index], bh_option_get ("publish")))
    return FALSE;
  ret_pieces->text = state->settings[index]->value;
  return bh_port_parse (ret_pieces->text, &ret_pieces->port);
}

/* ADDRESS, HOST and CONTAINER may be NULL: as they were. */
static BhState *
rewrite (const BhState *state,
         const BhFinding *finding,
         const Pieces *pieces,
         const char *address,
         const char *host,
         const char *container)
{
  const BhPort *port = &pieces->port;
  g_autoptr (BhText) new_address =
      address != NULL ? bh_text_new (address) : bh_text_sub (pieces->text, port->address);
  g_autoptr (BhText) new_host =
      host != NULL ? bh_text_new (host) : bh_text_sub (pieces->text, port->host);
  g_autoptr (BhText) new_container =
      container != NULL ? bh_text_new (container) : bh_text_sub (pieces->text, port->container);
  g_autoptr (BhText) protocol = bh_text_sub (pieces->text, port->protocol);
  g_autoptr (BhSetting) setting =
      bh_setting_new_take (bh_option_get ("publish"),
                           bh_port_print (new_address, new_host, new_container, protocol), NULL);

  return bh_state_replace (state, finding->settings[0], setting);
}

/* (transfer full): "80" or "80-82". */
static char *
print_numbers (guint first, guint last)
{
  return first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u-%u", first, last);
}

BhState *
bh_fix_port_address (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;

  if (!split (state, finding, &pieces))
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, fix->parameter, NULL, NULL);
}

BhState *
bh_fix_port_short_form (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  Pieces pieces;

  if (!split (state, finding, &pieces))
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, NULL, NULL, NULL);
}

static gboolean
is_taken (const BhState *state, const BhFinding *finding, guint first, guint last)
{
  const BhOption *publish = bh_option_get ("publish");

  for (int i = bh_state_find (state, 0, publish); i >= 0; i = bh_state_find (state, i + 1, publish))
    {
      BhPort port;

      if (i != finding->settings[0] && bh_port_parse (state->settings[i]->value, &port) &&
          port.host_first != 0 && port.host_first <= last && first <= port.host_last)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) (nullable): as many numbers from FIRST on, or the next ones that are free. */
static char *
find_free (const BhState *state, const BhFinding *finding, guint first, guint last)
{
  for (guint tries = 0; tries < 1000 && last <= G_MAXUINT16; tries++, first++, last++)
    if (!is_taken (state, finding, first, last))
      return print_numbers (first, last);
  return NULL;
}

/* Websites are looked for at 80 and 443. */
static gboolean
is_web (const BhPort *port)
{
  return port->host_first == port->host_last && (port->host_first == 80 || port->host_first == 443);
}

BhState *
bh_fix_port_raise (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree char *host = NULL;
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.port.host_first == 0 ||
      pieces.port.host_first >= 1024 || is_web (&pieces.port))
    return bh_state_ref ((BhState *) state);
  host = find_free (state, finding, pieces.port.host_first + 8000, pieces.port.host_last + 8000);
  if (host == NULL)
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, NULL, host, NULL);
}

/* The port of the container itself, or above the ports of the system where it is one of them. */
BhState *
bh_fix_port_pin (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autofree char *host = NULL;
  Pieces pieces;
  guint up;

  if (!split (state, finding, &pieces) || pieces.port.host_first != 0 ||
      pieces.port.container_first == 0 || bh_text_range_expands (pieces.text, pieces.port.host))
    return bh_state_ref ((BhState *) state);
  up = pieces.port.container_first < 1024 ? 8000 : 0;
  host =
      find_free (state, finding, pieces.port.container_first + up, pieces.port.container_last + up);
  if (host == NULL)
    return bh_state_ref ((BhState *) state);
  return rewrite (state, finding, &pieces, NULL, host, NULL);
}

BhState *
bh_fix_port_narrow (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  guint more = (guint) g_ascii_strtoull (fix->parameter, NULL, 10) - 1;
  g_autofree char *host = NULL;
  g_autofree char *container = NULL;
  Pieces pieces;

  if (!split (state, finding, &pieces) || pieces.port.container_first == 0 ||
      pieces.port.container_last - pieces.port.container_first <= more ||
      bh_text_range_expands (pieces.text, pieces.port.host))
    return bh_state_ref ((BhState *) state);
  container = print_numbers (pieces.port.container_first, pieces.port.container_first + more);
  if (pieces.port.host_first != 0)
    host = print_numbers (pieces.port.host_first, pieces.port.host_first + more);
  return rewrite (state, finding, &pieces, NULL, host, container);
}

BhState *
bh_fix_leave_host_network (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);

  return facts->network == BH_NETWORK_HOST ? bh_state_remove_all (state, bh_option_get ("network"))
                                           : bh_state_ref ((BhState *) state);
}

BhState *
bh_fix_remove_ports (const BhState *state, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) named = bh_state_remove_all (state, bh_option_get ("publish"));

  return bh_state_remove_all (named, bh_option_get ("publish-all"));
}
