/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"
#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/**
 * BhProject:
 * @n: how many services
 * @states: their documents
 * @services: their names
 * @containers: what their containers are called
 * @order: the services, those first that others need
 * @network: (nullable): the network of services that have none of their own; %NULL if there is no
 *   such service, or only one service at all
 *
 * The services of a Compose file, as commands that go together.
 */
typedef struct
{
  guint n;
  BhState *const *states;
  GPtrArray *services;
  GPtrArray *containers;
  GArray *order;
  char *network;
} BhProject;

void
bh_project_init (BhProject *self, BhState *const *states, const char *const *names, guint n_states);
void bh_project_clear (BhProject *self);
/* (transfer full): the document of a service with its name and network. */
BhState *bh_project_dup_state (const BhProject *self, guint index);
/* Appends the `docker network create` and `docker volume create` that the services need. */
void bh_project_append_resources (const BhProject *self, GString *to);

/* Whether that comes to anything for a service by itself. */
gboolean bh_project_needs_resources (BhState *state);

/* What is declared below KIND that the engine calls NAME; RET_KEY (nullable) is its key. %NULL if
 * nothing is said of it. */
const BhYamlNode *bh_compose_find_declared (const BhComposeRest *rest,
                                            const char *kind,
                                            const char *name,
                                            const char **ret_key);

/* Notes of what the Compose file of STATE says that `docker run` does not. ALONE: there are no
 * other commands that it goes together with. MADE: its networks are made before. */
void bh_run_note_rest (BhOutput *output, const BhState *state, gboolean alone, gboolean made);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhProject, bh_project_clear)

G_END_DECLS
