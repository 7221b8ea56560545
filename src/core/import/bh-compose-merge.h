/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* (transfer full): BASE with OVER put over it, as `extends` does with two services, and Compose
 * with the documents of a file. Both are only referenced, and may be %NULL. */
BhYamlNode *bh_compose_merge_services (BhYamlNode *base, BhYamlNode *over);
BhYamlNode *bh_compose_merge_files (BhYamlNode *base, BhYamlNode *over);

/* A key with this tag is taken out, whatever its value. */
gboolean bh_compose_is_reset (const BhYamlNode *node);

G_END_DECLS
