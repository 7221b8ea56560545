/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "value/bh-conflict-conditions.h"
#include "value/bh-conflicts.h"
#include "value/bh-problem.h"

#define MAX_OPTIONS 8

/**
 * Conflict:
 * @options: the options that are at fault …
 * @when: … if this holds of their value (NULL: if it says anything at all) …
 * @other: … beside this option …
 * @other_when: … if this holds of its value …
 * @or_missing: … or if it is not there;
 * @clash: and if this holds of both values, where it is set
 * @stage: who objects
 * @depends: whether that depends on the engine
 * @message: N_(), with the name of the option at fault as its only argument
 *
 * Options that client or engine refuse together, or where one makes the other void.
 */
typedef struct
{
  const char *options[MAX_OPTIONS];
  BhCondition when;
  const char *other;
  BhCondition other_when;
  gboolean or_missing;
  BhClash clash;
  BhStage stage;
  gboolean depends;
  const char *message;
} Conflict;

static const Conflict conflicts[] = {
  { .options = { "publish", "publish-all", "expose", "hostname", "dns", "add-host", "link" },
    .other = "network",
    .other_when = bh_network_is_containers,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("This container shares the network of another one, which has its own ports, "
                   "names and name servers: give --%s to the other one.") },
  { .options = { "mac-address" },
    .other = "network",
    .other_when = bh_network_is_containers,
    .stage = BH_STAGE_CREATE,
    .depends = TRUE,
    .message = N_ ("This container shares the network of another one and has no hardware address "
                   "of its own: leave out --%s.") },
  { .options = { "link" },
    .other = "network",
    .other_when = bh_network_is_host,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("On the host's network there is nothing to link: leave out --%s.") },
  { .options = { "publish", "publish-all" },
    .other = "network",
    .other_when = bh_network_is_host,
    .stage = BH_STAGE_SILENT,
    .message = N_ ("On the host's network --%s does nothing: the program's ports are ports of the "
                   "host already.") },
  { .options = { "publish", "publish-all" },
    .other = "network",
    .other_when = bh_network_is_none,
    .stage = BH_STAGE_SILENT,
    .message = N_ ("Without a network --%s does nothing: nobody can reach the container.") },
  { .options = { "network-alias" },
    .other = "network",
    .other_when = bh_network_is_predefined,
    .or_missing = TRUE,
    .stage = BH_STAGE_CLIENT,
    .message = N_ ("Only networks of your own know containers by name. Make one with “docker "
                   "network create”, and choose it with --network, to use --%s.") },
  { .options = { "ip", "ip6" },
    .other = "network",
    .other_when = bh_network_is_predefined,
    .or_missing = TRUE,
    .stage = BH_STAGE_START,
    .message = N_ ("Only networks of your own take an address. Make one with “docker network "
                   "create --subnet …”, and choose it with --network, to use --%s.") },
  { .options = { "sysctl" },
    .when = bh_sysctl_is_of_network,
    .other = "network",
    .other_when = bh_network_is_host,
    .stage = BH_STAGE_START,
    .message = N_ ("On the host's network this would change the host: leave out the --%s.") },
  { .options = { "sysctl" },
    .when = bh_sysctl_is_of_ipc,
    .other = "ipc",
    .other_when = bh_value_is_host,
    .stage = BH_STAGE_START,
    .message = N_ ("With --ipc host this would change the host: leave out the --%s.") },
  { .options = { "shm-size" },
    .other = "ipc",
    .other_when = bh_value_is_shared,
    .stage = BH_STAGE_SILENT,
    .message = N_ ("--%s does nothing: with this --ipc the shared memory is that of somebody "
                   "else.") },
  { .options = { "hostname" },
    .other = "uts",
    .other_when = bh_value_is_host,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("With --uts host the container has the name of the host: leave out --%s.") },
  { .options = { "domainname" },
    .other = "uts",
    .other_when = bh_value_is_host,
    .stage = BH_STAGE_START,
    .message = N_ ("With --uts host this would change the host: leave out --%s.") },
  { .options = { "restart" },
    .when = bh_restart_restarts,
    .other = "rm",
    .stage = BH_STAGE_CLIENT,
    .message =
        N_ ("What --rm removes when it ends cannot start again: keep either --rm or --%s.") },
  { .options = { "attach" },
    .when = bh_value_is_any,
    .other = "detach",
    .stage = BH_STAGE_CLIENT,
    .message =
        N_ ("A container in the background has no terminal: keep either --detach or --%s.") },
  { .options = { "health-cmd" },
    .other = "no-healthcheck",
    .stage = BH_STAGE_CLIENT,
    .message = N_ ("--no-healthcheck switches the check off: keep either it or --%s.") },
  { .options = { "health-interval", "health-retries", "health-start-interval",
                 "health-start-period", "health-timeout" },
    .when = bh_value_is_not_zero,
    .other = "no-healthcheck",
    .stage = BH_STAGE_CLIENT,
    .message = N_ ("--no-healthcheck switches the check off: keep either it or --%s.") },
  { .options = { "log-opt" },
    .when = bh_value_is_any,
    .other = "log-driver",
    .other_when = bh_value_is_none,
    .stage = BH_STAGE_CLIENT,
    .message = N_ ("With --log-driver none nothing is logged: leave out --%s.") },
  { .options = { "log-opt" },
    .when = bh_log_option_is_not_of_json_file,
    .other = "log-driver",
    .other_when = bh_value_is_json_file,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("The log driver json-file does not know this --%s: max-size, max-file and "
                   "compress are some that it knows.") },
  { .options = { "log-opt" },
    .when = bh_log_option_is_not_of_local,
    .other = "log-driver",
    .other_when = bh_value_is_local,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("The log driver local does not know this --%s: max-size, max-file and compress "
                   "are all that it knows.") },
  { .options = { "cpu-quota", "cpu-period" },
    .when = bh_value_is_not_zero,
    .other = "cpus",
    .other_when = bh_value_is_not_zero,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("--cpus and --%s say the same in two ways: keep one of them.") },
  { .options = { "memory-swap" },
    .when = bh_size_is_limit,
    .other = "memory",
    .other_when = bh_size_is_zero,
    .or_missing = TRUE,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("--%s is memory and swap together, so that --memory is needed beside it.") },
  { .options = { "memory-swap" },
    .when = bh_size_is_limit,
    .other = "memory",
    .other_when = bh_size_is_limit,
    .clash = bh_size_is_less,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("--%s is memory and swap together and cannot be less than --memory; as much as "
                   "--memory means no swap.") },
  { .options = { "memory-reservation" },
    .when = bh_size_is_limit,
    .other = "memory",
    .other_when = bh_size_is_limit,
    .clash = bh_size_is_more,
    .stage = BH_STAGE_CREATE,
    .message = N_ ("--%s is what the container is held to when memory is short, and cannot be more "
                   "than --memory.") },
};

