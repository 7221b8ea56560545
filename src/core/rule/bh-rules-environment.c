/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-environment-fixes.h"
#include "rule/bh-fixes.h"
#include "value/bh-secret.h"

/* Only names are told, never values: findings end up in logs and reports. */
static void
check_secret (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->variables->len; i++)
    {
      const BhVariableFact *variable = bh_facts_variable (facts, i);
      BhSeverity severity = variable->expands ? BH_SEVERITY_MEDIUM : rule->severity;

      if (variable->secret)
        bh_findings_add (findings, rule, severity, variable->name, &variable->setting, 1);
    }
}

/* With a published port, whoever comes along may try the password. */
static gboolean
is_reachable (const BhFacts *facts)
{
  for (guint i = 0; i < facts->ports->len; i++)
    if (!bh_facts_port (facts, i)->loopback)
      return facts->network != BH_NETWORK_NONE;
  return facts->publish_all.on || facts->network == BH_NETWORK_HOST;
}

static gboolean
is_password (const BhVariableFact *variable)
{
  return variable->names_secret && !variable->expands && bh_secret_is_guessable (variable->value);
}

static void
check_default_password (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  BhSeverity severity = is_reachable (facts) ? rule->severity : BH_SEVERITY_MEDIUM;

  for (guint i = 0; i < facts->variables->len; i++)
    if (is_password (bh_facts_variable (facts, i)))
      bh_findings_add (findings, rule, severity, bh_facts_variable (facts, i)->name,
                       &bh_facts_variable (facts, i)->setting, 1);
}

/* How a value has to be to do harm. */
typedef enum
{
  IF_ANY,    /* anything but empty */
  IF_ON,     /* 1, true, yes, on */
  IF_OFF,    /* 0, false, no, off */
  IF_EQUAL,  /* the text */
  IF_HOLDS,  /* holds the text */
  IF_STARTS, /* starts with the text */
} Harm;

static const struct
{
  const char *name; /* or, with a star in front, how it ends */
  Harm harm;
  const char *text;
  BhSeverity severity;
} dangers[] = {
  { "*ALLOW_EMPTY_PASSWORD", IF_ON, NULL, BH_SEVERITY_HIGH },
  { "*ALLOW_EMPTY_ROOT_PASSWORD", IF_ON, NULL, BH_SEVERITY_HIGH },
  { "POSTGRES_HOST_AUTH_METHOD", IF_EQUAL, "trust", BH_SEVERITY_HIGH },
  { "NEO4J_AUTH", IF_EQUAL, "none", BH_SEVERITY_HIGH },
  { "xpack.security.enabled", IF_OFF, NULL, BH_SEVERITY_HIGH },
  { "DOCKER_HOST", IF_HOLDS, ":2375", BH_SEVERITY_HIGH },
  { "DOCKER_HOST", IF_STARTS, "tcp://", BH_SEVERITY_MEDIUM },
  { "NODE_OPTIONS", IF_HOLDS, "--inspect=0.0.0.0", BH_SEVERITY_HIGH },
  { "JAVA_TOOL_OPTIONS", IF_HOLDS, "address=*", BH_SEVERITY_HIGH },
  { "NODE_TLS_REJECT_UNAUTHORIZED", IF_OFF, NULL, BH_SEVERITY_HIGH },
  { "PYTHONHTTPSVERIFY", IF_OFF, NULL, BH_SEVERITY_HIGH },
  { "GIT_SSL_NO_VERIFY", IF_ON, NULL, BH_SEVERITY_HIGH },
  { "NPM_CONFIG_STRICT_SSL", IF_OFF, NULL, BH_SEVERITY_HIGH },
  { "PIP_TRUSTED_HOST", IF_ANY, NULL, BH_SEVERITY_MEDIUM },
  { "FLASK_DEBUG", IF_ON, NULL, BH_SEVERITY_HIGH },
  { "DEBUG", IF_ON, NULL, BH_SEVERITY_LOW },
  { "LD_PRELOAD", IF_ANY, NULL, BH_SEVERITY_MEDIUM },
  { "LD_LIBRARY_PATH", IF_ANY, NULL, BH_SEVERITY_LOW },
  { "PATH", IF_ANY, NULL, BH_SEVERITY_LOW },
};

