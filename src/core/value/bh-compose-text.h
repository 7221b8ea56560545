/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-location.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/*
 * Texts of a Compose file. What Compose would put a variable in for becomes an expansion, written
 * as a shell takes it: in the default of `${A:-it "is"}` the quotes get a backslash. `$$` is a
 * dollar.
 */

/* (transfer full): the text of a scalar, which stands at WHERE; NULL when ERROR is set. */
BhText *bh_compose_read_text (const char *str, const BhLocation *where, GError **error);

/* Whether Compose takes what begins at STR for a variable, be it wrong. */
gboolean bh_compose_is_variable (const char *str);
/* Appends the variable at AT, which moves behind it. SPLITS: it stands outside quotes, and is split
 * into words once something is put in. */
gboolean bh_compose_append_variable (BhTextBuilder *to,
                                     const char **at,
                                     gboolean splits,
                                     const BhLocation *where,
                                     GError **error);

G_END_DECLS
