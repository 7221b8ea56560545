/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* How deep lists and maps may be nested, and how many nodes there may be, counting those behind an
 * alias each time. */
#define BH_YAML_MAX_DEPTH 64
#define BH_YAML_MAX_NODES 500000

/**
 * bh_yaml_read:
 * @text: YAML, valid UTF-8 or not
 * @len: bytes
 *
 * Aliases and `<<` are resolved, sharing what they stand for. Refused besides what is no YAML: keys
 * that are there twice or are no words, and what passes a limit.
 *
 * Returns: (transfer full) (element-type BhYamlNode): the documents of the text, without those in
 * which there is nothing; NULL when @error is set (%BH_ERROR)
 */
GPtrArray *bh_yaml_read (const char *text, gsize len, GError **error);

G_END_DECLS
