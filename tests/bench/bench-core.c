/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Import + check (report and problems) + export to run and to Compose, as a multiple of
 * g_shell_parse_argv () on the same text, and what conversion to Compose alone takes. All are timed
 * in turn in this process, so that the machine's mood falls on all. Prints two lines.
 *
 *   bench-core CORPUS.jsonl [ROUNDS]
 */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>

#include "export/bh-output.h"
#include "import/bh-import.h"
#include "rule/bh-report.h"
#include "value/bh-problem.h"

typedef struct
{
  double split; /* seconds, the fastest round */
  double core;
  double convert;
} Timing;

static void
split (const char *text)
{
  g_auto (GStrv) words = NULL;

  g_shell_parse_argv (text, NULL, &words, NULL);
}

static void
work (const char *text)
{
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);

  for (guint i = 0; import != NULL && i < import->states->len; i++)
    {
      const BhState *state = g_ptr_array_index (import->states, i);
      g_autoptr (BhReport) report = bh_report_new (state);
      g_autoptr (GPtrArray) problems = bh_state_check (state);
      g_autoptr (BhOutput) run = bh_export_run (state, BH_EXPORT_DEFAULT);
      g_autoptr (BhOutput) compose = bh_export_compose (state, BH_EXPORT_DEFAULT);

      g_assert_nonnull (report);
      g_assert_nonnull (problems);
      g_assert_cmpuint (run->text->len + compose->text->len, >, 0);
    }
}

/* What composerize does too: see compare-composerize.mjs. */
static void
convert (const char *text)
{
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);

  for (guint i = 0; import != NULL && i < import->states->len; i++)
    {
      g_autoptr (BhOutput) compose =
          bh_export_compose (g_ptr_array_index (import->states, i), BH_EXPORT_DEFAULT);

      g_assert_cmpuint (compose->text->len, >, 0);
    }
}

static double
seconds (void (*function) (const char *), const char *text)
{
  gint64 begin = g_get_monotonic_time ();

  /* Several at a time: one is shorter than the clock can tell. */
  for (guint i = 0; i < 20; i++)
    function (text);
  return (double) (g_get_monotonic_time () - begin) / (20 * (double) G_USEC_PER_SEC);
}

static GPtrArray *
read_corpus (const char *path)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &data, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (node);
      const char *command = json_object_get_string_member (object, "command");

      /* What the client accepts and both can read: a refusal is no work. */
      if (!json_object_get_null_member (object, "rc") &&
          json_object_get_int_member (object, "rc") == 0 &&
          g_shell_parse_argv (command, NULL, NULL, NULL))
        g_ptr_array_add (commands, g_strdup (command));
    }
  return commands;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) commands = NULL;
  g_autofree Timing *timings = NULL;
  g_autofree double *ratios = NULL;
  g_autofree double *times = NULL;
  guint n_rounds = argc > 2 ? (guint) atoi (argv[2]) : 5;

  setlocale (LC_ALL, "");
  if (argc < 2)
    g_error ("usage: bench-core CORPUS.jsonl [ROUNDS]");
  commands = read_corpus (argv[1]);
  timings = g_new (Timing, commands->len);
  ratios = g_new (double, commands->len);
  times = g_new (double, commands->len);
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < commands->len; i++)
      {
        Timing now = { seconds (split, g_ptr_array_index (commands, i)),
                       seconds (work, g_ptr_array_index (commands, i)),
                       seconds (convert, g_ptr_array_index (commands, i)) };

        if (round == 0)
          timings[i] = now;
        timings[i].split = MIN (timings[i].split, now.split);
        timings[i].core = MIN (timings[i].core, now.core);
        timings[i].convert = MIN (timings[i].convert, now.convert);
      }
  for (guint i = 0; i < commands->len; i++)
    {
      ratios[i] = timings[i].core / timings[i].split;
      times[i] = timings[i].core * G_USEC_PER_SEC;
    }
  g_print ("import + check + 2 exports: median %.1f times g_shell_parse_argv, %.1f µs, over %u "
           "commands\n",
           median (ratios, commands->len), median (times, commands->len), commands->len);
  for (guint i = 0; i < commands->len; i++)
    times[i] = timings[i].convert * G_USEC_PER_SEC;
  g_print ("to Compose: median %.2f µs\n", median (times, commands->len));
  return 0;
}
