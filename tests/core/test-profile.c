/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include <json-glib/json-glib.h>

#include "bh-error.h"
#include "hostile-text.h"
#include "import/bh-compose-rest-reader.h"
#include "import/bh-import.h"

#define HEAD "{ \"format\": \"bulkhead-profile\", \"version\": 1"

static BhState *
read_command (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  return bh_state_ref (g_ptr_array_index (import->states, 0));
}

static BhImport *
read_profile (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhImport *import = bh_import_text (text, -1, &error);

  if (error != NULL)
    g_test_message ("%s", text);
  g_assert_no_error (error);
  return import;
}

/* What is read is the same state, and is written the same way again. */
static void
assert_round_trip (const BhState *state)
{
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);
  g_autoptr (BhImport) import = read_profile (output->text->str);
  g_autoptr (BhOutput) again = NULL;

  g_assert_cmpuint (import->states->len, ==, 1);
  again = bh_export_profile (import->states->pdata[0], BH_EXPORT_DEFAULT);
  g_assert_cmpstr (again->text->str, ==, output->text->str);
  g_assert_true (bh_state_equal (import->states->pdata[0], state));
}

static void
test_layout (void)
{
  g_autoptr (BhState) plain =
      read_command ("sudo podman --remote create -p 80:80 --rm --read-only=0 -v \"$PWD\":/x:ro "
                    "--bogus=1 nginx sh -c 'a\nb'");
  g_autoptr (BhAcceptance) acceptance =
      bh_acceptance_new ("memory-unlimited", "", "a \"test\" machine");
  g_autoptr (BhState) state = bh_state_with_acceptance (plain, acceptance);
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);

  g_assert_cmpstr (output->text->str, ==,
                   "{\n"
                   "  \"format\": \"bulkhead-profile\",\n"
                   "  \"version\": 1,\n"
                   "  \"engine\": \"podman\",\n"
                   "  \"verb\": \"create\",\n"
                   "  \"prefix\": [\n"
                   "    \"sudo\"\n"
                   "  ],\n"
                   "  \"globals\": [\n"
                   "    \"--remote\"\n"
                   "  ],\n"
                   "  \"settings\": [\n"
                   "    { \"option\": \"publish\", \"value\": \"80:80\" },\n"
                   "    { \"option\": \"rm\" },\n"
                   "    { \"option\": \"read-only\", \"value\": \"0\" },\n"
                   "    { \"option\": \"volume\", \"value\": [{ \"parameter\": \"$PWD\" }, "
                   "\":/x:ro\"] },\n"
                   "    { \"unknown\": \"--bogus=1\" }\n"
                   "  ],\n"
                   "  \"image\": \"nginx\",\n"
                   "  \"command\": [\n"
                   "    \"sh\",\n"
                   "    \"-c\",\n"
                   "    \"a\\nb\"\n"
                   "  ],\n"
                   "  \"accepted\": [\n"
                   "    { \"rule\": \"memory-unlimited\", \"subject\": \"\", \"reason\": \"a "
                   "\\\"test\\\" machine\" }\n"
                   "  ]\n"
                   "}\n");
  assert_round_trip (state);
}

static void
test_spans (void)
{
  g_autoptr (BhState) state = read_command ("docker run -p 80:80 --rm nginx");
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);
  static const char *const words[] = {
    "{ \"option\": \"publish\", \"value\": \"80:80\" }",
    "{ \"option\": \"rm\" }",
    "\"nginx\"",
  };

  g_assert_cmpuint (output->spans->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);
      g_autofree char *text = g_strndup (output->text->str + span->begin, span->end - span->begin);

      g_assert_cmpstr (text, ==, words[i]);
    }
}

static void
test_empty (void)
{
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (BhImport) least = read_profile (HEAD "}");

  assert_round_trip (empty);
  g_assert_true (bh_state_equal (least->states->pdata[0], empty));
}

/* Where settings were read, for whoever has to point at them. */
static void
test_origins (void)
{
  g_autoptr (BhImport) import = read_profile (HEAD ",\n"
                                                   "  \"image\": \"nginx\",\n"
                                                   "  \"settings\": [\n"
                                                   "    { \"option\": \"rm\" },\n"
                                                   "    { \"option\": \"init\" }]}");
  const BhState *state = import->states->pdata[0];

  g_assert_cmpuint (state->image_origin.line, ==, 2);
  g_assert_cmpuint (state->image_origin.column, ==, 12);
  g_assert_cmpuint (state->settings[0]->origin.line, ==, 4);
  g_assert_cmpuint (state->settings[1]->origin.line, ==, 5);
  g_assert_cmpuint (state->settings[1]->origin.column, ==, 5);
}

