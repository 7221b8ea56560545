/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-picker.h"

G_BEGIN_DECLS

/* A picker of capabilities by name, ALL among them, each with what it allows. */
BhPicker *bh_capability_picker_new (const char *label, const char *icon_name, gboolean icon_only);
/* (transfer full): the sentence of a capability as it is written; "" for what is none. */
char *bh_capability_picker_dup_summary (const char *name);

G_END_DECLS
