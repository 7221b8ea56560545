/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-import.h"

G_BEGIN_DECLS

/* Whether a text looks like a Compose file: a key of its top level begins a line, as does nothing
 * but YAML. */
gboolean bh_compose_recognises (const char *text, gsize len);

G_END_DECLS
