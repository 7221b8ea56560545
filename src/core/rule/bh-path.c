/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-path.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-path-tables.h"

/* One line for each theme. */
static const struct
{
  const BhPath *paths;
  const guint *n_paths;
} tables[] = {
  { bh_paths_engine, &bh_n_paths_engine },       { bh_paths_processes, &bh_n_paths_processes },
  { bh_paths_kernel, &bh_n_paths_kernel },       { bh_paths_devices, &bh_n_paths_devices },
  { bh_paths_files, &bh_n_paths_files },         { bh_paths_network, &bh_n_paths_network },
  { bh_paths_ports, &bh_n_paths_ports },         { bh_paths_secrets, &bh_n_paths_secrets },
  { bh_paths_resources, &bh_n_paths_resources }, { bh_paths_staying, &bh_n_paths_staying },
  { bh_paths_illusions, &bh_n_paths_illusions },
};

static GPtrArray *
gather_paths (void)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint j = 0; j < *tables[i].n_paths; j++)
      g_ptr_array_add (all, (gpointer) &tables[i].paths[j]);
  return all;
}

const BhPath *const *
bh_path_all (guint *n_paths)
{
  static GPtrArray *all;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      all = gather_paths ();
      g_once_init_leave (&done, 1);
    }
  if (n_paths != NULL)
    *n_paths = all->len;
  return (const BhPath *const *) all->pdata;
}

const BhPath *
bh_path_find (const char *id)
{
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);

  for (guint i = 0; i < n_paths; i++)
    if (strcmp (paths[i]->id, id) == 0)
      return paths[i];
  return NULL;
}

guint
bh_path_n_steps (const BhPath *path)
{
  guint n = 0;

  while (n < BH_PATH_MAX_STEPS && path->steps[n].sentence != NULL)
    n++;
  return n;
}

char *
bh_path_dup_story (const BhPath *path)
{
  GString *story = g_string_new (NULL);

  for (guint i = 0; i < bh_path_n_steps (path); i++)
    g_string_append_printf (story, "%s\n", _ (path->steps[i].sentence));
  g_string_append (story, _ (path->gain));
  return g_string_free (story, FALSE);
}

/* Notes where the settings of each step begin; STEP_BEGINS may be NULL. */
static gboolean
walk (const BhPath *path, const BhFacts *facts, GArray *causes, guint *step_begins)
{
  guint n = 0;

  if (causes->len > 0)
    g_array_set_size (causes, 0);
  if (path->part_of_privileged && facts->privileged.on)
    return FALSE;
  for (; n < BH_PATH_MAX_STEPS && path->steps[n].sentence != NULL; n++)
    {
      const BhPathStep *step = &path->steps[n];

      if (step_begins != NULL)
        step_begins[n] = causes->len;
      if (step->holds != NULL && !step->holds (facts, step->value, causes))
        return FALSE;
    }
  if (step_begins != NULL)
    step_begins[n] = causes->len;
  return TRUE;
}

gboolean
bh_path_holds (const BhPath *path, const BhFacts *facts)
{
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (int));

  return walk (path, facts, causes, NULL);
}

/* The image is -1. */
static guint
mark_of (int setting)
{
  return (guint) (setting + 1);
}

void
bh_path_finding_mark (const BhPathFinding *self, guint8 *marks, gboolean set)
{
  for (guint i = 0; i < self->n_settings; i++)
    marks[mark_of (self->settings[i])] = set;
}

BhPathFinding *
bh_path_finding_new (const BhPath *path, const BhFacts *facts, GArray *scratch, guint8 *marks)
{
  guint step_begins[BH_PATH_MAX_STEPS + 1];
  BhPathFinding *self;
  const int *causes;

  /* Most fail at the first step, and there are many of them. */
  if (!path->steps[0].holds (facts, path->steps[0].value, scratch) ||
      !walk (path, facts, scratch, step_begins))
    return NULL;
  causes = (const int *) (gpointer) scratch->data;
  self = g_malloc0 (sizeof *self + 2 * scratch->len * sizeof (int));
  self->path = path;
  memcpy (self->step_begins, step_begins, sizeof step_begins);
  self->settings = (int *) (self + 1);
  self->step_settings = self->settings + scratch->len;
  for (guint i = 0; i < scratch->len; i++)
    {
      self->step_settings[i] = causes[i];
      if (!marks[mark_of (causes[i])])
        self->settings[self->n_settings++] = causes[i];
      marks[mark_of (causes[i])] = TRUE;
    }
  bh_path_finding_mark (self, marks, FALSE);
  return self;
}

void
bh_path_finding_free (BhPathFinding *self)
{
  g_free (self);
}

static gboolean
names_rule (const BhPath *path, const char *rule)
{
  for (guint i = 0; i < BH_PATH_MAX_STEPS; i++)
    if (path->steps[i].rule != NULL && g_str_equal (path->steps[i].rule, rule))
      return TRUE;
  return FALSE;
}

gboolean
bh_path_finding_includes (const BhPathFinding *self, const BhFinding *finding, const guint8 *marks)
{
  /* The image is there in any case. */
  for (guint i = 0; i < finding->n_settings; i++)
    if (finding->settings[i] >= 0 && marks[mark_of (finding->settings[i])])
      return TRUE;
  return names_rule (self->path, finding->rule->id);
}

/* Which column of PATH is empty or wrong, or NULL. */
static const char *
find_fault (const BhPath *path)
{
  for (guint i = 0; i < bh_path_n_steps (path); i++)
    {
      if (path->steps[i].rule != NULL && bh_rule_find (path->steps[i].rule) == NULL)
        return "rule of a step";
    }
  if (path->steps[0].holds == NULL)
    return "first step that rests on a fact";
  if (path->references == NULL || path->references[0] == NULL)
    return "source";
  return path->title == NULL || path->gain == NULL || path->bad == NULL || path->good == NULL
             ? "text"
             : NULL;
}

char *
bh_path_table_check (void)
{
  guint n_paths;
  const BhPath *const *paths = bh_path_all (&n_paths);

  for (guint i = 0; i < n_paths; i++)
    {
      const char *fault = find_fault (paths[i]);

      if (fault != NULL)
        return g_strdup_printf ("%s lacks a %s", paths[i]->id, fault);
      if (bh_path_find (paths[i]->id) != paths[i])
        return g_strdup_printf ("%s is there twice", paths[i]->id);
    }
  return NULL;
}
