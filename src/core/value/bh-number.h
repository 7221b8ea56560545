/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/* Numbers as the client reads them: in the syntax of Go. All return FALSE for what is none, and for
 * what does not fit. Strings are LEN bytes, -1 if NUL-terminated. */

/* Decimal digits with an optional sign. */
gboolean bh_integer_parse (const char *str, gssize len, gint64 *ret_number);
/* The same without a sign. */
gboolean bh_unsigned_parse (const char *str, gssize len, guint64 *ret_number);
/* As in source code, too: 0x10, 0o17, 017, 0b11, 1_000. */
gboolean bh_integer_literal_parse (const char *str, gssize len, gint64 *ret_number);
/* 1.5, .5, 1e3, 1_000.5, 0x1p4. */
gboolean bh_float_parse (const char *str, gssize len, double *ret_number);

/**
 * bh_rational_parse:
 * @ret_decimals: how many digits after the point it takes to write it; %BH_DECIMALS_ENDLESS for a
 * fraction such as 1/3
 *
 * A fraction (1/2), or a number with point and exponent.
 */
gboolean bh_rational_parse (const char *str, double *ret_number, guint *ret_decimals);
#define BH_DECIMALS_ENDLESS G_MAXUINT

G_END_DECLS
