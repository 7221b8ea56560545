/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "i", "memory-unlimited", BH_SEVERITY_INFO, NULL },
  { "-d i", "memory-unlimited", BH_SEVERITY_LOW, NULL },
  { "-m 0 i", "memory-unlimited", BH_SEVERITY_LOW, NULL },
  { "-m 1g -m 0 i", "memory-unlimited", BH_SEVERITY_LOW, NULL },
  { "-m 1g i", "memory-unlimited", SILENT, NULL },
  { "-m 1g i", "memory-swap-double", BH_SEVERITY_LOW, "1g" },
  { "-m 1g --memory-swap 0 i", "memory-swap-double", BH_SEVERITY_LOW, NULL },
  { "-m 1g --memory-swap 1g i", "memory-swap-double", SILENT, NULL },
  { "-m 1g --memory-swap -1 i", "memory-swap-unlimited", BH_SEVERITY_MEDIUM, NULL },
  { "-m 1g --memory-swap 2g i", "memory-swap-unlimited", SILENT, NULL },
  { "i", "cpu-unlimited", BH_SEVERITY_INFO, NULL },
  { "--cpus 0 i", "cpu-unlimited", BH_SEVERITY_INFO, NULL },
  { "--cpus .5 i", "cpu-unlimited", SILENT, NULL },
  { "--cpu-quota 50000 i", "cpu-unlimited", SILENT, NULL },
  { "-c 512 i", "cpu-shares-only", BH_SEVERITY_INFO, NULL },
  { "-c 512 --cpus 1 i", "cpu-shares-only", SILENT, NULL },
  { "--oom-kill-disable i", "oom-kill-disable", BH_SEVERITY_HIGH, NULL },
  { "--oom-kill-disable -m 1g i", "oom-kill-disable", BH_SEVERITY_MEDIUM, NULL },
  { "--oom-score-adj=-1 i", "oom-score-adj-negative", BH_SEVERITY_MEDIUM, "-1" },
  { "--oom-score-adj 0 i", "oom-score-adj-negative", SILENT, NULL },
  { "--cpu-rt-runtime 950000 i", "cpu-realtime", BH_SEVERITY_MEDIUM, NULL },
  { "--cpu-rt-runtime 0 i", "cpu-realtime", SILENT, NULL },
  { "--ulimit rttime=1 i", "cpu-realtime", SILENT, NULL },
  { "--ulimit core=-1:-1 i", "ulimit-core", BH_SEVERITY_LOW, NULL },
  { "--ulimit core=0:0 i", "ulimit-core", SILENT, NULL },
  { "-m 64m --shm-size 65m i", "shm-large", BH_SEVERITY_LOW, "65m" },
  { "-m 64m --shm-size 64m i", "shm-large", SILENT, NULL },
  { "--shm-size 1g i", "shm-large", SILENT, NULL },
  { "--ulimit nproc=9 i", "ulimit-nproc", BH_SEVERITY_INFO, "nproc=9" },
  { "--ulimit nproc=-1 i", "ulimit-nproc", SILENT, NULL },
  { "--ulimit nofile=9 i", "ulimit-nproc", SILENT, NULL },
  { "--ulimit nofile=-1 i", "ulimit-nofile", BH_SEVERITY_INFO, NULL },
  { "--ulimit nofile=1073741816 i", "ulimit-nofile", BH_SEVERITY_INFO, NULL },
  { "--ulimit nofile=1048576:1048576 i", "ulimit-nofile", SILENT, NULL },
  { "--ulimit nofile=1024:-1 i", "ulimit-nofile", SILENT, NULL },
  { "--ulimit memlock=-1 i", "ulimit-nofile", SILENT, NULL },
  { "i", "ulimit-nofile", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--rm i", "memory-unlimited", "limit", "--rm -m 512m --memory-swap 512m i" },
  { "--memory-swap -1 i", "memory-unlimited", "limit", "--memory-swap -1 -m 512m i" },
  { "-m $MEM i", "memory-swap-double", "no-swap", "-m $MEM --memory-swap $MEM i" },
  { "--memory-swap -1 i", "memory-swap-unlimited", "no-swap", "i" },
  { "--cpus 0 i", "cpu-unlimited", "limit", "--cpus 1 i" },
  { "--ulimit core=0 --ulimit nproc=64:128 i", "ulimit-nproc", "pids-limit",
    "--ulimit core=0 --pids-limit 64 i" },
  { "--ulimit nproc=64 --pids-limit 9 i", "ulimit-nproc", "pids-limit", "--pids-limit 9 i" },
  { "--ulimit nofile=-1 i", "ulimit-nofile", "plenty", "--ulimit nofile=65536:65536 i" },
  { "--ulimit nofile=9 --ulimit core=-1 i", "ulimit-core", "no-core",
    "--ulimit nofile=9 --ulimit core=0 i" },
};

static void
test_cases (void)
{
  rule_case_check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_fixes (void)
{
  fix_case_check_all (fixes, G_N_ELEMENTS (fixes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/resources/cases", test_cases);
  g_test_add_func ("/rules/resources/fixes", test_fixes);
  return g_test_run ();
}
