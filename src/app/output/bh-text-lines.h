/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Bytes of a text and places in the buffer that shows it: iterators count bytes from the start of
 * their line. */

/* (transfer full) (element-type gsize): where each line of TEXT begins. */
GArray *bh_text_lines_new (const char *text);
void bh_text_lines_get_iter (const GArray *lines,
                             GtkTextBuffer *buffer,
                             gsize byte,
                             GtkTextIter *ret_iter);
gsize bh_text_lines_get_byte (const GArray *lines, const GtkTextIter *iter);

/**
 * bh_text_lines_replace:
 * @lines: (inout): of the text that the buffer holds; becomes those of @text
 * @ret_begin: (out): the first byte that changed
 * @ret_end: (out): the byte after the last one that is new
 *
 * Makes BUFFER hold TEXT, touching only what differs, so that cursor and scrolling stay.
 *
 * Returns: whether anything changed
 */
gboolean bh_text_lines_replace (GArray **lines,
                                GtkTextBuffer *buffer,
                                const char *text,
                                gsize *ret_begin,
                                gsize *ret_end);

G_END_DECLS
