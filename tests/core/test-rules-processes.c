/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase cases[] = {
  { "--pid host i", "pid-host", BH_SEVERITY_HIGH, NULL },
  { "--pid=container:web --pid=host i", "pid-host", BH_SEVERITY_HIGH, NULL },
  { "--pid host --pid container:web i", "pid-host", SILENT, NULL },
  { "--pid container:host i", "pid-host", SILENT, NULL },
  { "--ipc host i", "pid-host", SILENT, NULL },
  { "--pids-limit 9 i", "pid-host", SILENT, NULL },
  { "i --pid host", "pid-host", SILENT, NULL },
  { "--pid container:web i", "pid-container", BH_SEVERITY_LOW, "web" },
  { "--network container:web i", "pid-container", SILENT, NULL },
  { "--pid host i", "pid-container", SILENT, NULL },
  { "i", "pids-unlimited", BH_SEVERITY_INFO, NULL },
  { "-d i", "pids-unlimited", BH_SEVERITY_LOW, NULL },
  { "--pids-limit -1 i", "pids-unlimited", BH_SEVERITY_LOW, NULL },
  { "--pids-limit 0 i", "pids-unlimited", BH_SEVERITY_LOW, NULL },
  { "--pids-limit 100 i", "pids-unlimited", SILENT, NULL },
  { "-d i node app.js", "init-missing", BH_SEVERITY_LOW, "node" },
  { "-d --entrypoint /usr/bin/python3 i app.py", "init-missing", BH_SEVERITY_LOW, "python3" },
  { "--restart always i sh -c 'a && b'", "init-missing", BH_SEVERITY_LOW, "sh" },
  { "-d --init=false i npm start", "init-missing", BH_SEVERITY_LOW, "npm" },
  { "-d --init i node app.js", "init-missing", SILENT, NULL },
  { "-d i sh -c 'exec app'", "init-missing", SILENT, NULL },
  { "-d i sh -c 'a && exec app'", "init-missing", SILENT, NULL },
  { "-d --entrypoint tini i -- node app.js", "init-missing", SILENT, NULL },
  { "-d --pid host i node app.js", "init-missing", SILENT, NULL },
  { "--rm i python app.py", "init-missing", SILENT, NULL },
  { "-it i bash", "init-missing", SILENT, NULL },
  { "-d nginx", "init-missing", SILENT, NULL },
  { "-d i nodemanager", "init-missing", SILENT, NULL },
  { "-dit i", "detached-tty", BH_SEVERITY_INFO, NULL },
  { "-d -t=false i", "detached-tty", SILENT, NULL },
  { "-di i", "detached-tty", SILENT, NULL },
  { "-it i", "detached-tty", SILENT, NULL },
};

static const FixCase fixes[] = {
  { "--pid host i", "pid-host", "remove", "i" },
  { "i", "pids-unlimited", "limit", "--pids-limit 2048 i" },
  { "--pids-limit -1 i", "pids-unlimited", "tight-limit", "--pids-limit 200 i" },
  { "-d i node app.js", "init-missing", "init", "-d --init i node app.js" },
  { "-d --init=false i node app.js", "init-missing", "init", "-d --init i node app.js" },
  { "-dit i", "detached-tty", "no-tty", "-d -i i" },
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
  g_test_add_func ("/rules/processes/cases", test_cases);
  g_test_add_func ("/rules/processes/fixes", test_fixes);
  return g_test_run ();
}
