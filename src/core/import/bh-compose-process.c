/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "import/bh-compose-service.h"
#include "import/bh-compose-words.h"

/* (transfer full) (element-type BhText): a command, as a list of words or on one line. RET_EXACT:
 * whether a list of these words means the same. */
static GPtrArray *
dup_command (BhComposeService *self,
             const char *key,
             const BhYamlNode *value,
             gboolean *ret_exact,
             GError **error)
{
  g_autofree char *ignored = NULL;
  GPtrArray *words;

  *ret_exact = TRUE;
  if (value->kind == BH_YAML_SEQUENCE)
    return bh_compose_dup_words (self, key, value, error);
  if (!bh_compose_expect_scalar (key, value, error))
    return NULL;
  words = bh_compose_split_words (value->text, &value->where, &ignored, error);
  if (words == NULL)
    return NULL;
  if (ignored != NULL)
    bh_compose_file_note (self->file, BH_NOTE_IGNORED, &value->where,
                          _ ("Compose leaves out what stands behind the command: “%.60s”. For a "
                             "shell to read it, write [\"sh\", \"-c\", \"…\"]."),
                          ignored);
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < ((BhText *) words->pdata[i])->n_expansions; j++)
      *ret_exact = *ret_exact && !((BhText *) words->pdata[i])->expansions[j].splits;
  return words;
}

gboolean
bh_compose_read_command (BhComposeService *self,
                         const BhComposeKey *key,
                         BhYamlNode *value,
                         GError **error)
{
  gboolean exact;
  g_autoptr (GPtrArray) words = dup_command (self, key->key, value, &exact, error);

  if (words == NULL)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    bh_state_builder_add_command (&self->builder, bh_text_ref (g_ptr_array_index (words, i)));
  if (!exact)
    bh_compose_add_words_original (self, key->key, words, value);
  return TRUE;
}

/* `docker run` takes one word; all others begin the command. */
gboolean
bh_compose_read_entrypoint (BhComposeService *self,
                            const BhComposeKey *key,
                            BhYamlNode *value,
                            GError **error)
{
  gboolean exact;
  g_autoptr (GPtrArray) words = dup_command (self, key->key, value, &exact, error);
  const BhSetting *setting;

  if (words == NULL)
    return FALSE;
  if (words->len == 0)
    return TRUE;
  setting = bh_compose_add_setting (self, "entrypoint", bh_text_ref (g_ptr_array_index (words, 0)),
                                    value);
  if (words->len > 1 || !exact)
    bh_compose_add_original (self, setting, key->key, FALSE, value);
  g_ptr_array_remove_index (words, 0);
  for (guint i = 0; i < words->len; i++)
    bh_state_builder_add_command (&self->builder, bh_text_ref (g_ptr_array_index (words, i)));
  if (words->len > 0)
    ((BhComposeOriginal *) g_ptr_array_index (self->originals, self->originals->len - 1))->words =
        g_steal_pointer (&words);
  return TRUE;
}

/* Whether a shell takes the word for itself, without quotes. */
static gboolean
is_safe (const BhText *word)
{
  for (const char *p = word->str; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_-./:,+@%=", *p) == NULL)
      return FALSE;
  return word->len > 0;
}

/* A stretch that a shell shall take as it is. */
static void
append_single_quoted (BhTextBuilder *to, const BhText *word, guint begin, guint end)
{
  if (begin == end)
    return;
  bh_text_builder_append_c (to, '\'');
  for (guint i = begin; i < end; i++)
    bh_text_builder_append (to, word->str[i] == '\'' ? "'\\''" : word->str + i,
                            word->str[i] == '\'' ? 4 : 1);
  bh_text_builder_append_c (to, '\'');
}

/* The word for a shell that reads the text later, when variables have been put in. */
static void
append_quoted (BhTextBuilder *to, const BhText *word)
{
  guint at = 0;

  if (to->str->len > 0)
    bh_text_builder_append_c (to, ' ');
  if (is_safe (word) || word->len == 0)
    {
      bh_text_builder_append (to, word->len == 0 ? "''" : word->str, -1);
      return;
    }
  for (guint i = 0; i < word->n_expansions; i++)
    {
      BhRange range = word->expansions[i].range;

      append_single_quoted (to, word, at, range.begin);
      bh_text_builder_append_c (to, '"');
      bh_text_builder_append_range (to, word, range);
      bh_text_builder_append_c (to, '"');
      at = range.end;
    }
  append_single_quoted (to, word, at, word->len);
}

static BhText *
join_words (const GPtrArray *words, guint from)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  for (guint i = from; i < words->len; i++)
    append_quoted (&builder, g_ptr_array_index (words, i));
  return bh_text_builder_end (&builder);
}

