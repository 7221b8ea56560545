/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Secrets outside of the environment: in the command and in labels. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "value/bh-secret.h"

/* The name before '=' of "--db-password=x", in capitals and without dashes: DB_PASSWORD. */
static char *
option_name (const char *word, gsize len)
{
  char *name = g_ascii_strup (word, len);

  g_strdelimit (name, "-", '_');
  return name;
}

static gboolean
names_secret (const char *word, gsize len)
{
  g_autofree char *name = option_name (word, len);

  return bh_secret_is_name (name + strspn (name, "_"));
}

/* "--password" before a value of its own, or redis' --requirepass. */
static gboolean
announces_secret (const char *word)
{
  static const char *const others[] = { "--requirepass", "--masterauth", NULL };

  return word[0] == '-' && word[1] == '-' &&
         (g_strv_contains (others, word) ||
          (strchr (word, '=') == NULL && names_secret (word, strlen (word))));
}

/* The length of the option's name if a word like "--password=x" holds a secret, else 0. */
static gsize
secret_option_len (const char *word)
{
  const char *equals = *word == '-' ? strchr (word, '=') : NULL;

  if (equals == NULL || bh_secret_is_switch (equals + 1) || bh_secret_is_path (equals + 1))
    return 0;
  return names_secret (word, equals - word) ? (gsize) (equals - word) : 0;
}

static void
add_secret (BhFindings *findings,
            const BhRule *rule,
            const BhText *word,
            const char *subject,
            int setting)
{
  BhSeverity severity = bh_text_is_literal (word) ? rule->severity : BH_SEVERITY_MEDIUM;

  bh_findings_add (findings, rule, severity, subject, &setting, setting >= 0 ? 1 : 0);
}

/* What may be told of a word that is a secret: "ghp_…", "--dsn=…", "postgres://…". */
static char *
word_label (const char *word)
{
  gsize end = strcspn (word, "=:");

  return g_strdup_printf ("%.*s…", (int) (word[end] == '\0' ? 4 : end + 1), word);
}

/* mysql -pPASSWORD */
static gboolean
is_mysql_password (const char *program, const char *word)
{
  return word[0] == '-' && word[1] == 'p' && word[2] != '\0' &&
         (g_str_has_prefix (program, "mysql") || g_str_has_prefix (program, "mariadb"));
}

/* (transfer full) (nullable): what to call the secret in WORD, or in NEXT after it. */
static char *
find_secret (const char *program, const char *word, const char *next)
{
  gsize len = secret_option_len (word);

  if (len > 0)
    return g_strndup (word, len);
  if (announces_secret (word) && next != NULL && *next != '-' && !bh_secret_is_path (next))
    return g_strdup (word);
  if (is_mysql_password (program, word))
    return g_strdup ("-p");
  return bh_secret_is_value (word) ? word_label (word) : NULL;
}

static void
check_command (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  BhText *const *words = facts->state->command;
  guint n_words = facts->state->n_command;

  for (guint i = 0; i < n_words; i++)
    {
      const BhText *next = i + 1 < n_words ? words[i + 1] : NULL;
      g_autofree char *name =
          find_secret (words[0]->str, words[i]->str, next != NULL ? next->str : NULL);
      gboolean apart = name != NULL && next != NULL && g_str_equal (name, words[i]->str);

      if (name != NULL)
        add_secret (findings, rule, apart ? next : words[i], name, BH_NOBODY);
    }
}

/* A whole command line in one value: "mysqladmin ping -psecret". */
static void
check_health_command (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  int setting = bh_check_find_last (facts, "health-cmd");
  const BhText *text = setting >= 0 ? bh_check_value (facts, setting) : NULL;
  g_auto (GStrv) words = text != NULL ? g_strsplit (text->str, " ", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *name = find_secret (words[0], words[i], words[i + 1]);

      if (name != NULL)
        add_secret (findings, rule, text, name, setting);
    }
}

static void
check_command_secret (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  check_command (rule, facts, findings);
  check_health_command (rule, facts, findings);
}

static void
check_labels (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "label"); i >= 0; i = bh_check_find (facts, i + 1, "label"))
    {
      const BhText *text = bh_check_value (facts, i);
      const char *equals = strchr (text->str, '=');
      g_autofree char *name = NULL;

      if (equals == NULL || bh_secret_is_switch (equals + 1))
        continue;
      if (!names_secret (text->str, equals - text->str) && !bh_secret_is_value (equals + 1))
        continue;
      name = g_strndup (text->str, equals - text->str);
      add_secret (findings, rule, text, name, i);
    }
}

const BhRule bh_rules_secrets[] = {
  {
      .id = "command-secret",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A secret is in the command"),
      .message = N_ ("The value of “%s” is a secret that others can read."),
      .exposes = N_ ("“docker ps” shows the command, “docker inspect” the health check. "
                     "The list of processes of the host shows the arguments to every user."),
      .attack =
          N_ ("Anybody with an account on the host, or with a look at a monitoring page, reads "
              "the password."),
      .legitimate = N_ ("For throw-away containers on your own computer. Programs read passwords "
                        "from files as well: a configuration file mounted read-only, for example."),
      .references = (const char *const[]){ "CWE-214", "OWASP Docker Security rule 12",
                                           "NIST SP 800-190 4.1.4", NULL },
      .check = check_command_secret,
      .bad = "redis:7 redis-server --requirepass k7Rn2vQx",
      .good = "redis:7 redis-server /etc/redis.conf",
  },
  {
      .id = "label-secret",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_ENVIRONMENT,
      .title = N_ ("A secret is in a label"),
      .message = N_ ("The value of the label “%s” is a secret that others can read."),
      .exposes = N_ ("Labels are there to be read: “docker inspect” and “docker ps” show them, and "
                     "every tool that watches the engine collects them."),
      .attack = N_ ("Anybody with a look at a monitoring page, or with read access to the engine, "
                    "has the password or the token."),
      .legitimate = N_ ("When it only looks like a secret, such as the public half of a key."),
      .references = (const char *const[]){ "OWASP Docker Security rule 12", "NIST SP 800-190 4.1.4",
                                           "Docker docs: Docker object labels", NULL },
      .check = check_labels,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove the label"),
                   .breaks =
                       N_ ("Tools that read the label no longer find it. Hand the secret over "
                           "in a file, and change it where others may have read it."),
                   .apply = bh_fix_remove } },
      .bad = "--label api.token=k7Rn2vQx nginx",
      .good = "--label api.version=3 nginx",
  },
};
const guint bh_n_rules_secrets = G_N_ELEMENTS (bh_rules_secrets);
