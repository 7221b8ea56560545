/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"
#include "rule/bh-facts-private.h"
#include "value/bh-capability.h"

typedef struct
{
  BhImport *import;
  BhFacts *facts;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  bh_facts_free (sheet->facts);
  bh_import_free (sheet->import);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static Sheet
read_sheet (const char *words)
{
  g_autofree char *command = g_strconcat ("docker run ", words, NULL);
  g_autoptr (GError) error = NULL;
  Sheet sheet = { bh_import_command (command, -1, &error), NULL };

  g_assert_no_error (error);
  sheet.facts = bh_facts_new (g_ptr_array_index (sheet.import->states, 0));
  return sheet;
}

/* What moby's TweakCapabilities gives, measured in containers. */
static void
test_capabilities (void)
{
  const guint64 net_admin = BH_CAP_BIT (BH_CAP_NET_ADMIN);
  const guint64 chown = BH_CAP_BIT (BH_CAP_CHOWN);
  const struct
  {
    const char *words;
    guint64 expected;
  } rows[] = {
    { "x", BH_CAP_DEFAULT_MASK },
    { "--cap-add net_admin x", BH_CAP_DEFAULT_MASK | net_admin },
    { "--cap-drop ALL x", 0 },
    { "--cap-add CAP_CHOWN --cap-drop all x", chown },
    { "--cap-drop chown x", BH_CAP_DEFAULT_MASK & ~chown },
    { "--cap-add ALL --cap-drop NET_ADMIN x", BH_CAP_ALL_MASK & ~net_admin },
    { "--privileged --cap-drop ALL x", BH_CAP_ALL_MASK },
    { "--privileged=false x", BH_CAP_DEFAULT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Sheet) sheet = read_sheet (rows[i].words);

      g_test_message ("%s", rows[i].words);
      g_assert_cmphex (sheet.facts->capabilities, ==, rows[i].expected);
    }
}

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    BhPathClass expected;
  } rows[] = {
    { "/", BH_PATH_ROOT },
    { "/var/run/docker.sock", BH_PATH_ENGINE_SOCKET },
    { "/run/user/1000/podman/podman.sock", BH_PATH_ENGINE_SOCKET },
    { "/var/run", BH_PATH_ENGINE_SOCKET_PARENT },
    { "/run", BH_PATH_ENGINE_SOCKET_PARENT },
    { "/run/secrets", BH_PATH_ORDINARY },
    { "/etc", BH_PATH_SYSTEM_CRITICAL },
    { "/etc/nginx", BH_PATH_SYSTEM_CRITICAL },
    { "/etc/localtime", BH_PATH_SYSTEM_HARMLESS },
    { "/etcetera", BH_PATH_ORDINARY },
    { "/proc/sys", BH_PATH_PROC },
    { "/sys/fs/cgroup", BH_PATH_SYS },
    { "/dev/shm", BH_PATH_DEV },
    { "/home/ann", BH_PATH_HOME },
    { "/home/ann/.ssh", BH_PATH_SECRETS },
    { "/home/ann/project", BH_PATH_ORDINARY },
    { "/home", BH_PATH_SYSTEM },
    { "/srv/www", BH_PATH_ORDINARY },
    { "/root", BH_PATH_SYSTEM_CRITICAL },
    { "~", BH_PATH_HOME },
    { "~/.aws/credentials", BH_PATH_SECRETS },
    { "/tmp/.X11-unix", BH_PATH_DESKTOP },
    { "/var/lib/docker/volumes", BH_PATH_SYSTEM_CRITICAL },
    { "/srv/tls/server.pem", BH_PATH_SECRETS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].path);
      g_assert_cmpint (bh_path_classify (rows[i].path), ==, rows[i].expected);
    }
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *path;
    const char *expected;
  } rows[] = {
    { "/", "/" },
    { "//", "/" },
    { "/etc/", "/etc" },
    { "/srv/../etc", "/etc" },
    { "/./etc//x", "/etc/x" },
    { "/../..", "/" },
    { "$HOME/.ssh", "~/.ssh" },
    { "~", "~" },
    { "${HOME}", "~" },
    { "$HOMER", "$HOMER" },
    { "./data", "./data" },
    { "/a/b/..", "/a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normal = bh_path_normalise (rows[i].path);

      g_test_message ("%s", rows[i].path);
      g_assert_cmpstr (normal, ==, rows[i].expected);
    }
}

static void
test_ports (void)
{
  g_auto (Sheet) sheet = read_sheet ("-p 8080:80 -p 127.0.0.1:5432:5432 -p [::]:1:1/UDP -p "
                                     "published=1,target=2,host_ip=127.0.0.1 x");
  const BhFacts *facts = sheet.facts;

  g_assert_cmpuint (facts->ports->len, ==, 4);
  g_assert_true (bh_facts_port (facts, 0)->all_addresses);
  g_assert_cmpuint (bh_facts_port (facts, 0)->container_first, ==, 80);
  g_assert_true (bh_facts_port (facts, 1)->loopback);
  g_assert_false (bh_facts_port (facts, 1)->all_addresses);
  g_assert_true (bh_facts_port (facts, 2)->all_addresses);
  g_assert_cmpstr (bh_facts_port (facts, 2)->protocol, ==, "udp");
  g_assert_true (bh_facts_port (facts, 3)->address_ignored);
  g_assert_true (bh_facts_port (facts, 3)->all_addresses);
}

