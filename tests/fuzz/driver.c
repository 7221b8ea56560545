/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "fuzz.h"

#define N_MUTATIONS 2000

/* Always the same ones, so that a failure comes again. */
#define RANDOM_SEED 42

/* What commands, JSON and YAML are made of: a random byte seldom says anything. */
static const char *const pieces[] = {
  "'",       "\"",          "\\",    "$(",      ")",       "${",     "}",     "`",  "<",
  ">",       "|",           "&",     ";",       "\n",      "\r\n",   "\\\n",  "#",  " ",
  "--",      "-",           "=",     "$",       "~",       "“",      "’",     "–",  "\xff",
  "\u00a0",  "docker run ", "```\n", "\\ \n",   "$'\\x",   "$ ",     "sudo ", "A=", "-it",
  "--name ", "$A",          "((",    "{",       "[",       "]",      ":",     ",",  "null",
  "-1",      "{}",          "[]",    "\\u0000", "\\ud83d", "\"a\":",
};

static void
mutate (GRand *rand, GString *text)
{
  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    {
      gssize at = g_rand_int_range (rand, 0, (gint32) text->len + 1);
      gssize cut = g_rand_int_range (rand, 0, 9);

      if (g_rand_boolean (rand))
        g_string_erase (text, at, MIN (cut, (gssize) text->len - at));
      if (g_rand_boolean (rand))
        g_string_insert (text, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    }
}

static void
run_bytes (const GString *text)
{
  /* Without the NUL behind it, so that the sanitizers see who reads it. */
  g_autofree uint8_t *copy = g_memdup2 (text->str, MAX (text->len, 1));

  LLVMFuzzerTestOneInput (copy, text->len);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize len;

      if (!g_file_get_contents (argv[i], &contents, &len, &error))
        g_error ("%s", error->message);
      for (guint k = 0; k <= N_MUTATIONS; k++)
        {
          g_autoptr (GString) text = g_string_new_len (contents, (gssize) len);

          if (k > 0)
            mutate (rand, text);
          run_bytes (text);
        }
    }
  return 0;
}
