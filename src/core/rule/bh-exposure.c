/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-exposure.h"

#include <math.h>
#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-report.h"

#define CEILING 9.4
#define PRIVILEGED_FLOOR 9.5
#define PRIVILEGED_ROOM 0.5
/* So many points come about two thirds of the way to the ceiling. A critical finding alone is
 * "dangerous", a high one "exposed", a medium one "guarded". */
#define SCALE 10.0

/* Three of one severity weigh about as much as one of the next: ten small things are not yet a way
 * out of the container. */
static const double usual_points[] = {
  [BH_SEVERITY_INFO] = 0.05, [BH_SEVERITY_LOW] = 0.3,       [BH_SEVERITY_MEDIUM] = 1.2,
  [BH_SEVERITY_HIGH] = 4.0,  [BH_SEVERITY_CRITICAL] = 12.0,
};

typedef enum
{
  AT_LEAST, /* or those of the severity, if they are more */
  EXACTLY,
  MORE, /* than those of the severity */
} How;

/* Where a rule's points are not those of its severity. */
static const struct
{
  const char *rule;
  How how;
  double points;
} exceptions[] = {
  /* Missing walls are a note, since nearly every command lacks them; what they would hold back is
   * real. Together they keep a command that says nothing out of the best range; those without a
   * safe fix leave it in. */
  { "memory-unlimited", AT_LEAST, 0.35 },
  { "user-root", AT_LEAST, 0.35 },
  { "readonly-root-missing", AT_LEAST, 0.3 },
  { "pids-unlimited", AT_LEAST, 0.25 },
  { "cap-drop-all-missing", AT_LEAST, 0.2 },
  { "no-new-privileges-missing", AT_LEAST, 0.2 },
  { "log-unbounded", AT_LEAST, 0.15 },
  { "cap-net-raw-kept", AT_LEAST, 0.1 },
  { "cpu-unlimited", AT_LEAST, 0.1 },
  { "network-default-bridge", AT_LEAST, 0.1 },
  /* Hygiene that says little about the walls. */
  { "image-latest", EXACTLY, 0.1 },
  /* Publishing at 127.0.0.1 is the right thing to do. */
  { "port-loopback-neighbour", EXACTLY, 0 },
  /* What is left of a wall that somebody put up only in part is not worse than no wall: no more
   * than what the rule for the missing wall has. */
  { "readonly-undone", EXACTLY, 0.3 },
  { "memory-swap-double", EXACTLY, 0.1 },
  { "shm-large", EXACTLY, 0.2 },
  { "user-root-group", EXACTLY, 0.15 },
  /* Stands for every capability, also for those that are added by name beside it. */
  { "cap-add-all", AT_LEAST, 90 },
  /* Stands for what its severity says and for the lesser warnings of the port that is ignored. */
  { "port-ignored", MORE, 1 },
};

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

/* -1 for the usual points. */
static int
find_exception (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (strcmp (exceptions[i].rule, rule) == 0)
      return (int) i;
  return -1;
}

/* For each rule, in their order, its exception. Made once. */
static const int *
exceptions_by_rule (void)
{
  static int *by_rule;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      guint n_rules;
      const BhRule *const *rules = bh_rule_all (&n_rules);

      by_rule = g_new (int, n_rules);
      for (guint i = 0; i < n_rules; i++)
        by_rule[i] = find_exception (rules[i]->id);
      g_once_init_leave (&done, 1);
    }
  return by_rule;
}

double
bh_exposure_points (guint rule, BhSeverity severity)
{
  const int exception = exceptions_by_rule ()[rule];
  const double usual = usual_points[severity];

  if (exception < 0)
    return usual;
  switch (exceptions[exception].how)
    {
    case EXACTLY:
      return exceptions[exception].points;
    case MORE:
      return usual + exceptions[exception].points;
    default:
      return MAX (usual, exceptions[exception].points);
    }
}

double
bh_exposure_score (double points, gboolean privileged)
{
  const double filled = 1 - exp (-points / SCALE);

  return privileged ? PRIVILEGED_FLOOR + PRIVILEGED_ROOM * filled : CEILING * filled;
}

char *
bh_exposure_table_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      if (bh_rule_find (exceptions[i].rule) == NULL)
        return g_strdup_printf ("there is no rule %s", exceptions[i].rule);
      if (find_exception (exceptions[i].rule) != (int) i)
        return g_strdup_printf ("%s is there twice", exceptions[i].rule);
    }
  return NULL;
}

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
