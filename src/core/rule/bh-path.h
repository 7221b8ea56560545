/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-facts.h"
#include "rule/bh-rule.h"

G_BEGIN_DECLS

typedef struct _BhPathStep BhPathStep;

/**
 * BhPathStep:
 * @holds: (nullable): whether the step can be taken; adds the settings behind it to @causes
 *   (element-type int). %NULL for what always can once the steps before have been taken
 * @value: for @holds: a capability, classes of paths, the place of a fact
 * @sentence: N_() what is done or is the case
 * @rule: (nullable): the rule that tells of it, where no setting does: what is missing
 */
struct _BhPathStep
{
  gboolean (*holds) (const BhFacts *facts, guint value, GArray *causes);
  guint value;
  const char *sentence;
  const char *rule;
};

#define BH_PATH_MAX_STEPS 5

/**
 * BhPath:
 * @id: public, never renamed or reused
 * @severity: of the whole
 * @title: N_() a heading: where it leads
 * @steps: in order, until the first without a sentence; all have to hold. The first rests on a fact
 * @gain: N_() what somebody inside holds at the end, one sentence
 * @references: sources with their identifiers, %NULL-terminated
 * @part_of_privileged: says nothing new beside --privileged
 * @bad: words after `docker run` on which it holds
 * @good: near miss
 *
 * Settings which are worse together than alone. One row of knowledge; it needs at least one setting
 * that somebody wrote, for what holds of every container is no news.
 */
struct _BhPath
{
  const char *id;
  BhSeverity severity;
  const char *title;
  BhPathStep steps[BH_PATH_MAX_STEPS];
  const char *gain;
  const char *const *references;
  gboolean part_of_privileged;
  const char *bad;
  const char *good;
};

/* All paths, most severe first within their themes. N_PATHS may be NULL. */
const BhPath *const *bh_path_all (guint *n_paths);
const BhPath *bh_path_find (const char *id);
guint bh_path_n_steps (const BhPath *path);
/* Whether it holds of the facts. */
gboolean bh_path_holds (const BhPath *path, const BhFacts *facts);
/* (transfer full): the translated sentences of the steps and of what is gained, one a line. */
char *bh_path_dup_story (const BhPath *path);
/* (transfer full) (nullable): what is wrong with the tables; for the tests. */
char *bh_path_table_check (void);

/**
 * BhPathFinding:
 * @path: its path
 * @settings: indices of the causing settings, each once, in the order of the steps
 * @n_settings: how many
 * @step_begins: for each step of the path, where its settings begin in @step_settings; and the end
 * @step_settings: indices of the settings behind the steps, one step after the other
 * @acceptance: (nullable): that of the report's state. A path is accepted by itself: who lives with
 *   each of its steps has not yet thought of all of them together
 */
struct _BhPathFinding
{
  const BhPath *path;
  int *settings;
  guint n_settings;
  guint step_begins[BH_PATH_MAX_STEPS + 1];
  int *step_settings;
  const BhAcceptance *acceptance;
};

/* (transfer full) (nullable): %NULL if PATH does not hold. SCRATCH is emptied and used; MARKS has a
 * byte for each setting of the state and one for the image, all zero before and after. */
BhPathFinding *
bh_path_finding_new (const BhPath *path, const BhFacts *facts, GArray *scratch, guint8 *marks);
void bh_path_finding_free (BhPathFinding *self);
/* Whether FINDING is a part of it: tells of one of its settings, or of what it lacks. MARKS is made
 * by bh_path_finding_mark(). */
gboolean
bh_path_finding_includes (const BhPathFinding *self, const BhFinding *finding, const guint8 *marks);
/* Sets, or takes away, the marks of the settings of the path. */
void bh_path_finding_mark (const BhPathFinding *self, guint8 *marks, gboolean set);

G_END_DECLS
