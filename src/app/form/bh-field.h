/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

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
 * @reveal: if it edits the setting (an index, or %BH_PROBLEM_IMAGE, %BH_PROBLEM_COMMAND) moves the
 * focus there and returns TRUE
 */
struct _BhFieldInterface
{
  GTypeInterface parent_iface;

  void (*update) (BhField *self);
  gboolean (*reveal) (BhField *self, int setting);
  gboolean (*reveal_option) (BhField *self, const BhOption *option);
};

void bh_field_update (BhField *self);
gboolean bh_field_reveal (BhField *self, int setting);
/* The same for an option that is not set yet. */
gboolean bh_field_reveal_option (BhField *self, const BhOption *option);

G_END_DECLS
