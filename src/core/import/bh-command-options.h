/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * bh_command_read_options:
 * @builder: (nullable): what the options, the image and the command are added to
 * @engine: whose command it is
 * @words: the words after `run`
 * @n_words: how many
 * @end: the end of the command, where a missing image should stand
 * @notes: (element-type BhNote) (nullable): where unknown options and repairs are noted
 *
 * Reads words as the client's own parser (pflag) takes them apart: options end at the first word
 * that is none, the image; everything behind it belongs to the container.
 */
gboolean bh_command_read_options (BhStateBuilder *builder,
                                  BhEngine engine,
                                  const BhToken *words,
                                  guint n_words,
                                  const BhLocation *end,
                                  GPtrArray *notes,
                                  GError **error);

G_END_DECLS
