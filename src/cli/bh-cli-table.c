/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bh-cli-command.h"
#include "bh-i18n.h"
#include "export/bh-output.h"
#include "import/bh-import.h"
#include "option/bh-option.h"
#include "rule/bh-rule.h"

static GStrv
list_formats (void)
{
  return g_strsplit ("text json", " ", -1);
}

static GStrv
list_check_formats (void)
{
  return g_strsplit ("text json sarif", " ", -1);
}

static GStrv
list_levels (void)
{
  return g_strsplit ("critical high medium low info", " ", -1);
}

static GStrv
list_targets (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_targets;
  const BhTarget *targets = bh_target_table (&n_targets);

  for (guint i = 0; i < n_targets; i++)
    g_strv_builder_add (builder, targets[i].id);
  return g_strv_builder_end (builder);
}

static GStrv
list_sources (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_sources;
  const BhSource *sources = bh_source_table (&n_sources);

  for (guint i = 0; i < n_sources; i++)
    g_strv_builder_add (builder, sources[i].id);
  return g_strv_builder_end (builder);
}

static GStrv
list_rules (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    g_strv_builder_add (builder, rules[i]->id);
  return g_strv_builder_end (builder);
}

static GStrv
list_docker_options (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  for (guint i = 0; i < n_options; i++)
    g_strv_builder_add (builder, options[i].name);
  return g_strv_builder_end (builder);
}

static const BhCliOption format = {
  .name = "format",
  .metavar = N_ ("FORMAT"),
  .list_words = list_formats,
  .assumed = "text",
  .summary = N_ ("how the answer is written"),
};

static const BhCliOption check_format = {
  .name = "format",
  .metavar = N_ ("FORMAT"),
  .list_words = list_check_formats,
  .assumed = "text",
  .summary = N_ ("how the answer is written"),
};

static const BhCliOption fail_on = {
  .name = "fail-on",
  .metavar = N_ ("LEVEL"),
  .list_words = list_levels,
  .assumed = "high",
  .summary = N_ ("from which level on a warning makes the exit status 1"),
};

static const BhCliOption to = {
  .name = "to",
  .metavar = N_ ("TARGET"),
  .list_words = list_targets,
  .flags = BH_CLI_OPTION_REQUIRED,
  .summary = N_ ("as what the container is written"),
};

static const BhCliOption harden_to = {
  .name = "to",
  .metavar = N_ ("TARGET"),
  .list_words = list_targets,
  .assumed = "run",
  .summary = N_ ("as what the container is written"),
};

static const BhCliOption short_names = {
  .name = "short",
  .summary = N_ ("write short option names, such as -p"),
};

static const BhCliOption all = {
  .name = "all",
  .summary = N_ ("apply fixes that have to be tried out, too"),
};

static const BhCliOption diff = {
  .name = "diff",
  .summary = N_ ("show what changes instead of the result"),
};

static const BhCliOption coverage = {
  .name = "coverage",
  .summary = N_ ("which checks of other catalogues there are rules for"),
};

static const BhCliOption from = {
  .name = "from",
  .metavar = N_ ("SOURCE"),
  .list_words = list_sources,
  .flags = BH_CLI_OPTION_COMMON,
  .summary = N_ ("what INPUT is, where its looks do not tell"),
};

static const BhCliOption service = {
  .name = "service",
  .metavar = N_ ("NAME"),
  .flags = BH_CLI_OPTION_COMMON,
  .summary = N_ ("take one service of a Compose file only"),
};

static const BhCliOption read_env_files = {
  .name = "read-env-files",
  .flags = BH_CLI_OPTION_COMMON,
  .summary = N_ ("put what the files of --env-file and --label-file say in their place"),
};

#define OF_INPUT &from, &service, &read_env_files

static const BhCliCommand commands[] = {
  { "check",
    N_ ("INPUT"),
    TRUE,
    NULL,
    N_ ("what is wrong or risky, and what to do"),
    { &check_format, &fail_on, OF_INPUT },
    bh_cli_check },
  { "convert",
    N_ ("INPUT"),
    TRUE,
    NULL,
    N_ ("write it as another command or file"),
    { &to, &short_names, OF_INPUT },
    bh_cli_convert },
  { "harden",
    N_ ("INPUT"),
    TRUE,
    NULL,
    N_ ("apply the safe fixes (--all: every fix)"),
    { &all, &diff, &harden_to, &short_names, OF_INPUT },
    bh_cli_harden },
  { "explain",
    N_ ("INPUT"),
    TRUE,
    NULL,
    N_ ("each word, explained"),
    { &format, OF_INPUT },
    bh_cli_explain },
  { "rules",
    N_ ("[ID]"),
    FALSE,
    list_rules,
    N_ ("the catalogue of rules"),
    { &coverage, &format },
    bh_cli_rules },
  { "options",
    N_ ("[NAME]"),
    FALSE,
    list_docker_options,
    N_ ("the options of docker run"),
    { &format },
    bh_cli_options },
};

static const BhCliSection sections[] = {
  { N_ ("Input"),
    N_ ("INPUT is “-- docker run …”, a file, or “-” for standard input. It holds one or several "
        "docker run commands, a Compose file, what docker inspect writes, or a profile; which of "
        "them shows by its looks, or --from says it. Nothing in it is ever run, and no other file "
        "is read unless --read-env-files asks for it.") },
  { N_ ("Exit status"),
    N_ ("0 when all is well; 1 when check found something at or above LEVEL that nobody has "
        "accepted; 2 when the input or the call is wrong, with one message that says what and "
        "where.") },
};

const BhCliCommand *
bh_cli_command_table (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const BhCliCommand *
bh_cli_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

guint
bh_cli_command_n_options (const BhCliCommand *self)
{
  guint n = 0;

  while (self->options[n] != NULL)
    n++;
  return n;
}

const BhCliSection *
bh_cli_section_table (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

char *
bh_cli_command_dup_usage (const BhCliCommand *self)
{
  GString *usage = g_string_new (self->name);

  for (guint i = 0; self->options[i] != NULL; i++)
    {
      const BhCliOption *option = self->options[i];
      const gboolean required = (option->flags & BH_CLI_OPTION_REQUIRED) != 0;

      if ((option->flags & BH_CLI_OPTION_COMMON) != 0)
        continue;
      g_string_append_printf (usage, " %s--%s", required ? "" : "[", option->name);
      if (option->metavar != NULL)
        g_string_append_printf (usage, " %s", _ (option->metavar));
      g_string_append (usage, required ? "" : "]");
    }
  if (self->argument != NULL)
    g_string_append_printf (usage, " %s", _ (self->argument));
  return g_string_free (usage, FALSE);
}
