/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

#include <string.h>

#define SECRET "env-secret"
#define DANGER "env-danger"
#define DEFAULT "env-default-password"
#define COMMAND "command-secret"
#define LABEL "label-secret"

static const RuleCase cases[] = {
  { "-e DB_PASSWORD=k7Rn2vQx i", SECRET, BH_SEVERITY_HIGH, "DB_PASSWORD" },
  { "-e db-password=k7Rn2vQx i", SECRET, BH_SEVERITY_HIGH, "db-password" },
  { "-eAPI_KEY=k7Rn2vQx i", SECRET, BH_SEVERITY_HIGH, NULL },
  { "--env=NEO4J_AUTH=neo4j/k7Rn2vQx i", SECRET, BH_SEVERITY_HIGH, NULL },
  { "-e URL=postgres://u:k7Rn@db/app i", SECRET, BH_SEVERITY_HIGH, "URL" },
  { "-e KEY_ID=AKIAABCDEFGHIJKLMNOP i", SECRET, BH_SEVERITY_HIGH, NULL },
  { "-e DB_PASSWORD=$DB_PASSWORD i", SECRET, BH_SEVERITY_MEDIUM, NULL },
  { "-e DB_PASSWORD_FILE=/run/secrets/db i", SECRET, SILENT, NULL },
  { "-e DB_PASSWORD i", SECRET, SILENT, NULL },
  { "-e DB_PASSWORD= i", SECRET, SILENT, NULL },
  { "-e MYSQL_ALLOW_EMPTY_PASSWORD=yes i", SECRET, SILENT, NULL },
  { "-e POSTGRES_HOST_AUTH_METHOD=trust i", SECRET, SILENT, NULL },
  { "-e SSL_KEY=/etc/ssl/server.key i", SECRET, SILENT, NULL },
  { "-e PWD=/srv i", SECRET, SILENT, NULL },
  { "-e TOKEN_EXPIRY=3600 i", SECRET, SILENT, NULL },
  { "-e KEYBOARD=us i", SECRET, SILENT, NULL },
  { "-e URL=https://example.com:8080/a@b i", SECRET, SILENT, NULL },
  { "-e TZ=Asia/Seoul i", SECRET, SILENT, NULL },
  { "-p 5432:5432 -e POSTGRES_PASSWORD=postgres i", DEFAULT, BH_SEVERITY_HIGH, NULL },
  { "-p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=Postgres i", DEFAULT, BH_SEVERITY_MEDIUM, NULL },
  { "--network host -e POSTGRES_PASSWORD= i", DEFAULT, BH_SEVERITY_HIGH, NULL },
  { "-e POSTGRES_PASSWORD=k7Rn2vQx i", DEFAULT, SILENT, NULL },
  { "-e POSTGRES_USER=postgres i", DEFAULT, SILENT, NULL },
  { "-e POSTGRES_HOST_AUTH_METHOD=trust i", DANGER, BH_SEVERITY_HIGH, NULL },
  { "-e MYSQL_ALLOW_EMPTY_PASSWORD=yes i", DANGER, BH_SEVERITY_HIGH, NULL },
  { "-e ALLOW_EMPTY_PASSWORD=no i", DANGER, SILENT, NULL },
  { "-e NODE_TLS_REJECT_UNAUTHORIZED=0 i", DANGER, BH_SEVERITY_HIGH, NULL },
  { "-e NODE_TLS_REJECT_UNAUTHORIZED=1 i", DANGER, SILENT, NULL },
  { "-e DOCKER_HOST=tcp://docker:2375 i", DANGER, BH_SEVERITY_HIGH, NULL },
  { "-e DOCKER_HOST=tcp://docker:2376 i", DANGER, BH_SEVERITY_MEDIUM, NULL },
  { "-e DOCKER_HOST=ssh://docker i", DANGER, SILENT, NULL },
  { "-e LD_PRELOAD=/x.so i", DANGER, BH_SEVERITY_MEDIUM, NULL },
  { "-e LD_PRELOAD= i", DANGER, SILENT, NULL },
  { "-e NODE_OPTIONS=--inspect=0.0.0.0:9229 i", DANGER, BH_SEVERITY_HIGH, NULL },
  { "-e NODE_OPTIONS=--max-old-space-size=512 i", DANGER, SILENT, NULL },
  { "--env-file web.env i", "env-file", BH_SEVERITY_INFO, "web.env" },
  { "-e API_TOKEN i", "env-inherit", BH_SEVERITY_INFO, "API_TOKEN" },
  { "-e API_TOKEN= i", "env-inherit", SILENT, NULL },
  { "i server --password=k7Rn2vQx", COMMAND, BH_SEVERITY_HIGH, "--password" },
  { "i redis-server --requirepass k7Rn2vQx", COMMAND, BH_SEVERITY_HIGH, "--requirepass" },
  { "i server --password $P", COMMAND, BH_SEVERITY_MEDIUM, "--password" },
  { "i mysql -uroot -pk7Rn2vQx", COMMAND, BH_SEVERITY_HIGH, "-p" },
  { "i psql postgres://u:k7Rn@db/app", COMMAND, BH_SEVERITY_HIGH, "postgres:…" },
  { "--health-cmd 'mysqladmin ping -pk7Rn' i", COMMAND, BH_SEVERITY_HIGH, "-p" },
  { "-l api.token=k7Rn2vQx i", LABEL, BH_SEVERITY_HIGH, "api.token" },
  { "i server --password-file=/run/secrets/p", COMMAND, SILENT, NULL },
  { "i server --password --verbose", COMMAND, SILENT, NULL },
  { "i mkdir -parents", COMMAND, SILENT, NULL },
  { "-l com.example.keys=3 i", COMMAND, SILENT, NULL },
  { "-l com.example.keys=3 i", LABEL, SILENT, NULL },
  { "-l token=$TOKEN i", LABEL, BH_SEVERITY_MEDIUM, "token" },
  { "-l token=true i", LABEL, SILENT, NULL },
  { "-l token i", LABEL, SILENT, NULL },
  { "-e HF_MAX_TOKENS=k7Rn i", SECRET, SILENT, NULL },
  { "i agent --key /certs/key.pem --token=./token", COMMAND, SILENT, NULL },
  { "i server --max-total-tokens 2048", COMMAND, SILENT, NULL },
};

