/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "form/bh-form-spec.h"
#include "run/bh-document.h"

G_BEGIN_DECLS

/**
 * BhField:
 *
 * A part of the form that edits one or several settings of a document.
 */
#define BH_TYPE_FIELD (bh_field_get_type ())
G_DECLARE_INTERFACE (BhField, bh_field, BH, FIELD, GtkWidget)

/**
 * BhFieldInterface:
 * @update: shows the document's state, problems and findings; called once per frame at most
 * @find: (nullable): see bh_field_find()
 * @find_option: (nullable): see bh_field_find_option()
 * @get_setting: (nullable): see bh_field_get_setting()
 *
 * Only fields with several widgets for several settings need more than @update.
 */
struct _BhFieldInterface
{
  GTypeInterface parent_iface;

  void (*update) (BhField *self);
  GtkWidget *(*find) (BhField *self, int setting);
  GtkWidget *(*find_option) (BhField *self, const BhOption *option);
  int (*get_setting) (BhField *self, GtkWidget *focus);
};

/* For fields that edit what SPEC says: EDITOR, part of the field, is what gets the focus. */
void
bh_field_set_up (BhField *self, BhDocument *document, const BhFieldSpec *spec, GtkWidget *editor);

void bh_field_update (BhField *self);
/* (nullable): the row that edits the setting, which is an index, %BH_PROBLEM_IMAGE or
 * %BH_PROBLEM_COMMAND. */
GtkWidget *bh_field_find (BhField *self, int setting);
/* (nullable): the same for an option that is not set yet. */
GtkWidget *bh_field_find_option (BhField *self, const BhOption *option);
/* Moves the focus into what one of the two has found. */
gboolean bh_field_focus (BhField *self, GtkWidget *found);
/* The setting that is edited where the focus is; %BH_EDIT_NOWHERE if it is elsewhere, or if nothing
 * is set. */
int bh_field_get_setting (BhField *self, GtkWidget *focus);

G_END_DECLS
