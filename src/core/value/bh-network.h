/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhNetworkMode: what the client makes of a network's name.
 */
typedef enum
{
  BH_NETWORK_DEFAULT_BRIDGE, /* nothing given, `bridge` or `default` */
  BH_NETWORK_HOST,
  BH_NETWORK_NONE,
  BH_NETWORK_CONTAINER,
  BH_NETWORK_USER, /* a network by name, or one that the shell will name */
} BhNetworkMode;

/**
 * BhNetwork:
 * @name: the name; with `container:`, what follows
 * @long_form: `name=NETWORK,alias=…`, all of which the client puts in lower case
 *
 * The parts of a `--network` value.
 */
typedef struct
{
  BhNetworkMode mode;
  BhRange name;
  gboolean long_form;
} BhNetwork;

void bh_network_parse (const BhText *value, BhNetwork *ret_network);
/* Whether the long form has the field KEY with a text. */
gboolean bh_network_has_field (const BhText *value, const char *key);

G_END_DECLS
