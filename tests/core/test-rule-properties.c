/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to hold of every command: of those that people write, and of random ones. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "import/bh-import.h"
#include "rule/bh-report.h"
#include "value/bh-problem.h"

#define N_RANDOM 1500
#define EPSILON 1e-9

/* Options of all kinds, careful and careless, with values that tempt rules. */
static const char *const pieces[] = {
  "--privileged",
  "--cap-add ALL",
  "--cap-add SYS_ADMIN",
  "--cap-add SYS_PTRACE",
  "--cap-add NET_ADMIN",
  "--cap-add SYS_BOOT",
  "--cap-add CHOWN",
  "--cap-add LEASE",
  "--cap-drop ALL",
  "--cap-drop NET_RAW",
  "--cap-drop MKNOD",
  "--security-opt no-new-privileges",
  "--security-opt no-new-privileges:false",
  "--security-opt seccomp=unconfined",
  "--security-opt seccomp=profile.json",
  "--security-opt apparmor=unconfined",
  "--security-opt systempaths=unconfined",
  "--security-opt label=disable",
  "-u root",
  "-u 1000",
  "-u 1000:1000",
  "-u 10001:10001",
  "-u \"$(id -u):$(id -g)\"",
  "--group-add docker",
  "--group-add 998",
  "--read-only",
  "--tmpfs /tmp",
  "--tmpfs /run:exec",
  "--tmpfs /tmp:size=64m",
  "--pid host",
  "--pid container:web",
  "--ipc host",
  "--ipc shareable",
  "--uts host",
  "--userns host",
  "--cgroupns host",
  "--cgroup-parent /x",
  "--network host",
  "--network none",
  "--network app",
  "--network container:vpn",
  "--link db:db",
  "--add-host host.docker.internal:host-gateway",
  "--dns 9.9.9.9",
  "--mac-address 02:42:ac:11:00:02",
  "-p 8080:80",
  "-p 80:80",
  "-p 127.0.0.1:8081:81",
  "-p 6379:6379",
  "-p 2375:2375",
  "-p 2222:22",
  "-p 9000",
  "-p 10000-10099:10000-10099/udp",
  "-p published=8443,target=443,host_ip=127.0.0.1",
  "-P",
  "-v /:/host",
  "-v /:/host:ro",
  "-v /etc:/e",
  "-v /etc/nginx:/n",
  "-v /home:/h",
  "-v /var/lib:/l",
  "-v /proc:/p",
  "-v /sys:/s:ro",
  "-v /dev:/d",
  "-v /var/run/docker.sock:/var/run/docker.sock",
  "-v /run:/r:ro",
  "-v ~:/me",
  "-v ~/.ssh:/k:ro",
  "-v /srv/data:/data",
  "-v ./data:/data2",
  "-v /srv/p:/pp:rshared",
  "-v /srv/q:/q:z",
  "-v /var/log:/var/log",
  "-v name:/v",
  "-v /anonymous",
  "-v d:/t",
  "-v /tmp/.X11-unix:/tmp/.X11-unix",
  "--mount type=bind,source=/usr,target=/u,readonly",
  "--volumes-from other",
  "-e DB_PASSWORD=7d1XqLs",
  "-e POSTGRES_PASSWORD=postgres",
  "-e API_TOKEN=\"$TOKEN\"",
  "-e DOCKER_HOST=tcp://x:2375",
  "-e NODE_TLS_REJECT_UNAUTHORIZED=0",
  "-e HOME",
  "--env-file env",
  "-l password=hunter2x",
  "-m 512m",
  "-m 512m --memory-swap 512m",
  "--memory-swap -1",
  "--shm-size 2g",
  "--oom-kill-disable",
  "--oom-score-adj -500",
  "--cpus 1",
  "--cpu-shares 128",
  "--cpu-rt-runtime 1000",
  "--pids-limit 100",
  "--pids-limit -1",
  "--ulimit core=-1",
  "--ulimit nproc=100",
  "--ulimit nofile=1048576",
  "--device /dev/sda",
  "--device /dev/snd",
  "--device /dev/input/event0",
  "--device /dev/kvm",
  "--device-cgroup-rule 'b *:* rwm'",
  "--gpus all",
  "--sysctl net.ipv4.ip_forward=1",
  "--runtime strange",
  "--log-driver none",
  "--log-opt max-size=10m",
  "--restart always",
  "--restart on-failure",
  "--restart on-failure:5",
  "--no-healthcheck",
  "--health-cmd true",
  "--stop-signal KILL",
  "--stop-timeout -1",
  "--init",
  "--pull always",
  "--platform linux/amd64",
  "--disable-content-trust",
  "-d",
  "-t",
};

