/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-mount-checks.h"

gboolean
bh_check_mount_is_of_class (const BhMountFact *mount, BhPathClass path_class)
{
  return mount->type == BH_MOUNT_BIND && mount->path_class == path_class;
}

void
bh_check_add_mount (BhFindings *findings,
                    const BhRule *rule,
                    BhSeverity severity,
                    const BhMountFact *mount)
{
  bh_findings_add (findings, rule, severity, mount->source, &mount->setting, 1);
}

void
bh_check_mount_class (BhFindings *findings,
                      const BhRule *rule,
                      const BhFacts *facts,
                      BhPathClass path_class,
                      BhSeverity writable,
                      BhSeverity readonly)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (bh_check_mount_is_of_class (mount, path_class))
        bh_check_add_mount (findings, rule, mount->readonly ? readonly : writable, mount);
    }
}

static const char *
mount_subject (const BhMountFact *mount)
{
  return *mount->source != '\0' ? mount->source : mount->target;
}

void
bh_check_add_mounts (BhFindings *findings,
                     const BhRule *rule,
                     const BhFacts *facts,
                     BhMountTest test)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (test (facts, mount))
        bh_findings_add_one (findings, rule, mount_subject (mount), mount->setting);
    }
}

const BhText *
bh_check_mount_text (const BhFacts *facts, const BhMountFact *mount)
{
  return facts->state->settings[mount->setting]->value;
}
