/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-secret.h"

#include <string.h>

/* Anywhere in a name, in capitals. */
static const char *const telling_words[] = {
  "PASSWORD", "PASSWD",     "PASSPHRASE", "SECRET",      "TOKEN",      "APIKEY",
  "API_KEY",  "ACCESS_KEY", "ACCESSKEY",  "PRIVATE_KEY", "CREDENTIAL", "CONNECTION_STRING",
  NULL,
};

/* The last word of a name. */
static const char *const telling_ends[] = { "PASS", "PWD", "KEY", "AUTH", "DSN", "PAT", NULL };

/* A last word with which a name speaks about a secret and is none. */
static const char *const harmless_ends[] = {
  "ALGORITHM", "COUNT",   "DAYS",   "ENABLED", "EXPIRATION", "EXPIRES",  "EXPIRY",  "FILE",
  "HEADER",    "ID",      "ISSUER", "LENGTH",  "LIFETIME",   "LIMIT",    "MAX",     "METHOD",
  "MIN",       "MINUTES", "NAME",   "PATH",    "POLICY",     "PREFIX",   "SECONDS", "TIMEOUT",
  "TOKENS",    "TTL",     "TYPE",   "URL",     "USER",       "USERNAME", NULL,
};

/* Parts of names that are switches or public. */
static const char *const harmless_words[] = { "ALLOW_EMPTY", "RANDOM_ROOT", "PUBLIC_KEY",
                                              "KEYBOARD",    "HASHED",      NULL };

/* What the tokens of well-known services start with, and how long they are at least. */
static const struct
{
  const char *prefix;
  gsize min_len;
} token_shapes[] = {
  { "AKIA", 20 },   { "ASIA", 20 },      { "AIza", 35 },     { "ghp_", 20 },
  { "gho_", 20 },   { "ghs_", 20 },      { "ghu_", 20 },     { "github_pat_", 30 },
  { "glpat-", 20 }, { "sk-", 20 },       { "sk_live_", 20 }, { "hvs.", 20 },
  { "npm_", 30 },   { "dckr_pat_", 20 }, { "xoxb-", 15 },    { "xoxa-", 15 },
  { "xoxp-", 15 },  { "xoxr-", 15 },     { "xoxs-", 15 },    { "-----BEGIN", 20 },
};

static gboolean
has_end (const char *name, gsize len, const char *end)
{
  gsize end_len = strlen (end);

  return len >= end_len && g_ascii_strncasecmp (name + len - end_len, end, end_len) == 0 &&
         (len == end_len || name[len - end_len - 1] == '_' || name[len - end_len - 1] == '-' ||
          name[len - end_len - 1] == '.');
}

static gboolean
has_any_end (const char *name, gsize len, const char *const *ends)
{
  for (; *ends != NULL; ends++)
    if (has_end (name, len, *ends))
      return TRUE;
  return FALSE;
}

/* The first letter is compared by hand: this is asked of every variable. */
static gboolean
has_any_word (const char *name, gsize len, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize word_len = strlen (*words);

      for (gsize i = 0; i + word_len <= len; i++)
        if ((name[i] & ~0x20) == **words && g_ascii_strncasecmp (name + i, *words, word_len) == 0)
          return TRUE;
    }
  return FALSE;
}

gboolean
bh_secret_is_name (const char *name)
{
  gsize len = strlen (name);

  /* The folder of the shell, not a password. */
  if (g_str_equal (name, "PWD") || g_str_equal (name, "OLDPWD"))
    return FALSE;
  if (!has_any_word (name, len, telling_words) && !has_any_end (name, len, telling_ends))
    return FALSE;
  return !has_any_end (name, len, harmless_ends) && !has_any_word (name, len, harmless_words);
}

/* scheme://user:password@host */
static gboolean
is_address_with_password (const char *value)
{
  const char *scheme_end = strstr (value, "://");
  const char *user, *colon, *at;

  if (scheme_end == NULL || scheme_end == value)
    return FALSE;
  user = scheme_end + strlen ("://");
  at = user + strcspn (user, "@/ ");
  colon = memchr (user, ':', at - user);
  return *at == '@' && colon != NULL && colon + 1 < at;
}

/* Three parts of base64, the first of which is a JSON object. */
static gboolean
is_web_token (const char *value)
{
  const char *dot = g_str_has_prefix (value, "eyJ") ? strchr (value, '.') : NULL;

  return dot != NULL && strchr (dot + 1, '.') != NULL;
}

/* "/run/secrets/key" names a file; what is in it stays there. */
gboolean
bh_secret_is_path (const char *value)
{
  return *value == '/' || *value == '~' || g_str_has_prefix (value, "./") ||
         g_str_has_prefix (value, "../");
}

gboolean
bh_secret_is_value (const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (token_shapes); i++)
    if (value[0] == token_shapes[i].prefix[0] && g_str_has_prefix (value, token_shapes[i].prefix) &&
        strlen (value) >= token_shapes[i].min_len)
      return TRUE;
  return is_address_with_password (value) || is_web_token (value);
}

gboolean
bh_secret_is_guessable (const char *value)
{
  static const char *const known[] = {
    "",
    "1234",
    "12345",
    "123456",
    "12345678",
    "admin",
    "changeit",
    "changeme",
    "default",
    "demo",
    "example",
    "guest",
    "letmein",
    "mysql",
    "pass",
    "password",
    "postgres",
    "qwerty",
    "redis",
    "root",
    "secret",
    "test",
    "user",
    /* From the images' own documentation. */
    "my-secret-pw",
    "mysecretpassword",
    NULL,
  };

  for (guint i = 0; known[i] != NULL; i++)
    if (g_ascii_strcasecmp (value, known[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bh_secret_is_switch (const char *value)
{
  static const char *const words[] = { "",    "0",    "1",    "false", "no", "on",
                                       "off", "none", "true", "yes",   NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0)
      return TRUE;
  return FALSE;
}