static void
test_mounts (void)
{
  g_auto (Sheet) sheet =
      read_sheet ("-v /etc//:/e:ro -v \"$HOME\":/h -v data:/d -v /anon --tmpfs /t:exec,size=1m "
                  "--mount type=bind,src=/,dst=/host,readonly,bind-propagation=rshared x");
  const BhFacts *facts = sheet.facts;

  g_assert_cmpuint (facts->mounts->len, ==, 6);
  g_assert_cmpstr (bh_facts_mount (facts, 0)->source, ==, "/etc");
  g_assert_true (bh_facts_mount (facts, 0)->readonly);
  g_assert_cmpint (bh_facts_mount (facts, 1)->path_class, ==, BH_PATH_HOME);
  g_assert_cmpint (bh_facts_mount (facts, 2)->type, ==, BH_MOUNT_VOLUME);
  g_assert_cmpint (bh_facts_mount (facts, 3)->type, ==, BH_MOUNT_ANONYMOUS);
  g_assert_true (bh_facts_mount (facts, 4)->exec);
  g_assert_true (bh_facts_mount (facts, 4)->has_size);
  g_assert_cmpint (bh_facts_mount (facts, 5)->path_class, ==, BH_PATH_ROOT);
  g_assert_cmpstr (bh_facts_mount (facts, 5)->propagation, ==, "rshared");
}

/* The last one wins, and nobody's word is nobody's. */
static void
test_single_settings (void)
{
  g_auto (Sheet) sheet = read_sheet (
      "-m 1g -m 2g --pid host --pid '' --net host -e A=1 -e A=2 -e B --pids-limit 0 "
      "--security-opt no-new-privileges=false --cpus 0 -u :1000 repo.example:5000/x/y:1");
  const BhFacts *facts = sheet.facts;

  g_assert_cmpuint (facts->memory_bytes, ==, G_GUINT64_CONSTANT (2) << 30);
  g_assert_cmpint (facts->memory.setting, ==, 1);
  g_assert_cmpint (facts->pid.mode, ==, BH_NAMESPACE_PRIVATE);
  g_assert_cmpint (facts->network, ==, BH_NETWORK_HOST);
  g_assert_cmpuint (facts->variables->len, ==, 2);
  g_assert_cmpstr (bh_facts_variable (facts, 0)->value, ==, "2");
  g_assert_null (bh_facts_variable (facts, 1)->value);
  g_assert_false (facts->pids.on);
  g_assert_false (facts->no_new_privileges.on);
  g_assert_cmpint (facts->no_new_privileges.setting, >=, 0);
  g_assert_false (facts->cpus.on);
  g_assert_true (facts->user_root);
  g_assert_cmpint (facts->gid, ==, 1000);
  g_assert_cmpstr (facts->image_name, ==, "y");
  g_assert_cmpstr (facts->image_tag, ==, "1");
  g_assert_cmpint (facts->privileged.setting, ==, BH_NOBODY);
}

static void
test_users (void)
{
  static const struct
  {
    const char *user;
    gint64 uid, gid;
    gboolean root;
  } rows[] = {
    { "1000:1000", 1000, 1000, FALSE },
    { "1000", 1000, 0, FALSE },
    { "root", 0, 0, TRUE },
    { "0:5", 0, 5, TRUE },
    { "www", -1, -1, FALSE },
    { "roots", -1, -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = g_strdup_printf ("-u %s x", rows[i].user);
      g_auto (Sheet) sheet = read_sheet (words);

      g_test_message ("%s", rows[i].user);
      g_assert_cmpint (sheet.facts->uid, ==, rows[i].uid);
      g_assert_cmpint (sheet.facts->gid, ==, rows[i].gid);
      g_assert_cmpint (sheet.facts->user_root, ==, rows[i].root);
    }
}

/* Compose makes a network for the services of a file; `docker run` puts all on the same bridge. */
static void
test_compose_network (void)
{
  static const struct
  {
    const char *line;
    BhNetworkMode mode;
  } rows[] = {
    { "image: x", BH_NETWORK_USER },
    { "networks: [default]", BH_NETWORK_USER },
    { "network_mode: bridge", BH_NETWORK_DEFAULT_BRIDGE },
    { "network_mode: host", BH_NETWORK_HOST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("services:\n  a:\n    %s\n", rows[i].line);
      g_auto (Sheet) sheet = { bh_import_compose (text, -1, NULL), NULL };

      sheet.facts = bh_facts_new (g_ptr_array_index (sheet.import->states, 0));
      g_assert_cmpint (sheet.facts->network, ==, rows[i].mode);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/capabilities", test_capabilities);
  g_test_add_func ("/facts/paths", test_paths);
  g_test_add_func ("/facts/normalise", test_normalise);
  g_test_add_func ("/facts/ports", test_ports);
  g_test_add_func ("/facts/mounts", test_mounts);
  g_test_add_func ("/facts/single-settings", test_single_settings);
  g_test_add_func ("/facts/users", test_users);
  g_test_add_func ("/facts/compose-network", test_compose_network);
  return g_test_run ();
}
