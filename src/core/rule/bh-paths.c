/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-facts.h"
#include "rule/bh-report.h"
#include "value/bh-capability.h"

static void
add_cause (GArray *causes, int setting)
{
  if (setting >= 0)
    g_array_append_val (causes, setting);
}

static gboolean
has_capability (const BhFacts *facts, BhCapability capability, GArray *causes)
{
  if ((facts->capabilities & BH_CAP_BIT (capability)) == 0)
    return FALSE;
  add_cause (causes, facts->privileged.on                       ? facts->privileged.setting
                     : facts->added_by[capability] != BH_NOBODY ? facts->added_by[capability]
                                                                : facts->add_all);
  return TRUE;
}

/* Root, or whatever the image says, which is root more often than not. */
static gboolean
may_be_root (const BhFacts *facts, GArray *causes)
{
  add_cause (causes, facts->user_setting);
  return facts->user_root || facts->user_unknown;
}

static gboolean
has_mount (const BhFacts *facts, guint classes, gboolean writable, GArray *causes)
{
  gboolean found = FALSE;

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->type != BH_MOUNT_BIND || (classes & (1u << mount->path_class)) == 0 ||
          (writable && mount->readonly))
        continue;
      add_cause (causes, mount->setting);
      found = TRUE;
    }
  return found;
}

static gboolean
shares_host (const BhNamespaceFact *fact, GArray *causes)
{
  add_cause (causes, fact->setting);
  return fact->mode == BH_NAMESPACE_HOST;
}

static gboolean
holds_pid_ptrace (const BhFacts *facts, GArray *causes)
{
  return shares_host (&facts->pid, causes) && has_capability (facts, BH_CAP_SYS_PTRACE, causes) &&
         may_be_root (facts, causes);
}

static gboolean
holds_pid_nsenter (const BhFacts *facts, GArray *causes)
{
  return shares_host (&facts->pid, causes) && has_capability (facts, BH_CAP_SYS_ADMIN, causes) &&
         may_be_root (facts, causes);
}

#define SOCKETS                                                                                    \
  ((1u << BH_PATH_ENGINE_SOCKET) | (1u << BH_PATH_ENGINE_SOCKET_PARENT) | (1u << BH_PATH_ROOT))

static gboolean
holds_socket (const BhFacts *facts, GArray *causes)
{
  gboolean by_group;

  if (!has_mount (facts, SOCKETS, FALSE, causes))
    return FALSE;
  add_cause (causes, facts->group_add);
  by_group = facts->group_add != BH_NOBODY;
  return by_group || may_be_root (facts, causes);
}

static gboolean
holds_core_pattern (const BhFacts *facts, GArray *causes)
{
  gboolean open = has_mount (facts, 1u << BH_PATH_PROC, TRUE, causes);

  if (facts->systempaths_unconfined.on)
    {
      add_cause (causes, facts->systempaths_unconfined.setting);
      open = TRUE;
    }
  return open && may_be_root (facts, causes);
}

static gboolean
holds_net_sniff (const BhFacts *facts, GArray *causes)
{
  if (facts->network != BH_NETWORK_HOST)
    return FALSE;
  add_cause (causes, facts->network_setting);
  return has_capability (facts, BH_CAP_NET_RAW, causes) && may_be_root (facts, causes);
}

/* Where data stores listen. */
static const guint16 data_ports[] = {
  1433, 3306, 5432, 5984, 6379, 8086, 9042, 9200, 11211, 27017
};

static gboolean
is_data_port (guint port)
{
  for (guint i = 0; i < G_N_ELEMENTS (data_ports); i++)
    if (data_ports[i] == port)
      return TRUE;
  return FALSE;
}

/* Passwords that every guesser tries first, and the switches that ask for none. */
static gboolean
is_weak (const BhVariableFact *variable)
{
  static const char *const values[] = {
    "",         "admin",    "changeme", "example", "mysecretpassword",
    "password", "postgres", "root",     "secret",  "my-secret-pw",
    "test",     "1234",     "123456",   "trust",   NULL
  };
  static const char *const names[] = { "PASSWORD", "PASSWD", "AUTH_METHOD" };

  if (variable->value == NULL || variable->expands)
    return FALSE;
  if (strstr (variable->name, "ALLOW_EMPTY_PASSWORD") != NULL)
    return *variable->value != '\0';
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (variable->name, names[i]) != NULL && !g_str_has_suffix (variable->name, "_FILE"))
      return g_strv_contains (values, variable->value);
  return FALSE;
}

