/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What this computer has, as a measure for limits. Read once. */

guint bh_machine_get_n_cpus (void);
/* In bytes; 0 when it is not known. */
guint64 bh_machine_get_memory (void);
/* The total that the text of /proc/meminfo tells; 0 if it tells none. */
guint64 bh_machine_parse_memory (const char *meminfo);

G_END_DECLS