/* [CMD-SHELL, line], [CMD, word, word…] or [NONE]. */
static gboolean
read_test_list (BhComposeService *self,
                BhYamlNode *test,
                const GPtrArray *words,
                gboolean *ret_off,
                GError **error)
{
  const BhText *first = words->len > 0 ? g_ptr_array_index (words, 0) : NULL;
  gboolean shell = first != NULL && g_str_equal (first->str, "CMD-SHELL");
  const BhSetting *setting;

  if (first == NULL)
    return TRUE;
  *ret_off = g_str_equal (first->str, "NONE");
  if (*ret_off)
    return TRUE;
  if ((!shell && !g_str_equal (first->str, "CMD")) || words->len < 2)
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &test->where, "%s",
                       _ ("a health check as a list begins with CMD, CMD-SHELL or NONE: [\"CMD\", "
                          "\"curl\", \"-f\", \"…\"]"));
      return FALSE;
    }
  setting = bh_compose_add_setting (self, "health-cmd",
                                    shell ? bh_text_ref (g_ptr_array_index (words, 1))
                                          : join_words (words, 1),
                                    test);
  if (!shell || words->len > 2)
    bh_compose_add_original (self, setting, "healthcheck.test", FALSE, test);
  return TRUE;
}

static gboolean
read_test (BhComposeService *self, BhYamlNode *test, gboolean *ret_off, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;

  *ret_off = FALSE;
  if (bh_yaml_is_null (test))
    return TRUE;
  words = bh_compose_dup_words (self, "test", test, error);
  if (words == NULL)
    return FALSE;
  if (test->kind == BH_YAML_SEQUENCE)
    return read_test_list (self, test, words, ret_off, error);
  if (((BhText *) g_ptr_array_index (words, 0))->len > 0)
    bh_compose_add_setting (self, "health-cmd", bh_text_ref (g_ptr_array_index (words, 0)), test);
  return TRUE;
}

static gboolean
read_members (BhComposeService *self,
              const BhYamlNode *map,
              const char *const *pairs,
              GError **error)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      const BhYamlNode *value = bh_yaml_get (map, pairs[i]);
      BhText *text;

      if (bh_yaml_is_null (value))
        continue;
      text = bh_compose_dup_scalar (self, pairs[i], value, error);
      if (text == NULL)
        return FALSE;
      bh_compose_add_setting (self, pairs[i + 1], text, value);
    }
  return TRUE;
}

gboolean
bh_compose_read_healthcheck (BhComposeService *self,
                             const BhComposeKey *key,
                             BhYamlNode *value,
                             GError **error)
{
  static const char *const members[] = { "interval",
                                         "health-interval",
                                         "timeout",
                                         "health-timeout",
                                         "retries",
                                         "health-retries",
                                         "start_period",
                                         "health-start-period",
                                         "start_interval",
                                         "health-start-interval",
                                         NULL };
  static const char *const known[] = { "test",         "interval",       "timeout", "retries",
                                       "start_period", "start_interval", "disable", NULL };
  BhYamlNode *disable = bh_yaml_get (value, "disable");
  gboolean off = bh_compose_is_true (disable);

  if (!bh_compose_expect_map (key->key, value, error) ||
      (!off && !read_test (self, bh_yaml_get (value, "test"), &off, error)))
    return FALSE;
  if (off)
    bh_compose_add_setting (self, "no-healthcheck", bh_text_new ("true"),
                            disable != NULL ? disable : value);
  bh_compose_keep (self, key->key, bh_compose_dup_unknown (self, key->key, value, known, NULL));
  /* Times mean nothing when it is off, and the client refuses them. */
  return off || read_members (self, value, members, error);
}