/* Where the settings of an option are: the first and the last, -1 when there is none. */
typedef struct
{
  int first;
  int last;
} Place;

/* The options of a row by their place in the option table, -1 behind the last. */
typedef struct
{
  int options[MAX_OPTIONS + 1];
  int other;
} Resolved;

static const Resolved *
resolve_once (void)
{
  static Resolved resolved[G_N_ELEMENTS (conflicts)];
  static gsize done;

  if (!g_once_init_enter (&done))
    return resolved;
  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++)
    {
      guint n = 0;

      for (; n < MAX_OPTIONS && conflicts[i].options[n] != NULL; n++)
        resolved[i].options[n] = (int) bh_option_index (bh_option_get (conflicts[i].options[n]));
      resolved[i].options[n] = -1;
      resolved[i].other = (int) bh_option_index (bh_option_get (conflicts[i].other));
    }
  g_once_init_leave (&done, 1);
  return resolved;
}

/* The setting that counts: of several networks the first, of other options the last. */
static int
effective (const Place *place, const char *option)
{
  return g_str_equal (option, "network") ? place->first : place->last;
}

static gboolean
holds (BhCondition condition, const BhSetting *setting)
{
  if (condition != NULL)
    return condition (setting->value);
  return setting->option->kind == BH_KIND_FLAG ? bh_setting_is_on (setting)
                                               : setting->value->len > 0;
}

