/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhSettingRow:
 *
 * A row of a list that edits one setting, with its notes, a menu and a button to remove it.
 * Subclasses put their widgets into the property `editor`.
 */
#define BH_TYPE_SETTING_ROW (bh_setting_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhSettingRow, bh_setting_row, BH, SETTING_ROW, AdwPreferencesRow)

/**
 * BhSettingRowClass:
 * @show: shows the setting; what its widgets emit meanwhile is not taken for an edit
 * @value: (transfer full): what the widgets say, given the setting that is shown; with
 * @ret_option, which holds the setting's option, another one may be chosen
 * @part: (nullable) (transfer none): the widget for a stretch of the value; NULL for all of them
 */
struct _BhSettingRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*show) (BhSettingRow *self, const BhSetting *setting);
  BhText *(*value) (BhSettingRow *self, const BhSetting *setting, const BhOption **ret_option);
  GtkWidget *(*part) (BhSettingRow *self, const BhSetting *setting, BhRange where);
};

/* Shows the setting at INDEX of the document's state. */
void bh_setting_row_update (BhSettingRow *self, BhDocument *document, guint index);
/* Whether it is the first or the last of its list, so that it can be moved or not. */
void bh_setting_row_set_place (BhSettingRow *self, gboolean first, gboolean last);
const BhSetting *bh_setting_row_get_setting (BhSettingRow *self);
guint bh_setting_row_get_index (BhSettingRow *self);
/* For subclasses: a person has changed a widget. */
void bh_setting_row_edited (BhSettingRow *self);
/* For subclasses: an edit has changed more than the widget that it was made in. */
void bh_setting_row_show_again (BhSettingRow *self);
/* Whether @show runs, so that what widgets emit is no edit. */
gboolean bh_setting_row_is_showing (BhSettingRow *self);

G_END_DECLS
