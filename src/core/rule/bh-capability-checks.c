/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-capability-checks.h"

#include "rule/bh-checks.h"
#include "value/bh-capability.h"

gboolean
bh_check_capabilities_rest (const BhFacts *facts)
{
  return !bh_check_may_be_root (facts) && facts->no_new_privileges.on;
}

static gboolean
sees_host_processes (const BhFacts *facts)
{
  return facts->pid.mode == BH_NAMESPACE_HOST;
}

static gboolean
uses_host_network (const BhFacts *facts)
{
  return facts->network == BH_NETWORK_HOST;
}

static gboolean
may_call_anything (const BhFacts *facts)
{
  return facts->seccomp_unconfined.on;
}

static gboolean
writes_host_files (const BhFacts *facts)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->type == BH_MOUNT_BIND && !mount->readonly)
        return TRUE;
    }
  return FALSE;
}

/* Capabilities that namespaces hold back, until one of those walls is gone too. */
static const struct
{
  BhCapability capability;
  gboolean (*is_worse) (const BhFacts *facts);
  BhSeverity severity;
} combinations[] = {
  { BH_CAP_SYS_PTRACE, sees_host_processes, BH_SEVERITY_CRITICAL },
  { BH_CAP_SYS_BOOT, sees_host_processes, BH_SEVERITY_HIGH },
  { BH_CAP_SYS_BOOT, may_call_anything, BH_SEVERITY_HIGH },
  { BH_CAP_NET_ADMIN, uses_host_network, BH_SEVERITY_HIGH },
  { BH_CAP_AUDIT_CONTROL, sees_host_processes, BH_SEVERITY_MEDIUM },
  { BH_CAP_LINUX_IMMUTABLE, writes_host_files, BH_SEVERITY_MEDIUM },
};

static BhSeverity
get_severity (const BhRule *rule, const BhFacts *facts)
{
  BhSeverity severity = rule->severity;

  if (bh_check_capabilities_rest (facts))
    return MIN (severity, BH_SEVERITY_LOW);
  for (guint i = 0; i < G_N_ELEMENTS (combinations); i++)
    if (combinations[i].capability == rule->value && combinations[i].is_worse (facts))
      severity = MAX (severity, combinations[i].severity);
  return severity;
}

static gboolean
names_capability (const BhText *value, guint capability)
{
  BhCapability named;

  return bh_capability_from_string (value->str, value->len, &named) && named == capability;
}

void
bh_check_add_one_capability (BhFindings *findings,
                             const BhRule *rule,
                             BhSeverity severity,
                             const BhFacts *facts,
                             guint capability)
{
  g_autoptr (GArray) causes = NULL;

  /* Beside ALL it adds nothing. */
  if (facts->added_by[capability] == BH_NOBODY || facts->add_all != BH_NOBODY)
    return;
  causes = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = bh_check_find (facts, 0, "cap-add"); i >= 0;
       i = bh_check_find (facts, i + 1, "cap-add"))
    if (names_capability (bh_check_value (facts, i), capability))
      g_array_append_val (causes, i);
  bh_findings_add (findings, rule, severity, bh_capability_to_string (capability),
                   (const int *) causes->data, causes->len);
}

void
bh_check_added_capability (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->added_by[rule->value] != BH_NOBODY)
    bh_check_add_one_capability (findings, rule, get_severity (rule, facts), facts, rule->value);
}