static const char *const images[] = { "nginx",
                                      "nginx:1.27",
                                      "postgres:17",
                                      "x",
                                      "alpine ping x",
                                      "203.0.113.9/x:1",
                                      "python:3.13 python app.py" };

static GPtrArray *corpus; /* of char*, accepted by the client */
static GRand *dice;       /* the same throws each time */

static char *
make_random_words (void)
{
  GString *words = g_string_new (NULL);
  const int n = g_rand_int_range (dice, 0, 9);

  for (int i = 0; i < n; i++)
    g_string_append_printf (words, "%s ",
                            pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))]);
  g_string_append (words, images[g_rand_int_range (dice, 0, G_N_ELEMENTS (images))]);
  return g_string_free (words, FALSE);
}

static BhState *
read_command (const char *command)
{
  g_autoptr (BhImport) import = bh_import_command (command, -1, NULL);

  return import != NULL && import->states->len > 0
             ? bh_state_ref (g_ptr_array_index (import->states, 0))
             : NULL;
}

static BhState *
read_words (const char *words)
{
  g_autofree char *command = g_strconcat ("docker run ", words, NULL);

  return read_command (command);
}

static gboolean
has_setting (const BhState *state, const char *name, const char *prefix)
{
  for (guint i = 0; i < state->n_settings; i++)
    if (bh_setting_is (state->settings[i], bh_option_get (name)) &&
        g_str_has_prefix (state->settings[i]->value->str, prefix))
      return TRUE;
  return FALSE;
}

/* What the client or the engine refuses never runs, so that nothing has to hold of it: here also a
 * port on another container's network. */
static gboolean
is_refused (const BhState *state)
{
  g_autoptr (GPtrArray) problems = bh_state_check (state);

  for (guint i = 0; i < problems->len; i++)
    if (((BhProblem *) g_ptr_array_index (problems, i))->stage != BH_STAGE_SILENT)
      return TRUE;
  return has_setting (state, "network", "container:") &&
         (has_setting (state, "publish", "") || has_setting (state, "publish-all", ""));
}

typedef void (*Check) (const char *command, const BhState *state);

static void
for_each_command (Check check)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      const char *command = g_ptr_array_index (corpus, i);
      g_autoptr (BhState) state = read_command (command);

      if (state != NULL && !is_refused (state))
        check (command, state);
    }
  g_rand_set_seed (dice, 4);
  for (guint n = 0; n < N_RANDOM;)
    {
      g_autofree char *words = make_random_words ();
      g_autoptr (BhState) state = read_words (words);

      g_assert_nonnull (state);
      if (is_refused (state))
        continue;
      check (words, state);
      n++;
    }
}

static guint
count (const BhReport *report, const BhRule *rule, const char *subject)
{
  guint n = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule == rule && g_strcmp0 (finding->subject, subject) == 0)
        n++;
    }
  return n;
}

/* The worst severity that RULE has in REPORT, or -1. */
static int
worst_of (const BhReport *report, const BhRule *rule)
{
  int worst = -1;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule == rule)
        worst = MAX (worst, (int) finding->severity);
    }
  return worst;
}

static gboolean
fires (const BhReport *report, const char *rule)
{
  return worst_of (report, bh_rule_find (rule)) >= 0;
}

/* What was there before too, only not told: parts of --privileged and of --cap-add ALL, ports that
 * are open on the host's network whether published or not, and what another container's init did.
 */
static gboolean
was_hidden (const BhReport *report, const BhRule *rule)
{
  if (rule->part_of_privileged && (fires (report, "privileged") || fires (report, "cap-add-all")))
    return TRUE;
  if (fires (report, "pid-container") && g_str_equal (rule->id, "init-missing"))
    return TRUE;
  return fires (report, "network-host") &&
         (rule->section == BH_SECTION_PORTS || rule->section == BH_SECTION_NETWORK);
}

static void
complain (const char *command, const BhFinding *finding, const BhFix *fix, const char *what)
{
  g_test_message ("%s: %s/%s (%s) %s", command, finding->rule->id, fix->id,
                  finding->subject != NULL ? finding->subject : "", what);
  g_test_fail ();
}

