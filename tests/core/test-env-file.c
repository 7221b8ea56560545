/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-error.h"
#include "export/bh-output.h"
#include "import/bh-env-file.h"
#include "import/bh-import.h"
#include "import/bh-read-files.h"

/* tests/oracle/test-env-files.py asks the client for the same. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *lines; /* joined by | */
  } cases[] = {
    { "", "" },
    { "A=1", "A=1" },
    { "A=1\n\n\nB=2\n", "A=1|B=2" },
    { "A=1\r\nB=2\r", "A=1|B=2" },
    { "\xef\xbb\xbf"
      "A=1\n\xef\xbb\xbf"
      "B=2",
      "A=1|\xef\xbb\xbf"
      "B=2" },
    { " \t\v A=1", "A=1" },
    { "\xc2\x85\xc2\xa0\xe3\x80\x80"
      "A=1",
      "A=1" },
    { "# c\n  # d\nA#=1 # e", "A#=1 # e" },
    { "A", "A" },
    { "A= x ", "A= x " },
    { "A=\"q\" 'r' $B", "A=\"q\" 'r' $B" },
    { "A=a=b", "A=a=b" },
    { "A\xc2\xa0"
      "B=1",
      "A\xc2\xa0"
      "B=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize len = strlen (cases[i].text);
      g_autofree char *unterminated = g_memdup2 (cases[i].text, MAX (len, 1));
      g_autoptr (GPtrArray) lines = bh_env_file_parse (unterminated, len, "f", &error);
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

static void
test_errors (void)
{
  g_autofree char *longest = g_strnfill (65535, 'x');
  g_autofree char *too_long = g_strnfill (65536, 'x');
  const struct
  {
    const char *text;
    gsize len;
    const char *where;
  } cases[] = {
    { "A B=1", 5, "f:1: " },
    { "A=1\nexport A=1", 14, "f:2: “export A” has a blank in it: leave out “export”" },
    { "A=1\n\n#\nA\tB", 10, "f:4: " },
    { "A ", 2, "f:1: " },
    { "  =1", 4, "f:1: the name before the = is missing" },
    { "A=1\nB=\xff", 7, "f:2: this line is not UTF-8" },
    { "A=1\nB=\0x", 8, "f:2: there is a NUL here" },
    { too_long, 65536, "f:1: this line is longer" },
    { too_long, (gsize) BH_IMPORT_MAX_BYTES + 1, "f is larger than 16 MiB" },
  };
  g_autoptr (GPtrArray) lines = bh_env_file_parse (longest, 65535, "f", NULL);

  g_assert_nonnull (lines);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_env_file_parse (cases[i].text, cases[i].len, "f", &error));
      g_assert_cmpint (error->domain, ==, BH_ERROR);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].where));
    }
}

static GBytes *
load (const char *path, gpointer user_data, GError **error)
{
  guint *n_read = user_data;
  static const char *const files[] = {
    "a.env", "A=1\nB=2\n", "b.env", "A=3\nC", "l", "l=1\nm\n", "bad", "A B=1\n", NULL,
  };

  ++*n_read;
  for (guint i = 0; files[i] != NULL; i += 2)
    if (strcmp (files[i], path) == 0)
      return g_bytes_new (files[i + 1], strlen (files[i + 1]));
  g_set_error (error, BH_ERROR, BH_ERROR_UNKNOWN, "there is no %s", path);
  return NULL;
}

/* Files come before what stands in the command, wherever they stand in it. */
static void
test_place (void)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } cases[] = {
    { "--env-file a.env i", "--env A=1 --env B=2 i" },
    { "--rm --env-file a.env --init i", "--rm --env A=1 --env B=2 --init i" },
    { "-e A=0 --env-file a.env i", "--env A=1 --env B=2 --env A=0 i" },
    { "--env-file a.env -e A=0 i", "--env A=1 --env B=2 --env A=0 i" },
    { "--env-file b.env -e X=1 --env-file a.env i",
      "--env A=3 --env C --env A=1 --env B=2 --env X=1 i" },
    { "-l z --label-file l -e X=1 --env-file a.env i",
      "--label l=1 --label z --env A=1 --env B=2 --env X=1 i" },
    { "-e A=1 i", "--env A=1 i" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strconcat ("docker run ", cases[i].words, NULL);
      g_autofree char *expected = g_strconcat ("docker run ", cases[i].expected, "\n", NULL);
      g_autoptr (BhImport) import = bh_import_command (command, -1, NULL);
      g_autoptr (GError) error = NULL;
      guint n_read = 0;
      g_autoptr (BhState) state =
          bh_state_read_files (import->states->pdata[0], load, &n_read, NULL, &error);
      g_autoptr (BhOutput) output = NULL;

      g_assert_no_error (error);
      output = bh_export_run_oneline (state, BH_EXPORT_DEFAULT);
      g_assert_cmpstr (output->text->str, ==, expected);
      g_assert_false (bh_state_names_files (state));
    }
}

/* Importing, judging and writing never ask for a file; only this does. */
static void
test_only_when_asked (void)
{
  g_autoptr (BhImport) import =
      bh_import_command ("docker run --env-file a.env --env-file \"$HOME/x\" --label-file l i", -1,
                         NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  guint n_read = 0;
  g_autoptr (BhState) state =
      bh_state_read_files (import->states->pdata[0], load, &n_read, notes, NULL);

  g_assert_true (bh_state_names_files (import->states->pdata[0]));
  /* The shell's file stays; the label without a value is told. */
  g_assert_cmpuint (n_read, ==, 2);
  g_assert_true (bh_state_names_files (state));
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpuint (((BhNote *) notes->pdata[0])->where.column, ==, 29);
}

static void
test_failures (void)
{
  static const struct
  {
    const char *command;
    const char *message;
  } cases[] = {
    { "docker run --env-file bad i", "bad:1: " },
    { "docker run --env-file nosuch i", "there is no nosuch" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhImport) import = bh_import_command (cases[i].command, -1, NULL);
      g_autoptr (GError) error = NULL;
      guint n_read = 0;

      g_assert_null (bh_state_read_files (import->states->pdata[0], load, &n_read, NULL, &error));
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/env-file/lines", test_lines);
  g_test_add_func ("/env-file/errors", test_errors);
  g_test_add_func ("/read-files/place", test_place);
  g_test_add_func ("/read-files/only-when-asked", test_only_when_asked);
  g_test_add_func ("/read-files/failures", test_failures);
  return g_test_run ();
}
