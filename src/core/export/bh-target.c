/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include "bh-i18n.h"

static const BhTarget targets[] = {
  { "run", N_ ("docker run"), "sh", ".sh", bh_export_run, BH_TARGET_PASTE, bh_export_run_all },
  { "run-oneline", N_ ("docker run, one line"), "sh", ".sh", bh_export_run_oneline,
    BH_TARGET_ONE_LINE, bh_export_run_oneline_all },
  { "compose", N_ ("Compose"), "yaml", ".yaml", bh_export_compose, BH_TARGET_PASTE,
    bh_export_compose_all },
  /* TRANSLATORS: a file of Bulkhead's own that keeps everything about a container. */
  { "profile", N_ ("Profile"), "json", ".bulkhead.json", bh_export_profile, BH_TARGET_DOCUMENT,
    bh_export_profile_all },
};

const BhTarget *
bh_target_table (guint *n_targets)
{
  if (n_targets != NULL)
    *n_targets = G_N_ELEMENTS (targets);
  return targets;
}

const BhTarget *
bh_target_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].id, id))
      return &targets[i];
  return NULL;
}

const BhTarget *
bh_target_on_one_line (const BhTarget *target)
{
  const BhTarget *next = target + 1;

  return next < targets + G_N_ELEMENTS (targets) && next->role == BH_TARGET_ONE_LINE ? next
                                                                                     : target;
}