static void
report (const Conflict *conflict, const BhState *state, int at, int other, GPtrArray *problems)
{
  const BhSetting *setting = state->settings[at];
  BhProblem *problem = bh_problem_new (at, (BhRange){ 0, setting->value->len }, conflict->stage,
                                       _ (conflict->message), setting->option->name);

  problem->other = other;
  problem->depends = conflict->depends;
  g_ptr_array_add (problems, problem);
}

/* All settings of one option of the row that are at fault. */
static void
check_option (const Conflict *conflict,
              const BhState *state,
              const Place *place,
              int other,
              GPtrArray *problems)
{
  const BhOption *option = state->settings[place->last]->option;
  int first = option->flags & BH_OPTION_REPEATS ? place->first : place->last;

  for (int i = first; i <= place->last; i++)
    if (state->settings[i]->option == option && holds (conflict->when, state->settings[i]) &&
        (conflict->clash == NULL ||
         conflict->clash (state->settings[i]->value, state->settings[other]->value)))
      report (conflict, state, i, other, problems);
}

static void
check_row (const Conflict *conflict,
           const Resolved *resolved,
           const BhState *state,
           const Place *places,
           GPtrArray *problems)
{
  int other = effective (&places[resolved->other], conflict->other);

  if (other < 0 ? !conflict->or_missing : !holds (conflict->other_when, state->settings[other]))
    return;
  for (const int *option = resolved->options; *option >= 0; option++)
    if (places[*option].last >= 0)
      check_option (conflict, state, &places[*option], other, problems);
}

static gboolean
is_present (const Resolved *resolved, const Place *places)
{
  for (const int *option = resolved->options; *option >= 0; option++)
    if (places[*option].last >= 0)
      return TRUE;
  return FALSE;
}

/* Of an option that is no list the last value counts alone. */
static void
check_earlier (const BhState *state, int earlier, int later, GPtrArray *problems)
{
  const BhSetting *setting = state->settings[earlier];
  BhProblem *problem;

  if ((setting->option->flags & BH_OPTION_REPEATS) ||
      bh_text_equal (setting->value, state->settings[later]->value))
    return;
  problem = bh_problem_new (earlier, (BhRange){ 0, setting->value->len }, BH_STAGE_SILENT,
                            _ ("This --%s does not count: there is another one behind it."),
                            setting->option->name);
  problem->other = later;
  g_ptr_array_add (problems, problem);
}

static void
find_places (const BhState *state, Place *places, guint n_places, GPtrArray *problems)
{
  for (guint i = 0; i < n_places; i++)
    places[i] = (Place){ -1, -1 };
  for (int i = 0; i < (int) state->n_settings; i++)
    {
      const BhOption *option = state->settings[i]->option;
      Place *place = option != NULL ? &places[bh_option_index (option)] : NULL;

      if (place == NULL)
        continue;
      if (place->first < 0)
        place->first = i;
      else
        check_earlier (state, place->last, i, problems);
      place->last = i;
    }
}

void
bh_check_option_conflicts (const BhState *state, GPtrArray *problems)
{
  const Resolved *resolved = resolve_once ();
  g_autofree Place *places = NULL;
  guint n_options;

  bh_option_table (&n_options);
  places = g_new (Place, n_options);
  find_places (state, places, n_options, problems);
  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++)
    if (is_present (&resolved[i], places))
      check_row (&conflicts[i], &resolved[i], state, places, problems);
}
