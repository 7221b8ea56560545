/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-shell-lexer.h"

G_BEGIN_DECLS

/* What the lexer puts right. */
typedef enum
{
  BH_REPAIR_BLANK,
  BH_REPAIR_INVISIBLE,
  BH_REPAIR_QUOTES,
  BH_REPAIR_TRAILING_BLANKS,
  BH_REPAIR_LAST_BACKSLASH,
  BH_REPAIR_COMMENT,
  BH_REPAIR_CARET,
  BH_REPAIR_BACKQUOTE,
  BH_REPAIR_LEFTOVER,
  BH_REPAIR_PROMPT,
  BH_REPAIR_PLACEHOLDER,
  BH_REPAIR_WINDOWS_PATH,
} BhRepair;

/* Notes a repair at byte AT: each kind once. */
void bh_shell_note_repair (BhShellLexer *self, BhRepair repair, guint at);

/* Skips blanks, continued lines and what looks like them. */
void bh_shell_skip_blanks (BhShellLexer *self);

/* The byte after a line continuation that begins with the `\`, `^` or backquote at AT, or 0. */
guint bh_shell_continuation_end (const BhShellLexer *self, guint at, BhRepair *ret_repair);
#define BH_REPAIR_NONE ((BhRepair) -1)

/* The byte after a placeholder `<like this>` that begins at AT, or 0. */
guint bh_shell_placeholder_end (const BhShellLexer *self, guint at);

G_END_DECLS
