/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that rest on networks, ports and variables. */

#include "rule/bh-path-steps.h"

#include <string.h>

#include "rule/bh-checks.h"
#include "rule/bh-port-checks.h"
#include "value/bh-secret.h"

gboolean
bh_step_network (const BhFacts *facts, guint value, GArray *causes)
{
  if (facts->network_setting >= 0)
    g_array_append_val (causes, facts->network_setting);
  return facts->network == (BhNetworkMode) value;
}

/* Only on the default network does a link tell of a neighbour there. */
gboolean
bh_step_links (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  for (int i = bh_check_find (facts, 0, "link"); i >= 0; i = bh_check_find (facts, i + 1, "link"))
    g_array_append_val (causes, i);
  return causes->len > before;
}

typedef gboolean (*PortTest) (const BhPortFact *port);

/* A published port that TEST is true of; with the host's network none is. */
static gboolean
add_ports (const BhFacts *facts, PortTest test, GArray *causes)
{
  const guint before = causes->len;

  for (guint i = 0; i < facts->ports->len; i++)
    if (test (bh_facts_port (facts, i)))
      g_array_append_val (causes, bh_facts_port (facts, i)->setting);
  return causes->len > before;
}

static gboolean
is_loopback (const BhPortFact *port)
{
  return port->loopback;
}

static gboolean
is_delicate_loopback (const BhPortFact *port)
{
  return port->loopback && port->delicate;
}

static gboolean
is_open (const BhPortFact *port)
{
  return port->all_addresses;
}

static gboolean
is_delicate_open (const BhPortFact *port)
{
  return port->all_addresses && port->delicate;
}

static gboolean
is_open_data_store (const BhPortFact *port)
{
  return port->all_addresses && port->data_store;
}

gboolean
bh_step_loopback_port (const BhFacts *facts, guint value, GArray *causes)
{
  return add_ports (facts, is_loopback, causes);
}

gboolean
bh_step_open_port (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_check_ports_are_published (facts) && add_ports (facts, is_open, causes);
}

gboolean
bh_step_delicate_open_port (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_check_ports_are_published (facts) && add_ports (facts, is_delicate_open, causes);
}

gboolean
bh_step_delicate_loopback_port (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_check_ports_are_published (facts) && add_ports (facts, is_delicate_loopback, causes);
}

gboolean
bh_step_data_store_open (const BhFacts *facts, guint value, GArray *causes)
{
  return bh_check_ports_are_published (facts) && add_ports (facts, is_open_data_store, causes);
}

typedef gboolean (*VariableTest) (const BhVariableFact *variable);

static gboolean
add_variables (const BhFacts *facts, VariableTest test, GArray *causes)
{
  const guint before = causes->len;

  for (guint i = 0; i < facts->variables->len; i++)
    if (test (bh_facts_variable (facts, i)))
      g_array_append_val (causes, bh_facts_variable (facts, i)->setting);
  return causes->len > before;
}

/* Passwords that every guesser tries first, and the switches that ask for none. */
static gboolean
is_weak (const BhVariableFact *variable)
{
  if (variable->value == NULL || variable->expands)
    return FALSE;
  if (strstr (variable->name, "ALLOW_EMPTY") != NULL)
    return *variable->value != '\0' && g_ascii_strcasecmp (variable->value, "no") != 0;
  if (g_str_equal (variable->name, "POSTGRES_HOST_AUTH_METHOD"))
    return g_str_equal (variable->value, "trust");
  return variable->names_secret && bh_secret_is_guessable (variable->value);
}

gboolean
bh_step_weak_password (const BhFacts *facts, guint value, GArray *causes)
{
  return add_variables (facts, is_weak, causes);
}

static gboolean
is_told (const BhFacts *facts, const char *word)
{
  const BhState *state = facts->state;

  for (guint i = 0; i < state->n_command; i++)
    if (g_str_has_prefix (state->command[i]->str, word))
      return TRUE;
  for (guint i = 0; i < facts->variables->len; i++)
    if (g_str_has_prefix (bh_facts_variable (facts, i)->name, word))
      return TRUE;
  return FALSE;
}

/* A file of settings may say anything. */
static gboolean
has_settings_file (const BhState *state)
{
  for (guint i = 0; i < state->n_command; i++)
    if (g_str_has_suffix (state->command[i]->str, ".conf") ||
        g_str_has_suffix (state->command[i]->str, ".yaml"))
      return TRUE;
  return FALSE;
}

gboolean
bh_step_open_image (const BhFacts *facts, guint value, GArray *causes)
{
  const int image = BH_FINDING_IMAGE;
  g_auto (GStrv) words = NULL;

  if (facts->known_image == NULL || !facts->known_image->open || has_settings_file (facts->state))
    return FALSE;
  words = g_strsplit (facts->known_image->closed_by, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (is_told (facts, words[i]))
      return FALSE;
  g_array_append_val (causes, image);
  return TRUE;
}

static gboolean
is_secret (const BhVariableFact *variable)
{
  return variable->secret;
}

gboolean
bh_step_secret (const BhFacts *facts, guint value, GArray *causes)
{
  return add_variables (facts, is_secret, causes);
}

static gboolean
is_typed_secret (const BhVariableFact *variable)
{
  return variable->secret && !variable->expands;
}

gboolean
bh_step_typed_secret (const BhFacts *facts, guint value, GArray *causes)
{
  return add_variables (facts, is_typed_secret, causes);
}

/* 2376 is where the engine asks for a certificate. */
static gboolean
is_open_engine (const BhVariableFact *variable)
{
  return variable->value != NULL && g_str_equal (variable->name, "DOCKER_HOST") &&
         g_str_has_prefix (variable->value, "tcp://") && strstr (variable->value, ":2376") == NULL;
}

gboolean
bh_step_engine_address (const BhFacts *facts, guint value, GArray *causes)
{
  return add_variables (facts, is_open_engine, causes);
}

#define ENGINE (BH_CLASS (BH_PATH_ENGINE_SOCKET) | BH_CLASS (BH_PATH_ENGINE_SOCKET_PARENT))

gboolean
bh_step_reads_variables (const BhFacts *facts, guint value, GArray *causes)
{
  const guint before = causes->len;

  bh_step_bind (facts, ENGINE, causes);
  if (facts->pid.mode != BH_NAMESPACE_PRIVATE)
    g_array_append_val (causes, facts->pid.setting);
  return causes->len > before;
}
