/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form/bh-picker.h"
#include "option/bh-option.h"

G_BEGIN_DECLS

/* A picker of options, named as in "--memory": those of a section that no field edits, or in the
 * last section all that there are. */
BhPicker *bh_option_picker_new (BhSection section);
/* The option that was picked by this name. */
const BhOption *bh_option_picker_find (const char *name);

G_END_DECLS
