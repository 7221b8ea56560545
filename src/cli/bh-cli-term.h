/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/* Colour only on a terminal, and not when NO_COLOR is set. */
gboolean bh_cli_use_colour (void);
/* Columns of the terminal, 80 when there is none; at most 100, for reading. */
guint bh_cli_columns (void);

/* An escape sequence, or "" without colour. */
const char *bh_cli_bold (void);
const char *bh_cli_dim (void);
const char *bh_cli_reset (void);
const char *bh_cli_severity_colour (BhSeverity severity);

/* Appends TEXT wrapped at the terminal's width, every line indented by INDENT columns. */
void bh_cli_append_wrapped (GString *out, const char *text, guint indent);

/*
 * bh_cli_append_marked:
 * @severities: for each setting of the state a severity + 1, 0 for none
 * @n_settings: how many
 *
 * Appends the output with the words of the marked settings underlined.
 */
void bh_cli_append_marked (GString *out,
                           const BhOutput *output,
                           const guint8 *severities,
                           guint n_settings);

G_END_DECLS
