/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "option/bh-option.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSectionList:
 *
 * The sections of the form, with their warnings counted.
 *
 * Signals: `selected` (int section): its page is wanted; `activated`: and room for it.
 */
#define BH_TYPE_SECTION_LIST (bh_section_list_get_type ())
G_DECLARE_FINAL_TYPE (BhSectionList, bh_section_list, BH, SECTION_LIST, GtkWidget)

void bh_section_list_set_document (BhSectionList *self, BhDocument *document);
void bh_section_list_select (BhSectionList *self, BhSection section);

G_END_DECLS