static void
check_fix (const char *command, const BhReport *before, const BhFinding *finding, const BhFix *fix)
{
  g_autoptr (BhState) fixed = bh_finding_fix (finding, before->state, fix);
  g_autoptr (BhReport) after = NULL;

  /* Not every fix of a rule fits each of its findings. */
  if (bh_state_equal (fixed, before->state))
    return;
  after = bh_report_new (fixed);
  if (count (after, finding->rule, finding->subject) >=
      count (before, finding->rule, finding->subject))
    complain (command, finding, fix, "does not silence it");
  if (after->score > before->score + EPSILON)
    complain (command, finding, fix, "raises the score");
  for (guint i = 0; i < after->findings->len; i++)
    {
      const BhFinding *other = g_ptr_array_index (after->findings, i);

      if (other->severity < finding->severity || was_hidden (before, other->rule))
        continue;
      if (worst_of (before, other->rule) < (int) other->severity)
        complain (command, finding, fix, other->rule->id);
    }
}

/* A fix silences what it is for, brings up nothing as bad, and never raises the score. */
static void
check_fixes (const char *command, const BhState *state)
{
  g_autoptr (BhReport) report = bh_report_new (state);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < bh_rule_n_fixes (finding->rule); j++)
        check_fix (command, report, finding, &finding->rule->fixes[j]);
    }
}

static void
test_fixes (void)
{
  for_each_command (check_fixes);
}

static void
check_parts (const char *command, const BhState *state)
{
  g_autoptr (BhReport) report = bh_report_new (state);
  double sum = 0;

  for (guint i = 0; i < report->findings->len; i++)
    sum += bh_report_get_share (report, g_ptr_array_index (report->findings, i));
  g_test_message ("%s", command);
  g_assert_cmpfloat_with_epsilon (sum, report->score, EPSILON);
  g_assert_cmpfloat (report->score, >=, 0);
  g_assert_cmpfloat (report->score, <=, 10);
}

/* The parts that are listed add up to the score. */
static void
test_parts (void)
{
  for_each_command (check_parts);
}

static void
check_privileged (const char *command, const BhState *state)
{
  static double alone;
  g_autoptr (BhReport) report = bh_report_new (state);

  if (alone == 0)
    {
      g_autoptr (BhState) privileged = read_words ("--privileged x@sha256:1");
      g_autoptr (BhReport) of_alone = bh_report_new (privileged);

      alone = of_alone->score;
    }
  if (fires (report, "privileged"))
    return;
  g_test_message ("%s", command);
  g_assert_cmpfloat (report->score, <, alone);
}

/* --privileged alone is worse than anything without it. */
static void
test_privileged (void)
{
  g_autofree char *all = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (BhState) state = NULL;

  for_each_command (check_privileged);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (!g_str_equal (pieces[i], "--privileged") && !g_str_has_prefix (pieces[i], "--cap-drop"))
      g_string_append_printf (words, "%s ", pieces[i]);
  g_string_append (words, "x");
  state = read_words (words->str);
  check_privileged ("everything else at once", state);
}

/* Settings that only ever add a risk, whatever else is there. */
static const char *const risks[] = {
  "--privileged",
  "--cap-add ALL",
  "--cap-add SYS_ADMIN",
  "--cap-add SYS_TIME",
  "--cap-add NET_ADMIN",
  "--security-opt seccomp=unconfined",
  "--security-opt apparmor=unconfined",
  "--security-opt systempaths=unconfined",
  "--security-opt no-new-privileges:false",
  "--pid host",
  "--uts host",
  "--userns host",
  "--cgroupns host",
  "--network host",
  "-p 8090:90",
  "-p 3306:3306",
  "-v /:/all",
  "-v /etc:/etc-of-host",
  "-v /var/run/docker.sock:/socket",
  "-v ~/.ssh:/keys",
  "-v /srv/more:/more",
  "--volumes-from another",
  "-e OTHER_PASSWORD=ahx8Ohwa",
  "-e MYSQL_ALLOW_EMPTY_PASSWORD=yes",
  "--oom-kill-disable",
  "--oom-score-adj -900",
  "--pids-limit 0",
  "--memory 0",
  "--cpus 0",
  "--read-only=false",
  "--device /dev/sdb",
  "--device /dev/uinput",
  "--device-cgroup-rule 'a *:* rwm'",
  "--gpus all",
  "--group-add root",
  "-u root",
  "--restart always",
  "-d",
};

/* (transfer full): STATE with one more setting at the end of its options. */
static BhState *
add_risk (const BhState *state, const char *risk)
{
  g_autofree char *words = g_strconcat (risk, " x", NULL);
  g_autoptr (BhState) one = read_words (words);

  return bh_state_insert (state, state->n_settings, one->settings[0]);
}

static void
check_risks (const char *command, const BhState *state)
{
  g_autoptr (BhReport) before = bh_report_new (state);

  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    {
      g_autoptr (BhState) worse = add_risk (state, risks[i]);
      g_autoptr (BhReport) after = bh_report_new (worse);

      if (after->score >= before->score - EPSILON)
        continue;
      g_test_message ("%s: %s lowers the score from %f to %f", command, risks[i], before->score,
                      after->score);
      g_test_fail ();
    }
}

