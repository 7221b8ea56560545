/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which changes end an attack path, found by trying them. */

#include "rule/bh-report.h"

#include "rule/bh-facts.h"

/* More than three changes are no cut but another command. */
#define MAX_CUTS 3
/* Enough for any command that people write, and an end for those that they do not: each try looks
 * at all settings. */
#define MAX_TRIES 400
#define MIN_TRIES 20
#define MAX_LOOKS 20000

typedef struct
{
  const BhReport *report;
  const BhPath *path;
  GArray *candidates; /* of BhCut, best first */
  guint tries_left;
  guint chosen[MAX_CUTS];
} Search;

/* Fixes of the findings that are part of PATH, safe ones first, then of the worst finding first.
 * (element-type BhCut) */
static GArray *
gather_candidates (const BhReport *report, const BhPathFinding *path)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (BhCut));
  g_autofree guint8 *marks = g_malloc0 (report->state->n_settings + 1);

  bh_path_finding_mark (path, marks, TRUE);
  for (BhEffect effect = BH_EFFECT_SAFE; effect <= BH_EFFECT_REVIEW; effect++)
    for (guint i = 0; i < report->findings->len; i++)
      {
        const BhFinding *finding = g_ptr_array_index (report->findings, i);

        for (guint j = 0; j < bh_rule_n_fixes (finding->rule); j++)
          if (finding->rule->fixes[j].effect == effect &&
              bh_path_finding_includes (path, finding, marks))
            {
              BhCut cut = { finding, &finding->rule->fixes[j] };

              g_array_append_val (candidates, cut);
            }
      }
  return candidates;
}

/* The same finding in another report, or NULL. */
static const BhFinding *
find_again (const BhReport *report, const BhFinding *finding, const char *key)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *other = g_ptr_array_index (report->findings, i);
      g_autofree char *other_key = NULL;

      if (other->rule != finding->rule)
        continue;
      other_key = bh_finding_dup_key (other, report->state);
      if (g_str_equal (other_key, key))
        return other;
    }
  return NULL;
}

/* Settings move when others are removed, so that later fixes have to find theirs again. */
static BhState *
apply_later (const BhReport *first, const BhState *state, const BhCut *cut)
{
  g_autoptr (BhReport) report = bh_report_new (state);
  g_autofree char *key = bh_finding_dup_key (cut->finding, first->state);
  const BhFinding *finding = find_again (report, cut->finding, key);

  return finding != NULL ? bh_finding_fix (finding, state, cut->fix)
                         : bh_state_ref ((BhState *) state);
}

BhState *
bh_report_apply_cut (const BhReport *self, const GArray *cuts)
{
  BhState *state = bh_state_ref (self->state);

  for (guint i = 0; i < cuts->len; i++)
    {
      const BhCut *cut = &g_array_index (cuts, BhCut, i);
      BhState *next =
          i == 0 ? bh_finding_fix (cut->finding, state, cut->fix) : apply_later (self, state, cut);

      bh_state_unref (state);
      state = next;
    }
  return state;
}

static gboolean
was_there (const BhReport *report, const BhPath *path)
{
  for (guint i = 0; i < report->paths->len; i++)
    if (((BhPathFinding *) g_ptr_array_index (report->paths, i))->path == path)
      return TRUE;
  return FALSE;
}

/* The path is gone, and none that is as bad has come in its place. */
static gboolean
ends_path (const Search *search, const BhState *state)
{
  g_autoptr (BhFacts) facts = bh_facts_new (state);
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);

  if (bh_path_holds (search->path, facts))
    return FALSE;
  for (guint i = 0; i < n_paths; i++)
    if (paths[i]->severity >= search->path->severity && !was_there (search->report, paths[i]) &&
        bh_path_holds (paths[i], facts))
      return FALSE;
  return TRUE;
}

static GArray *
dup_chosen (const Search *search, guint n)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (BhCut));

  for (guint i = 0; i < n; i++)
    g_array_append_val (cuts, g_array_index (search->candidates, BhCut, search->chosen[i]));
  return cuts;
}

/* Tries all sets of N candidates that begin with the first AT chosen ones. (nullable) */
static GArray *
try_sets (Search *search, guint at, guint n)
{
  if (at == n)
    {
      g_autoptr (GArray) cuts = dup_chosen (search, n);
      g_autoptr (BhState) fixed = bh_report_apply_cut (search->report, cuts);

      search->tries_left--;
      return ends_path (search, fixed) ? g_steal_pointer (&cuts) : NULL;
    }
  for (guint i = at > 0 ? search->chosen[at - 1] + 1 : 0; i < search->candidates->len; i++)
    {
      GArray *found;

      if (search->tries_left == 0)
        return NULL;
      search->chosen[at] = i;
      found = try_sets (search, at + 1, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GArray *
bh_report_find_cut (const BhReport *self, const BhPathFinding *path)
{
  g_autoptr (GArray) candidates = gather_candidates (self, path);
  const guint tries = MAX_LOOKS / (self->state->n_settings + 1);
  Search search = { self, path->path, candidates, CLAMP (tries, MIN_TRIES, MAX_TRIES), { 0 } };

  for (guint n = 1; n <= MIN (MAX_CUTS, candidates->len); n++)
    {
      GArray *found = try_sets (&search, 0, n);

      if (found != NULL)
        return found;
    }
  return g_array_new (FALSE, FALSE, sizeof (BhCut));
}
