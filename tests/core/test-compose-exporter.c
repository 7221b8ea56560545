/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <yaml.h>

#include "export/bh-output.h"
#include "import/bh-import.h"

static BhState *
read_state (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->states->len, ==, 1);
  return bh_state_ref (import->states->pdata[0]);
}

/* The file as libyaml reads it, which shares nothing with our writer. */
static void
load (const char *text, yaml_document_t *ret_document)
{
  yaml_parser_t parser;

  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const guchar *) text, strlen (text));
  if (!yaml_parser_load (&parser, ret_document))
    g_error ("line %zu: %s\n%s", parser.problem_mark.line + 1, parser.problem, text);
  yaml_parser_delete (&parser);
}

static const char *
scalar (const yaml_node_t *node)
{
  g_assert_nonnull (node);
  g_assert_cmpint (node->type, ==, YAML_SCALAR_NODE);
  g_assert_cmpuint (strlen ((const char *) node->data.scalar.value), ==, node->data.scalar.length);
  return (const char *) node->data.scalar.value;
}

/* The value of KEY, or of the first key for NULL. */
static yaml_node_t *
member (yaml_document_t *document, yaml_node_t *map, const char *key)
{
  if (map == NULL || map->type != YAML_MAPPING_NODE)
    return NULL;
  for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
       pair++)
    if (key == NULL || g_str_equal (scalar (yaml_document_get_node (document, pair->key)), key))
      return yaml_document_get_node (document, pair->value);
  return NULL;
}

static yaml_node_t *
item (yaml_document_t *document, yaml_node_t *list, guint index)
{
  g_assert_nonnull (list);
  g_assert_cmpint (list->type, ==, YAML_SEQUENCE_NODE);
  g_assert_cmpint (index, <, list->data.sequence.items.top - list->data.sequence.items.start);
  return yaml_document_get_node (document, list->data.sequence.items.start[index]);
}

static yaml_node_t *
first_service (yaml_document_t *document)
{
  yaml_node_t *services = member (document, yaml_document_get_root_node (document), "services");

  return member (document, services, NULL);
}

/* What PATH ("logging.driver") leads to in a service. Below "networks" comes the first network. */
static yaml_node_t *
find (yaml_document_t *document, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  yaml_node_t *node = first_service (document);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      node = member (document, node, steps[i]);
      if (i == 0 && steps[1] != NULL && g_str_equal (steps[0], "networks"))
        node = member (document, node, NULL);
    }
  return node;
}

/* Options come in the order of the exporter; a span is some of the text, and none is in another. */
static void
assert_spans (const BhOutput *output)
{
  gsize end = 0;

  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);

      g_assert_cmpuint (span->begin, >=, end);
      g_assert_cmpuint (span->value, >=, span->begin);
      g_assert_cmpuint (span->end, >=, span->value);
      g_assert_cmpuint (span->end, >, span->begin);
      end = span->end;
    }
  g_assert_cmpuint (end, <=, output->text->len);
}

