/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-error.h"
#include "export/bh-output.h"
#include "import/bh-import.h"

#include "compose-cases.h"

/* The commands of all services, one a line; or what is wrong. */
static char *
import_to_commands (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_text (text, -1, &error);
  GString *commands = g_string_new (NULL);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    g_string_append_printf (commands, "%s\n", error->message);
  for (guint i = 0; import != NULL && i < import->states->len; i++)
    {
      g_autoptr (BhOutput) output =
          bh_export_run_oneline (g_ptr_array_index (import->states, i), BH_EXPORT_DEFAULT);

      g_string_append (commands, output->text->str);
    }
  return g_string_free (commands, FALSE);
}

/* The command of a service that is said in one line of YAML: "ports: [80]". */
static char *
import_line (const char *line)
{
  g_autofree char *text = g_strdup_printf ("services:\n  a:\n    image: i\n    %s\n", line);
  g_autofree char *commands = import_to_commands (text);
  GString *result = g_string_new (commands);

  g_string_replace (result, "docker run ", "", 1);
  g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

/* All that differ are told, not only the first. */
static void
check (const ComposeCase *expected, const char *said)
{
  if (g_str_equal (said, expected->expected))
    return;
  g_test_message ("%s\n  gives    %s\n  expected %s", expected->yaml, said, expected->expected);
  g_test_fail ();
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autofree char *said = import_line (line_cases[i].yaml);

      check (&line_cases[i], said);
    }
}

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autofree char *said = import_to_commands (file_cases[i].yaml);

      check (&file_cases[i], said);
    }
}

static char *
import_notes (const char *text)
{
  g_autoptr (BhImport) import = bh_import_text (text, -1, NULL);
  GString *notes = g_string_new (NULL);

  g_assert_nonnull (import);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const BhNote *note = g_ptr_array_index (import->notes, i);

      g_string_append_printf (notes, "%u:%u %s: %s\n", note->where.line, note->where.column,
                              bh_note_kind_to_string (note->kind), note->message);
    }
  return g_string_free (notes, FALSE);
}

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autofree char *said = import_notes (note_cases[i].yaml);

      check (&note_cases[i], said);
    }
}

static void
test_names (void)
{
  const char *text = "services:\n  web: {image: a}\n  db: {image: b}\n";
  g_autoptr (BhImport) import = bh_import_text (text, -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (g_ptr_array_index (import->names, 0), ==, "web");
  g_assert_cmpstr (g_ptr_array_index (import->names, 1), ==, "db");
  g_assert_false (bh_import_choose (import, "www", &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "there is no service “www”; there are: web, db");
  g_assert_true (bh_import_choose (import, "db", NULL));
  g_assert_cmpuint (import->states->len, ==, 1);
  g_assert_cmpstr (((BhState *) import->states->pdata[0])->image->str, ==, "b");
}

/* Where a setting stands in the file, for whoever marks it there. */
static void
test_origins (void)
{
  const char *text = "services:\n  a:\n    image: é\n    ports:\n      - \"80:80\"\n";
  g_autoptr (BhImport) import = bh_import_text (text, -1, NULL);
  const BhState *state = import->states->pdata[0];
  BhRange range = state->settings[0]->origin.range;
  g_autofree char *bytes = g_strndup (text + range.begin, range.end - range.begin);

  g_assert_cmpuint (state->image_origin.line, ==, 3);
  g_assert_cmpuint (state->image_origin.column, ==, 12);
  g_assert_cmpuint (state->settings[0]->origin.line, ==, 5);
  g_assert_cmpuint (state->settings[0]->origin.column, ==, 9);
  g_assert_cmpstr (bytes, ==, "\"80:80\"");
}

static void
test_recognition (void)
{
  static const struct
  {
    const char *text;
    gboolean compose;
  } texts[] = {
    { "services:\n  a: {image: x}\n", TRUE },
    { "# a comment\nversion: \"3\"\n\nservices :\n", TRUE },
    { "\xef\xbb\xbfservices:\r\n  a:\r\n", TRUE },
    { "\"services\": {}\n", TRUE },
    { "web:\n  image: nginx\n", TRUE },
    { "docker run nginx\n", FALSE },
    { "services: here is how\ndocker run nginx\n", TRUE },
    { "Some services:\n\n    docker run nginx\n", FALSE },
    { "docker run nginx\nservices:\n", FALSE },
    { "image: x\n", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const BhSource *source = bh_source_recognise (texts[i].text, strlen (texts[i].text));

      g_assert_cmpint (g_str_equal (source->id, "compose"), ==, texts[i].compose);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose-importer/lines", test_lines);
  g_test_add_func ("/compose-importer/files", test_files);
  g_test_add_func ("/compose-importer/notes", test_notes);
  g_test_add_func ("/compose-importer/names", test_names);
  g_test_add_func ("/compose-importer/origins", test_origins);
  g_test_add_func ("/compose-importer/recognition", test_recognition);
  return g_test_run ();
}
