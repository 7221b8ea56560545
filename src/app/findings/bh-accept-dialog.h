/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BhAcceptDialog:
 *
 * Asks why somebody lives with a warning. Its response is "accept" when there is a reason.
 */
#define BH_TYPE_ACCEPT_DIALOG (bh_accept_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BhAcceptDialog, bh_accept_dialog, BH, ACCEPT_DIALOG, AdwMessageDialog)

/* TITLE is that of the warning. */
BhAcceptDialog *bh_accept_dialog_new (GtkWindow *parent, const char *title);
/* (transfer full) */
char *bh_accept_dialog_dup_reason (BhAcceptDialog *self);

G_END_DECLS
