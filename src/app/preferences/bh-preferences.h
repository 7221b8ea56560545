/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BhPreferences:
 *
 * The window with the settings that hold for all documents.
 */
#define BH_TYPE_PREFERENCES (bh_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BhPreferences, bh_preferences, BH, PREFERENCES, AdwPreferencesWindow)

BhPreferences *bh_preferences_new (GtkWindow *parent);

/* Makes the style follow the setting for as long as the program runs; once. */
void bh_style_follow_settings (void);

G_END_DECLS
