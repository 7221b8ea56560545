/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "option/bh-option.h"

G_BEGIN_DECLS

/**
 * BhOptionPicker:
 *
 * A button whose popover finds an option among those of a section that have no row of their own.
 * The section %BH_SECTION_OTHER finds any of all sections.
 *
 * Signals: `picked` (const BhOption *).
 */
#define BH_TYPE_OPTION_PICKER (bh_option_picker_get_type ())
G_DECLARE_FINAL_TYPE (BhOptionPicker, bh_option_picker, BH, OPTION_PICKER, GtkWidget)

BhOptionPicker *bh_option_picker_new (BhSection section);

G_END_DECLS