static void
test_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "run-commands.jsonl", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (BhImport) import = NULL;
      JsonObject *entry;

      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      entry = json_node_get_object (json_parser_get_root (parser));
      import = bh_import_command (json_object_get_string_member (entry, "command"), -1, NULL);
      for (guint j = 0; import != NULL && j < import->states->len; j++, n++)
        assert_round_trip (import->states->pdata[j]);
    }
  g_assert_cmpuint (n, >, 1000);
}

static BhSetting *
random_setting (void)
{
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);
  const BhOption *option = &options[g_test_rand_int_range (0, (int) n_options)];
  BhSetting *setting;

  if (g_test_rand_int_range (0, 20) == 0)
    setting = bh_setting_new_unknown (bh_text_new ("--bogus=a\"b"), NULL, NULL);
  else if (!bh_option_takes_value (option) && g_test_rand_bit ())
    setting = bh_setting_new (option->name, "true");
  else
    setting = bh_setting_new_take (option, hostile_text (TRUE), NULL);
  if (g_test_rand_int_range (0, 5) == 0)
    bh_setting_set_extra (setting, "\"comment\": [\"ü\",\n null], \"a\\\"b\": 1e400");
  return setting;
}

static BhAcceptance *
random_acceptance (void)
{
  g_autoptr (BhText) subject = hostile_text (FALSE);
  g_autoptr (BhText) reason = hostile_text (FALSE);
  BhAcceptance *acceptance = bh_acceptance_new ("some-rule", subject->str, reason->str);

  if (g_test_rand_bit ())
    bh_acceptance_set_extra (acceptance, "\"until\": \"2030-01-01\"");
  return acceptance;
}

static BhState *
random_state (void)
{
  g_auto (BhStateBuilder) builder = { 0 };
  g_autoptr (BhAcceptance) acceptance = random_acceptance ();
  g_autoptr (BhState) state = NULL;

  bh_state_builder_init (&builder);
  builder.engine = g_test_rand_bit () ? BH_ENGINE_PODMAN : BH_ENGINE_DOCKER;
  builder.verb = g_test_rand_bit () ? BH_VERB_CREATE : BH_VERB_RUN;
  if (g_test_rand_bit ())
    bh_state_builder_add_prefix (&builder, bh_text_new ("sudo"));
  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    bh_state_builder_add_setting (&builder, random_setting ());
  if (g_test_rand_bit ())
    bh_state_builder_set_image (&builder, hostile_text (TRUE), NULL);
  for (int n = g_test_rand_int_range (0, 4); n > 0 && builder.image != NULL; n--)
    bh_state_builder_add_command (&builder, hostile_text (TRUE));
  if (g_test_rand_bit ())
    bh_state_builder_set_extra (&builder, "\"x\": { \"y\": [1, 2.50]\n  }, \"z\": \"\\u00e9\"");
  state = bh_state_builder_end (&builder);
  return bh_state_with_acceptance (state, acceptance);
}

/* Found by chance: what looks like the fence of a Markdown block within a value. */
static void
test_fence (void)
{
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (BhText) image = bh_text_new ("nginx");
  g_autoptr (BhState) with_image = bh_state_with_image (empty, image);
  g_autoptr (BhSetting) setting = bh_setting_new ("label", "a=\\\n```\n  ````sh\nb");
  g_autoptr (BhState) state = bh_state_add (with_image, setting);

  assert_round_trip (state);
}

static void
test_hostile (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (BhState) state = random_state ();

      assert_round_trip (state);
    }
}

/* An older Bulkhead keeps what a newer one has to say, and what a person wrote beside it. */
static void
test_unknown_members (void)
{
  g_autoptr (BhImport) import =
      read_profile ("{ \"format\": \"bulkhead-profile\", \"later\": [1,\n  2.50], \"version\": 1,\n"
                    "\"settings\": [{ \"comment\": \"why\", \"option\": \"rm\" },\n"
                    "{ \"option\": \"brand-new\", \"value\": [{ \"parameter\": \"$A\" }, \"b\"] }],"
                    "\"accepted\": [{ \"rule\": \"a\", \"until\": null, \"subject\": \"b\","
                    "\"reason\": \"c\" }] }");
  const BhState *state = import->states->pdata[0];
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);

  g_assert_cmpstr (output->text->str, ==,
                   "{\n"
                   "  \"format\": \"bulkhead-profile\",\n"
                   "  \"version\": 1,\n"
                   "  \"engine\": \"docker\",\n"
                   "  \"verb\": \"run\",\n"
                   "  \"settings\": [\n"
                   "    { \"option\": \"rm\", \"comment\": \"why\" },\n"
                   "    { \"unknown\": [\"--brand-new=\", { \"parameter\": \"$A\" }, \"b\"] }\n"
                   "  ],\n"
                   "  \"accepted\": [\n"
                   "    { \"rule\": \"a\", \"subject\": \"b\", \"reason\": \"c\", \"until\": null "
                   "}\n"
                   "  ],\n"
                   "  \"later\": [1,\n  2.50]\n"
                   "}\n");
  g_assert_cmpuint (import->notes->len, ==, 2);
  g_assert_cmpint (((BhNote *) import->notes->pdata[0])->kind, ==, BH_NOTE_UNKNOWN);
  assert_round_trip (state);
}

