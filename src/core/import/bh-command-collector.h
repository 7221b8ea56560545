/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-command-reader.h"
#include "import/bh-import.h"

G_BEGIN_DECLS

/**
 * BhCommandCollector:
 * @reader: reads one command after the other
 * @import: what the containers and notes are added to
 * @depth: how many substitutions the text is in
 * @in_prose: (element-type BhProse): found in the middle of a sentence: they count only where there
 *   is nothing better
 * @error: the first one in what may be no command
 *
 * Tells the commands that create a container from all others.
 */
typedef struct
{
  BhCommandReader reader;
  BhImport *import;
  guint depth;
  GArray *in_prose;
  GError *error;
} BhCommandCollector;

void bh_command_collector_init (BhCommandCollector *self,
                                BhImport *import,
                                const char *text,
                                const BhLocation *from,
                                BhRange range);
void bh_command_collector_clear (BhCommandCollector *self);

/* Takes the words that the reader holds. */
gboolean bh_command_collector_add (BhCommandCollector *self, GError **error);
/* Finding nothing is no error unless something is wrong with what may have been meant. */
gboolean bh_command_collector_end (BhCommandCollector *self, GError **error);

/* All of the above for a stretch of text. */
gboolean bh_command_collect (BhImport *import,
                             const char *text,
                             const BhLocation *from,
                             BhRange range,
                             guint depth,
                             gboolean hash_prompts,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhCommandCollector, bh_command_collector_clear)

G_END_DECLS
