/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "wall/bh-wall-private.h"

#include "bh-i18n.h"

static const struct
{
  const char *word;
  const char *title;                   /* N_() */
  const char *texts[BH_WALL_GONE + 1]; /* N_(), for each condition */
  BhWallCheck check;
} table[BH_N_WALLS] = {
  [BH_WALL_NETWORK] = { "network",
                        N_ ("Network"),
                        { N_ ("Nothing gets in or out."),
                          N_ ("It has a network of its own, with these ways through."),
                          N_ ("It is on the host's own network: every interface, and what listens "
                              "on 127.0.0.1.") },
                        bh_wall_check_network },
  [BH_WALL_FILES] = { "files",
                      N_ ("Files"),
                      { N_ ("It sees the image's files and its own, none of the host's."),
                        N_ ("It sees its own files, and these of the host."),
                        N_ ("It sees all files of the host.") },
                      bh_wall_check_files },
  [BH_WALL_PROCESSES] = { "processes",
                          N_ ("Processes"),
                          { N_ ("It sees its own processes only."),
                            N_ ("It has processes of its own, and shares this."),
                            N_ ("It sees every process of the host.") },
                          bh_wall_check_processes },
  [BH_WALL_USERS] = { "users",
                      N_ ("Users"),
                      { N_ ("It runs as a user without rights on the host."),
                        N_ ("The kernel knows its users by number only, the same on both sides."),
                        N_ ("Its root is the host's root.") },
                      bh_wall_check_users },
  [BH_WALL_RIGHTS] = { "rights",
                       N_ ("Rights"),
                       { N_ ("Root in the container has none of the kernel's special rights."),
                         N_ ("Root in the container has these rights and devices."),
                         N_ ("Root in the container has every right of the kernel.") },
                       bh_wall_check_rights },
  [BH_WALL_KERNEL] = { "kernel",
                       N_ ("Kernel"),
                       { N_ ("System calls are filtered, and the kernel's files are covered."),
                         N_ ("The kernel is guarded, but for this."),
                         N_ ("Nothing stands between the program and the kernel.") },
                       bh_wall_check_kernel },
  [BH_WALL_RESOURCES] = { "resources",
                          N_ ("Resources"),
                          { N_ ("It has a limit to memory, CPU time and processes."),
                            N_ ("It may take without limit:"),
                            N_ ("It may take all that the computer has.") },
                          bh_wall_check_resources },
};

const char *
bh_wall_id_to_string (BhWallId id)
{
  return table[id].word;
}

const char *
bh_wall_id_get_title (BhWallId id)
{
  return _ (table[id].title);
}

void
bh_wall_open (BhWall *self,
              int setting,
              const char *option,
              BhFlow flow,
              const char *outside,
              const char *inside,
              const char *text)
{
  BhOpening *opening = g_new0 (BhOpening, 1);

  opening->setting = setting;
  opening->option = setting == BH_NOBODY ? option : NULL;
  opening->flow = flow;
  opening->severity = BH_OPENING_HARMLESS;
  opening->outside = g_strdup (outside);
  opening->inside = g_strdup (inside);
  opening->text = g_strdup (text);
  g_ptr_array_add (self->openings, opening);
}

static void
opening_free (BhOpening *self)
{
  g_free (self->outside);
  g_free (self->inside);
  g_free (self->text);
  g_free (self);
}

/* The worst warning about each setting, in an array that runs beside the settings. */
static int *
rank_settings (const BhReport *report)
{
  int *severities = g_new (int, report->state->n_settings + 1);

  for (guint i = 0; i < report->state->n_settings; i++)
    severities[i] = BH_OPENING_HARMLESS;
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint s = 0; s < finding->n_settings; s++)
        if (finding->settings[s] >= 0)
          severities[finding->settings[s]] =
              MAX (severities[finding->settings[s]], (int) finding->severity);
    }
  return severities;
}

static void
rank_openings (BhWall *self, const int *severities)
{
  for (guint i = 0; i < self->openings->len; i++)
    {
      BhOpening *opening = g_ptr_array_index (self->openings, i);

      if (opening->setting >= 0)
        opening->severity = severities[opening->setting];
      else if (opening->option != NULL)
        opening->severity = BH_SEVERITY_INFO;
    }
}

BhWalls *
bh_walls_new (const BhReport *report)
{
  BhWalls *self = g_new0 (BhWalls, 1);
  g_autoptr (BhFacts) facts = bh_facts_new (report->state);
  g_autofree int *severities = rank_settings (report);

  for (guint i = 0; i < BH_N_WALLS; i++)
    {
      BhWall *wall = &self->walls[i];
      gboolean stands;

      wall->id = i;
      wall->openings = g_ptr_array_new_with_free_func ((GDestroyNotify) opening_free);
      stands = table[i].check (wall, facts);
      wall->condition = !stands                   ? BH_WALL_GONE
                        : wall->openings->len > 0 ? BH_WALL_PIERCED
                                                  : BH_WALL_WHOLE;
      wall->text = _ (table[i].texts[wall->condition]);
      rank_openings (wall, severities);
    }
  return self;
}

void
bh_walls_free (BhWalls *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < BH_N_WALLS; i++)
    g_ptr_array_unref (self->walls[i].openings);
  g_free (self);
}

int
bh_wall_get_severity (const BhWall *self)
{
  int worst = BH_OPENING_HARMLESS;

  for (guint i = 0; i < self->openings->len; i++)
    worst = MAX (worst, ((const BhOpening *) g_ptr_array_index (self->openings, i))->severity);
  return worst;
}
