/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-inspect.h"

#include <string.h>

#include "bh-i18n.h"
#include "export/bh-shell-quote.h"

static const struct
{
  const char *path;
  const char *option;
} durations[] = {
  { "Config.Healthcheck.Interval", "health-interval" },
  { "Config.Healthcheck.Timeout", "health-timeout" },
  { "Config.Healthcheck.StartPeriod", "health-start-period" },
  { "Config.Healthcheck.StartInterval", "health-start-interval" },
};

/* What the image does not say itself. */
static gboolean
read_own_int (BhInspect *self, const char *path, gint64 *ret_value)
{
  gint64 of_image;

  if (!bh_inspect_int (self, self->container, path, ret_value) ||
      !bh_inspect_int (self, self->image, path, &of_image))
    return FALSE;
  if (*ret_value == of_image)
    *ret_value = 0;
  return TRUE;
}

static gboolean
add_numbers (BhInspect *self)
{
  JsonNode *node = bh_inspect_find (self->container, "Config.Healthcheck");
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *text = NULL;

      if (!read_own_int (self, durations[i].path, &value))
        return FALSE;
      text = bh_inspect_print_duration (value);
      if (value != 0)
        bh_inspect_add (self, durations[i].option, text, node);
    }
  if (!read_own_int (self, "Config.Healthcheck.Retries", &value))
    return FALSE;
  if (value != 0)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      bh_inspect_add (self, "health-retries", text, node);
    }
  return TRUE;
}

/* The test as the engine has it: how, and the words. */
static gboolean
read_test (BhInspect *self, JsonObject *object, GPtrArray *words)
{
  JsonArray *test;

  if (!bh_inspect_array (self, object, "Config.Healthcheck.Test", &test))
    return FALSE;
  for (guint i = 0; test != NULL && i < json_array_get_length (test); i++)
    {
      const char *word = bh_inspect_text (self, json_array_get_element (test, i));

      if (word == NULL)
        return FALSE;
      g_ptr_array_add (words, (gpointer) word);
    }
  return TRUE;
}

static gboolean
same_words (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return a->len == b->len;
}

/* Words that are run as they are; the option gives its words to a shell. */
static void
add_direct_test (BhInspect *self, const GPtrArray *words, JsonNode *node)
{
  g_autoptr (GString) command = g_string_new (NULL);

  for (guint i = 1; i < words->len; i++)
    {
      g_autoptr (BhText) word = bh_text_new (words->pdata[i]);

      if (i > 1)
        g_string_append_c (command, ' ');
      bh_shell_quote_append (command, word, BH_QUOTE_DEFAULT);
    }
  bh_inspect_add (self, "health-cmd", command->str, node);
  bh_inspect_note (self, BH_NOTE_CHANGED, node,
                   _ ("The health check runs its program without a shell; with --health-cmd, the "
                      "shell of the image runs it."));
}

static gboolean
add_test (BhInspect *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) of_image = g_ptr_array_new ();
  JsonNode *node = bh_inspect_find (self->container, "Config.Healthcheck.Test");
  const char *how;

  if (!read_test (self, self->container, words) || !read_test (self, self->image, of_image))
    return FALSE;
  how = words->len > 0 ? words->pdata[0] : NULL;
  if (how == NULL || same_words (words, of_image))
    return TRUE;
  if (strcmp (how, "NONE") == 0)
    bh_inspect_add (self, "no-healthcheck", "true", node);
  else if (strcmp (how, "CMD-SHELL") == 0 && words->len == 2)
    bh_inspect_add (self, "health-cmd", words->pdata[1], node);
  else
    add_direct_test (self, words, node);
  return TRUE;
}

gboolean
bh_inspect_read_health (BhInspect *self)
{
  JsonArray *test;
  const char *how;

  if (!bh_inspect_array (self, self->container, "Config.Healthcheck.Test", &test) ||
      !add_test (self))
    return FALSE;
  how = test != NULL && json_array_get_length (test) > 0
            ? bh_json_get_string (json_array_get_element (test, 0))
            : NULL;
  /* The client refuses --no-healthcheck beside any of the others. */
  return g_strcmp0 (how, "NONE") == 0 || add_numbers (self);
}