static gboolean
is_noted (const BhOutput *output, const BhState *state, const char *option, BhNoteKind kind)
{
  for (guint i = 0; i < output->notes->len; i++)
    {
      const BhNote *note = output->notes->pdata[i];

      if (note->kind == kind && note->setting >= 0 &&
          g_str_equal (state->settings[note->setting]->option->name, option))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_nothing (const BhState *state, const BhOption *option)
{
  const BhSetting *setting = state->settings[bh_state_find_last (state, option)];

  return (!bh_option_takes_value (option) && !bh_setting_is_on (setting)) ||
         g_strcmp0 (setting->value->str, option->default_value) == 0 || setting->value->len == 0;
}

/* Where an option is said if not where the table has it. */
static const struct
{
  const char *option;
  const char *path;
} elsewhere[] = {
  { "network", "network_mode" },
  { "device", "deploy.resources.reservations.devices" },
  { "mac-address", "networks.mac_address" },
  { "volume-driver", "volumes" }, /* and at the end of the file */
};

static gboolean
is_said (yaml_document_t *document, const BhOption *option)
{
  if (option->compose != NULL && find (document, option->compose) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (g_str_equal (elsewhere[i].option, option->name))
      return find (document, elsewhere[i].path) != NULL;
  return FALSE;
}

/* The option is where Compose has it, or it is told why it is not. */
static void
check_case (const BhOption *option, const char *words)
{
  g_autofree char *command = g_strdup_printf ("docker run %s nginx", words);
  g_autoptr (BhState) state = read_state (command);
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  yaml_document_t document;

  g_test_message ("%s\n%s", command, output->text->str);
  load (output->text->str, &document);
  assert_spans (output);
  g_assert_true (is_said (&document, option) || says_nothing (state, option) ||
                 is_noted (output, state, option->name, BH_NOTE_LOST));
  yaml_document_delete (&document);
}

/* tests/conversion/options.txt: each option, in its various shapes. */
static void
test_options (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "conversion", "options.txt", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize len = strcspn (lines[i], " ");
      const BhOption *option = bh_option_find (lines[i], len);

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_assert_nonnull (option);
      g_hash_table_add (seen, (gpointer) option);
      check_case (option, lines[i] + len + strspn (lines[i] + len, " "));
    }
  for (guint i = 0; i < n_options; i++)
    if (!g_hash_table_contains (seen, &options[i]))
      g_assert_cmpstr (options[i].name, ==, "help");
}

static const struct
{
  const char *words;
  const char *service; /* all but its name and its image */
} cases[] = {
  /* What YAML would read as something else stands in quotes. */
  { "-p 8080:80 -p 22:22", "    ports:\n      - \"8080:80\"\n      - \"22:22\"\n" },
  { "-e A=yes -e B=0123 -e C=1e3 -e D=null -e E=12:30:45 -e F=2001-01-01 -e G=~ -e H=",
    "    environment:\n      A: \"yes\"\n      B: \"0123\"\n      C: \"1e3\"\n      D: \"null\"\n"
    "      E: \"12:30:45\"\n      F: \"2001-01-01\"\n      G: \"~\"\n      H: \"\"\n" },
  { "-e y=1 -e a=#b -e b='x #y' -e c='d: e' -e e='- f' -e g='&h' -e i='*j' -e k='!l' -e m='%n'",
    "    environment:\n      \"y\": \"1\"\n      a: \"#b\"\n      b: \"x #y\"\n      c: \"d: e\"\n"
    "      e: \"- f\"\n      g: \"&h\"\n      i: \"*j\"\n      k: \"!l\"\n      m: \"%n\"\n" },
  { "-e A=\"it's\" -e B='say \"x\"' -e C='\\n' -e D=' x ' -e E='a\tb' -e F='[a]' -e G='{a}'",
    "    environment:\n      A: it's\n      B: say \"x\"\n      C: \"\\\\n\"\n      D: \" x \"\n"
    "      E: \"a\\tb\"\n      F: \"[a]\"\n      G: \"{a}\"\n" },
  { "-h no --memory 512m --stop-timeout 90 --restart no",
    "    hostname: \"no\"\n    restart: \"no\"\n    stop_grace_period: 90s\n    mem_limit: "
    "512m\n" },
  /* A dollar is doubled where it is one. */
  { "-e A='$b ${c} $(d)' -e B=$X -e C=${Y:-z} -e D=\"$PWD/e\" -e E=$(pwd)",
    "    environment:\n      A: $$b $${c} $$(d)\n      B: ${X}\n      C: ${Y:-z}\n"
    "      D: ${PWD}/e\n      E: ${PWD}\n" },
  { "-v \"$PWD\":/a -v $(pwd)/b:/b -v ~/c:/c -v ~:/d -v './$e':/e -w ~/f",
    "    working_dir: ${HOME}/f\n"
    "    volumes:\n      - \".:/a\"\n      - ./b:/b\n      - ~/c:/c\n      - \"~:/d\"\n"
    "      - ./$$e:/e\n" },
  /* A name alone makes a list of the map; the last of a name counts. */
  { "-e A -e B='c d'", "    environment:\n      - A\n      - B=c d\n" },
  { "-e A=1 -e B=2 -e A=3", "    environment:\n      B: \"2\"\n      A: \"3\"\n" },
  { "--ulimit nofile=1 --ulimit nofile=2:3 --log-opt a=b --log-opt a=c",
    "    ulimits:\n      nofile:\n        soft: 2\n        hard: 3\n"
    "    logging:\n      options:\n        a: c\n" },
  { "--cap-drop ALL --cap-drop ALL -p 1:1 -p 1:1",
    "    ports:\n      - \"1:1\"\n    cap_drop:\n      - ALL\n" },
  /* Compose's own words. */
  { "-p target=80,published=8080,protocol=udp -p ::1:1:2 -p 127.0.0.1::3",
    "    ports:\n      - \"8080:80/udp\"\n      - \"[::1]:1:2\"\n      - \"127.0.0.1::3\"\n" },
  { "--expose 9000-9002/udp",
    "    expose:\n      - \"9000/udp\"\n      - \"9001/udp\"\n      - \"9002/udp\"\n" },
  { "--mount type=bind,SRC=/s,dst=/d,ro,bind-propagation=rslave",
    "    volumes:\n      - type: bind\n        source: /s\n        target: /d\n"
    "        read_only: true\n        bind:\n          propagation: rslave\n" },
  { "--mount type=tmpfs,dst=/t,tmpfs-size=64m,tmpfs-mode=700,readonly=false",
    "    volumes:\n      - type: tmpfs\n        target: /t\n        tmpfs:\n          size: 64m\n"
    "          mode: 0700\n" },
  { "--device /dev/a:rw --device /dev/b:/dev/c:r",
    "    devices:\n      - /dev/a:/dev/a:rw\n      - /dev/b:/dev/c:r\n" },
  { "--gpus '\"device=0,2\",driver=nvidia'",
    "    deploy:\n      resources:\n        reservations:\n          devices:\n"
    "            - capabilities:\n                - gpu\n              driver: nvidia\n"
    "              device_ids:\n                - \"0\"\n                - \"2\"\n" },
  { "--cpus 1/2 --shm-size .5g", "    cpus: \"0.5\"\n    shm_size: \"536870912\"\n" },
  { "--health-cmd 'a || b' --health-retries 3 --health-timeout 1m30s",
    "    healthcheck:\n      test:\n        - CMD-SHELL\n        - a || b\n      timeout: "
    "\"1m30s\"\n"
    "      retries: 3\n" },
  { "--no-healthcheck", "    healthcheck:\n      disable: true\n" },
  { "--entrypoint ''", "    entrypoint:\n      - \"\"\n" },
  { "--memory-swap -1 --pids-limit 100", "    memswap_limit: -1\n    pids_limit: 100\n" },
  { "--network host", "    network_mode: host\n" },
  { "--network-alias a --mac-address 92:d0:c6:0a:29:33",
    "    networks:\n      default:\n        aliases:\n          - a\n"
    "        mac_address: \"92:d0:c6:0a:29:33\"\n" },
  { "--volumes-from x", "    volumes_from:\n      - container:x\n" },
  { "--storage-opt size=1G --sysctl a=b",
    "    sysctls:\n      - a=b\n    storage_opt:\n      size: \"1G\"\n" },
  /* What is no number stays a string, whatever it is. */
  { "--blkio-weight '|>' --health-retries '' --health-cmd x --mount dst=/t,tmpfs-mode=%",
    "    volumes:\n      - type: volume\n        target: /t\n        tmpfs:\n"
    "          mode: \"%\"\n    blkio_config:\n      weight: \"|>\"\n    healthcheck:\n"
    "      test:\n        - CMD-SHELL\n        - x\n      retries: \"\"\n" },
  { "--read-only --init=false --tmpfs /run",
    "    init: false\n    tmpfs:\n      - /run\n    read_only: true\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strdup_printf ("docker run %s x", cases[i].words);
      g_autofree char *expected =
          g_strconcat ("services:\n  x:\n    image: x\n", cases[i].service, NULL);
      g_autoptr (BhState) state = read_state (command);
      g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);

      g_assert_cmpstr (output->text->str, ==, expected);
      assert_spans (output);
    }
}

/* What the end of the file describes. */
static void
test_declarations (void)
{
  g_autoptr (BhState) state = read_state (
      "docker run --name a.b --net front --net 'Back Net' --volume-driver local -v data:/x -v "
      "0123:/y --mount 'src=nfs,dst=/n,volume-driver=d,volume-opt=o=addr=x,volume-label=k=v' -v "
      "/nameless x");
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);

  g_assert_cmpstr (output->text->str, ==,
                   "services:\n"
                   "  a.b:\n"
                   "    image: x\n"
                   "    container_name: a.b\n"
                   "    networks:\n"
                   "      - front\n"
                   "      - BackNet\n"
                   "    volumes:\n"
                   "      - data:/x\n"
                   "      - \"0123:/y\"\n"
                   "      - /nameless\n"
                   "      - type: volume\n"
                   "        source: nfs\n"
                   "        target: /n\n"
                   "networks:\n"
                   "  front:\n"
                   "    external: true\n"
                   "  BackNet:\n"
                   "    name: Back Net\n"
                   "    external: true\n"
                   "volumes:\n"
                   "  data:\n"
                   "    name: data\n"
                   "    driver: local\n"
                   "  \"0123\":\n"
                   "    name: \"0123\"\n"
                   "    driver: local\n"
                   "  nfs:\n"
                   "    name: nfs\n"
                   "    driver: d\n"
                   "    driver_opts:\n"
                   "      o: addr=x\n"
                   "    labels:\n"
                   "      k: v\n");
  g_assert_true (is_noted (output, state, "network", BH_NOTE_CHANGED));
  g_assert_true (is_noted (output, state, "volume-driver", BH_NOTE_LOST)); /* of /nameless */
}

