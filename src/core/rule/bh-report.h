/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-path.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/**
 * BhReport:
 * @state: what it is about (owned)
 * @findings: (element-type BhFinding): most severe first, then by section, then by rule
 * @paths: (element-type BhPathFinding): most severe first
 * @points: of all findings together
 * @score: exposure, 0.0 (nothing that we know of) to 10.0. What was accepted counts like the rest:
 *   to live with a risk does not make it smaller
 *
 * Everything that the rules say of one state.
 */
struct _BhReport
{
  BhState *state;
  GPtrArray *findings;
  GPtrArray *paths;
  double points;
  double score;
};

BhReport *bh_report_new (const BhState *state);
void bh_report_free (BhReport *self);
/* How many findings there are that nobody has accepted; and how many that somebody has. */
guint bh_report_count (const BhReport *self, BhSeverity at_least);
guint bh_report_count_accepted (const BhReport *self, BhSeverity at_least);
/* Part of the score that a finding makes up; all parts add up to the score. */
double bh_report_get_share (const BhReport *self, const BhFinding *finding);

/* Stable word ("exposed") and translated one, for a score. */
const char *bh_grade_to_string (double score);
const char *bh_grade_get_title (double score);

/* A fix that was found to end a path. */
typedef struct
{
  const BhFinding *finding;
  const BhFix *fix;
} BhCut;

/**
 * bh_report_find_cut:
 *
 * Computes the smallest set of fixes after which @path no longer holds and no path as bad has come
 * in its place. Among sets of one size, one with safe fixes and with those of worse findings wins.
 *
 * Returns: (transfer full) (element-type BhCut): the fixes in the order to apply them; empty when
 * there are none
 */
GArray *bh_report_find_cut (const BhReport *self, const BhPathFinding *path);
/* (transfer full): the report's state with all fixes of a cut applied. */
BhState *bh_report_apply_cut (const BhReport *self, const GArray *cuts);

/* (transfer full): the state with the fix applied. */
BhState *bh_finding_fix (const BhFinding *self, const BhState *state, const BhFix *fix);

/* (transfer full): the state with the finding accepted, or with the acceptance taken back. */
BhState *bh_finding_accept (const BhFinding *self, const BhState *state, const char *reason);
BhState *bh_finding_unaccept (const BhFinding *self, const BhState *state);
BhState *
bh_path_finding_accept (const BhPathFinding *self, const BhState *state, const char *reason);
BhState *bh_path_finding_unaccept (const BhPathFinding *self, const BhState *state);

/**
 * bh_fix_dup_change:
 *
 * Returns: (transfer full): what a fix changes, as words of a command: "-p 8080:80 → -p
 * 127.0.0.1:8080:80"
 */
char *bh_state_dup_change (const BhState *before, const BhState *after);

/* Applies every safe fix (ALL: every rule's first fix), worst finding first, until none is left.
 * What was accepted stays as it is.
 * (transfer full) */
BhState *bh_state_harden (const BhState *state, gboolean all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReport, bh_report_free)

G_END_DECLS
