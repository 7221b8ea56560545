/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Limits that each process carries with it. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-resource-fixes.h"

static void
check_core (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    {
      const char *value = bh_check_value (facts, i)->str;

      if (g_str_has_prefix (value, "core=") && !g_str_has_prefix (value, "core=0"))
        bh_findings_add_one (findings, rule, value, i);
    }
}

/* What the value says of the limit called NAME, or NULL when it is about another one. */
static const char *
get_limit (const BhFacts *facts, int setting, const char *name)
{
  const char *value = bh_check_value (facts, setting)->str;
  gsize len = strlen (name);

  return strncmp (value, name, len) == 0 && value[len] == '=' ? value + len + 1 : NULL;
}

static void
check_nproc (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    {
      const char *limit = get_limit (facts, i, "nproc");

      /* -1 is no limit, for nobody. */
      if (limit != NULL && *limit != '-')
        bh_findings_add_one (findings, rule, bh_check_value (facts, i)->str, i);
    }
}

/* As many as the kernel allows at most, unless somebody raised that. */
#define MANY_FILES 1048576

static void
check_nofile (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "ulimit"); i >= 0;
       i = bh_check_find (facts, i + 1, "ulimit"))
    {
      const char *limit = get_limit (facts, i, "nofile");
      gint64 soft = limit != NULL ? g_ascii_strtoll (limit, NULL, 10) : 0;

      if (soft < 0 || soft > MANY_FILES)
        bh_findings_add_one (findings, rule, bh_check_value (facts, i)->str, i);
    }
}

const BhRule bh_rules_ulimits[] = {
  {
      .id = "ulimit-core",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("Crashes write the memory to disk"),
      .message = N_ ("“%s” lets a program that crashes write all its memory into a file."),
      .exposes =
          N_ ("Passwords, keys and customers' data that the program had in its memory are in "
              "the file. The host's settings decide where it goes."),
      .attack =
          N_ ("An intruder makes the program crash and reads the file, or fills the disk with "
              "many of them."),
      .legitimate = N_ ("While you look for the cause of a crash."),
      .references = (const char *const[]){ "core(5)", "CWE-528", NULL },
      .check = check_core,
      .fixes = { { .id = "no-core",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Write no such files"),
                   .breaks = N_ ("There is nothing to look at after a crash."),
                   .apply = bh_fix_replace_value,
                   .parameter = "core=0" } },
      .bad = "--ulimit core=-1 nginx",
      .good = "--ulimit core=0 nginx",
  },
  {
      .id = "ulimit-nproc",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("Processes are counted for the user, not the container"),
      .message = N_ ("“%s” counts all processes of the same user number on this computer."),
      .exposes = N_ ("Containers that run as the same user share one count, and so do programs of "
                     "the host under that number. For root, the kernel does not enforce it."),
      .attack = N_ ("An intruder uses the count up, and other containers of the same user can no "
                    "longer start processes."),
      .legitimate =
          N_ ("When every container has a user of its own. --pids-limit counts what belongs "
              "to this container and nothing else."),
      .references = (const char *const[]){ "setrlimit(2)",
                                           "Docker docs: docker container run, ulimit", NULL },
      .check = check_nproc,
      .fixes = { { .id = "pids-limit",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Count them for the container"),
                   .breaks = N_ ("Threads count too, and root is limited as well."),
                   .apply = bh_fix_nproc_to_pids } },
      .bad = "--ulimit nproc=512 --user 10001:10001 nginx",
      .good = "--pids-limit 512 --user 10001:10001 nginx",
  },
  {
      .id = "ulimit-nofile",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_RESOURCES,
      .title = N_ ("Open files have hardly a limit"),
      .message = N_ ("“%s” lets a program open more files than the kernel allows by default."),
      .exposes =
          N_ ("Open files and connections take memory of the kernel, which all share. Some "
              "programs also go through every number up to the limit, and become very slow."),
      .attack = N_ ("Whoever opens connections without end fills the kernel's memory before the "
                    "program runs into a limit."),
      .legitimate = N_ ("Hardly ever: busy databases and proxies ask for 65536 up to a million."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.19",
                                           "OWASP Docker Security rule 7", "setrlimit(2)", NULL },
      .check = check_nofile,
      .fixes = { { .id = "plenty",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Limit them to 65536"),
                   .breaks = N_ ("With more connections and files at a time, the program reports "
                                 "“Too many open files”."),
                   .apply = bh_fix_replace_value,
                   .parameter = "nofile=65536:65536" } },
      .bad = "--ulimit nofile=-1 nginx",
      .good = "--ulimit nofile=65536:1048576 nginx",
  },
};
const guint bh_n_rules_ulimits = G_N_ELEMENTS (bh_rules_ulimits);
