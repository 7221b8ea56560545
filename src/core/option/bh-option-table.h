/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "option/bh-option.h"

G_BEGIN_DECLS

extern const BhOption bh_options[];
extern const guint bh_n_options;

G_END_DECLS
