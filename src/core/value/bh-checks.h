/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-problem.h"

G_BEGIN_DECLS

/* Adds what is wrong with VALUE, which holds no expansions, to PROBLEMS. */
typedef void (*BhCheck) (const BhOption *option,
                         const BhText *value,
                         int setting,
                         GPtrArray *problems);

void bh_check_port (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_expose (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_network (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_address (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);

void
bh_check_volume (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_mount (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_tmpfs (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);

void
bh_check_integer (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_bytes (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_cpus (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_duration (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_flag (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_ulimit (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);

void bh_check_environment (const BhOption *option,
                           const BhText *value,
                           int setting,
                           GPtrArray *problems);
void
bh_check_capability (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_word (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void
bh_check_restart (const BhOption *option, const BhText *value, int setting, GPtrArray *problems);
void bh_check_container_name (const BhOption *option,
                              const BhText *value,
                              int setting,
                              GPtrArray *problems);
void bh_check_absolute_path (const BhOption *option,
                             const BhText *value,
                             int setting,
                             GPtrArray *problems);

G_END_DECLS
