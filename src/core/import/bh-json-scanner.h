/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "bh-types.h"

G_BEGIN_DECLS

/* A value in the order of the text: its bytes, and how many members it has if it is an object. */
typedef struct
{
  BhRange range;
  guint n_members;
} BhJsonPlace;

/**
 * bh_json_scan:
 * @text: valid UTF-8 without NULs
 * @len: its bytes
 * @at: where to begin
 * @places: (element-type BhJsonPlace): where to add the value and all values in it
 *
 * Holds one value against RFC 8259 and our limits, and notes where each value in it stands. What is
 * right here is read by json-glib as it is meant.
 */
gboolean bh_json_scan (const char *text, guint len, guint at, GArray *places, GError **error);

/* The first byte from AT on that is no white space. */
guint bh_json_skip_space (const char *text, guint len, guint at);

G_END_DECLS
