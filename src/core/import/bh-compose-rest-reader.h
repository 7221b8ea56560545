/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-compose-rest.h"

G_BEGIN_DECLS

/* (transfer full): what bh_compose_rest_to_string() wrote. Whatever the text is, the answer is a
 * rest that can be used or NULL with ERROR (%BH_ERROR). */
BhComposeRest *bh_compose_rest_parse (const char *text, gssize len, GError **error);

G_END_DECLS
