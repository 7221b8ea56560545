/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-error.h"
#include "export/bh-compose-rest-writer.h"
#include "import/bh-compose-rest-reader.h"
#include "run/bh-state.h"

/* All kinds of texts that a file may hold. */
static const char full[] =
    "service: web\n"
    "keys:\n"
    "  build: {context: ., args: [A=1, \"B=two words\", \"\"]}\n"
    "  depends_on: [db]\n"
    "  x-odd: {\"80\": 80, yes: \"yes\", n: null, e: , f: 1.10, t: !reset null}\n"
    "top:\n"
    "  configs:\n"
    "    c:\n"
    "      content: |\n"
    "        server {\n"
    "\n"
    "          root /x;\n"
    "        }\n"
    "  x-lists: [[a, [b]], {}, [], [{a: [c]}]]\n"
    "  x-text: \"  two\\nlines \\x01\"\n"
    "originals:\n"
    "  - {option: publish, value: {text: '8080:80', expansions: []}, key: ports, item: true,\n"
    "     node: {target: 80, published: \"8080\", mode: host}}\n"
    "  - {option: entrypoint, value: {text: é, expansions: []},\n"
    "     words: [{text: b, expansions: []}, {text: '$C', expansions: [0, 2, 0, 1]}],\n"
    "     key: entrypoint, node: é b $C}\n"
    "  - {option: image, value: {text: app, expansions: []}, key: image}\n";

static BhComposeRest *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhComposeRest *rest = bh_compose_rest_parse (text, -1, &error);

  g_assert_no_error (error);
  return rest;
}

static void
test_round_trip (void)
{
  g_autoptr (BhComposeRest) rest = parse (full);
  g_autofree char *text = bh_compose_rest_to_string (rest);
  g_autoptr (BhComposeRest) again = parse (text);
  const BhComposeOriginal *original = g_ptr_array_index (again->originals, 1);

  g_assert_true (bh_compose_rest_equal (rest, again));
  g_assert_cmpstr (again->service, ==, "web");
  g_assert_cmpuint (again->originals->len, ==, 3);
  g_assert_cmpuint (original->words->len, ==, 2);
  g_assert_true (((BhText *) original->words->pdata[1])->expansions[0].splits);
  g_assert_false (original->is_item);
  g_assert_true (((BhComposeOriginal *) again->originals->pdata[0])->is_item);
  g_assert_null (((BhComposeOriginal *) again->originals->pdata[2])->node);
  /* A script stays readable. */
  g_assert_nonnull (strstr (text, "content: |\n        server {\n\n          root /x;\n"));
}

static void
test_empty (void)
{
  g_autoptr (BhComposeRest) none = bh_compose_rest_new ("web", NULL, NULL, NULL);
  g_autofree char *text = bh_compose_rest_to_string (none);
  g_autoptr (BhComposeRest) again = parse (text);
  g_autoptr (BhComposeRest) some = parse ("keys: {profiles: [x]}\n");

  g_assert_true (bh_compose_rest_equal (none, again));
  g_assert_true (bh_compose_rest_equal (none, NULL));
  g_assert_false (bh_compose_rest_equal (some, NULL));
  g_assert_false (bh_compose_rest_equal (none, some));
}

static const struct
{
  const char *text;
  const char *message;
} wrong[] = {
  { "", "what is kept of a Compose file is a map with the maps “keys” and “top”" },
  { "[]\n", "line 1, column 1: what is kept of a Compose file is a map with the maps “keys” and "
            "“top”" },
  { "keys: 1\n",
    "line 1, column 1: what is kept of a Compose file is a map with the maps “keys” and "
    "“top”" },
  { "originals: {}\n", "line 1, column 12: “originals” is a list" },
  { "originals: [{option: a}]\n",
    "line 1, column 13: an original has an option, a value or words, and a key" },
  { "originals: [1]\n",
    "line 1, column 13: an original has an option, a value or words, and a key" },
  { "originals: [{option: a, key: b, value: {text: é, expansions: [1, 2, 0, 0]}}]\n",
    "line 1, column 13: an original has an option, a value or words, and a key" },
  { "keys: [\n", "line 2, column 1: a value is expected here" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_compose_rest_parse (wrong[i].text, -1, &error));
      g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, wrong[i].message);
    }
}

