/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-compose-rest.h"

G_BEGIN_DECLS

/* (transfer full): all that REST keeps, as YAML that bh_compose_rest_parse() reads back to an equal
 * one. For profiles; no text that people are meant to read. */
char *bh_compose_rest_to_string (const BhComposeRest *rest);

G_END_DECLS
