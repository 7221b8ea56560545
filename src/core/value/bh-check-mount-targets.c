/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "value/bh-conflicts.h"
#include "value/bh-mount-parts.h"
#include "value/bh-mount.h"
#include "value/bh-problem.h"

static gboolean
mounts (const BhSetting *setting)
{
  return setting->option != NULL &&
         (setting->option->kind == BH_KIND_VOLUME || setting->option->kind == BH_KIND_MOUNT ||
          setting->option->kind == BH_KIND_TMPFS);
}

/* Whether it is mounted whatever else is: an empty volume gives way. */
static gboolean
insists (const BhSetting *setting)
{
  BhVolume volume;

  if (setting->option->kind != BH_KIND_VOLUME)
    return TRUE;
  return bh_volume_parse (setting->value, &volume) &&
         (volume.kind == BH_VOLUME_SOURCE_NAME || volume.kind == BH_VOLUME_SOURCE_PATH);
}

/* (transfer full) (nullable): the path in the container in its plainest form. */
static char *
dup_target (const BhSetting *setting)
{
  g_autofree char *target = NULL;
  BhMountParts parts;
  const char *path;

  bh_mount_parts_read (setting->option, setting->value, &parts);
  if (bh_text_range_expands (setting->value, parts.target))
    return NULL;
  target = bh_text_dup_range (setting->value, parts.target);
  if (target[0] != '/')
    return NULL;
  /* Several slashes at the start are one, to Docker. */
  for (path = target; path[1] == '/';)
    path++;
  return g_canonicalize_filename (path, "/");
}

static gboolean
is_kind (const BhSetting *setting, BhKind kind)
{
  return setting->option->kind == kind;
}

static void
report (const BhState *state, int setting, int before, GPtrArray *problems)
{
  const BhSetting *one = state->settings[before];
  const BhSetting *other = state->settings[setting];
  BhRange whole = { 0, other->value->len };
  BhProblem *problem;

  /* The client takes the same --volume for one, and of several --tmpfs the last. */
  if (is_kind (one, BH_KIND_VOLUME) && bh_setting_equal (one, other))
    return;
  if (is_kind (one, BH_KIND_TMPFS) && is_kind (other, BH_KIND_TMPFS))
    problem = bh_problem_new (setting, whole, BH_STAGE_SILENT,
                              _ ("There is a --tmpfs at this path already: only the last one "
                                 "counts."));
  /* The engine does not hold these two against each other. */
  else if ((is_kind (one, BH_KIND_TMPFS) && is_kind (other, BH_KIND_MOUNT)) ||
           (is_kind (one, BH_KIND_MOUNT) && is_kind (other, BH_KIND_TMPFS)))
    problem = bh_problem_new (setting, whole, BH_STAGE_SILENT,
                              _ ("Something else is mounted at this path already: one of the two "
                                 "hides the other."));
  else
    problem = bh_problem_new (setting, whole, BH_STAGE_CREATE,
                              _ ("Something else is mounted at this path already: give one of the "
                                 "two another path in the container."));
  problem->other = before;
  g_ptr_array_add (problems, problem);
}

void
bh_check_mount_targets (const BhState *state, GPtrArray *problems)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < state->n_settings; i++)
    {
      char *target = NULL;
      gpointer before;

      if (mounts (state->settings[i]) && insists (state->settings[i]))
        target = dup_target (state->settings[i]);
      if (target == NULL)
        continue;
      if (g_hash_table_lookup_extended (targets, target, NULL, &before))
        report (state, (int) i, GPOINTER_TO_INT (before), problems);
      g_hash_table_replace (targets, target, GUINT_TO_POINTER (i));
    }
}
