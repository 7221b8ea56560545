/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/* What the table of conflicts asks of a value. What the shell will say holds of nothing. */
typedef gboolean (*BhCondition) (const BhText *value);
/* What it asks of two. */
typedef gboolean (*BhClash) (const BhText *value, const BhText *other);

gboolean bh_value_is_any (const BhText *value);
gboolean bh_value_is_host (const BhText *value);
gboolean bh_value_is_none (const BhText *value);
gboolean bh_value_is_json_file (const BhText *value);
gboolean bh_value_is_local (const BhText *value);
/* host or container:NAME */
gboolean bh_value_is_shared (const BhText *value);
/* A number, or a duration, other than zero. */
gboolean bh_value_is_not_zero (const BhText *value);

/* Of --network. Predefined are all that nobody has made. */
gboolean bh_network_is_containers (const BhText *value);
gboolean bh_network_is_host (const BhText *value);
gboolean bh_network_is_none (const BhText *value);
gboolean bh_network_is_predefined (const BhText *value);

gboolean bh_sysctl_is_of_network (const BhText *value);
gboolean bh_sysctl_is_of_ipc (const BhText *value);

gboolean bh_restart_restarts (const BhText *value);

gboolean bh_log_option_is_not_of_json_file (const BhText *value);
gboolean bh_log_option_is_not_of_local (const BhText *value);

/* A size above zero; -1 is none. */
gboolean bh_size_is_limit (const BhText *value);
gboolean bh_size_is_zero (const BhText *value);
gboolean bh_size_is_less (const BhText *value, const BhText *other);
gboolean bh_size_is_more (const BhText *value, const BhText *other);

G_END_DECLS