static gboolean
holds_published_db (const BhFacts *facts, GArray *causes)
{
  gboolean published = FALSE;
  gboolean weak = FALSE;

  for (guint i = 0; i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (!port->all_addresses || !is_data_port (port->container_first) ||
          facts->network == BH_NETWORK_NONE)
        continue;
      add_cause (causes, port->setting);
      published = TRUE;
    }
  for (guint i = 0; published && i < facts->variables->len; i++)
    if (is_weak (bh_facts_variable (facts, i)))
      {
        add_cause (causes, bh_facts_variable (facts, i)->setting);
        weak = TRUE;
      }
  return weak;
}

/* Most severe first. */
static const BhPath paths[] = {
  { .id = "path-socket",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the engine's socket to root on this computer"),
    .story = N_ ("The engine's socket can be reached inside the container.\n"
                 "Whoever may write to it can ask the engine for a second container, a privileged "
                 "one with the whole "
                 "disk mounted.\n"
                 "In that one they are root on this computer. A read-only mount does not stop it."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.32", "OWASP Docker Security rule 1", NULL },
    .holds = holds_socket,
    .bad = "-v /var/run/docker.sock:/var/run/docker.sock:ro x",
    .good = "-v /srv/docker:/srv/docker x" },
  { .id = "path-pid-ptrace",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the host's processes to its files"),
    .story = N_ ("The container sees every process of this computer.\n"
                 "With SYS_PTRACE, root inside may read their memory, their variables and, through "
                 "/proc/PID/root, "
                 "every file that they can open.\n"
                 "It may also put its own code into one of them."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.16", "proc(5)",
                                         "ptrace(2), access mode checking", NULL },
    .holds = holds_pid_ptrace,
    .bad = "--pid host --cap-add SYS_PTRACE x",
    .good = "--cap-add SYS_PTRACE x" },
  { .id = "path-pid-nsenter",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Into the host's own view of its files"),
    .story = N_ ("The container sees every process of this computer.\n"
                 "With SYS_ADMIN, root inside may step into the mount namespace of one of them, "
                 "which is what nsenter "
                 "does.\n"
                 "From there it reads and writes the files of this computer."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.16", "nsenter(1)", NULL },
    .holds = holds_pid_nsenter,
    .bad = "--pid host --cap-add SYS_ADMIN x",
    .good = "--pid host x" },
  { .id = "path-core-pattern",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through a crash to root on this computer"),
    .story =
        N_ ("The kernel's settings under /proc/sys can be written inside the container.\n"
            "Root inside names a program in core_pattern.\n"
            "The next crash of any process makes the kernel run it on this computer, as root."),
    .references = (const char *const[]){ "core(5)", "CIS Docker Benchmark 5.6", NULL },
    .holds = holds_core_pattern,
    .bad = "-v /proc:/host/proc x",
    .good = "-v /proc:/host/proc:ro x" },
  { .id = "path-published-db",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("A data store that anybody may open"),
    .story = N_ (
        "The data store's port is open on every address of this computer, usually past its "
        "firewall.\n"
        "Its password is missing or is the first one that everybody tries.\n"
        "Whoever finds the port has the data, and with many data stores a way to run commands."),
    .references = (const char *const[]){ "OWASP Docker Security rule 5a",
                                         "Docker docs: packet filtering and firewalls", NULL },
    .holds = holds_published_db,
    .bad = "-p 5432:5432 -e POSTGRES_PASSWORD=postgres postgres",
    .good = "-p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=postgres postgres" },
  { .id = "path-net-sniff",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Listening to this computer's network"),
    .story = N_ ("The container shares the network interfaces of this computer.\n"
                 "Root inside has NET_RAW, one of the capabilities that every container gets.\n"
                 "It reads what passes through them, and can pretend to be a neighbour."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.10", "packet(7)", NULL },
    .holds = holds_net_sniff,
    .bad = "--network host x",
    .good = "--network host --cap-drop NET_RAW x" },
};

const BhPath *
bh_path_table (guint *n_paths)
{
  *n_paths = G_N_ELEMENTS (paths);
  return paths;
}

const BhPath *
bh_path_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (strcmp (paths[i].id, id) == 0)
      return &paths[i];
  return NULL;
}
