/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <yaml.h>

#include "bh-location.h"

G_BEGIN_DECLS

/* Sets what the parser says is wrong, in words that say what would be right. TEXT is what it reads
 * and WHERE where it says that the problem is. */
void bh_yaml_set_problem (GError **error,
                          const yaml_parser_t *parser,
                          const char *text,
                          const BhLocation *where);
/* Whether the problem is where a thing begins that is not finished: a quote, a bracket. */
gboolean bh_yaml_problem_is_at_context (const yaml_parser_t *parser);

/* Refuses texts that would keep the parser busy for longer than anybody waits. */
gboolean bh_yaml_check_text (const char *text, gsize len, GError **error);

G_END_DECLS
