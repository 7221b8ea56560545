/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Spellings, near misses and cuts of attack paths; test-rules.c tries each path's own examples. */

#include "rule-cases.h"

typedef struct
{
  const char *words; /* after `docker run` */
  const char *path;
  const char *cut; /* "rule/fix rule/fix", or NULL where the path must not hold */
} PathCase;

static const PathCase cases[] = {
  /* Which change is found. */
  { "--privileged --cap-drop ALL x", "path-privileged-illusion", "privileged/remove" },
  { "--net=host x", "path-net-sniff", "cap-net-raw-kept/drop" },
  { "--net=host x", "path-net-loopback", "network-host/bridge" },
  { "-v /etc:/e x", "path-etc-rw", "mount-system-rw/readonly" },
  { "--pid=host --cap-add=CAP_SYS_PTRACE x", "path-pid-ptrace", "cap-sys-ptrace/drop" },
  { "--device /dev/input/event0 --device /dev/uinput x", "path-device-input",
    "device-any/remove device-any/remove" },
  { "-v /tmp/.X11-unix:/x -v /run/dbus:/run/dbus x", "path-session",
    "mount-x11/remove mount-dbus/remove" },
  /* Spellings. */
  { "--mount type=bind,src=/var/run/docker.sock,dst=/s,readonly x", "path-socket",
    "mount-docker-socket/remove" },
  { "-v /run/podman/podman.sock:/s x", "path-socket", "mount-docker-socket/remove" },
  { "--user root:root -v /var/run/docker.sock:/s x", "path-socket", "mount-docker-socket/remove" },
  { "-v //var/./run/:/r x", "path-socket-parent", "mount-docker-socket/remove" },
  { "--pid host --user \"$(id -u):$(id -g)\" x", "path-pid-same-uid", "pid-host/remove" },
  { "-p 80:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres", "path-published-db",
    "port-all-interfaces/loopback" },
  { "-v ~:/home/me -u 1000:1000 x", "path-etc-rw", "mount-home-secrets/remove" },
  { "-v ~/.ssh:/s x", "path-etc-rw", "mount-home-secrets/remove" },
  { "--cap-add ALL x", "path-module", "cap-add-all/remove" },
  { "--device-cgroup-rule 'b 8:* r' x", "path-disk-device", "device-cgroup-rule/remove" },
  { "-e DB_TOKEN=q9x7Ee2 -v /var/run/docker.sock:/s x", "path-env-leak",
    "mount-docker-socket/remove" },
  { "-p 6379:6379 redis:7.4", "path-published-open", "port-all-interfaces/loopback" },
  { "-p 27018:27017 mongo", "path-published-open", "port-all-interfaces/loopback" },
  /* Near misses. */
  { "-p 127.0.0.1:6379:6379 redis:7.4", "path-published-open", NULL },
  { "-p 6379:6379 me/redis", "path-published-open", NULL },
  { "-p 6379:6379 redis redis-server /etc/redis.conf", "path-published-open", NULL },
  { "-p 27017:27017 -e MONGO_INITDB_ROOT_USERNAME=a -e MONGO_INITDB_ROOT_PASSWORD=q8xLw mongo",
    "path-published-open", NULL },
  { "-u 1000:1000 -v /var/run/docker.sock:/s x", "path-socket", NULL },
  { "--pid host --cap-add SYS_PTRACE -u 10001:10001 x", "path-pid-ptrace", NULL },
  { "--pid container:y --cap-add SYS_PTRACE x", "path-pid-ptrace", NULL },
  { "--pid host -u 1000 x", "path-pid-same-uid", NULL },
  { "--pid host -u 20000:20000 x", "path-pid-same-uid", NULL },
  { "--network none -p 5432:5432 -e POSTGRES_PASSWORD=postgres postgres", "path-published-db",
    NULL },
  { "-p 5432:5432 -e POSTGRES_PASSWORD=Zu3eiPh9oo postgres", "path-published-db", NULL },
  { "-p 127.0.0.1:6379:6379 redis", "path-ufw-bypass", NULL },
  { "-p 3000:3000 x", "path-ufw-bypass", NULL },
  { "-v /etc/nginx:/etc/nginx x", "path-etc-rw", NULL },
  { "-v /etc:/e -u 10001:10001 x", "path-etc-rw", NULL },
  { "-v ~/.config/app:/config x", "path-etc-rw", NULL },
  { "-v ./data:/data x", "path-setuid-drop", NULL },
  { "-v ./log:/var/log x", "path-symlink-host-tool", NULL },
  { "--cap-add SYS_ADMIN --cgroupns=private x", "path-release-agent", NULL },
  { "--device-cgroup-rule 'b 8:* r' --cap-drop MKNOD x", "path-disk-device", NULL },
  { "--device-cgroup-rule 'c 189:* rmw' x", "path-disk-device", NULL },
  { "--link db x --network host", "path-net-sniff", NULL },
  { "--restart on-failure:5 -p 80:80 x", "path-restart-crash", NULL },
  { "--restart no x", "path-log-disk", NULL },
  { "-d x", "path-forkbomb", NULL },
  { "-it --read-only --tmpfs /tmp:exec x", "path-tmpfs-stage", NULL },
  { "-e DOCKER_HOST=tcp://docker:2376 x", "path-socket-tcp", NULL },
  { "-e DOCKER_HOST=unix:///run/docker.sock x", "path-socket-tcp", NULL },
  { "-e DB_PASSWORD=\"$DB_PASSWORD\" x", "path-env-history", NULL },
  { "-u 1000:1000 --cap-drop ALL x", "path-nnp-suid-user", NULL },
  { "-u 1000:1000 --cap-add CHOWN x", "path-cap-user-illusion", NULL },
  { "--privileged --pid host x", "path-pid-nsenter", NULL },
};

