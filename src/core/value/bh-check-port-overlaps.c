/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-checks.h"
#include "value/bh-conflicts.h"
#include "value/bh-port.h"

/* The ports of the host that a setting takes for certain. */
typedef struct
{
  guint first;
  guint last;
  int setting;
  char *address; /* owned; "" for all of both families */
  char protocol; /* its first letter, in lower case */
} Taken;

static void
taken_clear (gpointer data)
{
  g_free (((Taken *) data)->address);
}

static gboolean
read_taken (const BhState *state, guint at, Taken *ret_taken)
{
  const BhText *value = state->settings[at]->value;
  BhPort port;
  guint n_host;

  if (!bh_port_parse (value, &port) || port.host_first == 0 ||
      bh_text_range_expands (value, port.address) || bh_text_range_expands (value, port.protocol))
    return FALSE;
  /* Of a range that serves one port, one that is free is taken. */
  n_host = port.host_last - port.host_first;
  if (n_host > 0 && n_host != port.container_last - port.container_first)
    return FALSE;
  *ret_taken = (Taken){
    .first = port.host_first,
    .last = port.host_last,
    .setting = (int) at,
    .address = port.address_ignored ? g_strdup ("") : bh_text_dup_range (value, port.address),
    .protocol = port.protocol.begin < port.protocol.end
                    ? g_ascii_tolower (value->str[port.protocol.begin])
                    : 't',
  };
  return TRUE;
}

static GArray *
collect (const BhState *state)
{
  const BhOption *option = bh_option_get ("publish");
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (Taken));

  g_array_set_clear_func (taken, taken_clear);
  for (guint i = 0; i < state->n_settings; i++)
    {
      Taken one;

      if (state->settings[i]->option == option && read_taken (state, i, &one))
        g_array_append_val (taken, one);
    }
  return taken;
}

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *x = a;
  const Taken *y = b;

  if (x->protocol != y->protocol)
    return x->protocol - y->protocol;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->setting - y->setting;
}

static void
report (const BhState *state, const Taken *a, const Taken *b, GPtrArray *problems)
{
  int later = MAX (a->setting, b->setting);
  const BhText *value = state->settings[later]->value;
  guint port = MAX (a->first, b->first);
  BhProblem *problem =
      bh_problem_new (later, BH_WHOLE (value), BH_STAGE_START,
                      _ ("Port %u of the host is taken by another --publish already: give one of "
                         "the two another port."),
                      port);

  problem->other = MIN (a->setting, b->setting);
  g_ptr_array_add (problems, problem);
}

/* IPv4 and IPv6 are two worlds, and no address at all is in both. */
#define N_FAMILIES 2

static gboolean
is_of_family (const Taken *taken, guint family)
{
  return *taken->address == '\0' || (strchr (taken->address, ':') != NULL) == (family == 1);
}

static gboolean
is_everywhere (const Taken *taken)
{
  return *taken->address == '\0' || g_str_equal (taken->address, "0.0.0.0") ||
         g_str_equal (taken->address, "::");
}

/* Of what came before, in the order of the first port, what reaches furthest: of a family, of those
 * on every address of a family, and of each address. */
typedef struct
{
  const Taken *all[N_FAMILIES];
  const Taken *everywhere[N_FAMILIES];
  GHashTable *by_address;
} Reach;

static void
extend (const Taken **furthest, const Taken *taken)
{
  if (*furthest == NULL || (*furthest)->last < taken->last)
    *furthest = taken;
}

static void
reach_add (Reach *self, const Taken *taken)
{
  const Taken *of_address = g_hash_table_lookup (self->by_address, taken->address);

  for (guint i = 0; i < N_FAMILIES; i++)
    if (is_of_family (taken, i))
      {
        extend (&self->all[i], taken);
        if (is_everywhere (taken))
          extend (&self->everywhere[i], taken);
      }
  extend (&of_address, taken);
  g_hash_table_replace (self->by_address, taken->address, (gpointer) of_address);
}

/* What takes one of the ports of TAKEN, or NULL. */
static const Taken *
reach_find (const Reach *self, const Taken *taken)
{
  const Taken *before = g_hash_table_lookup (self->by_address, taken->address);

  if (before != NULL && before->last >= taken->first)
    return before;
  for (guint i = 0; i < N_FAMILIES; i++)
    {
      before = is_everywhere (taken) ? self->all[i] : self->everywhere[i];
      if (is_of_family (taken, i) && before != NULL && before->last >= taken->first)
        return before;
    }
  return NULL;
}

static void
reach_reset (Reach *self)
{
  for (guint i = 0; i < N_FAMILIES; i++)
    self->all[i] = self->everywhere[i] = NULL;
  g_hash_table_remove_all (self->by_address);
}

static void
check_sorted (const BhState *state, const GArray *sorted, GPtrArray *problems)
{
  g_autoptr (GHashTable) by_address = g_hash_table_new (g_str_hash, g_str_equal);
  Reach reach = { .by_address = by_address };

  for (guint i = 0; i < sorted->len; i++)
    {
      const Taken *taken = &g_array_index (sorted, Taken, i);
      const Taken *before;

      if (i > 0 && taken->protocol != taken[-1].protocol)
        reach_reset (&reach);
      before = reach_find (&reach, taken);
      if (before != NULL)
        report (state, before, taken, problems);
      reach_add (&reach, taken);
    }
}

void
bh_check_port_overlaps (const BhState *state, GPtrArray *problems)
{
  g_autoptr (GArray) taken = collect (state);

  if (taken->len < 2)
    return;
  g_array_sort (taken, compare_taken);
  check_sorted (state, taken, problems);
}
