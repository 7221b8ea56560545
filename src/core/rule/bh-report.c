/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-report.h"

#include "rule/bh-accepted.h"
#include "rule/bh-exposure.h"
#include "rule/bh-facts.h"
#include "rule/bh-findings.h"

/* As many findings as a command of everyday has. */
#define N_USUAL 16

double
bh_report_get_share (const BhReport *self, const BhFinding *finding)
{
  return self->points > 0 ? self->score * finding->points / self->points : 0;
}

/* Most severe first; then as the tables have them, so that rows do not jump while typing. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const BhFinding *x = *(BhFinding *const *) a;
  const BhFinding *y = *(BhFinding *const *) b;

  if (x->severity != y->severity)
    return x->severity > y->severity ? -1 : 1;
  if (x->rule->section != y->rule->section)
    return x->rule->section < y->rule->section ? -1 : 1;
  return 0;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const BhPathFinding *x = *(BhPathFinding *const *) a;
  const BhPathFinding *y = *(BhPathFinding *const *) b;

  return (int) y->path->severity - (int) x->path->severity;
}

static void
tell_findings (BhReport *self, const BhPathFinding *path, guint8 *marks)
{
  bh_path_finding_mark (path, marks, TRUE);
  for (guint i = 0; i < self->findings->len; i++)
    {
      BhFinding *finding = g_ptr_array_index (self->findings, i);

      if (!bh_path_finding_includes (path, finding, marks))
        continue;
      if (finding->paths == NULL)
        finding->paths = g_ptr_array_new ();
      g_ptr_array_add (finding->paths, (gpointer) path->path);
    }
  bh_path_finding_mark (path, marks, FALSE);
}

static void
find_paths (BhReport *self, const BhFacts *facts)
{
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree guint8 *marks = g_malloc0 (self->state->n_settings + 1);

  for (guint i = 0; i < n_paths; i++)
    {
      BhPathFinding *found = bh_path_finding_new (paths[i], facts, scratch, marks);

      if (found != NULL)
        g_ptr_array_add (self->paths, found);
    }
  g_ptr_array_sort (self->paths, compare_paths);
  for (guint i = 0; i < self->paths->len; i++)
    tell_findings (self, g_ptr_array_index (self->paths, i), marks);
}

/* The findings from FIRST on, which are those of rule number RULE. What was accepted later counts
 * too: accepting a risk does not make it smaller. */
static void
weigh (BhReport *self, guint rule, guint first)
{
  for (guint i = first; i < self->findings->len; i++)
    {
      BhFinding *finding = g_ptr_array_index (self->findings, i);

      finding->points = bh_exposure_points (rule, finding->severity);
      self->points += finding->points;
    }
}

BhReport *
bh_report_new (const BhState *state)
{
  BhReport *self = g_new0 (BhReport, 1);
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  BhFindings sink;
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  self->state = bh_state_ref ((BhState *) state);
  self->findings = g_ptr_array_new_full (N_USUAL, (GDestroyNotify) bh_finding_free);
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_path_finding_free);
  sink.findings = self->findings;
  for (guint i = 0; i < n_rules; i++)
    {
      const guint first = self->findings->len;

      if (facts->privileged.on && rules[i]->part_of_privileged)
        continue;
      rules[i]->check (rules[i], facts, &sink);
      if (self->findings->len > first)
        weigh (self, i, first);
    }
  g_ptr_array_sort (self->findings, compare_findings);
  find_paths (self, facts);
  bh_report_match_acceptances (self);
  self->score = bh_exposure_score (self->points, facts->privileged.on);
  return self;
}

void
bh_report_free (BhReport *self)
{
  if (self == NULL)
    return;
  bh_state_unref (self->state);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

static guint
count (const BhReport *self, BhSeverity at_least, gboolean accepted)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->severity >= at_least && (finding->acceptance != NULL) == accepted)
        n++;
    }
  return n;
}

guint
bh_report_count (const BhReport *self, BhSeverity at_least)
{
  return count (self, at_least, FALSE);
}

guint
bh_report_count_accepted (const BhReport *self, BhSeverity at_least)
{
  return count (self, at_least, TRUE);
}
