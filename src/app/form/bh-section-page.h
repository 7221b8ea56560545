/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "option/bh-option.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSectionPage:
 *
 * The page of the form for one section, built from its specification.
 */
#define BH_TYPE_SECTION_PAGE (bh_section_page_get_type ())
G_DECLARE_FINAL_TYPE (BhSectionPage, bh_section_page, BH, SECTION_PAGE, AdwPreferencesPage)

BhSectionPage *bh_section_page_new (BhDocument *document, BhSection section);
/* Shows the document's state, problems and findings. */
void bh_section_page_update (BhSectionPage *self);
/* How the eye is led to a row. */
typedef enum
{
  BH_REVEAL_FOCUS, /* the focus goes there */
  BH_REVEAL_FLASH, /* it lights up for a moment; the focus stays where it is */
} BhReveal;

/* Shows what edits the setting; FALSE when nothing here does. */
gboolean bh_section_page_reveal (BhSectionPage *self, int setting, BhReveal how);
/* The same for an option that is not set yet. */
gboolean bh_section_page_reveal_option (BhSectionPage *self, const BhOption *option, BhReveal how);
/* The setting that is edited where the focus is, or %BH_EDIT_NOWHERE. */
int bh_section_page_get_setting (BhSectionPage *self, GtkWidget *focus);

G_END_DECLS
