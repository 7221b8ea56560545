/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import/bh-import.h"
#include "value/bh-problem.h"

/* What client and engine say of each value, from the real ones: the client is asked again by
 * tests/oracle/test-refusals.py, the engine by tests/lab. */
typedef enum
{
  CLIENT = BH_STAGE_CLIENT,
  CREATE = BH_STAGE_CREATE,
  START = BH_STAGE_START,
  SILENT = BH_STAGE_SILENT,
  FINE, /* nobody says anything */
} Verdict;

static const struct
{
  const char *words;
  Verdict verdict;
  const char *blamed; /* the part of the value that is wrong */
  gboolean depends;
} rows[] = {
  { "", FINE },
  { "-p 8080:80", FINE },
  { "-p ::1:8080:80", FINE },
  { "-p 8000-8002:80", FINE },
  { "-p 8080:80/SCTP", FINE },
  { "-p 8000-8001:80-82", CLIENT, "8000-8001:80-82" },
  { "-p 70000:80", CLIENT, "70000" },
  { "-p 8080:http", CLIENT, "http" },
  { "-p 8080:", CLIENT, "8080:" },
  { "-p localhost:8080:80", CLIENT, "localhost" },
  { "-p 127.1:80:80", CLIENT, "127.1" },
  { "-p 8080:80/icmp", CLIENT, "icmp" },
  { "-p 8080:80/tcp/udp", SILENT, "/udp" },
  { "-p 8080:0", SILENT, "0" },
  { "-p published=1,target=2,host_ip=127.0.0.1", SILENT, "127.0.0.1" },
  { "-p published=1,target=2,mode=host", SILENT, "mode=host" },
  { "-p published=1.2.3.4:1,target=2", FINE },
  { "-p published=1,target", CLIENT, "target" },
  { "-p \"$PORT\":80/icmp", CLIENT, "icmp" },
  { "-p \"$IP\":8080:http", CLIENT, "http" },
  { "--expose 80:80", CLIENT, "80:80" },
  { "--expose 80/udp", FINE },
  { "--network ''", CLIENT, "" },
  { "--network container:", CREATE, "container:" },
  { "--network HOST", SILENT, "HOST" },
  { "--network name=myNet", SILENT, "myNet" },
  { "--network name=net,bogus=x", CLIENT, "bogus" },
  { "--network name=net,mac-address=zz", CLIENT, "zz" },
  { "--network name=net,ip=bad", CREATE, "bad" },
  { "--network name=net,link-local-ip=bad", START, "bad" },
  { "--network alias=x", CLIENT, "alias=x" },
  { "--dns nowhere", CLIENT, "nowhere" },
  { "--dns 2001:db8::1", FINE },
  { "--dns 127.0.0.1", SILENT, "127.0.0.1" },
  { "--network net --ip notanip", CREATE, "notanip" },
  { "--network net --ip ::1", CREATE, "::1" },
  { "--network net --ip6 1.2.3.4", CREATE, "1.2.3.4" },
  { "--link-local-ip bad", START, "bad" },
  { "--mac-address zz", CLIENT, "zz" },
  { "--hostname aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", START,
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
  { "--hostname bad_host", FINE },
  { "--add-host a", CLIENT, "a" },
  { "--add-host a:1.2.3.999", CLIENT, "1.2.3.999" },
  { "--add-host c:[::1]", FINE },
  { "--dns-search a_b", CLIENT, "a_b" },
  { "--link a:b:c", CLIENT, "a:b:c" },
  { "--link :y", CREATE, ":y" },
  { "-v /srv:/d:ro,z", FINE },
  { "-v ./srv:/d", FINE },
  { "-v /anonymous", FINE },
  { "-v src/x:/d", CREATE, "src/x" },
  { "-v '~/x:/d'", CREATE, "~/x" },
  { "-v 'my vol:/d'", CREATE, "my vol" },
  { "-v vol:d", CREATE, "d" },
  { "-v /x:/", CREATE, "/" },
  { "-v :/d", CLIENT, ":/d" },
  { "-v /x:/d:", CLIENT, "/x:/d:" },
  { "-v /x:/d:ro:z", CLIENT, "/x:/d:ro:z" },
  { "-v /x:/d:ro,rw", CREATE, "ro,rw" },
  { "-v /x:/d:ro,ro", CREATE, "ro,ro" },
  { "-v /x:/d:bogus", CREATE, "bogus" },
  { "-v /x:/d:nocopy", CREATE, "nocopy" },
  { "-v vol:/d:rslave", CREATE, "rslave" },
  { "-v a:/d", SILENT, "a" },
  { "-v a:/d:ro", CREATE, "a" },
  { "-v d", SILENT, "d" },
  { "-v :", SILENT, ":" },
  { "-v /", START, "/" },
  { "-v 'C:\\x:/d'", CREATE, "C" },
  { "-v \"$PWD\":/d:bogus", CREATE, "bogus" },
  { "-v \"$PWD\":d", CREATE, "d" },
  { "--volumes-from x:bogus", CREATE, "bogus" },
  { "--volumes-from x:shared", CREATE, "shared" },
  { "--volumes-from ''", CREATE, "" },
  { "--mount type=bind,src=/srv,dst=/d,readonly", FINE },
  { "--mount type=bind,dst=/d", CREATE, "type=bind,dst=/d" },
  { "--mount type=bind,src=src,dst=/d", CREATE, "src" },
  { "--mount type=bind,src=/srv", CLIENT, "type=bind,src=/srv" },
  { "--mount type=bind,src=/srv,dst=d", CREATE, "d" },
  { "--mount src=/srv,dst=/d", CREATE, "/srv" },
  { "--mount type=tmpfs,src=/srv,dst=/d", CREATE, "/srv" },
  { "--mount type=bogus,dst=/d", CREATE, "bogus" },
  { "--mount type=image,src=x,dst=/d", CREATE, "image", TRUE },
  { "--mount bogus=1,dst=/d", CLIENT, "bogus" },
  { "--mount 'type=bind, src=/srv,dst=/d'", CLIENT, " src" },
  { "--mount type=bind,src=/srv,dst=/d,readonly=yes", CLIENT, "yes" },
  { "--mount type=bind,src=/srv,dst=/d,bind-propagation=bogus", CREATE, "bogus" },
  { "--mount type=bind,src=/srv,dst=/d,bind-recursive=readonly", CLIENT, "readonly" },
  { "--mount type=bind,src=/srv,dst=/d,volume-nocopy", CLIENT, "volume-nocopy" },
  { "--mount type=tmpfs,dst=/d,tmpfs-size=x", CLIENT, "x" },
  { "--mount type=bind,src=\"$PWD\",dst=d", CREATE, "d" },
  { "--tmpfs run", CREATE, "run" },
  { "--tmpfs /", CREATE, "/" },
  { "--tmpfs /run:size=1m", FINE },
  { "--tmpfs /run:size=x", START, "size=x" },
  { "--tmpfs /run:bogus", START, "bogus" },
  { "--tmpfs /run:mode=9", START, "mode=9" },
  { "-w rel", CREATE, "rel" },
  { "-e A=1 -e B -e 'C D=1'", FINE },
  { "-e =1", CLIENT, "=1" },
  { "-e 'A =1'", SILENT, "A " },
  { "-e \"A=$B\"", FINE },
  { "-l =x", CLIENT, "=x" },
  { "-l 'a b=c'", CLIENT, "a b" },
  { "--env-file ''", CLIENT, "" },
  { "--log-driver bogus", CREATE, "bogus", TRUE },
  { "--log-opt max-size=x", START, "x" },
  { "--log-opt max-size=10m", FINE },
  { "--log-opt max-file=0", START, "0" },
  { "--storage-opt size", CLIENT, "size" },
  { "--storage-opt size=1g", CREATE, "size=1g", TRUE },
  { "-m 512m", FINE },
  { "-m 5m", CREATE, "5m" },
  { "-m lots", CLIENT, "lots" },
  { "-m 9000p", CREATE, "9000p" },
  { "--memory-swap -1", FINE },
  { "--memory-reservation 1k", CREATE, "1k" },
  { "--kernel-memory 50m", SILENT, "50m" },
  { "--shm-size 1b", FINE },
  { "--cpus 1/2", FINE },
  { "--cpus .5", FINE },
  { "--cpus -1", CREATE, "-1" },
  { "--cpus 0.001", START, "0.001" },
  { "--cpus 1e-9", SILENT, "1e-9" },
  { "--cpus 50%", CLIENT, "50%" },
  { "--cpus 1,5", CLIENT, "1,5" },
  { "--cpus 0.1234567891", CLIENT, "0.1234567891" },
  { "--cpu-quota 999", CREATE, "999" },
  { "--cpu-quota -1", FINE },
  { "--cpu-period 999", CREATE, "999" },
  { "--cpu-shares -1", START, "-1" },
  { "--cpuset-cpus 0-1,3", FINE },
  { "--cpuset-cpus x", CREATE, "x" },
  { "--cpuset-cpus 1-0", CREATE, "1-0" },
  { "--blkio-weight 5", CREATE, "5", TRUE },
  { "--blkio-weight-device /dev/sda:9", CLIENT, "9" },
  { "--device-read-bps vda:1mb", CLIENT, "vda" },
  { "--device-read-iops /dev/sda:1k", CLIENT, "1k" },
  { "--cpu-count 1", CLIENT, "1", TRUE },
  { "--pids-limit -1", FINE },
  { "--pids-limit 1.5", CLIENT, "1.5" },
  { "--oom-score-adj 1001", CREATE, "1001" },
  { "--memory-swappiness 101", CLIENT, "101" },
  { "--ulimit nofile=1024:2048", FINE },
  { "--ulimit nofile=-1", FINE },
  { "--ulimit nofile=2048:1024", CLIENT, "2048:1024" },
  { "--ulimit NOFILE=1", CLIENT, "NOFILE" },
  { "--ulimit nofile", CLIENT, "nofile" },
  { "--health-interval 1m30s", FINE },
  { "--health-interval 30", CLIENT, "30" },
  { "--health-interval 1d", CLIENT, "1d" },
  { "--health-interval 1us", CREATE, "1us" },
  { "--health-interval -1s", CLIENT, "-1s" },
  { "--health-retries -1", CLIENT, "-1" },
  { "--stop-timeout 10s", CLIENT, "10s" },
  { "--stop-signal RTMIN+3", FINE },
  { "--stop-signal sigterm", FINE },
  { "--stop-signal BOGUS", CREATE, "BOGUS" },
  { "--stop-signal 0", CREATE, "0" },
  { "--stop-signal 99", SILENT, "99" },
  { "--restart on-failure:5", FINE },
  { "--restart never", CREATE, "never" },
  { "--restart Always", CREATE, "Always" },
  { "--restart always:3", CREATE, "3" },
  { "--restart on-failure:-1", CREATE, "-1" },
  { "--restart on-failure:x", CLIENT, "x" },
  { "--pid host", FINE },
  { "--pid container:y", FINE },
  { "--pid private", CLIENT, "private" },
  { "--pid container:", CLIENT, "container:" },
  { "--ipc bogus", START, "bogus" },
  { "--uts container:y", CLIENT, "container:y" },
  { "--cgroupns private", FINE },
  { "--isolation hyperv", CREATE, "hyperv" },
  { "--pull sometimes", CLIENT, "sometimes" },
  { "--platform bogus", CLIENT, "bogus" },
  { "--platform linux/", CLIENT, "linux/" },
  { "--cap-add cap_sys_admin", FINE },
  { "--cap-add NET-ADMIN", CREATE, "NET-ADMIN" },
  { "--cap-add CAP_ALL", CREATE, "CAP_ALL" },
  { "--cap-add ''", CREATE, "" },
  { "--cap-add PERFMON", CREATE, "PERFMON", TRUE },
  { "--user 3000000000", START, "3000000000" },
  { "--user 1000:3000000000", START, "3000000000" },
  { "--user 1000:", SILENT, ":" },
  { "--user 1:2:3", SILENT, ":3" },
  { "--security-opt no-new-privileges=yes", CREATE, "yes" },
  { "--security-opt bogus", CLIENT, "bogus" },
  { "--security-opt bogus=1", CREATE, "bogus" },
  { "--security-opt seccomp=default", CLIENT, "default", TRUE },
  { "--security-opt seccomp=builtin", START, "builtin", TRUE },
  { "--security-opt seccomp=profile.json", FINE },
  { "--security-opt systempaths:unconfined", CREATE, "systempaths:unconfined" },
  { "--security-opt label=bogus", CREATE, "bogus", TRUE },
  { "--security-opt writable-cgroups=true", CREATE, "writable-cgroups", TRUE },
  { "--device null", CLIENT, "null" },
  { "--device null:/dev/null", START, "null" },
  { "--device /dev/null:/dev/x:z", CLIENT, "z" },
  { "--device /dev/null:z", CLIENT, "z" },
  { "--device vendor.com/class=dev", FINE },
  { "--device-cgroup-rule 'c 1:3'", CLIENT, "c 1:3" },
  { "--gpus bogus", CLIENT, "bogus" },
  { "--gpus device=0,1", SILENT, "1" },
  { "--gpus '\"device=0,1\"'", FINE },
  { "--sysctl kernel.core_pattern=x", CLIENT, "kernel.core_pattern" },
  { "--sysctl net.ipv4.ip_forward", CLIENT, "net.ipv4.ip_forward" },
  { "--name a", CREATE, "a" },
  { "--name a_b.c-d", FINE },
  { "--read-only=maybe", CLIENT, "maybe" },
  { "--bogus", CLIENT, "--bogus", TRUE },
  { "-p \"$PORT\":80 --cpus $CPUS -m \"$M\"", FINE },
};

/* (transfer full): what is wrong with `docker run WORDS x`. */
static GPtrArray *
check (const char *words, BhState **ret_state)
{
  g_autofree char *command = g_strdup_printf ("docker run %s x", words);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_test_message ("%s", words);
  g_assert_no_error (error);
  *ret_state = bh_state_ref (g_ptr_array_index (import->states, 0));
  return bh_state_check (*ret_state);
}

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhState) state = NULL;
      g_autoptr (GPtrArray) problems = check (rows[i].words, &state);
      g_autofree char *blamed = NULL;
      const BhProblem *problem;
      const BhSetting *setting;

      g_assert_cmpuint (problems->len, ==, rows[i].verdict == FINE ? 0 : 1);
      if (rows[i].verdict == FINE)
        continue;
      problem = g_ptr_array_index (problems, 0);
      setting = state->settings[problem->setting];
      blamed = bh_text_dup_range (setting->option != NULL ? setting->value : setting->unknown,
                                  problem->where);
      g_assert_cmpint (problem->stage, ==, rows[i].verdict);
      g_assert_cmpint (problem->depends, ==, rows[i].depends);
      g_assert_cmpstr (blamed, ==, rows[i].blamed);
      g_assert_cmpint (bh_problem_is_refusal (problem), ==,
                       rows[i].verdict != SILENT && !rows[i].depends);
    }
}