static void
test_notes (void)
{
  static const struct
  {
    const char *words;
    const char *option;
    BhNoteKind kind;
  } noted[] = {
    { "-e A=$(id)", "env", BH_NOTE_LOST },
    { "-e A=`id`", "env", BH_NOTE_LOST },
    { "-e A=$((1+1))", "env", BH_NOTE_LOST },
    { "-e A=$1", "env", BH_NOTE_LOST },
    { "-e A=${X%y}", "env", BH_NOTE_LOST },
    { "-e A=${X:-'b c'}", "env", BH_NOTE_LOST },
    { "-v $DATA:/x", "volume", BH_NOTE_CHANGED },
    { "--env-file a", "env-file", BH_NOTE_CHANGED },
    { "--label-file a", "label-file", BH_NOTE_CHANGED },
    { "--memory-swappiness 0", "memory-swappiness", BH_NOTE_LOST },
    { "--network bridge --ip 10.0.0.1", "ip", BH_NOTE_LOST },
    { "--network name=n,driver-opt=a=b", "network", BH_NOTE_CHANGED },
    { "--mount type=bind,src=/a,dst=/b,bind-recursive=disabled", "mount", BH_NOTE_CHANGED },
    { "--mount dst=/b,volume-opt=a=b", "mount", BH_NOTE_LOST },
    { "--mount type=bind,src=/a,dst=/b,bind-new=1", "mount", BH_NOTE_LOST },
    { "--volumes-from a:ro", "volumes-from", BH_NOTE_CHANGED },
    { "--gpus device=0,1", "gpus", BH_NOTE_LOST },
    { "--security-opt seccomp=builtin", "security-opt", BH_NOTE_LOST },
    { "--expose 1-1000", "expose", BH_NOTE_CHANGED },
    { "--sig-proxy=false", "sig-proxy", BH_NOTE_LOST },
    { "--disable-content-trust=false", "disable-content-trust", BH_NOTE_LOST },
    { "--rm", "rm", BH_NOTE_LOST },
    { "-d", "detach", BH_NOTE_LOST },
  };
  g_autoptr (BhState) fine =
      read_state ("docker run -e A=$B -v $PWD/x:/x -v $HOME:/h --rm=false --sig-proxy x");
  g_autoptr (BhState) unknown = read_state ("docker run --bogus=1 x");
  g_autoptr (BhOutput) silent = bh_export_compose (fine, BH_EXPORT_DEFAULT);
  g_autoptr (BhOutput) told = bh_export_compose (unknown, BH_EXPORT_DEFAULT);

  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    {
      g_autofree char *command = g_strdup_printf ("docker run %s x", noted[i].words);
      g_autoptr (BhState) state = read_state (command);
      g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);

      g_test_message ("%s", command);
      g_assert_true (is_noted (output, state, noted[i].option, noted[i].kind));
    }
  g_assert_cmpuint (silent->notes->len, ==, 0);
  g_assert_cmpuint (told->notes->len, ==, 1);
}

