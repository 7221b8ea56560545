/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"
#include "value/bh-problem.h"

/* What client and engine say of each value, from the real ones. */
#define FINE (-1)

static const struct
{
  const char *words;
  int stage; /* who refuses; FINE: nobody says anything */
} rows[] = {
  { "x", FINE },
  { "-p 8080:80 x", FINE },
  { "-p ::1:8080:80 x", FINE },
  { "-p 8000-8002:80 x", FINE },
  { "-p 8080:80/SCTP x", FINE },
  { "-p 8000-8001:80-82 x", BH_STAGE_CLIENT },
  { "-p 70000:80 x", BH_STAGE_CLIENT },
  { "-p localhost:8080:80 x", BH_STAGE_CLIENT },
  { "-p 127.1:80:80 x", BH_STAGE_CLIENT },
  { "-p 8080:80/icmp x", BH_STAGE_CLIENT },
  { "-p published=1,target=2,host_ip=127.0.0.1 x", BH_STAGE_SILENT },
  { "--expose 80:80 x", BH_STAGE_CLIENT },
  { "--expose 80/udp x", FINE },
  { "--network '' x", BH_STAGE_CLIENT },
  { "--dns nowhere x", BH_STAGE_CLIENT },
  { "--dns 2001:db8::1 x", FINE },
  { "-v /srv:/d:ro,z x", FINE },
  { "-v ./srv:/d x", FINE },
  { "-v /anonymous x", FINE },
  { "-v src/x:/d x", BH_STAGE_CREATE },
  { "-v vol:d x", BH_STAGE_CREATE },
  { "-v /x:/ x", BH_STAGE_CREATE },
  { "-v :/d x", BH_STAGE_CLIENT },
  { "-v /x:/d:ro,rw x", BH_STAGE_CREATE },
  { "-v /x:/d:bogus x", BH_STAGE_CREATE },
  { "-v a:/d x", BH_STAGE_SILENT },
  { "--mount type=bind,src=/srv,dst=/d,readonly x", FINE },
  { "--mount type=bind,dst=/d x", BH_STAGE_CREATE },
  { "--mount type=bind,src=/srv x", BH_STAGE_CLIENT },
  { "--mount bogus=1,dst=/d x", BH_STAGE_CLIENT },
  { "--tmpfs run x", BH_STAGE_CREATE },
  { "--tmpfs /run:size=1m x", FINE },
  { "-e A=1 -e B -e 'C D=1' x", FINE },
  { "-e =1 x", BH_STAGE_CLIENT },
  { "-m 512m x", FINE },
  { "-m 5m x", BH_STAGE_CREATE },
  { "-m lots x", BH_STAGE_CLIENT },
  { "--memory-swap -1 x", FINE },
  { "--cpus 1/2 x", FINE },
  { "--cpus .5 x", FINE },
  { "--cpus 50% x", BH_STAGE_CLIENT },
  { "--cpus 1,5 x", BH_STAGE_CLIENT },
  { "--cpus 0.1234567891 x", BH_STAGE_CLIENT },
  { "--pids-limit -1 x", FINE },
  { "--pids-limit 1.5 x", BH_STAGE_CLIENT },
  { "--oom-score-adj 1001 x", BH_STAGE_CREATE },
  { "--memory-swappiness 101 x", BH_STAGE_CLIENT },
  { "--health-interval 1m30s x", FINE },
  { "--health-interval 30 x", BH_STAGE_CLIENT },
  { "--health-interval 1d x", BH_STAGE_CLIENT },
  { "--stop-timeout 10s x", BH_STAGE_CLIENT },
  { "--ulimit nofile=1024:2048 x", FINE },
  { "--ulimit nofile=-1 x", FINE },
  { "--ulimit nofile=2048:1024 x", BH_STAGE_CLIENT },
  { "--ulimit NOFILE=1 x", BH_STAGE_CLIENT },
  { "--pid host x", FINE },
  { "--pid container:y x", FINE },
  { "--pid private x", BH_STAGE_CLIENT },
  { "--pid container: x", BH_STAGE_CLIENT },
  { "--ipc bogus x", BH_STAGE_START },
  { "--uts container:y x", BH_STAGE_CLIENT },
  { "--cgroupns private x", FINE },
  { "--pull sometimes x", BH_STAGE_CLIENT },
  { "--cap-add cap_sys_admin x", FINE },
  { "--cap-add NET-ADMIN x", BH_STAGE_CREATE },
  { "--cap-add CAP_ALL x", BH_STAGE_CREATE },
  { "--restart on-failure:5 x", FINE },
  { "--restart never x", BH_STAGE_CREATE },
  { "--restart always:3 x", BH_STAGE_CREATE },
  { "--restart on-failure:x x", BH_STAGE_CLIENT },
  { "--name a x", BH_STAGE_CREATE },
  { "--name a_b.c-d x", FINE },
  { "--read-only=maybe x", BH_STAGE_CLIENT },
  { "-w rel x", BH_STAGE_CREATE },
  { "-p \"$PORT\":80 --cpus $CPUS -m \"$M\" x", FINE },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *command = g_strconcat ("docker run ", rows[i].words, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BhImport) import = bh_import_command (command, -1, &error);
      g_autoptr (GPtrArray) problems = NULL;
      const BhProblem *problem;

      g_test_message ("%s", rows[i].words);
      g_assert_no_error (error);
      problems = bh_state_check (g_ptr_array_index (import->states, 0));
      if (rows[i].stage == FINE)
        {
          g_assert_cmpuint (problems->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpint (problem->stage, ==, rows[i].stage);
      g_assert_cmpint (problem->setting, ==, 0);
      g_assert_cmpuint (problem->where.begin, <=, problem->where.end);
      g_assert_cmpint (bh_problem_is_refusal (problem), ==, rows[i].stage != BH_STAGE_SILENT);
    }
}

static void
test_no_image (void)
{
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (GPtrArray) problems = bh_state_check (empty);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((BhProblem *) g_ptr_array_index (problems, 0))->setting, ==, BH_PROBLEM_WHOLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/values", test_values);
  g_test_add_func ("/checks/no-image", test_no_image);
  return g_test_run ();
}