/* What a Compose file said beside stays with the container. */
static void
test_compose_rest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhComposeRest) rest =
      bh_compose_rest_parse ("service: web\nkeys:\n  depends_on: [db]\n  x-text: "
                             "\"a\\n\\\"b\\\"\\n\"\ntop: {}\n",
                             -1, &error);
  g_autoptr (BhState) plain = read_command ("docker run --rm nginx");
  g_autoptr (BhState) state = bh_state_with_rest (plain, rest);
  g_autoptr (BhOutput) output = bh_export_profile (state, BH_EXPORT_DEFAULT);
  g_autoptr (BhImport) import = read_profile (output->text->str);
  const BhState *again = import->states->pdata[0];

  g_assert_no_error (error);
  assert_round_trip (state);
  g_assert_cmpstr (again->rest->service, ==, "web");
  g_assert_nonnull (strstr (output->text->str, "  \"compose\": [\n    \"service: web\",\n"));
}

static void
test_lists (void)
{
  g_autoptr (BhState) a = read_command ("docker run a");
  g_autoptr (BhState) b = read_command ("docker run --rm b");
  BhState *const states[] = { a, b };
  static const char *const names[] = { "web", "db" };
  g_autoptr (BhOutput) output = bh_export_profile_all (states, names, 2, BH_EXPORT_DEFAULT);
  g_autoptr (BhOutput) unnamed = bh_export_profile_all (states, NULL, 2, BH_EXPORT_DEFAULT);
  g_autoptr (BhImport) import = read_profile (output->text->str);
  g_autoptr (BhImport) nameless = read_profile (unnamed->text->str);
  g_autoptr (BhImport) in_a_row = read_profile (HEAD "}\n" HEAD "}\n" HEAD "}");

  g_assert_cmpuint (import->states->len, ==, 2);
  g_assert_true (bh_state_equal (import->states->pdata[0], a));
  g_assert_true (bh_state_equal (import->states->pdata[1], b));
  g_assert_cmpstr (import->names->pdata[1], ==, "db");
  g_assert_null (nameless->names);
  g_assert_cmpuint (in_a_row->states->len, ==, 3);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{ \"format\": \"bulkhead-profile\" }",
      "line 1, column 1: “version” is expected here, with the number 1" },
    { "{ \"format\": \"bulkhead-profile\", \"version\": 2 }",
      "line 1, column 44: this profile is of version 2, which a later Bulkhead writes; this one "
      "reads version 1" },
    { HEAD ", \"engine\": \"dcoker\" }",
      "line 1, column 57: one of these is expected here, in double quotes: docker, podman" },
    { HEAD ", \"settings\": {} }", "line 1, column 59: “settings” is a [list]" },
    { HEAD ",\n \"settings\": [\n  { \"option\": \"publish\" } ] }",
      "line 3, column 3: --publish needs a value: “value” is missing here" },
    { HEAD ",\n \"settings\": [\n  { \"value\": \"x\" } ] }",
      "line 3, column 3: “option” is expected here, with a text in double quotes" },
    { HEAD ",\n \"settings\": [\n  { \"option\": \"cpus\", \"value\": 2 } ] }",
      "line 3, column 32: a text is expected here: in double quotes, or a list of its pieces" },
    { HEAD ", \"image\": [{ \"variable\": \"$A\" }] }",
      "line 1, column 71: an expansion is one of “parameter”, “command”, “arithmetic” and “tilde” "
      "with its words as a text" },
    { HEAD ", \"accepted\": [{ \"rule\": \"a\", \"subject\": \"b\" }] }",
      "line 1, column 60: “reason” is expected here, with a text in double quotes" },
    { HEAD ",\n\"settings\": [{ \"option\": \"rm\" }\n{ \"option\": \"init\" }] }",
      "line 3, column 1: a comma or the ] of the list is expected here" },
    { HEAD ", \"settings\": [], \"settings\": [] }",
      "line 1, column 1: a member of this object stands in it twice: keep one of them" },
    { HEAD ", \"compose\": [1] }",
      "line 1, column 59: “compose” is a list of lines of YAML, each in double quotes" },
    { HEAD ", \"compose\": [\"[\"] }", "line 1, column 58: the YAML under “compose” is wrong: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_import_text (cases[i].text, -1, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
      g_assert_cmpint (error->domain, ==, BH_ERROR);
    }
}

