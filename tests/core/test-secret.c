/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-secret.h"

static void
test_names (void)
{
  static const char *const secret[] = { "PASSWORD",
                                        "MYSQL_ROOT_PASSWORD",
                                        "DB_PASS",
                                        "dbPassword",
                                        "PGPASSWD",
                                        "REDIS_PWD",
                                        "SECRET_KEY_BASE",
                                        "GITHUB_TOKEN",
                                        "AUTH",
                                        "SENTRY_DSN",
                                        "AWS_SECRET_ACCESS_KEY" };
  static const char *const plain[] = { "PWD",
                                       "OLDPWD",
                                       "PASSWORD_FILE",
                                       "AWS_ACCESS_KEY_ID",
                                       "SECRET_NAME",
                                       "KEYBOARD",
                                       "MONKEY",
                                       "COMPASS",
                                       "AUTHOR",
                                       "SSH_PUBLIC_KEY",
                                       "MYSQL_RANDOM_ROOT_PASSWORD",
                                       "" };

  for (gsize i = 0; i < G_N_ELEMENTS (secret); i++)
    if (!bh_secret_is_name (secret[i]))
      g_error ("%s was overlooked", secret[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (bh_secret_is_name (plain[i]))
      g_error ("%s is not a secret", plain[i]);
}

static void
test_values (void)
{
  g_assert_true (bh_secret_is_value ("ghp_0123456789abcdefghij"));
  g_assert_true (bh_secret_is_value ("postgres://user:pass@db:5432/app"));
  g_assert_true (bh_secret_is_value ("redis://:pass@cache"));
  g_assert_true (bh_secret_is_value ("-----BEGIN PRIVATE KEY-----\n"));
  g_assert_true (bh_secret_is_value ("eyJhbGciOiJIUzI1NiJ9.e30.abc"));
  g_assert_false (bh_secret_is_value ("ghp_short"));
  g_assert_false (bh_secret_is_value ("postgres://user@db:5432/app"));
  g_assert_false (bh_secret_is_value ("https://example.com:8080/@scope/package"));
  g_assert_false (bh_secret_is_value ("sk-short"));
  g_assert_false (bh_secret_is_value (""));
}

static void
test_guessable (void)
{
  g_assert_true (bh_secret_is_guessable (""));
  g_assert_true (bh_secret_is_guessable ("ChangeMe"));
  g_assert_false (bh_secret_is_guessable ("changeme2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret/names", test_names);
  g_test_add_func ("/secret/values", test_values);
  g_test_add_func ("/secret/guessable", test_guessable);
  return g_test_run ();
}
