/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "export/bh-output.h"
#include "import/bh-import.h"

typedef void (*Check) (JsonObject *entry, const char *text);

/* Calls CHECK for every command, as it stands in its document. */
static void
for_each_command (Check check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "run-commands.jsonl", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("the corpus is not here");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *entry;

      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      entry = json_node_get_object (json_parser_get_root (parser));
      check (entry, json_object_has_member (entry, "text")
                        ? json_object_get_string_member (entry, "text")
                        : json_object_get_string_member (entry, "command"));
    }
  g_assert_cmpuint (n, >, 1000);
}

static BhImport *
read_entry (JsonObject *entry, const char *text)
{
  g_autoptr (GError) error = NULL;
  BhImport *import = bh_import_command (text, -1, &error);

  if (import == NULL)
    g_test_message ("%s: %s\n%s", json_object_get_string_member (entry, "id"), error->message,
                    text);
  return import;
}

static void
assert_round_trip (const BhState *state,
                   BhOutput *(*export_state) (const BhState *, BhExportFlags),
                   BhExportFlags flags)
{
  g_autoptr (BhOutput) output = export_state (state, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) again = bh_import_command (output->text->str, -1, &error);

  if (error != NULL || !bh_state_equal (again->states->pdata[0], state))
    g_test_message ("%s", output->text->str);
  g_assert_no_error (error);
  g_assert_cmpuint (again->states->len, ==, 1);
  g_assert_true (bh_state_equal (again->states->pdata[0], state));
}

static void
check_round_trip (JsonObject *entry, const char *text)
{
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);

  for (guint i = 0; import != NULL && i < import->states->len; i++)
    {
      const BhState *state = import->states->pdata[i];

      assert_round_trip (state, bh_export_run, BH_EXPORT_DEFAULT);
      assert_round_trip (state, bh_export_run, BH_EXPORT_SHORT);
      assert_round_trip (state, bh_export_run_oneline, BH_EXPORT_DEFAULT);
    }
}

/* What the client takes, we take: as one container, and with nothing unknown in it. */
static void
check_accepted (JsonObject *entry, const char *text)
{
  g_autoptr (BhImport) import = NULL;

  if (json_object_get_null_member (entry, "rc") || json_object_get_int_member (entry, "rc") != 0)
    return;
  import = read_entry (entry, text);
  g_assert_nonnull (import);
  g_assert_cmpuint (import->states->len, ==, 1);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const BhNote *note = import->notes->pdata[i];

      if (note->kind == BH_NOTE_UNKNOWN)
        g_test_message ("%s\n%s", note->message, text);
      g_assert_cmpint (note->kind, !=, BH_NOTE_UNKNOWN);
    }
}

/* The text of a document and the same on one line say the same, but where a quoted text goes over
 * several lines: the corpus joined these with one blank. */
static void
check_lines (JsonObject *entry, const char *text)
{
  static const char *const quoted_lines[] = { "6d034ed97a", "6d042d1d39", NULL };
  const char *command = json_object_get_string_member (entry, "command");
  g_autoptr (BhImport) lines = NULL;
  g_autoptr (BhImport) line = NULL;

  if (json_object_get_null_member (entry, "rc") || json_object_get_int_member (entry, "rc") != 0 ||
      text == command ||
      g_strv_contains (quoted_lines, json_object_get_string_member (entry, "id")))
    return;
  lines = read_entry (entry, text);
  line = read_entry (entry, command);
  if (!bh_state_equal (lines->states->pdata[0], line->states->pdata[0]))
    g_test_message ("%s\n%s", text, command);
  g_assert_true (bh_state_equal (lines->states->pdata[0], line->states->pdata[0]));
}

static void
test_check (gconstpointer data)
{
  for_each_command (*(const Check *) data);
}

int
main (int argc, char *argv[])
{
  static const Check checks[] = { check_round_trip, check_accepted, check_lines };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/command-corpus/round-trip", &checks[0], test_check);
  g_test_add_data_func ("/command-corpus/accepted", &checks[1], test_check);
  g_test_add_data_func ("/command-corpus/lines", &checks[2], test_check);
  return g_test_run ();
}
