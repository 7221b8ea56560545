/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-problem.h"

G_BEGIN_DECLS

/**
 * BhChecked:
 * @option: whose value it is; %NULL for the image
 * @value: the value
 * @setting: the index that its problems carry
 * @problems: (element-type BhProblem): where they go
 *
 * A value under check.
 */
typedef struct
{
  const BhOption *option;
  const BhText *value;
  int setting;
  GPtrArray *problems;
} BhChecked;

typedef void (*BhCheck) (const BhChecked *checked);

#define BH_WHOLE(text) ((BhRange){ 0, (text)->len })

/* Adds a problem with the bytes WHERE of the value and returns it, for what else is to be set. */
BhProblem *
bh_checked_add (const BhChecked *checked, BhRange where, BhStage stage, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* The same, with the text at WHERE, shortened if it is long, as the only argument of FORMAT. */
BhProblem *
bh_checked_quote (const BhChecked *checked, BhRange where, BhStage stage, const char *format);
/* Whether nothing in WHERE is left to the shell. */
gboolean bh_checked_knows (const BhChecked *checked, BhRange where);

/* The checks, by what they look at. Unless said otherwise the value holds no expansions. */

/* Look at the parts that the shell leaves alone. */
void bh_check_port (const BhChecked *checked);
void bh_check_volume (const BhChecked *checked);
void bh_check_mount (const BhChecked *checked);
void bh_check_tmpfs (const BhChecked *checked);
void bh_check_environment (const BhChecked *checked);
void bh_check_label (const BhChecked *checked);

void bh_check_expose (const BhChecked *checked);
void bh_check_network (const BhChecked *checked);
void bh_check_address (const BhChecked *checked);
void bh_check_mac_address (const BhChecked *checked);
void bh_check_host_entry (const BhChecked *checked);
void bh_check_hostname (const BhChecked *checked);
void bh_check_domain (const BhChecked *checked);
void bh_check_link (const BhChecked *checked);

void bh_check_volumes_from (const BhChecked *checked);
void bh_check_absolute_path (const BhChecked *checked);

void bh_check_integer (const BhChecked *checked);
void bh_check_bytes (const BhChecked *checked);
void bh_check_cpus (const BhChecked *checked);
void bh_check_cpuset (const BhChecked *checked);
void bh_check_duration (const BhChecked *checked);
void bh_check_ulimit (const BhChecked *checked);
void bh_check_device_bytes (const BhChecked *checked);
void bh_check_device_number (const BhChecked *checked);

void bh_check_flag (const BhChecked *checked);
void bh_check_word (const BhChecked *checked);
void bh_check_restart (const BhChecked *checked);
void bh_check_signal (const BhChecked *checked);
void bh_check_log_driver (const BhChecked *checked);
void bh_check_platform (const BhChecked *checked);

void bh_check_user (const BhChecked *checked);
void bh_check_capability (const BhChecked *checked);
void bh_check_security_opt (const BhChecked *checked);
void bh_check_sysctl (const BhChecked *checked);
void bh_check_device (const BhChecked *checked);
void bh_check_device_rule (const BhChecked *checked);
void bh_check_gpus (const BhChecked *checked);

void bh_check_key_value (const BhChecked *checked);
void bh_check_file (const BhChecked *checked);
void bh_check_container_name (const BhChecked *checked);

void bh_check_image (const BhChecked *checked);

/* Reports a path in the container that nothing can be mounted at. */
void bh_checked_add_target (const BhChecked *checked, BhRange target);
gboolean bh_is_volume_name (const BhText *value, BhRange range);

/* Whether STR is an IP address as Go reads it: no zones, no short forms, no leading zeros. */
gboolean bh_is_address (const char *str);
gboolean bh_is_mac_address (const char *str);

G_END_DECLS