/* Several containers share a file: names do not clash, what they share is described once. */
static void
test_several (void)
{
  g_autoptr (BhState) a = read_state ("docker run -v data:/x --net n redis:7");
  g_autoptr (BhState) b = read_state ("docker run -v data:/y --net n library/redis");
  BhState *states[] = { a, b };
  g_autoptr (BhOutput) output = bh_export_compose_all (states, NULL, 2, BH_EXPORT_DEFAULT);

  g_assert_cmpstr (output->text->str, ==,
                   "services:\n"
                   "  redis:\n"
                   "    image: redis:7\n"
                   "    networks:\n"
                   "      - \"n\"\n"
                   "    volumes:\n"
                   "      - data:/x\n"
                   "  redis-2:\n"
                   "    image: library/redis\n"
                   "    networks:\n"
                   "      - \"n\"\n"
                   "    volumes:\n"
                   "      - data:/y\n"
                   "networks:\n"
                   "  \"n\":\n"
                   "    external: true\n"
                   "volumes:\n"
                   "  data:\n"
                   "    name: data\n");
}

/* Pieces that hostile texts are made of. */
static const char *const pieces[] = {
  "a",      "Z",    "0",     "7",    " ",        "'",    "\"",   "\\",       "\n",     "\r",
  "\t",     "#",    ":",     ": ",   " #",       "- ",   "-",    "?",        "&",      "*",
  "!",      "%",    "@",     "`",    "|",        ">",    "<",    "=",        "[",      "]",
  "{",      "}",    ",",     "~",    "/",        ".",    "_",    "+",        "e",      "x",
  "yes",    "null", "on",    "<<",   "---",      "...",  "0x1F", "1e3",      ".inf",   "12:30",
  "é",      "값",   "–",     "😀",    "\xc2\x85", "\x01", "\x7f", "\xc2\xa0", "\u2028", "\ufeff",
  "\u200b", "\\n",  "\\x41", "%TAG", "|-",
};

