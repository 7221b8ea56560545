/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* Appends STR as a YAML scalar: plain where YAML 1.1 and 1.2 both read it as this very string, else
 * in double quotes. */
void bh_yaml_append_scalar (GString *out, const char *str);
gboolean bh_yaml_is_plain (const char *str);

/* Appends a list or map, INDENT columns in, one line an item. SPANS (element-type BhSpan)
 * (nullable) gets those of the nodes that have a setting. */
void bh_yaml_write (GString *out, const BhYamlNode *node, guint indent, GArray *spans);

G_END_DECLS
