/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-form-spec.h"

#include <glib/gi18n-lib.h>

/* Every section ends with what no other field edits. */
#define REST                                                                                       \
  {                                                                                                \
    .title = N_ ("More options"), .fields = { { .kind = BH_FIELD_REST } },                         \
  }

static const BhGroupSpec image[] = {
  {
      .title = N_ ("Image"),
      .description = N_ ("The files that the container starts from. Whoever made the image decides "
                         "what runs in it."),
      .fields = { { .kind = BH_FIELD_IMAGE, .title = N_ ("Image") } },
  },
  {
      .title = N_ ("Command"),
      .description = N_ ("What runs instead of the image's own command. Leave it empty to run what "
                         "the image was made for."),
      .fields = { { .kind = BH_FIELD_COMMAND, .title = N_ ("Command and arguments") },
                  { .kind = BH_FIELD_ENTRY,
                    .option = "entrypoint",
                    .title = N_ ("Entry point"),
                    .subtitle = N_ ("Runs in place of the image's own start program"),
                    .placeholder = N_ ("the image's") },
                  { .kind = BH_FIELD_ENTRY,
                    .option = "workdir",
                    .title = N_ ("Working folder"),
                    .subtitle = N_ ("Where in the container the command starts"),
                    .placeholder = N_ ("the image's") } },
  },
  {
      .title = N_ ("Container"),
      .fields = { { .kind = BH_FIELD_ENTRY,
                    .option = "name",
                    .title = N_ ("Name"),
                    .subtitle = N_ ("To stop it or read its logs without looking up its number"),
                    .placeholder = N_ ("a random one") },
                  { .kind = BH_FIELD_SWITCH,
                    .option = "detach",
                    .title = N_ ("In the background"),
                    .subtitle = N_ ("The terminal is free again at once") },
                  { .kind = BH_FIELD_SWITCH,
                    .option = "interactive",
                    .title = N_ ("Keep input open"),
                    .subtitle = N_ ("To type into the program") },
                  { .kind = BH_FIELD_SWITCH,
                    .option = "tty",
                    .title = N_ ("Terminal"),
                    .subtitle = N_ ("For shells and other programs that expect a terminal") },
                  { .kind = BH_FIELD_SWITCH,
                    .option = "rm",
                    .title = N_ ("Remove when it stops"),
                    .subtitle = N_ ("What it wrote outside volumes and mounts is gone with it") } },
  },
  REST,
};

static const BhGroupSpec ports[] = {
  {
      .title = N_ ("Published ports"),
      .description = N_ ("Each one is a door from outside into the container."),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "publish",
                    .subtitle = N_ ("No port is published: nothing outside can connect to the "
                                    "container. That is the safest there is."),
                    .additions = { { "publish", "127.0.0.1:8080:80", N_ ("_Add Port") } } } },
  },
  {
      .fields = { { .kind = BH_FIELD_SWITCH,
                    .option = "publish-all",
                    .title = N_ ("Publish every port that the image names"),
                    .subtitle =
                        N_ ("On random ports, for everybody who can reach this computer") } },
  },
  REST,
};

static const BhChoice network_modes[] = {
  { "", N_ ("Bridge"), N_ ("A network of its own, shared with other containers"), "bridge" },
  { "none", N_ ("None"), N_ ("No network at all: nothing gets in or out") },
  { "host", N_ ("Host"), N_ ("No wall: the container uses this computer's own network") },
  { NULL, N_ ("A named network"), N_ ("With the containers that you put into it") },
  { 0 },
};

static const BhGroupSpec network[] = {
  {
      .title = N_ ("Network"),
      .description = N_ ("What the container can reach, and who can reach it without a published "
                         "port."),
      .fields = { { .kind = BH_FIELD_CHOICE,
                    .option = "network",
                    .title = N_ ("Network mode"),
                    .choices = network_modes,
                    .typed = N_ ("Name of the network, or container:NAME") },
                  { .kind = BH_FIELD_ENTRY,
                    .option = "hostname",
                    .title = N_ ("Host name"),
                    .subtitle = N_ ("What the container calls itself"),
                    .placeholder = N_ ("its number") } },
  },
  REST,
};

