/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

/**
 * BhPath:
 * @id: public, never renamed or reused
 * @severity: of the whole
 * @title: N_() what somebody inside gains
 * @story: N_() the steps in order, a sentence each, separated by newlines
 * @references: sources, NULL-terminated
 * @holds: whether all that it needs is there; adds the causing settings to @causes (element-type
 * int)
 * @bad: words after `docker run` on which it holds
 * @good: near miss
 *
 * Settings which are worse together than alone.
 */
struct _BhPath
{
  const char *id;
  BhSeverity severity;
  const char *title;
  const char *story;
  const char *const *references;
  gboolean (*holds) (const BhFacts *facts, GArray *causes);
  const char *bad;
  const char *good;
};

const BhPath *bh_path_table (guint *n_paths);
const BhPath *bh_path_find (const char *id);

/**
 * BhPathFinding:
 * @path: its path
 * @settings: indices of the causing settings
 * @n_settings: how many
 * @acceptance: (nullable): that of the report's state. A path is accepted by itself: who lives with
 *   each of its steps has not yet thought of all of them together
 */
struct _BhPathFinding
{
  const BhPath *path;
  int *settings;
  guint n_settings;
  const BhAcceptance *acceptance;
};

/**
 * BhReport:
 * @state: what it is about (owned)
 * @findings: (element-type BhFinding): most severe first, then by section, then by rule
 * @paths: (element-type BhPathFinding): most severe first
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

/* Computes the smallest set of fixes after which PATH no longer holds, safe ones first.
 * (transfer full) (element-type BhCut); empty when there is none. */
GArray *bh_report_find_cut (const BhReport *self, const BhPathFinding *path);

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
