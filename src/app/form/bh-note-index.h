/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/bh-document.h"

G_BEGIN_DECLS

/* (transfer none) (element-type BhFinding): the findings of the document's report that the setting
 * causes: an index or %BH_FINDING_IMAGE; none for other numbers. Until the document changes. */
const GPtrArray *bh_note_index_lookup (BhDocument *document, int setting);

G_END_DECLS