static const BhGroupSpec mounts[] = {
  {
      .title = N_ ("Files from outside"),
      .description =
          N_ ("What the container shares with this computer, or keeps when it is removed."),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "volume",
                    .also = { "mount", "tmpfs" },
                    .subtitle = N_ ("Nothing is shared: the container sees only its own files, and "
                                    "they go when it is removed."),
                    .additions = { { "volume", "data:/data", N_ ("Add _Volume") },
                                   { "volume", "./data:/data:ro", N_ ("Add _Folder") },
                                   { "tmpfs", "/tmp", N_ ("Add _Memory") } } } },
  },
  {
      .title = N_ ("The container's own files"),
      .fields = { { .kind = BH_FIELD_SWITCH,
                    .option = "read-only",
                    .title = N_ ("Read-only"),
                    .subtitle =
                        N_ ("Nobody can change the image's files; give it memory or volumes "
                            "where it has to write") } },
  },
  REST,
};

static const BhGroupSpec environment[] = {
  {
      .title = N_ ("Environment variables"),
      .description =
          N_ ("Settings for the program. Whoever may inspect the container can read them "
              "all: they are no place for passwords."),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "env",
                    .also = { "env-file" },
                    .subtitle = N_ ("No variables are set, other than the image's own."),
                    .additions = { { "env", "NAME=value", N_ ("Add _Variable") },
                                   { "env-file", ".env", N_ ("Add _File") } } } },
  },
  REST,
};

static const BhChoice pid_modes[] = {
  { "", N_ ("Its own"), N_ ("The container sees only its own processes") },
  { "host", N_ ("Host"), N_ ("No wall: it sees every process of this computer") },
  { NULL, N_ ("Another container's"), N_ ("It sees that container's processes, and they see it") },
  { 0 },
};

static const BhChoice ipc_modes[] = {
  { "", N_ ("Its own"), N_ ("Shared memory is the container's alone"), "private" },
  { "host", N_ ("Host"), N_ ("No wall: it can read and change other programs' shared memory") },
  { "none", N_ ("None"), N_ ("No shared memory at all") },
  { "shareable", N_ ("Its own, to share"), N_ ("Other containers may join it") },
  { NULL, N_ ("Another container's"), N_ ("Memory is shared with that container") },
  { 0 },
};

static const BhGroupSpec processes[] = {
  {
      .title = N_ ("Processes"),
      .description = N_ ("Which programs the container sees, and how many it may start."),
      .fields = { { .kind = BH_FIELD_CHOICE,
                    .option = "pid",
                    .title = N_ ("Process list"),
                    .choices = pid_modes,
                    .typed = N_ ("container:NAME") },
                  { .kind = BH_FIELD_NUMBER,
                    .option = "pids-limit",
                    .step = 100,
                    .title = N_ ("Most processes"),
                    .subtitle = N_ ("Stops a program that starts copies of itself without end"),
                    .placeholder = N_ ("no limit") },
                  { .kind = BH_FIELD_SWITCH,
                    .option = "init",
                    .title = N_ ("Init process"),
                    .subtitle = N_ ("Hands on signals and clears away finished processes") },
                  { .kind = BH_FIELD_CHOICE,
                    .option = "ipc",
                    .title = N_ ("Shared memory"),
                    .choices = ipc_modes,
                    .typed = N_ ("container:NAME") } },
  },
  REST,
};

