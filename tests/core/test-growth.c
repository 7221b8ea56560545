/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bh-error.h"
#include "export/bh-output.h"
#include "import/bh-env-file.h"
#include "import/bh-import.h"

/* A hundred times the input may take so many times as long. */
#define MAX_GROWTH 120
/* json-glib's tree of ten thousand objects does not fit into the caches of a processor, and what is
 * sorted or hashed takes a little more for each: still far from twice as long for each. */
#define MAX_TREE_GROWTH 250
#define SMALL 100
#define LARGE 10000
#define CACHES (32 * 1024 * 1024)
/* What 16 MiB may take, in seconds of the processor and in times their size. */
#define MAX_SECONDS 2.0
#define MAX_TIMES 20
/* Sanitizers make everything slower and larger: there it only has to end. */
#ifdef __SANITIZE_ADDRESS__
#define SLOWER 40
#else
#define SLOWER 1
#endif

/* A text of as many units as fit or are wanted. */
typedef struct
{
  const char *name;
  const char *head;
  const char *unit; /* may hold one %u, its number */
  const char *tail;
  gboolean tree; /* every unit is an object or a member in json-glib's tree */
} Shape;

#define PROFILE "{\"format\": \"bulkhead-profile\", \"version\": 1, \"image\": \"i\", "
#define INSPECT                                                                                    \
  "[{\"Id\": \"1\", \"Image\": \"s\", \"HostConfig\": {}, \"Config\": {\"Image\": \"i\", "
#define LONG "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const Shape shapes[] = {
  { "command/options", "docker run", " -e A%u=1", " i" },
  { "command/unknown", "docker run", " --x%u", " i" },
  { "command/words", "docker run i", " w%u", "" },
  { "command/containers", "", "docker run i%u\n", "docker run i" },
  { "command/continued", "docker run \\\n", "-p %u \\\n", "i" },
  { "command/one-word", "docker run -e A=", LONG, " i" },
  { "command/expansions", "docker run -e A=", "$A", " i" },
  { "command/quotes", "docker run -e A=", "'a'\"b\"", " i" },
  { "profile/options", PROFILE "\"settings\": [", "{\"option\": \"env\", \"value\": \"A%u=1\"},\n",
    "{\"option\": \"rm\"}]}", TRUE },
  { "profile/comments", PROFILE "\"settings\": [", "{\"option\": \"rm\", \"x%u\": []},",
    "{\"option\": \"rm\"}]}", TRUE },
  { "profile/accepted", PROFILE "\"accepted\": [",
    "{\"rule\": \"a%u\", \"subject\": \"\", \"reason\": \"\"},",
    "{\"rule\": \"b\", \"subject\": \"\", \"reason\": \"\"}]}", TRUE },
  { "profile/unknown", PROFILE, "\"x%u\": 1,", "\"y\": 2}", TRUE },
  { "profile/expansions", PROFILE "\"command\": [[", "\"a\", {\"parameter\": \"$A%u\"},", "\"\"]]}",
    TRUE },
  { "profile/many", "[", PROFILE "\"x%u\": 1},", PROFILE "\"x\": 1}]", TRUE },
  { "profile/one-text", PROFILE "\"command\": [\"", LONG, "\"]}" },
  { "profile/quotes", PROFILE "\"command\": [\"", "'''a", "\"]}" },
  { "inspect/variables", INSPECT "\"Env\": [", "\"A%u=1\",", "\"B=1\"]}}]" },
  { "inspect/labels", INSPECT "\"Labels\": {", "\"a%u\": \"1\",\n", "\"b\": \"1\"}}}]", TRUE },
  { "inspect/ports", INSPECT "\"ExposedPorts\": {", "\"%u/tcp\": {},", "\"1/udp\": {}}}}]", TRUE },
  { "inspect/of-image",
    "[{\"Id\": \"s\", \"RootFS\": {}, \"Config\": {\"Env\": [\"A7=1\"]}}, {\"Id\": \"1\", "
    "\"Image\": \"s\", "
    "\"HostConfig\": {}, \"Config\": {\"Image\": \"i\", \"Env\": [",
    "\"A%u=1\",", "\"B=1\"]}}]", TRUE },
  { "inspect/containers", "[", "{\"Config\": {\"Image\": \"i%u\"}, \"HostConfig\": {}},\n",
    "{\"Config\": {}, \"HostConfig\": {}}]", TRUE },
  { "inspect/one-text", INSPECT "\"Cmd\": [\"", LONG, "\"]}}]" },
};

/* Inputs that are nothing but large. */
static const Shape hostile[] = {
  { "spaces", "", "          ", "" },
  { "newlines", "", "\n", "" },
  { "nesting", "", "[", "" },
  { "objects", "", "{\"a\":", "" },
  { "nesting-of-a-profile", PROFILE "\"x\": ", "[", "" },
  { "empty-objects", PROFILE "\"x\": [", "{},", "{}]}" },
  { "numbers", PROFILE "\"x\": ", "1", "}" },
  { "open-string", PROFILE "\"x\": \"", "a", "" },
  { "escapes", PROFILE "\"command\": [\"", "\\u00e9", "\"]}" },
  { "roots", "", "{\"HostConfig\":1}\n", "" },
  { "format-words", "{\"HostConfig\": \"", "\\\"bulkhead-profile\\\"", "\"}" },
  { "open-quotes", "docker run ", "\"", "" },
  { "substitutions", "docker run ", "$(", "" },
  { "backquotes", "docker run ", "`a`", " i" },
  { "dockers", "", "docker ", "" },
  { "backslashes", "docker run ", "\\", " i" },
  { "bad-utf-8", "", "\xff", "" },
};

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gsize
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (gsize) usage.ru_maxrss * 1024;
}

