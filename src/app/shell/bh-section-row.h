/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "option/bh-option.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSectionRow:
 *
 * A section in the sidebar, with how many warnings its page holds, so that nothing risky hides on a
 * page that is not open.
 */
#define BH_TYPE_SECTION_ROW (bh_section_row_get_type ())
G_DECLARE_FINAL_TYPE (BhSectionRow, bh_section_row, BH, SECTION_ROW, GtkListBoxRow)

BhSectionRow *bh_section_row_new (BhSection section);
BhSection bh_section_row_get_section (BhSectionRow *self);
void bh_section_row_update (BhSectionRow *self, BhDocument *document);

G_END_DECLS
