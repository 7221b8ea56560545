/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-report.h"

#include <math.h>
#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-accepted.h"
#include "rule/bh-facts.h"
#include "rule/bh-findings.h"

/* The score never quite reaches its ceiling, so that every fix still shows. Privileged stands above
 * all that can be had without it. */
#define CEILING 9.4
#define PRIVILEGED_FLOOR 9.5
#define PRIVILEGED_ROOM 0.5
/* Points of weight after which the score has covered about two thirds of its way. */
#define SCALE 6.0

static const struct
{
  double below;
  const char *word;
  const char *title;
} grades[] = {
  { 1.5, "contained", N_ ("contained") }, { 3.5, "guarded", N_ ("guarded") },
  { 6.0, "exposed", N_ ("exposed") },     { 8.5, "dangerous", N_ ("dangerous") },
  { 100, "open", N_ ("wide open") },
};

static guint
find_grade (double score)
{
  guint i = 0;

  while (score >= grades[i].below)
    i++;
  return i;
}

const char *
bh_grade_to_string (double score)
{
  return grades[find_grade (score)].word;
}

const char *
bh_grade_get_title (double score)
{
  return _ (grades[find_grade (score)].title);
}

/* In points. A finding that is worse than its rule usually is weighs at least like its severity,
 * one that is better at most. */
static double
get_weight (const BhFinding *finding)
{
  static const double usual[] = {
    [BH_SEVERITY_INFO] = 0.01, [BH_SEVERITY_LOW] = 0.15,     [BH_SEVERITY_MEDIUM] = 0.5,
    [BH_SEVERITY_HIGH] = 1.5,  [BH_SEVERITY_CRITICAL] = 4.0,
  };

  const double weight = finding->rule->weight / 100.0;

  if (finding->severity > finding->rule->severity)
    return MAX (weight, usual[finding->severity]);
  if (finding->severity < finding->rule->severity)
    return MIN (weight, usual[finding->severity]);
  return weight;
}

/* Of the accepted findings too: accepting one does not make the container safer. */
static double
total_weight (const BhReport *self)
{
  double total = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (self->findings, i);

      total += get_weight (finding);
    }
  return total;
}

static double
compute_score (const BhReport *self, gboolean privileged)
{
  double filled = 1 - exp (-total_weight (self) / SCALE);

  return privileged ? PRIVILEGED_FLOOR + PRIVILEGED_ROOM * filled : CEILING * filled;
}

double
bh_report_get_share (const BhReport *self, const BhFinding *finding)
{
  double total = total_weight (self);

  return total > 0 ? self->score * get_weight (finding) / total : 0;
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
tell_findings (BhReport *self, const BhPathFinding *path)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      BhFinding *finding = g_ptr_array_index (self->findings, i);

      if (!bh_path_finding_includes (path, finding))
        continue;
      if (finding->paths == NULL)
        finding->paths = g_ptr_array_new ();
      g_ptr_array_add (finding->paths, (gpointer) path->path);
    }
}

static void
find_paths (BhReport *self, const BhFacts *facts)
{
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_paths; i++)
    {
      BhPathFinding *found = bh_path_finding_new (paths[i], facts, scratch);

      if (found != NULL)
        g_ptr_array_add (self->paths, found);
    }
  g_ptr_array_sort (self->paths, compare_paths);
  for (guint i = 0; i < self->paths->len; i++)
    tell_findings (self, g_ptr_array_index (self->paths, i));
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
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_finding_free);
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_path_finding_free);
  sink.findings = self->findings;
  for (guint i = 0; i < n_rules; i++)
    if (!facts->privileged.on || !rules[i]->part_of_privileged)
      rules[i]->check (rules[i], facts, &sink);
  g_ptr_array_sort (self->findings, compare_findings);
  find_paths (self, facts);
  bh_report_match_acceptances (self);
  self->score = compute_score (self, facts->privileged.on);
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