/* What would be written into a file without anybody having seen it in the form. */
static const struct
{
  const char *text;
  const char *what; /* NULL: nothing is wrong with it */
} smuggled[] = {
  { "keys: {privileged: true}\n", "privileged" },
  { "keys: {image: x}\n", "image" },
  { "keys: {command: x}\n", "command" },
  { "keys: {cap_add: [ALL]}\n", "cap-add" },
  { "keys: {deploy: {resources: {limits: {memory: 1g}}}}\n", "memory" },
  { "keys: {deploy: {resources: {reservations: {cpus: '1'}}}}\n", NULL },
  { "keys: {networks: {a: {priority: 5}}}\n", NULL },
  { "keys: {networks: {a: {priority: 5, aliases: [b]}}}\n", "networks" },
  { "keys: {networks: {a: {}}}\n", "networks" },
  { "keys: {secrets: [s]}\ntop: {secrets: {s: {environment: E}}}\n", NULL },
  { "keys: {secrets: [s]}\ntop: {secrets: {s: {file: /etc/shadow}}}\n", "mount" },
  { "top: {services: {other: {privileged: true}}}\n", "services" },
  { "originals: [{option: privileged, value: {text: \"false\", expansions: []}, key: privileged, "
    "node: "
    "true}]\n",
    "privileged" },
  { "originals: [{option: publish, value: {text: '127.0.0.1:80:80', expansions: []}, key: ports, "
    "item: "
    "true, node: {target: 80, published: 80, mode: host}}]\n",
    "ports" },
  { "originals: [{option: name, value: {text: a, expansions: []}, key: deploy, node: {replicas: "
    "2}}]\n",
    "deploy" },
  /* By saying nothing. */
  { "originals: [{option: cap-drop, value: {text: ALL, expansions: []}, key: cap_drop}]\n",
    "cap_drop" },
  { "originals: [{option: network, value: {text: none, expansions: []}, key: networks}]\n",
    "networks" },
  { "originals: [{option: network, value: {text: n, expansions: []}, key: networks}]\n"
    "top: {networks: {default: {name: n, external: true}}}\n",
    NULL },
  { "originals: [{option: image, value: {text: a, expansions: []}, key: image}]\n", "image" },
  { "originals: [{option: image, value: {text: a, expansions: []}, key: image}]\n"
    "keys: {build: .}\n",
    NULL },
  /* A service for a container is what originals are for; more is not. */
  { "originals: [{option: network, value: {text: 'container:b', expansions: []}, key: "
    "network_mode, "
    "node: service:a}]\n",
    NULL },
  { "originals: [{option: network, value: {text: none, expansions: []}, key: network_mode, node: "
    "service:a}]\n",
    "network_mode" },
  { "originals: [{option: volumes-from, value: {text: 'b:ro', expansions: []}, key: volumes_from, "
    "item: "
    "true, node: 'a:ro'}]\n",
    NULL },
  { "originals: [{option: volumes-from, value: {text: 'b:ro', expansions: []}, key: volumes_from, "
    "item: "
    "true, node: a}]\n",
    "volumes_from" },
  { "originals: [{option: command, words: [{text: a, expansions: []}], key: command, node: b}]\n",
    "command" },
  { "originals: [{option: command, words: [{text: a, expansions: []}], key: privileged, node: "
    "true}]\n",
    "privileged" },
};

static void
test_smuggled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (smuggled); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhComposeRest) rest = bh_compose_rest_parse (smuggled[i].text, -1, &error);
      g_autofree char *message = g_strdup_printf ("what is kept of a Compose file is what no "
                                                  "setting says, and “%s” is not "
                                                  "that",
                                                  smuggled[i].what);

      g_test_message ("%s", smuggled[i].text);
      if (smuggled[i].what == NULL)
        g_assert_no_error (error);
      else
        g_assert_cmpstr (error != NULL ? error->message : "", ==, message);
    }
}

/* Every edit of a document keeps it, and it counts when documents are compared. */
static void
test_state (void)
{
  g_autoptr (BhComposeRest) rest = parse (full);
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (BhState) state = bh_state_with_rest (empty, rest);
  g_autoptr (BhSetting) setting = bh_setting_new ("publish", "80");
  g_autoptr (BhText) image = bh_text_new ("nginx");
  g_autoptr (BhState) added = bh_state_add (state, setting);
  g_autoptr (BhState) replaced = bh_state_replace (added, 0, setting);
  g_autoptr (BhState) removed = bh_state_remove (replaced, 0);
  g_autoptr (BhState) named = bh_state_with_image (removed, image);
  g_autoptr (BhState) worded = bh_state_with_command (named, &image, 1);
  g_autoptr (BhState) without = bh_state_with_rest (worded, NULL);

  g_assert_false (bh_state_equal (empty, state));
  g_assert_true (bh_state_equal (state, removed));
  g_assert_true (worded->rest == rest);
  g_assert_null (without->rest);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose-rest/round-trip", test_round_trip);
  g_test_add_func ("/compose-rest/empty", test_empty);
  g_test_add_func ("/compose-rest/wrong", test_wrong);
  g_test_add_func ("/compose-rest/smuggled", test_smuggled);
  g_test_add_func ("/compose-rest/state", test_state);
  return g_test_run ();
}
