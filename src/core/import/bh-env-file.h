/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_env_file_parse:
 * @text: the contents of a file for --env-file or --label-file
 * @len: its bytes
 * @name: what errors call it
 *
 * As the client reads such files: a line is NAME=VALUE, or NAME alone; one that begins with # is a
 * comment. Quotes, expansions and `export` mean nothing. Compose reads them otherwise.
 *
 * Returns: (transfer full) (element-type utf8): the lines that say something, in their order; NULL
 * with an error that begins with file and line
 */
GPtrArray *bh_env_file_parse (const char *text, gsize len, const char *name, GError **error);

G_END_DECLS