static const BhGroupSpec resources[] = {
  {
      .title = N_ ("CPU"),
      .fields = { { .kind = BH_FIELD_NUMBER,
                    .option = "cpus",
                    .step = 0.5,
                    .measure = BH_MEASURE_CPUS,
                    .title = N_ ("Most CPUs"),
                    .subtitle = N_ ("1.5 is the time of one and a half CPUs"),
                    .placeholder = N_ ("no limit") },
                  { .kind = BH_FIELD_NUMBER,
                    .option = "cpu-shares",
                    .step = 256,
                    .title = N_ ("Weight"),
                    .subtitle = N_ ("Its share when the CPUs are busy; no limit otherwise"),
                    .placeholder = "1024" },
                  { .kind = BH_FIELD_ENTRY,
                    .option = "cpuset-cpus",
                    .title = N_ ("Which CPUs"),
                    .subtitle = N_ ("By number: 0-2,5"),
                    .placeholder = N_ ("all") } },
  },
  {
      .title = N_ ("Memory"),
      .description = N_ ("A container without a limit can use all memory until programs of this "
                         "computer are stopped."),
      .fields = { { .kind = BH_FIELD_SIZE,
                    .option = "memory",
                    .measure = BH_MEASURE_MEMORY,
                    .title = N_ ("Most memory"),
                    .subtitle = N_ ("Beyond it the program is stopped"),
                    .placeholder = N_ ("no limit") },
                  { .kind = BH_FIELD_SIZE,
                    .option = "memory-swap",

                    .title = N_ ("Memory and swap together"),
                    .subtitle = N_ ("The same as above for no swap, -1 for no limit"),
                    .placeholder = N_ ("twice as much") },
                  { .kind = BH_FIELD_SIZE,
                    .option = "memory-reservation",

                    .title = N_ ("Memory to come back to"),
                    .subtitle = N_ ("Where memory is short it is pushed towards this"),
                    .placeholder = N_ ("none") },
                  { .kind = BH_FIELD_SIZE,
                    .option = "shm-size",

                    .title = N_ ("Shared memory"),
                    .subtitle = N_ ("Size of /dev/shm; browsers and databases may want more"),
                    .placeholder = "64" } },
  },
  REST,
};

static const BhGroupSpec privileges[] = {
  {
      .title = N_ ("User"),
      .description =
          N_ ("Root in a container is root of this computer, held back only by the walls "
              "that the rest of this form sets."),
      .fields = { { .kind = BH_FIELD_ENTRY,
                    .option = "user",
                    .title = N_ ("Runs as"),
                    .subtitle = N_ ("1000:1000 is user and group by number"),
                    .placeholder = N_ ("the image's") } },
  },
  {
      .title = N_ ("Walls"),
      .fields = { { .kind = BH_FIELD_SWITCH,
                    .option = "privileged",
                    .title = N_ ("Privileged"),
                    .subtitle =
                        N_ ("Takes nearly all walls away: who is root in the container owns "
                            "this computer") } },
  },
  {
      .title = N_ ("Confinement"),
      .description = N_ ("What the kernel refuses to the container whatever user it runs as."),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "security-opt",
                    .subtitle = N_ ("The engine's own confinement applies."),
                    .additions = { { "security-opt", "no-new-privileges",
                                     N_ ("Add _Security Option") } } } },
  },
  {
      .title = N_ ("Capabilities"),
      .description = N_ ("Pieces of root's power. Drop ALL and add back the few that the program "
                         "needs."),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "cap-drop",
                    .also = { "cap-add" },
                    .subtitle = N_ ("The fourteen that the engine gives by itself."),
                    .additions = { { "cap-drop", NULL, N_ ("_Drop Capability") },
                                   { "cap-add", NULL, N_ ("Add _Capability") } } } },
  },
  {
      .title = N_ ("Devices"),
      .fields = { { .kind = BH_FIELD_LIST,
                    .option = "device",
                    .also = { "gpus" },
                    .subtitle = N_ ("No devices of this computer are handed in."),
                    .additions = { { "device", "/dev/ttyUSB0", N_ ("Add D_evice") } } } },
  },
  REST,
};

static const BhChoice restart_policies[] = {
  { "", N_ ("Never"), N_ ("When it stops, it stays stopped"), "no" },
  { "unless-stopped", N_ ("Unless stopped"), N_ ("Also after this computer starts again") },
  { "always", N_ ("Always"), N_ ("Even after you stopped it, when the engine starts again") },
  { "on-failure", N_ ("On failure"), N_ ("Only when the program ends with an error") },
  { NULL, N_ ("On failure, a few times"), N_ ("Then it stays stopped") },
  { 0 },
};