static const FixCase fixes[] = {
  { "-e DB_PASSWORD=k7Rn2vQx --rm i", SECRET, "file",
    "-e DB_PASSWORD_FILE=/run/secrets/db_password --rm --mount "
    "type=bind,source=./db_password,target=/run/secrets/db_password,readonly i" },
  { "-e DB_PASSWORD=$X --rm i", SECRET, "inherit", "-e DB_PASSWORD --rm i" },
  { "-e A=1 -e POSTGRES_PASSWORD=postgres i", DEFAULT, "inherit", "-e A=1 -e POSTGRES_PASSWORD i" },
  { "-l a=b -l api.token=k7Rn2vQx i", LABEL, "remove", "-l a=b i" },
  { "-e A=1 -e LD_PRELOAD=/x.so i", DANGER, "remove", "-e A=1 i" },
};

/* Findings go to logs and reports: the secret itself must not. */
static void
test_value_is_not_told (void)
{
  g_autoptr (BhReport) report = rule_case_report (
      "-e DB_PASSWORD=k7Rn2vQx -e DB_URL=pg://u:k7Rn2vQx@h -l a.secret=k7Rn2vQx "
      "--health-cmd 'mysqladmin -pk7Rn2vQx' i mysql --password=k7Rn2vQx -pk7Rn2vQx "
      "pg://u:k7Rn2vQx@h --dsn=pg://u:k7Rn2vQx@h --token k7Rn2vQx");
  guint told = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);
      g_autofree char *message = bh_finding_dup_message (finding);

      g_assert_null (strstr (message, "k7Rn2vQx"));
      told += g_str_has_suffix (finding->rule->id, "-secret");
    }
  g_assert_cmpuint (told, >=, 8);
}

static void
test_cases (void)
{
  rule_case_check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_fixes (void)
{
  fix_case_check_all (fixes, G_N_ELEMENTS (fixes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/environment/cases", test_cases);
  g_test_add_func ("/rules/environment/fixes", test_fixes);
  g_test_add_func ("/rules/environment/value-is-not-told", test_value_is_not_told);
  return g_test_run ();
}
