/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"
#include "wall/bh-wall.h"

/* A command, one of its walls, how it stands, and its openings: "outside>inside", "<" and "=" for
 * the other directions. */
typedef struct
{
  const char *words;
  BhWallId wall;
  BhWallCondition condition;
  const char *openings;
} Case;

#define CLOSED                                                                                     \
  "--network none --user 1000:1000 --cap-drop ALL --security-opt no-new-privileges -m 1g --cpus "  \
  "1 --pids-limit 9 "

static const Case cases[] = {
  { CLOSED "a", BH_WALL_NETWORK, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_FILES, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_PROCESSES, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_USERS, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_RIGHTS, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_KERNEL, BH_WALL_WHOLE, "" },
  { CLOSED "a", BH_WALL_RESOURCES, BH_WALL_WHOLE, "" },
  { "a", BH_WALL_NETWORK, BH_WALL_PIERCED, "internet<" },
  { "a", BH_WALL_USERS, BH_WALL_PIERCED, "root=root root<setuid" },
  { "a", BH_WALL_RIGHTS, BH_WALL_PIERCED, "usual rights<" },
  { "a", BH_WALL_RESOURCES, BH_WALL_GONE, "memory< CPU time< processes<" },
  { "-m 1g a", BH_WALL_RESOURCES, BH_WALL_PIERCED, "CPU time< processes<" },
  { "-p 8080:80 -p 127.0.0.1::53/udp -p 10.0.0.1:1-2:3-4 a", BH_WALL_NETWORK, BH_WALL_PIERCED,
    ":8080>:80 ?>:53 10.0.0.1:1-2>:3-4 internet<" },
  { "--network host -p 80:80 a", BH_WALL_NETWORK, BH_WALL_GONE, "network=" },
  { "--network none -p 80:80 a", BH_WALL_NETWORK, BH_WALL_WHOLE, "" },
  { "-v /srv:/s:ro -v /a:/b -v data:/c --tmpfs /d a", BH_WALL_FILES, BH_WALL_PIERCED,
    "/srv>/s /a=/b" },
  { "-v /:/host:ro a", BH_WALL_FILES, BH_WALL_GONE, "/>/host" },
  { "--pid host --ipc host a", BH_WALL_PROCESSES, BH_WALL_GONE, "processes= shared memory=" },
  { "--uts host a", BH_WALL_PROCESSES, BH_WALL_PIERCED, "host name=" },
  { "--cap-drop ALL --cap-add SYS_ADMIN --device /dev/kvm a", BH_WALL_RIGHTS, BH_WALL_PIERCED,
    "SYS_ADMIN< /dev/kvm=" },
  { "--privileged a", BH_WALL_RIGHTS, BH_WALL_GONE, "--privileged=" },
  { "--privileged a", BH_WALL_KERNEL, BH_WALL_GONE, "--privileged<" },
  { "--privileged -u 1000:1000 a", BH_WALL_USERS, BH_WALL_PIERCED, "root<setuid" },
  { "--security-opt seccomp=unconfined a", BH_WALL_KERNEL, BH_WALL_PIERCED, "system calls<" },
};

static BhWalls *
make_walls (const char *words)
{
  g_autofree char *text = g_strconcat ("docker run ", words, NULL);
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);
  g_autoptr (BhReport) report = bh_report_new (g_ptr_array_index (import->states, 0));

  return bh_walls_new (report);
}

static char *
print_openings (const BhWall *wall)
{
  static const char flows[] = { [BH_FLOW_IN] = '>', [BH_FLOW_OUT] = '<', [BH_FLOW_BOTH] = '=' };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < wall->openings->len; i++)
    {
      const BhOpening *opening = g_ptr_array_index (wall->openings, i);

      g_string_append_printf (text, "%s%s%c%s", i > 0 ? " " : "", opening->outside,
                              flows[opening->flow], opening->inside);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhWalls) walls = make_walls (cases[i].words);
      const BhWall *wall = &walls->walls[cases[i].wall];
      g_autofree char *openings = print_openings (wall);

      g_test_message ("%s: %s", cases[i].words, bh_wall_id_to_string (cases[i].wall));
      g_assert_cmpint (wall->condition, ==, cases[i].condition);
      g_assert_cmpstr (openings, ==, cases[i].openings);
    }
}

/* A row of the form for each opening: the setting that made it, or the option that is missing. */
static void
test_leads_somewhere (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhWalls) walls = make_walls (cases[i].words);

      for (guint w = 0; w < BH_N_WALLS; w++)
        for (guint o = 0; o < walls->walls[w].openings->len; o++)
          {
            const BhOpening *opening = g_ptr_array_index (walls->walls[w].openings, o);

            g_assert_true (opening->setting >= 0 ||
                           bh_option_find (opening->option, strlen (opening->option)) != NULL);
            g_assert_cmpstr (opening->text, !=, "");
          }
    }
}

static void
test_severity (void)
{
  g_autoptr (BhWalls) walls = make_walls ("-v /var/run/docker.sock:/s -v /srv/a:/a:ro nginx");
  const BhWall *files = &walls->walls[BH_WALL_FILES];

  g_assert_cmpint (((BhOpening *) g_ptr_array_index (files->openings, 0))->severity, ==,
                   BH_SEVERITY_CRITICAL);
  g_assert_cmpint (((BhOpening *) g_ptr_array_index (files->openings, 1))->severity, <,
                   BH_SEVERITY_MEDIUM);
  g_assert_cmpint (bh_wall_get_severity (files), ==, BH_SEVERITY_CRITICAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/cases", test_cases);
  g_test_add_func ("/wall/leads-somewhere", test_leads_somewhere);
  g_test_add_func ("/wall/severity", test_severity);
  return g_test_run ();
}
