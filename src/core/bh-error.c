/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-error.h"

G_DEFINE_QUARK (bh - error, bh_error)
