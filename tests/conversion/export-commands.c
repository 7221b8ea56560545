/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * export-commands TARGET: reads commands, each a JSON string on a line of its own, and prints for
 * each what it is in TARGET: {"text", "notes": [{"kind", "option", "message"}], "same"}, or
 * {"error"}. "same" says whether the text is read back as the same document. Unlike the command
 * line it tells which option a note is about.
 */
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "export/bh-output.h"
#include "import/bh-import.h"

static JsonObject *
describe_note (const BhState *state, const BhNote *note)
{
  JsonObject *object = json_object_new ();
  const BhSetting *setting = note->setting >= 0 ? state->settings[note->setting] : NULL;

  json_object_set_string_member (object, "kind", bh_note_kind_to_string (note->kind));
  json_object_set_string_member (object, "message", note->message);
  if (setting != NULL)
    json_object_set_string_member (object, "option",
                                   setting->option != NULL ? setting->option->name
                                                           : setting->unknown->str);
  return object;
}

static gboolean
is_read_back (const BhState *state, const BhOutput *output)
{
  g_autoptr (BhImport) again = bh_import_text (output->text->str, -1, NULL);

  return again != NULL && again->states->len == 1 &&
         bh_state_equal (again->states->pdata[0], state);
}

static void
describe_output (JsonObject *answer, const BhState *state, const BhOutput *output)
{
  JsonArray *notes = json_array_new ();

  for (guint i = 0; i < output->notes->len; i++)
    json_array_add_object_element (notes, describe_note (state, output->notes->pdata[i]));
  json_object_set_string_member (answer, "text", output->text->str);
  json_object_set_array_member (answer, "notes", notes);
  json_object_set_boolean_member (answer, "same", is_read_back (state, output));
}

static void
answer_command (const BhTarget *target, const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), answer);
  g_autofree char *line = NULL;

  if (import == NULL)
    json_object_set_string_member (answer, "error", error->message);
  else
    {
      const BhState *state = import->states->pdata[0];
      g_autoptr (BhOutput) output = target->export_state (state, BH_EXPORT_DEFAULT);

      describe_output (answer, state, output);
    }
  line = json_to_string (node, FALSE);
  puts (line); /* g_print () would look at the locale */
}

int
main (int argc, char *argv[])
{
  const BhTarget *target = argc == 2 ? bh_target_find (argv[1]) : NULL;
  g_autofree char *input = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (target);
  g_assert_true (g_file_get_contents ("/dev/stdin", &input, NULL, NULL));
  lines = g_strsplit (input, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

      g_assert_nonnull (node);
      answer_command (target, json_node_get_string (node));
    }
  return 0;
}