/* Adding a risk never lowers the score. */
static void
test_risks (void)
{
  for_each_command (check_risks);
}

static gboolean
has_safe_fix (const BhReport *report)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < bh_rule_n_fixes (finding->rule); j++)
        {
          const BhFix *fix = &finding->rule->fixes[j];
          g_autoptr (BhState) fixed = NULL;

          if (fix->effect != BH_EFFECT_SAFE)
            continue;
          fixed = bh_finding_fix (finding, report->state, fix);
          if (!bh_state_equal (fixed, report->state))
            return TRUE;
        }
    }
  return FALSE;
}

/* ALL too: the first fixes lead further down still. */
static void
check_harden (const char *command, const BhState *state)
{
  g_autoptr (BhReport) before = bh_report_new (state);
  g_autoptr (BhState) safe = bh_state_harden (state, FALSE);
  g_autoptr (BhState) again = bh_state_harden (safe, FALSE);
  g_autoptr (BhReport) after = bh_report_new (safe);
  g_autoptr (BhState) all = bh_state_harden (state, TRUE);
  g_autoptr (BhReport) after_all = bh_report_new (all);

  g_test_message ("%s", command);
  g_assert_true (bh_state_equal (safe, again));
  g_assert_cmpfloat (after_all->score, <=, after->score + EPSILON);
  g_assert_false (has_safe_fix (after));
  if (has_safe_fix (before))
    g_assert_cmpfloat (after->score, <, before->score);
  else
    g_assert_true (bh_state_equal (safe, state));
}

static void
test_harden (void)
{
  for_each_command (check_harden);
}

/* What asks for nothing risky comes into the best range by safe fixes alone. */
static void
test_best_range (void)
{
  static const char *const rows[] = {
    "nginx",
    "-d nginx",
    "-d --name web -p 127.0.0.1:8080:80 nginx:1.27",
    "--rm -it -v data:/data python:3.13",
    "-d --network app --restart on-failure:5 x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhState) state = read_words (rows[i]);
      g_autoptr (BhState) safe = bh_state_harden (state, FALSE);
      g_autoptr (BhReport) before = bh_report_new (state);
      g_autoptr (BhReport) after = bh_report_new (safe);

      g_test_message ("%s: %.2f, then %.2f", rows[i], before->score, after->score);
      g_assert_cmpstr (bh_grade_to_string (before->score), !=, bh_grade_to_string (0));
      g_assert_cmpstr (bh_grade_to_string (after->score), ==, bh_grade_to_string (0));
    }
}

static void
check_cuts (const char *command, const BhState *state)
{
  g_autoptr (BhReport) report = bh_report_new (state);

  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *path = g_ptr_array_index (report->paths, i);
      g_autoptr (GArray) cut = bh_report_find_cut (report, path);
      g_autoptr (BhState) fixed = bh_report_apply_cut (report, cut);
      g_autoptr (BhReport) after = bh_report_new (fixed);

      if (cut->len == 0)
        continue;
      g_test_message ("%s: %s", command, path->path->id);
      g_assert_cmpfloat (after->score, <=, report->score + EPSILON);
      for (guint j = 0; j < after->paths->len; j++)
        g_assert_true (((BhPathFinding *) g_ptr_array_index (after->paths, j))->path != path->path);
    }
}

/* After its cut, a path is gone. */
static void
test_cuts (void)
{
  for_each_command (check_cuts);
}

static void
read_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "run-commands.jsonl", NULL);
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;

  corpus = g_ptr_array_new_with_free_func (g_free);
  if (!g_file_get_contents (path, &data, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (node);

      if (!json_object_get_null_member (object, "rc") &&
          json_object_get_int_member (object, "rc") == 0)
        g_ptr_array_add (corpus, g_strdup (json_object_get_string_member (object, "command")));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  read_corpus ();
  dice = g_rand_new ();
  g_test_add_func ("/properties/fixes", test_fixes);
  g_test_add_func ("/properties/parts", test_parts);
  g_test_add_func ("/properties/privileged", test_privileged);
  g_test_add_func ("/properties/risks", test_risks);
  g_test_add_func ("/properties/harden", test_harden);
  g_test_add_func ("/properties/best-range", test_best_range);
  g_test_add_func ("/properties/cuts", test_cuts);
  status = g_test_run ();
  g_ptr_array_unref (corpus);
  g_rand_free (dice);
  return status;
}
