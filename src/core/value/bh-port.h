/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhPort:
 * @address: the host's address without brackets; empty when none is given
 * @host: the host's port or range; empty for a random one
 * @container: the container's port or range
 * @protocol: empty when none is given (tcp)
 * @host_first, @host_last: numbers of @host, 0 when it is empty or expands
 * @container_first, @container_last: numbers of @container, 0 when it expands
 * @long_form: `published=…,target=…`
 * @address_ignored: @address is the long form's `host_ip`, which the client drops
 *
 * The parts of a `--publish` value, as ranges of its text.
 */
typedef struct
{
  BhRange address;
  BhRange host;
  BhRange container;
  BhRange protocol;
  guint host_first;
  guint host_last;
  guint container_first;
  guint container_last;
  gboolean long_form;
  gboolean address_ignored;
} BhPort;

/* FALSE when VALUE has no container port, or a port that is none; the parts are set all the same.
 */
gboolean bh_port_parse (const BhText *value, BhPort *ret_port);
/* "8000" or "8000-8010". FALSE if it is no port; zeros if the shell will say. */
gboolean
bh_port_numbers_parse (const BhText *value, BhRange range, guint *ret_first, guint *ret_last);

/* (transfer full): the value with these parts, literal or not; empty or NULL parts are left out. */
BhText *bh_port_print (const BhText *address,
                       const BhText *host,
                       const BhText *container,
                       const BhText *protocol);

G_END_DECLS