static void
append_unit (GString *text, const Shape *shape, guint number)
{
  if (strstr (shape->unit, "%u") != NULL)
    g_string_append_printf (text, shape->unit, number);
  else
    g_string_append (text, shape->unit);
}

static GString *
make_text (const Shape *shape, guint n)
{
  GString *text = g_string_new (shape->head);

  for (guint i = 0; i < n; i++)
    append_unit (text, shape, i);
  g_string_append (text, shape->tail);
  return text;
}

/* As large as anything may be, and no larger. */
static GString *
fill_text (const Shape *shape)
{
  GString *text = g_string_sized_new (BH_IMPORT_MAX_BYTES + 1);
  const gsize room = BH_IMPORT_MAX_BYTES - strlen (shape->tail);

  g_string_append (text, shape->head);
  for (guint i = 0; text->len + strlen (shape->unit) + 8 < room; i++)
    append_unit (text, shape, i);
  g_string_append (text, shape->tail);
  g_assert_cmpuint (text->len, <=, BH_IMPORT_MAX_BYTES);
  return text;
}

/* People paste a command once: nothing of it is in the caches of the processor, be it short or
 * long. Without this, the growth of what does not fit into them would be measured. */
static void
empty_caches (void)
{
  static guint8 *other;

  if (other == NULL)
    other = g_malloc (CACHES);
  memset (other, other[CACHES / 2] + 1, CACHES);
}

/* Reading it and writing what was read, the quickest of some runs. */
static double
measure (const Shape *shape, guint n, guint n_runs)
{
  g_autoptr (GString) text = make_text (shape, n);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_runs; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhImport) import = NULL;
      double start;

      empty_caches ();
      start = seconds ();
      import = bh_import_text (text->str, (gssize) text->len, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < import->states->len; j++)
        {
          g_autoptr (BhOutput) run = bh_export_run (import->states->pdata[j], BH_EXPORT_SHORT);
          g_autoptr (BhOutput) profile = bh_export_profile (import->states->pdata[j], 0);

          g_assert_cmpuint (run->text->len, >, 0);
          g_assert_cmpuint (profile->text->len, >, 0);
        }
      best = MIN (best, seconds () - start);
    }
  return best;
}

static void
test_growth (gconstpointer data)
{
  const Shape *shape = data;
  const double small = measure (shape, SMALL, 30);
  const double large = measure (shape, LARGE, 3);

  g_test_message ("%u: %.6f s, %u: %.6f s, %.1f times", SMALL, small, LARGE, large, large / small);
  g_assert_cmpfloat (large, <=, small * (shape->tree ? MAX_TREE_GROWTH : MAX_GROWTH));
}

/* In a process of its own, since memory that was once used counts for ever. */
static void
test_large (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = NULL;
  gsize before;
  double start;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  text = fill_text (shape);
  before = peak_memory ();
  start = seconds ();
  import = bh_import_text (text->str, (gssize) text->len, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_cmpfloat (seconds () - start, <=, MAX_SECONDS * SLOWER);
  g_assert_cmpuint (peak_memory () - before, <=, text->len * MAX_TIMES * SLOWER);
}

/* One byte more than the most is refused before anything else is looked at. */
static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (BH_IMPORT_MAX_BYTES + 1, 'a');
  guint n_sources;
  const BhSource *sources = bh_source_table (&n_sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sources[i].import (text, BH_IMPORT_MAX_BYTES + 1, &error));
      g_assert_error (error, BH_ERROR, BH_ERROR_TOO_LARGE);
    }
}

static void
test_nul (void)
{
  guint n_sources;
  const BhSource *sources = bh_source_table (&n_sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sources[i].import ("[1]\n \0", 6, &error));
      g_assert_error (error, BH_ERROR, BH_ERROR_ENCODING);
      g_assert_true (g_str_has_prefix (error->message, "line 2, column 2: "));
    }
}

static void
test_million_options (void)
{
  static const Shape shape = { "", "docker run", " -i", " i" };
  g_autoptr (GString) text = make_text (&shape, 1000000);
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_import_text (text->str, (gssize) text->len, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_TOO_LARGE);
}

static void
add_tests (const char *folder, const Shape *table, guint n_shapes, GTestDataFunc function)
{
  for (guint i = 0; i < n_shapes; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", folder, table[i].name);

      g_test_add_data_func (path, &table[i], function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_tests ("growth", shapes, G_N_ELEMENTS (shapes), test_growth);
  add_tests ("large", shapes, G_N_ELEMENTS (shapes), test_large);
  add_tests ("large", hostile, G_N_ELEMENTS (hostile), test_large);
  g_test_add_func ("/too-large", test_too_large);
  g_test_add_func ("/nul", test_nul);
  g_test_add_func ("/million-options", test_million_options);
  return g_test_run ();
}
