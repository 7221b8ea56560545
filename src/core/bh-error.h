/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhError:
 * @BH_ERROR_SYNTAX: the text cannot be split into words, or is no command, file or profile that we
 * know
 * @BH_ERROR_NO_IMAGE: a `docker run` without an image
 * @BH_ERROR_TOO_LARGE: the input passes a limit
 * @BH_ERROR_ENCODING: not UTF-8, or holds a NUL
 * @BH_ERROR_UNKNOWN: no such option, rule, target or service
 *
 * Why an input was refused as a whole. A message says what is wrong, where (`line 3, column 14: …`)
 * and what would be right.
 */
typedef enum
{
  BH_ERROR_SYNTAX,
  BH_ERROR_NO_IMAGE,
  BH_ERROR_TOO_LARGE,
  BH_ERROR_ENCODING,
  BH_ERROR_UNKNOWN,
} BhError;

#define BH_ERROR (bh_error_quark ())
GQuark bh_error_quark (void);

G_END_DECLS