static const BhChoice log_drivers[] = {
  { "", N_ ("The engine's"), N_ ("Mostly json-file, which grows without end") },
  { "local", N_ ("Local"), N_ ("Small files that replace each other") },
  { "json-file", N_ ("JSON files"), N_ ("They grow without end unless max-size is set") },
  { "journald", N_ ("Journal"), N_ ("Among the logs of this computer") },
  { "none", N_ ("Nowhere"), N_ ("Nothing that it prints is kept") },
  { NULL, N_ ("Another driver"), N_ ("Such as syslog, fluentd or one of a cloud") },
  { 0 },
};

static const BhGroupSpec lifecycle[] = {
  {
      .title = N_ ("Restart"),
      .fields = { { .kind = BH_FIELD_CHOICE,
                    .option = "restart",
                    .title = N_ ("Start again"),
                    .choices = restart_policies,
                    .typed = N_ ("on-failure:5") } },
  },
  {
      .title = N_ ("Health"),
      .fields = { { .kind = BH_FIELD_ENTRY,
                    .option = "health-cmd",
                    .title = N_ ("Check"),
                    .subtitle = N_ ("A command that fails when the program is not well"),
                    .placeholder = N_ ("the image's") },
                  { .kind = BH_FIELD_ENTRY,
                    .option = "health-interval",
                    .title = N_ ("Time between checks"),
                    .subtitle = N_ ("30s, 1m30s"),
                    .placeholder = "30s" } },
  },
  {
      .title = N_ ("Logs"),
      .fields = { { .kind = BH_FIELD_CHOICE,
                    .option = "log-driver",
                    .title = N_ ("Where logs go"),
                    .choices = log_drivers,
                    .typed = N_ ("Name of the driver") } },
  },
  REST,
};

static const BhGroupSpec other[] = {
  {
      .title = N_ ("Other options"),
      .description =
          N_ ("Everything else that docker run offers, and options that Bulkhead does not "
              "know."),
      .fields = { { .kind = BH_FIELD_REST } },
  },
};

static const struct
{
  const BhGroupSpec *groups;
  guint n_groups;
} sections[] = {
#define SECTION(section, groups) [BH_SECTION_##section] = { groups, G_N_ELEMENTS (groups) }
  SECTION (IMAGE, image),
  SECTION (PORTS, ports),
  SECTION (NETWORK, network),
  SECTION (MOUNTS, mounts),
  SECTION (ENVIRONMENT, environment),
  SECTION (PROCESSES, processes),
  SECTION (RESOURCES, resources),
  SECTION (PRIVILEGES, privileges),
  SECTION (LIFECYCLE, lifecycle),
  SECTION (OTHER, other),
};
G_STATIC_ASSERT (G_N_ELEMENTS (sections) == BH_N_SECTIONS);

const BhGroupSpec *
bh_form_spec (BhSection section, guint *n_groups)
{
  *n_groups = sections[section].n_groups;
  return sections[section].groups;
}

static gboolean
field_names (const BhFieldSpec *field, const BhOption *option)
{
  if (g_strcmp0 (field->option, option->name) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (field->also); i++)
    if (g_strcmp0 (field->also[i], option->name) == 0)
      return TRUE;
  return FALSE;
}

static const BhFieldSpec *
find_in_group (const BhGroupSpec *group, const BhOption *option)
{
  for (const BhFieldSpec *field = group->fields; field->kind != BH_FIELD_END; field++)
    if (field_names (field, option))
      return field;
  return NULL;
}

static const BhFieldSpec *
find_in_section (BhSection section, const BhOption *option)
{
  const BhFieldSpec *found = NULL;

  for (guint g = 0; g < sections[section].n_groups && found == NULL; g++)
    found = find_in_group (&sections[section].groups[g], option);
  return found;
}

const BhFieldSpec *
bh_form_spec_find (const BhOption *option)
{
  const BhFieldSpec *found = NULL;

  for (guint s = 0; s < BH_N_SECTIONS && found == NULL; s++)
    found = find_in_section (s, option);
  return found;
}

BhSection
bh_form_spec_get_section (const BhOption *option)
{
  for (guint s = 0; s < BH_N_SECTIONS; s++)
    if (find_in_section (s, option) != NULL)
      return s;
  return option->section;
}