gboolean
bh_compose_read_logging (BhComposeService *self,
                         const BhComposeKey *key,
                         BhYamlNode *value,
                         GError **error)
{
  static const char *const members[] = { "driver", "log-driver", NULL };
  static const char *const known[] = { "driver", "options", NULL };
  const BhYamlNode *options = bh_yaml_get (value, "options");
  g_autoptr (GPtrArray) pairs = NULL;

  if (!bh_compose_expect_map (key->key, value, error) ||
      !read_members (self, value, members, error))
    return FALSE;
  bh_compose_keep (self, key->key, bh_compose_dup_unknown (self, key->key, value, known, NULL));
  if (bh_yaml_is_null (options))
    return TRUE;
  if (!bh_compose_expect_map ("options", options, error))
    return FALSE;
  pairs = bh_compose_dup_pairs (self, "options", options, error);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    bh_compose_add_setting (self, "log-opt", bh_text_ref (g_ptr_array_index (pairs, i)),
                            bh_yaml_key (options, i));
  return pairs != NULL;
}

/* Go's durations, in seconds: 1m30s, 1.5h, -1s. FALSE if TEXT is none. */
static gboolean
parse_duration (const char *text, double *ret_seconds)
{
  static const struct
  {
    const char *unit;
    double seconds;
  } units[] = { { "ms", 1e-3 }, { "us", 1e-6 }, { "µs", 1e-6 }, { "ns", 1e-9 },
                { "s", 1 },     { "m", 60 },    { "h", 3600 } };

  gboolean negative = *text == '-';

  *ret_seconds = 0;
  text += negative ? 1 : 0;
  do
    {
      gsize digits = strspn (text, "0123456789.");
      double number = g_ascii_strtod (text, NULL);
      guint i = 0;

      while (i < G_N_ELEMENTS (units) && !g_str_has_prefix (text + digits, units[i].unit))
        i++;
      if (digits == 0 || i == G_N_ELEMENTS (units))
        return FALSE;
      *ret_seconds += number * units[i].seconds;
      text += digits + strlen (units[i].unit);
    }
  while (*text != '\0');
  if (negative)
    *ret_seconds = -*ret_seconds;
  return ABS (*ret_seconds) < G_MAXINT32;
}

/* `docker run` takes whole seconds. */
gboolean
bh_compose_read_stop (BhComposeService *self,
                      const BhComposeKey *key,
                      BhYamlNode *value,
                      GError **error)
{
  g_autoptr (BhText) text = bh_compose_dup_scalar (self, key->key, value, error);
  const BhSetting *setting;
  double seconds;

  if (text == NULL)
    return FALSE;
  if (!bh_text_is_literal (text))
    {
      bh_compose_keep (self, key->key, bh_yaml_node_ref (value));
      return TRUE;
    }
  if (!parse_duration (text->str, &seconds))
    {
      bh_set_error_at (error, BH_ERROR_SYNTAX, &value->where,
                       _ ("“%1$s” is a time with its unit, such as 30s or 1m30s, not “%2$s”"),
                       key->key, text->str);
      return FALSE;
    }
  setting = bh_compose_add_setting (self, "stop-timeout", bh_text_new_printf ("%d", (int) seconds),
                                    value);
  if (seconds != (int) seconds)
    bh_compose_add_original (self, setting, key->key, FALSE, value);
  return TRUE;
}