static gboolean
is_word (const char *value, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (value, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
does_harm (const char *value, Harm harm, const char *text)
{
  static const char *const on[] = { "1", "true", "yes", "on", NULL };
  static const char *const off[] = { "0", "false", "no", "off", NULL };

  switch (harm)
    {
    case IF_ANY:
      return *value != '\0';
    case IF_ON:
      return is_word (value, on);
    case IF_OFF:
      return is_word (value, off);
    case IF_EQUAL:
      return g_str_equal (value, text);
    case IF_HOLDS:
      return strstr (value, text) != NULL;
    case IF_STARTS:
      return g_str_has_prefix (value, text);
    default:
      return FALSE;
    }
}

static gboolean
is_name (const char *name, const char *pattern)
{
  return *pattern == '*' ? g_str_has_suffix (name, pattern + 1) : g_str_equal (name, pattern);
}

static gboolean
is_danger (const BhVariableFact *variable, BhSeverity *ret_severity)
{
  for (gsize i = 0; variable->value != NULL && i < G_N_ELEMENTS (dangers); i++)
    if (is_name (variable->name, dangers[i].name) &&
        does_harm (variable->value, dangers[i].harm, dangers[i].text))
      {
        *ret_severity = dangers[i].severity;
        return TRUE;
      }
  return FALSE;
}

static void
check_danger (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->variables->len; i++)
    {
      const BhVariableFact *variable = bh_facts_variable (facts, i);
      BhSeverity severity;

      if (is_danger (variable, &severity))
        bh_findings_add (findings, rule, severity, variable->name, &variable->setting, 1);
    }
}

static void
check_inherit (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->variables->len; i++)
    {
      const BhVariableFact *variable = bh_facts_variable (facts, i);

      if (variable->value == NULL)
        bh_findings_add_one (findings, rule, variable->name, variable->setting);
    }
}

#define SECRET_FIXES                                                                               \
  {                                                                                                \
    { .id = "file",                                                                                \
      .effect = BH_EFFECT_REVIEW,                                                                  \
      .title = N_ ("Read it from a file"),                                                         \
      .breaks = N_ ("Write the secret into a file of that name beside the command. The image has " \
                    "to know the variable with _FILE; the official database images do."),          \
      .apply = bh_fix_variable_file },                                                             \
    {                                                                                              \
      .id = "inherit", .effect = BH_EFFECT_REVIEW, .title = N_ ("Take it from the shell"),         \
      .breaks = N_ ("Export the variable before you run the command. It no longer stands in the "  \
                    "history of the shell, but “docker inspect” still shows it."),                 \
      .apply = bh_fix_variable_inherit                                                             \
    }                                                                                              \
  }

