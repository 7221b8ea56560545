/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rule/bh-report.h"

G_BEGIN_DECLS

/* Appends what `check` says of one container, for people: the command with the guilty words marked,
 * the exposure, PROBLEMS (of BhProblem), attack paths and findings, and at last what was accepted.
 */
void bh_cli_append_report (GString *out, const BhReport *report, const GPtrArray *problems);

G_END_DECLS
