/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-inspect.h"

G_BEGIN_DECLS

typedef struct _BhInspectRow BhInspectRow;

/* Adds what NODE says, the member of ROW, which is there and not null. */
typedef gboolean (*BhInspectPrint) (BhInspect *self, const BhInspectRow *row, JsonNode *node);

/**
 * BhInspectRow:
 * @path: a member of the container
 * @option: what it becomes
 * @print: how
 * @assumed: (nullable): values that the engine puts there by itself, with blanks between
 * @of_image: (nullable): a member of the image: what it says goes without saying
 *
 * A member of what docker inspect writes, and the option that asks for it.
 */
struct _BhInspectRow
{
  const char *path;
  const char *option;
  BhInspectPrint print;
  const char *assumed;
  const char *of_image;
};

/* A text; an empty one is none. */
gboolean bh_inspect_print_text (BhInspect *self, const BhInspectRow *row, JsonNode *node);

/* Those that are more than one member, or not simply what stands there. */
gboolean bh_inspect_print_labels (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_capabilities (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_mode (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_cgroupns (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_restart (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_security (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_masked (BhInspect *self, const BhInspectRow *row, JsonNode *node);
gboolean bh_inspect_print_ulimits (BhInspect *self, const BhInspectRow *row, JsonNode *node);

G_END_DECLS
