/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"

G_BEGIN_DECLS

/* Prints the states for the target on standard output, and what it cannot say on standard error. */
void bh_cli_print_states (const BhTarget *target,
                          const GPtrArray *states,
                          const GPtrArray *names,
                          BhExportFlags flags);

G_END_DECLS
