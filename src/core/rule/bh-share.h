/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-report.h"

G_BEGIN_DECLS

/* (transfer full) (element-type guint): the shares of the findings, in their order, in tenths of a
 * point, rounded so that they add up to the score as it is shown with one digit. */
GArray *bh_report_dup_tenths (const BhReport *self);

G_END_DECLS
