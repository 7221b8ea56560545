/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "value/bh-conflicts.h"
#include "value/bh-network.h"
#include "value/bh-problem.h"

static const BhText *
value_of (const BhState *state, int setting)
{
  return state->settings[setting]->value;
}

static BhProblem *
add (GPtrArray *problems,
     const BhState *state,
     int setting,
     int other,
     BhStage stage,
     const char *message)
{
  const BhText *value = value_of (state, setting);
  BhProblem *problem = bh_problem_new (setting, (BhRange){ 0, value->len }, stage, "%s", message);

  problem->other = other;
  g_ptr_array_add (problems, problem);
  return problem;
}

/* The client adds what such an option says to the first network, whose long form may say it, too.
 */
static void
check_first (const BhState *state, int network, GPtrArray *problems)
{
  static const struct
  {
    const char *option;
    const char *field;
  } both[] = {
    { "network-alias", "alias" },
    { "ip", "ip" },
    { "ip6", "ip6" },
    { "mac-address", "mac-address" },
    { "link-local-ip", "link-local-ip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      int at = bh_state_find_last (state, bh_option_get (both[i].option));

      if (at >= 0 && value_of (state, at)->len > 0 &&
          bh_network_has_field (value_of (state, network), both[i].field))
        add (problems, state, at, network, BH_STAGE_CLIENT,
             _ ("The same is said in the --network: keep it there, or here."));
    }
}

static void
check_alias (const BhState *state, int setting, const BhNetwork *network, GPtrArray *problems)
{
  if (network->long_form && network->mode != BH_NETWORK_USER &&
      bh_network_has_field (value_of (state, setting), "alias"))
    add (problems, state, setting, -1, BH_STAGE_CLIENT,
         _ ("Only networks of your own know containers by name. Make one with “docker network "
            "create” to use an alias."));
}

/* One network beside the first. */
static void
check_further (const BhState *state,
               int first,
               gboolean first_is_own,
               int setting,
               const BhNetwork *network,
               GPtrArray *problems)
{
  gboolean is_own = network->mode == BH_NETWORK_USER;

  if (is_own != first_is_own)
    add (problems, state, setting, first, BH_STAGE_CLIENT,
         _ ("A network of your own does not go together with bridge, host, none or another "
            "container's: keep one of the two."));
  else if (is_own)
    add (problems, state, setting, first, BH_STAGE_CREATE,
         _ ("Engines before Docker 25 take one network at first: join the others later with "
            "“docker "
            "network connect”."))
        ->depends = TRUE;
  else
    add (problems, state, setting, first, BH_STAGE_CREATE,
         _ ("A container is on one of bridge, host, none or another container's network: keep one "
            "of the two."));
}

/* (transfer full): the name as the client has it. */
static char *
dup_name (const BhText *value, const BhNetwork *network)
{
  g_autofree char *name = bh_text_dup_range (value, network->name);

  /* "container:x" and a network x are two. */
  if (network->mode == BH_NETWORK_CONTAINER)
    return g_strconcat ("container:", name, NULL);
  return network->long_form ? g_ascii_strdown (name, -1) : g_steal_pointer (&name);
}

static void
check_several (const BhState *state, int first, GPtrArray *problems)
{
  const BhOption *option = state->settings[first]->option;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean first_is_own = FALSE;

  for (int i = first; i >= 0; i = bh_state_find (state, (guint) i + 1, option))
    {
      BhNetwork network;
      g_autofree char *name = NULL;
      gpointer before;

      bh_network_parse (value_of (state, i), &network);
      check_alias (state, i, &network, problems);
      if (bh_text_range_expands (value_of (state, i), network.name))
        continue;
      name = dup_name (value_of (state, i), &network);
      if (g_hash_table_size (names) == 0)
        first_is_own = network.mode == BH_NETWORK_USER;
      else if (g_hash_table_lookup_extended (names, name, NULL, &before))
        add (problems, state, i, GPOINTER_TO_INT (before), BH_STAGE_CLIENT,
             _ ("The network is there already: leave out one of the two."));
      else
        check_further (state, first, first_is_own, i, &network, problems);
      g_hash_table_insert (names, g_steal_pointer (&name), GINT_TO_POINTER (i));
    }
}

void
bh_check_networks (const BhState *state, GPtrArray *problems)
{
  const BhOption *option = bh_option_get ("network");
  int first = bh_state_find (state, 0, option);
  BhNetwork network;

  if (first < 0)
    return;
  bh_network_parse (value_of (state, first), &network);
  if (network.long_form)
    check_first (state, first, problems);
  if (network.long_form || bh_state_find_last (state, option) != first)
    check_several (state, first, problems);
}
