/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-path.h"

G_BEGIN_DECLS

/*
 * What steps of attack paths rest on, for their holds column: each tells whether it is so and adds
 * the settings behind it.
 */

/* VALUE is the place of a BhFlagFact that is on, or off. */
gboolean bh_step_on (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_off (const BhFacts *facts, guint value, GArray *causes);
/* Off, and somebody wrote so. */
gboolean bh_step_switched_off (const BhFacts *facts, guint value, GArray *causes);
/* VALUE is the place of a BhNamespaceFact: shared with the host, or with another container. */
gboolean bh_step_host_namespace (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_other_namespace (const BhFacts *facts, guint value, GArray *causes);
/* As bh_step_host_namespace(), for Docker: for Podman, the user's own namespace is the default. */
gboolean bh_step_users_unmapped (const BhFacts *facts, guint value, GArray *causes);
/* Nobody asked for control groups of its own. */
gboolean bh_step_cgroups_of_host (const BhFacts *facts, guint value, GArray *causes);
#define BH_FACT(field) G_STRUCT_OFFSET (BhFacts, field)

/* Root, or whoever the image says, which is root more often than not. */
gboolean bh_step_may_be_root (const BhFacts *facts, guint value, GArray *causes);
/* Somebody else is asked for. */
gboolean bh_step_is_not_root (const BhFacts *facts, guint value, GArray *causes);
/* A number that an account of the host may have, with its group. */
gboolean bh_step_is_host_account (const BhFacts *facts, guint value, GArray *causes);

/* The container holds the capability VALUE. */
gboolean bh_step_capability (const BhFacts *facts, guint value, GArray *causes);
/* One that no container is given is added. */
gboolean bh_step_adds_capability (const BhFacts *facts, guint value, GArray *causes);
/* Some can be regained by a program with the set-user-id mark. */
gboolean bh_step_can_regain (const BhFacts *facts, guint value, GArray *causes);
/* Something is dropped that --privileged gives back. */
gboolean bh_step_means_to_confine (const BhFacts *facts, guint value, GArray *causes);

/* VALUE holds BH_CLASS() bits: a bind of one of them. */
gboolean bh_step_bind (const BhFacts *facts, guint value, GArray *causes);
#define BH_CLASS(path_class) (1u << (path_class))
/* Files that decide who root or the person is can be written by whom the program runs as. */
gboolean bh_step_writes_accounts (const BhFacts *facts, guint value, GArray *causes);
/* The host's /proc may be written, or the container's own is not covered. */
gboolean bh_step_writes_kernel_settings (const BhFacts *facts, guint value, GArray *causes);
/* A folder where other accounts of the host get to; where the host's own programs go about. */
gboolean bh_step_writes_common_folder (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_writes_served_folder (const BhFacts *facts, guint value, GArray *causes);
/* The host's whole disk, read-only at its top only. */
gboolean bh_step_shallow_readonly_root (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_shared_mount (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_boundless_tmpfs (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_executable_tmpfs (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_screen_socket (const BhFacts *facts, guint value, GArray *causes);

/* VALUE holds BH_CLASS() bits of BhDeviceKind. */
gboolean bh_step_device (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_device_or_rule (const BhFacts *facts, guint value, GArray *causes);
/* VALUE is the place of an int: a setting, or BH_NOBODY. */
gboolean bh_step_setting (const BhFacts *facts, guint value, GArray *causes);

/* VALUE is a BhNetworkMode. */
gboolean bh_step_network (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_links (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_loopback_port (const BhFacts *facts, guint value, GArray *causes);
/* A port that anybody reaches; one behind which data or control is; a data store's. */
gboolean bh_step_open_port (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_delicate_open_port (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_delicate_loopback_port (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_data_store_open (const BhFacts *facts, guint value, GArray *causes);

gboolean bh_step_weak_password (const BhFacts *facts, guint value, GArray *causes);
/* The image is known to ask nobody for a password, and is not told otherwise. */
gboolean bh_step_open_image (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_secret (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_typed_secret (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_engine_address (const BhFacts *facts, guint value, GArray *causes);
/* The engine, the host's or another container's processes: where variables can be read. */
gboolean bh_step_reads_variables (const BhFacts *facts, guint value, GArray *causes);

gboolean bh_step_killed_last (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_boundless_swap (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_boundless_log (const BhFacts *facts, guint value, GArray *causes);
/* Detached, or restarted when it ends. */
gboolean bh_step_runs_unwatched (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_restarts (const BhFacts *facts, guint value, GArray *causes);
gboolean bh_step_restarts_at_once (const BhFacts *facts, guint value, GArray *causes);

G_END_DECLS
