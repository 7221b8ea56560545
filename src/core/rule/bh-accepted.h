/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-report.h"

G_BEGIN_DECLS

/* Tells findings and paths of their acceptances. */
void bh_report_match_acceptances (BhReport *self);

G_END_DECLS
