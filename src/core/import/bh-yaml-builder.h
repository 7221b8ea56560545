/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-location.h"
#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/**
 * BhYamlBuilder:
 * @frames: the lists and maps that are open
 * @anchors: (element-type utf8 BhYamlNode): what an alias may stand for; %NULL while it is open
 * @documents: (element-type BhYamlNode): what is finished
 * @n_nodes: how many there are up to now
 * @end: the byte behind what was added last
 *
 * Makes documents of nodes as they come, one after the other. Holds them to the limits.
 */
typedef struct
{
  GArray *frames;
  GHashTable *anchors;
  GPtrArray *documents;
  guint n_nodes;
  guint end;
} BhYamlBuilder;

void bh_yaml_builder_init (BhYamlBuilder *self);
void bh_yaml_builder_clear (BhYamlBuilder *self);

void bh_yaml_builder_begin_document (BhYamlBuilder *self);
/* NODE is adopted (transfer full) by all of them, even if it is refused. A list or map is to be
 * ended; END is the byte behind its bracket, if it has one. */
gboolean bh_yaml_builder_add_scalar (BhYamlBuilder *self, BhYamlNode *node, GError **error);
gboolean bh_yaml_builder_begin (BhYamlBuilder *self, BhYamlNode *node, GError **error);
gboolean bh_yaml_builder_end (BhYamlBuilder *self, guint end, GError **error);
gboolean bh_yaml_builder_add_alias (BhYamlBuilder *self,
                                    const char *name,
                                    const BhLocation *where,
                                    GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhYamlBuilder, bh_yaml_builder_clear)

G_END_DECLS