const BhRule bh_rules_environment[] = {
  {
      .id = "env-secret",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A secret is in the environment"),
      .message = N_ ("The value of %s is a secret that others can read."),
      .exposes =
          N_ ("Environment variables are no safe place: “docker inspect” shows them to all who "
              "may use Docker, every program in the container inherits them, and the engine "
              "keeps them in a file. Typed as here, the value also stays in the history of "
              "the shell."),
      .attack = N_ ("An intruder prints the environment of any program in the container. An error "
                    "page or a crash report that lists it is enough."),
      .legitimate =
          N_ ("For throw-away databases on your own computer. Otherwise hand over a file: "
              "many images read NAME_FILE instead of NAME."),
      .references =
          (const char *const[]){ "OWASP Docker Security rule 12", "CIS Docker Benchmark 4.10",
                                 "NIST SP 800-190 4.1.4", "Checkov CKV_K8S_35", "Trivy DS-0031",
                                 "Docker docs: Manage sensitive data", NULL },
      .check = check_secret,
      .fixes = SECRET_FIXES,
      .bad = "-e POSTGRES_PASSWORD=k7Rn2vQx postgres:16",
      .good = "-e POSTGRES_PASSWORD_FILE=/run/secrets/db postgres:16",
  },
  {
      .id = "env-default-password",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A password is easily guessed"),
      .message = N_ ("The value of %s is among the first that anybody tries."),
      .exposes = N_ ("The password is empty, or one that stands in many manuals. It keeps nobody "
                     "out."),
      .attack = N_ ("Programs that search the internet for open databases try exactly these "
                    "passwords. Inside, an intruder with access to the network of the container "
                    "does the same."),
      .legitimate = N_ ("For tests that end in a minute and publish no port. A random one costs "
                        "nothing: openssl rand -base64 18."),
      .references = (const char *const[]){ "NIST SP 800-190 4.1.4", "CWE-1392",
                                           "OWASP Docker Security rule 12", NULL },
      .check = check_default_password,
      .fixes = SECRET_FIXES,
      .bad = "-p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=postgres postgres:16",
      .good = "-p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=k7Rn2vQx postgres:16",
  },
  {
      .id = "env-danger",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A variable weakens the program"),
      .message = N_ ("With this value, %s switches a protection off or opens a door."),
      .exposes = N_ ("Variables like this one let anybody in without a password, skip the check of "
                     "certificates, open a debugger, or load foreign code into each program."),
      .attack = N_ ("Without a password or with an open debugger, whoever reaches the port gives "
                    "the orders. Without a check of certificates, whoever sits between reads and "
                    "changes what is sent. LD_PRELOAD and PATH decide which code runs."),
      .legitimate =
          N_ ("For finding a fault on your own computer. For a server with a certificate of "
              "its own, give the program that certificate instead of switching the check "
              "off."),
      .references = (const char *const[]){ "CWE-295", "CWE-306", "CWE-489",
                                           "Checkov EnvNodeTlsRejectUnauthorized",
                                           "Checkov EnvGitSslNoVerify", NULL },
      .check = check_danger,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove the variable"),
                   .breaks = N_ ("The program asks for a password, checks certificates or uses its "
                                 "own paths again."),
                   .apply = bh_fix_variable_remove } },
      .bad = "-e POSTGRES_HOST_AUTH_METHOD=trust postgres:16",
      .good = "-e POSTGRES_HOST_AUTH_METHOD=scram-sha-256 postgres:16",
  },
  {
      .id = "env-file",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("Variables come from a file"),
      .message = N_ ("The variables in “%s” become part of the environment."),
      .exposes =
          N_ ("They do not stand in the command, but “docker inspect” shows them all the same. "
              "docker reads each line as it is: quotes become part of the value."),
      .attack = N_ ("Such files end up in repositories and backups, and whoever reads them has the "
                    "passwords in them."),
      .legitimate = N_ ("For settings it is the right way. If there are passwords in it, let only "
                        "yourself read it (chmod 600) and keep it out of Git."),
      .references = (const char *const[]){ "Docker docs: docker container run, env-file", NULL },
      .check = bh_check_option,
      .parameter = "env-file",
      .bad = "--env-file env.txt nginx",
      .good = "-e TZ=Asia/Seoul nginx",
  },
  {
      .id = "env-inherit",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A variable comes from the shell"),
      .message = N_ ("%s gets the value that it has in the shell."),
      .exposes = N_ ("The value is not in the command, but “docker inspect” shows it. If the shell "
                     "does not have the variable, the container does not either, not even with the "
                     "value of the image."),
      .attack =
          N_ ("What the shell has by chance gets into the container: a proxy, a token, a path "
              "of another project."),
      .legitimate =
          N_ ("To keep a password out of the history of the shell. Say beside the command "
              "that the variable has to be exported first."),
      .references =
          (const char *const[]){ "Docker docs: docker container run, environment variables", NULL },
      .check = check_inherit,
      .bad = "-e API_TOKEN nginx",
      .good = "-e TZ=Asia/Seoul nginx",
  },
};
const guint bh_n_rules_environment = G_N_ELEMENTS (bh_rules_environment);