static char *
random_string (void)
{
  GString *string = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (string, FALSE);
}

/* As a key, a value and an item of a list, libyaml reads back what it was. */
static void
test_read_back (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = random_string ();
      g_autofree char *value = random_string ();
      g_autofree char *key = g_strconcat ("k", name, NULL);
      g_autofree char *pair = NULL;
      g_autoptr (BhState) empty = bh_state_new_empty ();
      g_autoptr (BhText) word = bh_text_new (value);
      BhText *words[] = { word };
      g_autoptr (BhSetting) setting = NULL;
      g_autoptr (BhState) with_setting = NULL;
      g_autoptr (BhState) state = NULL;
      g_autoptr (BhOutput) output = NULL;
      yaml_document_t document;

      g_strdelimit (key, "=", '-');
      pair = g_strdup_printf ("%s=%s", key, value);
      setting = bh_setting_new ("env", pair);
      with_setting = bh_state_add (empty, setting);
      state = bh_state_with_command (with_setting, words, 1);
      output = bh_export_compose (state, BH_EXPORT_DEFAULT);
      g_test_message ("%s", output->text->str);
      load (output->text->str, &document);
      g_assert_cmpstr (scalar (member (&document, find (&document, "environment"), key)), ==,
                       value);
      g_assert_cmpstr (scalar (item (&document, find (&document, "command"), 0)), ==, value);
      yaml_document_delete (&document);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose-exporter/cases", test_cases);
  g_test_add_func ("/compose-exporter/options", test_options);
  g_test_add_func ("/compose-exporter/declarations", test_declarations);
  g_test_add_func ("/compose-exporter/notes", test_notes);
  g_test_add_func ("/compose-exporter/several", test_several);
  g_test_add_func ("/compose-exporter/read-back", test_read_back);
  return g_test_run ();
}