/* A profile from a stranger must not become a command that says more than the rules have seen. */
static void
test_smuggling (void)
{
  static const char *const cases[] = {
    "\"settings\": [{ \"unknown\": \"--privileged\" }]",
    "\"settings\": [{ \"unknown\": \"-v/:/host\" }]",
    "\"settings\": [{ \"unknown\": \"--\" }, { \"option\": \"read-only\" }]",
    "\"settings\": [{ \"unknown\": \"image\" }]",
    "\"settings\": [{ \"unknown\": \"--bogus\", \"value\": \"--privileged\" }]",
    "\"settings\": [{ \"option\": \"bogus --privileged\" }]",
    "\"settings\": [{ \"option\": \"publish=80:80\" }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [{ \"parameter\": \"$A --privileged\" }] }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [{ \"parameter\": \"\\\"; rm -rf ~; \\\"\" "
    "}] }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [{ \"parameter\": \"$(id)\" }] }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [{ \"command\": \"$(id\" }] }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [\"A=\", { \"tilde\": \"~\" }] }]",
    "\"settings\": [{ \"option\": \"env\", \"value\": [{ \"parameter\": \"\" }] }]",
    "\"prefix\": [\"docker\", \"run\", \"--privileged\", \"evil\"]",
    "\"prefix\": [\"rm\", \"-rf\", \"/\"]",
    "\"globals\": [\"run\", \"--privileged\"]",
    "\"command\": [\"sh\", [{ \"parameter\": \"$A; rm -rf ~\", \"splits\": true }]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD ", \"image\": \"nginx\", ", cases[i], "}", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BhImport) import = bh_import_text (text, -1, &error);

      g_test_message ("%s", text);
      g_assert_null (import);
      g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
    }
}

/* Nor a Compose file: what rules look at are the settings. */
static void
test_smuggling_compose (void)
{
  static const char *const cases[] = {
    "\"keys:\", \"  privileged: true\"",
    "\"keys: {deploy: {}, privileged: true}\"",
    "\"originals: [{option: image, value: 'n:1', key: privileged, node: true}]\"",
    "\"originals: [{option: image, value: 'n:1', key: image, node: {privileged: true}}]\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strconcat (HEAD ", \"image\": \"n:1\", \"compose\": [", cases[i], "] }", NULL);
      g_autoptr (BhImport) import = bh_import_text (text, -1, NULL);
      g_autoptr (BhOutput) output = NULL;

      g_test_message ("%s", text);
      if (import == NULL)
        continue;
      output = bh_export_compose (import->states->pdata[0], BH_EXPORT_DEFAULT);
      g_assert_null (strstr (output->text->str, "privileged"));
    }
}

/* The word in the value of something else does not make a profile of it. */
static void
test_recognise (void)
{
  static const struct
  {
    const char *text;
    const char *source;
  } cases[] = {
    { HEAD "}", "profile" },
    { "\n [ \n" HEAD "}]", "profile" },
    { "\xef\xbb\xbf" HEAD "}", "profile" },
    { "{ \"version\": 9, \"format\"\n:\t\"bulkhead-profile\" }", "profile" },
    { "docker run -e '" HEAD "}' nginx", "command" },
    { "{ docker run nginx; }", "command" },
    { "[root@host ~]# docker run nginx", "command" },
    { "", "command" },
    { "{", "command" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize len = strlen (cases[i].text);
      g_autofree char *unterminated = g_memdup2 (cases[i].text, MAX (len, 1));

      g_assert_cmpstr (bh_source_recognise (unterminated, len)->id, ==, cases[i].source);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/layout", test_layout);
  g_test_add_func ("/profile/spans", test_spans);
  g_test_add_func ("/profile/empty", test_empty);
  g_test_add_func ("/profile/origins", test_origins);
  g_test_add_func ("/profile/corpus", test_corpus);
  g_test_add_func ("/profile/fence", test_fence);
  g_test_add_func ("/profile/hostile", test_hostile);
  g_test_add_func ("/profile/unknown-members", test_unknown_members);
  g_test_add_func ("/profile/compose-rest", test_compose_rest);
  g_test_add_func ("/profile/lists", test_lists);
  g_test_add_func ("/profile/errors", test_errors);
  g_test_add_func ("/profile/smuggling", test_smuggling);
  g_test_add_func ("/profile/smuggling-compose", test_smuggling_compose);
  g_test_add_func ("/profile/recognise", test_recognise);
  return g_test_run ();
}
