/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/* The byte after a shell's prompt in the line that begins at AT (`$ `, `user@host:~$ `, `PS C:\>
 * `), or AT when there is none. HASH: a `# ` before a command counts too; else it is a comment. */
guint bh_prompt_end (const char *text, guint at, guint end, gboolean hash);

/* Finds the next stretch of TEXT from byte AT on that may hold commands: a fenced block of Markdown
 * if the text has any, else everything from the first line that names a program that we know. */
gboolean bh_find_commands (const char *text, guint at, guint end, BhRange *ret_range);

/* The newline that ends the line of byte AT, or END. */
guint bh_line_end (const char *text, guint at, guint end);

/* Whether a name that we know (docker, podman) occurs in these bytes. */
gboolean bh_names_program (const char *text, guint at, guint end);

G_END_DECLS
