/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "export/bh-change.h"

G_BEGIN_DECLS

/* (transfer full) (element-type BhChange): what is different, with secrets as dots. */
GPtrArray *bh_difference_collect (const BhState *before, const BhState *after);
/* The words of a command that go and those that come, a line each. */
GtkWidget *bh_difference_new (const BhChange *change);
/* (transfer full): the same in a sentence, for those who are read to. */
char *bh_difference_dup_sentence (const BhChange *change);

G_END_DECLS