/* The parts of an image's name. */
static const struct
{
  const char *image;
  const char *blamed; /* NULL: nothing */
} images[] = {
  { "nginx:1.27", NULL },
  { "Host/lab", NULL },
  { "[::1]:5000/a/b:c", NULL },
  { "1e10ccb2e128", NULL },
  { "a.b_c/d", NULL },
  { "", "" },
  { "https://docker.io/nginx", "https://" },
  { "Nginx", "Nginx" },
  { "library/Nginx:1", "Nginx" },
  { "a//b", "a//b" },
  { "lab___x", "lab___x" },
  { "a/lab..x/b", "lab..x" },
  { "a..b/c", "a..b" },
  { "a.b:port/c", "a.b:port" },
  { "nginx:", "" },
  { "nginx:-x", "-x" },
  { "nginx:[version]", "[version]" },
  { "nginx@sha256:abc", "sha256:abc" },
};

static void
test_images (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_autoptr (BhText) image = bh_text_new (images[i].image);
      g_autoptr (GPtrArray) problems =
          g_ptr_array_new_with_free_func ((GDestroyNotify) bh_problem_free);
      g_autofree char *blamed = NULL;
      const BhProblem *problem;

      g_test_message ("%s", images[i].image);
      bh_image_check (image, problems);
      g_assert_cmpuint (problems->len, ==, images[i].blamed != NULL ? 1 : 0);
      if (images[i].blamed == NULL)
        continue;
      problem = g_ptr_array_index (problems, 0);
      blamed = bh_text_dup_range (image, problem->where);
      g_assert_cmpint (problem->setting, ==, BH_PROBLEM_IMAGE);
      g_assert_cmpint (problem->stage, ==, BH_STAGE_CLIENT);
      g_assert_cmpstr (blamed, ==, images[i].blamed);
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

/* A message quotes no more than helps, and never half a character. */
static void
test_long_value (void)
{
  g_autoptr (GString) words = g_string_new ("-p ");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BhState) state = NULL;
  const BhProblem *problem;

  for (guint i = 0; i < 100; i++)
    g_string_append (words, "é");
  problems = check (words->str, &state);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpuint (problem->where.end, ==, 200);
  g_assert_cmpuint (strlen (problem->message), <, 250);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
}

/* What Docker refuses, Podman may know. */
static void
test_podman (void)
{
  g_autoptr (BhImport) import =
      bh_import_command ("podman run --userns keep-id --bogus x", -1, NULL);
  g_autoptr (GPtrArray) problems = bh_state_check (g_ptr_array_index (import->states, 0));

  for (guint i = 0; i < problems->len; i++)
    g_assert_false (bh_problem_is_refusal (g_ptr_array_index (problems, i)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/values", test_values);
  g_test_add_func ("/checks/images", test_images);
  g_test_add_func ("/checks/no-image", test_no_image);
  g_test_add_func ("/checks/long-value", test_long_value);
  g_test_add_func ("/checks/podman", test_podman);
  return g_test_run ();
}