static const BhPathFinding *
find_path (const BhReport *report, const char *id)
{
  for (guint i = 0; i < report->paths->len; i++)
    {
      const BhPathFinding *found = g_ptr_array_index (report->paths, i);

      if (g_str_equal (found->path->id, id))
        return found;
    }
  return NULL;
}

static char *
dup_cut (const GArray *cuts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < cuts->len; i++)
    {
      const BhCut *cut = &g_array_index (cuts, BhCut, i);

      g_string_append_printf (words, "%s%s/%s", i > 0 ? " " : "", cut->finding->rule->id,
                              cut->fix->id);
    }
  return g_string_free (words, FALSE);
}

static void
check_cut (const BhReport *report, const BhPathFinding *found, const char *expected)
{
  g_autoptr (GArray) cuts = bh_report_find_cut (report, found);
  g_autoptr (BhState) fixed = bh_report_apply_cut (report, cuts);
  g_autoptr (BhReport) after = bh_report_new (fixed);
  g_autofree char *words = dup_cut (cuts);

  g_assert_cmpstr (words, ==, expected);
  g_assert_null (find_path (after, found->path->id));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhReport) report = rule_case_report (cases[i].words);
      const BhPathFinding *found = find_path (report, cases[i].path);

      g_assert_nonnull (bh_path_find (cases[i].path));
      g_test_message ("%s: %s", cases[i].words, cases[i].path);
      if (cases[i].cut == NULL)
        g_assert_null (found);
      else
        g_assert_nonnull (found);
      if (found != NULL)
        check_cut (report, found, cases[i].cut);
    }
}

/* The steps are those of the story, each with the words of the command behind it. */
static void
test_steps (void)
{
  g_autoptr (BhReport) report = rule_case_report ("--rm --cap-add SYS_PTRACE --pid host -u root x");
  const BhPathFinding *found = find_path (report, "path-pid-ptrace");
  static const char *const options[] = { "pid", "cap-add", "user" };
  g_autofree char *story = NULL;

  g_assert_nonnull (found);
  g_assert_cmpuint (found->n_settings, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const int setting = found->step_settings[found->step_begins[i]];

      g_assert_cmpuint (found->step_begins[i + 1], ==, i + 1);
      g_assert_cmpstr (report->state->settings[setting]->option->name, ==, options[i]);
    }
  story = bh_path_dup_story (found->path);
  g_assert_true (g_str_has_prefix (story, found->path->steps[0].sentence));
  g_assert_true (g_str_has_suffix (story, found->path->gain));
}

/* Worst first, and what a command of everyday asks for leads nowhere. */
static void
test_order (void)
{
  g_autoptr (BhReport) everyday =
      rule_case_report ("-d --name web -p 8080:80 -v web:/data -e TZ=UTC nginx:1.27");
  g_autoptr (BhReport) report =
      rule_case_report ("--net host -v /:/h -e A_KEY=jh38shd8 --pid host x");

  g_assert_cmpuint (everyday->paths->len, ==, 0);
  g_assert_cmpuint (report->paths->len, >, 4);
  for (guint i = 1; i < report->paths->len; i++)
    {
      const BhPathFinding *before = g_ptr_array_index (report->paths, i - 1);
      const BhPathFinding *after = g_ptr_array_index (report->paths, i);

      g_assert_cmpint (before->path->severity, >=, after->path->severity);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/cases", test_cases);
  g_test_add_func ("/paths/steps", test_steps);
  g_test_add_func ("/paths/order", test_order);
  return g_test_run ();
}
