/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-error.h"
#include "export/bh-output.h"
#include "import/bh-inspect.h"

/* A container with one more member of its Config or HostConfig. */
#define CONTAINER(config, host_config)                                                             \
  "[{ \"Id\": \"0123456789abcdef\", \"Name\": \"\", \"Image\": \"sha256:1\","                      \
  "\"Config\": { \"AttachStdout\": true, \"AttachStderr\": true, \"Image\": \"i:1\"" config        \
  "}, \"HostConfig\": { \"NetworkMode\": \"default\"" host_config "} }]"
#define IMAGE(config) "[{ \"Id\": \"sha256:1\", \"RootFS\": {}, \"Config\": {" config "} }]"

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "inspect", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static BhImport *
read_inspect (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhImport *import;

  g_assert_cmpstr (bh_source_recognise (text, strlen (text))->id, ==, "inspect");
  import = bh_import_inspect (text, -1, &error);
  g_assert_no_error (error);
  return import;
}

static char *
write_commands (const BhImport *import,
                BhOutput *(*export_state) (const BhState *state, BhExportFlags flags))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->states->len; i++)
    {
      g_autoptr (BhOutput) output =
          export_state (g_ptr_array_index (import->states, i), BH_EXPORT_DEFAULT);

      g_string_append (text, output->text->str);
    }
  return g_string_free (text, FALSE);
}

static const char *
note_message (const BhImport *import, guint i)
{
  return ((BhNote *) g_ptr_array_index (import->notes, i))->message;
}

/* What a real engine (20.10) has said of real containers; from the commands in the golden files it
 * made the same containers again. */
static void
test_recorded (gconstpointer data)
{
  const char *name = data;
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autofree char *golden_name = g_strconcat (name, ".golden", NULL);
  g_autofree char *text = read_file (json_name);
  g_autofree char *expected = read_file (golden_name);
  g_autoptr (BhImport) import = read_inspect (text);
  g_autofree char *commands = write_commands (import, bh_export_run);

  g_assert_cmpstr (commands, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *several = read_file ("several.json");
  g_autofree char *single = read_file ("plain.json");
  g_autoptr (BhImport) import = read_inspect (several);
  g_autoptr (BhImport) one = read_inspect (single);

  g_assert_cmpuint (import->names->len, ==, 3);
  g_assert_cmpstr (import->names->pdata[1], ==, "db");
  g_assert_null (one->names);
}

/* One member, one option; and what the engine puts there by itself is none. */
static void
test_members (void)
{
  static const struct
  {
    const char *config;
    const char *host_config;
    const char *options;
  } cases[] = {
    { "", "", "" },
    { "", ", \"Memory\": 1610612736", "--memory 1536m" },
    { "", ", \"Memory\": 1000", "--memory 1000" },
    { "", ", \"Memory\": 1024, \"MemorySwap\": 2048", "--memory 1k" },
    { "", ", \"Memory\": 1024, \"MemorySwap\": -1", "--memory 1k --memory-swap -1" },
    { "", ", \"NanoCpus\": 50000000", "--cpus 0.05" },
    { "", ", \"NanoCpus\": 12000000000", "--cpus 12" },
    { "", ", \"ShmSize\": 67108864", "" },
    { "", ", \"ShmSize\": 134217728", "--shm-size 128m" },
    { "", ", \"Init\": true", "--init" },
    { "", ", \"Init\": null", "" },
    { "", ", \"PidsLimit\": 0", "" },
    { "", ", \"PidsLimit\": -1", "" },
    { "", ", \"MemorySwappiness\": 0", "--memory-swappiness 0" },
    { "", ", \"MemorySwappiness\": -1", "" },
    { "", ", \"CapAdd\": [\"CAP_SYS_TIME\", \"NET_RAW\"]", "--cap-add SYS_TIME --cap-add NET_RAW" },
    { "", ", \"CgroupnsMode\": \"private\"", "" },
    { "", ", \"CgroupnsMode\": \"host\"", "--cgroupns host" },
    { "", ", \"CgroupnsMode\": \"host\", \"OomKillDisable\": false", "" },
    { "", ", \"CgroupnsMode\": \"private\", \"OomKillDisable\": false", "--cgroupns private" },
    { "", ", \"SecurityOpt\": [\"label=disable\"]", "--security-opt label=disable" },
    { "", ", \"SecurityOpt\": [\"label=disable\"], \"PidMode\": \"host\"", "--pid host" },
    { "", ", \"SecurityOpt\": [\"label=disable\"], \"Privileged\": true", "--privileged" },
    { "", ", \"MaskedPaths\": [], \"ReadonlyPaths\": []", "--security-opt systempaths=unconfined" },
    { "", ", \"MaskedPaths\": null, \"Privileged\": true", "--privileged" },
    { "", ", \"MaskedPaths\": [\"/proc/acpi\"]", "" },
    { "", ", \"LogConfig\": { \"Type\": \"json-file\", \"Config\": {} }", "" },
    { "", ", \"LogConfig\": { \"Type\": \"local\", \"Config\": null }", "--log-driver local" },
    { "", ", \"RestartPolicy\": { \"Name\": \"no\", \"MaximumRetryCount\": 0 }", "" },
    { "", ", \"Links\": [\"/db:/web/database\"]", "--link db:database" },
    { "", ", \"PortBindings\": { \"80/tcp\": [{ \"HostIp\": \"\", \"HostPort\": \"\" }] }",
      "--publish 80" },
    { "", ", \"PortBindings\": { \"80/tcp\": [{ \"HostIp\": \"127.0.0.1\", \"HostPort\": \"\" }] }",
      "--publish 127.0.0.1::80" },
    { "",
      ", \"PortBindings\": { \"80/tcp\": [{ \"HostIp\": \"::1\", \"HostPort\": \"8000-8010\" }] }",
      "--publish '[::1]:8000-8010:80'" },
    { ", \"ExposedPorts\": { \"7/udp\": {}, \"5/udp\": {}, \"6/udp\": {}, \"9/tcp\": {} }", "",
      "--expose 9 --expose 5-7/udp" },
    { ", \"Hostname\": \"0123456789ab\"", "", "" },
    { ", \"Hostname\": \"0123456789\"", "", "--hostname 0123456789" },
    { ", \"AttachStdout\": false, \"AttachStderr\": false", "", "--detach" },
    { ", \"AttachStderr\": false", "", "--attach stdout" },
    { ", \"OpenStdin\": true, \"AttachStdin\": true, \"Tty\": true", "", "--interactive --tty" },
    { ", \"NetworkDisabled\": true", "", "--network none" },
    { ", \"StopTimeout\": 0", "", "--stop-timeout 0" },
    { ", \"Labels\": { \"a\": \"\", \"b\": \"c\" }", "", "--label a --label b=c" },
    { ", \"Healthcheck\": { \"Test\": [\"NONE\"], \"Interval\": 1000000000 }", "",
      "--no-healthcheck" },
    { ", \"Healthcheck\": { \"Test\": [\"CMD-SHELL\", \"a b\"], \"Interval\": 3605000000000 }", "",
      "--health-cmd 'a b' --health-interval 1h5s" },
    { ", \"Healthcheck\": { \"Timeout\": 1500000000, \"StartPeriod\": 2500000 }", "",
      "--health-timeout 1s500ms --health-start-period 2ms500us" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Of two members of one name json-glib would keep the last; ours is an error. */
      g_autoptr (GString) text = g_string_new (CONTAINER ("%C", "%H"));
      g_autoptr (BhImport) import = NULL;
      g_autofree char *command = NULL;
      g_autofree char *expected =
          g_strconcat ("docker run ", cases[i].options, *cases[i].options ? " " : "",
                       "--entrypoint '' i:1\n", NULL);

      if (strstr (cases[i].config, "AttachStdout") != NULL)
        g_string_replace (text, "\"AttachStdout\": true, ", "", 1);
      if (strstr (cases[i].config, "AttachStderr") != NULL)
        g_string_replace (text, "\"AttachStderr\": true, ", "", 1);
      g_string_replace (text, "%C", cases[i].config, 1);
      g_string_replace (text, "%H", cases[i].host_config, 1);
      import = read_inspect (text->str);
      command = write_commands (import, bh_export_run_oneline);
      g_assert_cmpstr (command, ==, expected);
    }
}

/* What stands in the image's own JSON goes without saying, and nothing more. */
static void
test_image (void)
{
  static const struct
  {
    const char *image;
    const char *config;
    const char *command;
  } cases[] = {
    { "\"Env\": [\"A=1\"]", ", \"Env\": [\"B=2\", \"A=1\"]", "--env B=2 i:1" },
    { "\"Env\": [\"A=1\"]", ", \"Env\": [\"A=2\"]", "--env A=2 i:1" },
    { "\"User\": \"me\"", ", \"User\": \"me\"", "i:1" },
    { "\"Cmd\": [\"a\"]", ", \"Cmd\": [\"a\"]", "i:1" },
    { "\"Cmd\": [\"a\"]", ", \"Cmd\": [\"b\", \"c d\"]", "i:1 b 'c d'" },
    { "\"Entrypoint\": [\"e\", \"f\"], \"Cmd\": [\"a\"]",
      ", \"Entrypoint\": [\"e\", \"f\"], \"Cmd\": [\"b\"]", "i:1 b" },
    { "\"Entrypoint\": [\"e\"], \"Cmd\": [\"a\"]", ", \"Entrypoint\": [\"e\"]",
      "--entrypoint e i:1" },
    { "\"Entrypoint\": [\"e\"], \"Cmd\": [\"a\"]", ", \"Entrypoint\": [\"x\", \"y\"]",
      "--entrypoint x i:1 y" },
    { "\"Entrypoint\": [\"e\"]", ", \"Cmd\": [\"ls\"]", "--entrypoint '' i:1 ls" },
    { "\"StopSignal\": \"SIGQUIT\"", ", \"StopSignal\": \"SIGQUIT\"", "i:1" },
    { "\"StopSignal\": \"SIGQUIT\"", ", \"StopSignal\": \"SIGTERM\"", "--stop-signal SIGTERM i:1" },
    { "\"Volumes\": { \"/d\": {} }", ", \"Volumes\": { \"/d\": {}, \"/e\": {} }",
      "--volume /e i:1" },
    { "\"Labels\": { \"a\": \"1\" }", ", \"Labels\": { \"a\": \"1\", \"b\": \"2\" }",
      "--label b=2 i:1" },
    { "\"Healthcheck\": { \"Test\": [\"CMD\", \"a\"], \"Retries\": 3 }",
      ", \"Healthcheck\": { \"Test\": [\"CMD\", \"a\"], \"Retries\": 5 }",
      "--health-retries 5 i:1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (CONTAINER ("%C", "") IMAGE ("%I"));
      g_autoptr (BhImport) import = NULL;
      g_autofree char *command = NULL;
      g_autofree char *expected = g_strconcat ("docker run ", cases[i].command, "\n", NULL);

      g_string_replace (text, "%C", cases[i].config, 1);
      g_string_replace (text, "%I", cases[i].image, 1);
      import = read_inspect (text->str);
      command = write_commands (import, bh_export_run_oneline);
      g_assert_cmpstr (command, ==, expected);
      g_assert_cmpuint (import->notes->len, ==, 0);
    }
}

/* What a command cannot say, or says otherwise, is told. */
static void
test_notes (void)
{
  static const struct
  {
    const char *config;
    const char *host_config;
    BhNoteKind kind;
    const char *word;
  } cases[] = {
    { "", "", BH_NOTE_CHANGED, "docker inspect i:1" },
    { "", ", \"SecurityOpt\": [\"seccomp={}\"]", BH_NOTE_CHANGED, "seccomp.json" },
    { ", \"Labels\": { \"com.docker.compose.project\": \"x\" }", "", BH_NOTE_IGNORED, "Compose" },
    { ", \"Healthcheck\": { \"Test\": [\"CMD\", \"a\", \"b\"] }", "", BH_NOTE_CHANGED, "shell" },
    { "", "}, \"NetworkSettings\": { \"Networks\": { \"bridge\": {}, \"more\": {} }", BH_NOTE_LOST,
      "docker network connect" },
    { "", "}, \"NetworkSettings\": { \"Networks\": { \"bridge\": {}, \"More\": {} }", BH_NOTE_LOST,
      "More" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (CONTAINER ("%C", "%H"));
      g_autoptr (BhImport) import = NULL;
      const BhNote *note;

      g_string_replace (text, "%C", cases[i].config, 1);
      g_string_replace (text, "%H", cases[i].host_config, 1);
      import = read_inspect (text->str);
      note = g_ptr_array_index (import->notes, import->notes->len - 1);
      g_test_message ("%s", note->message);
      g_assert_cmpint (note->kind, ==, cases[i].kind);
      g_assert_nonnull (strstr (note->message, cases[i].word));
      g_assert_cmpuint (note->where.line, ==, 1);
    }
}

/* Podman keeps the command itself. */
static void
test_podman (void)
{
  g_autoptr (BhImport) import = read_inspect (
      "[{ \"Id\": \"1\", \"Config\": { \"CreateCommand\": [\"podman\", \"run\", \"-d\","
      "\"-v\", \"/a b:/c\", \"nginx\"] }, \"HostConfig\": {} }]");
  g_autofree char *command = write_commands (import, bh_export_run_oneline);

  g_assert_cmpstr (command, ==, "podman run --detach --volume '/a b:/c' nginx\n");
}

static void
test_others_are_left_out (void)
{
  g_autoptr (BhImport) import =
      read_inspect (CONTAINER ("", "") "[{ \"Name\": \"net\", \"Driver\": \"bridge\" }]");

  g_assert_cmpuint (import->states->len, ==, 1);
  g_assert_cmpstr (note_message (import, 0), ==,
                   "This is neither a container nor an image, and was left out.");
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[{ \"RepoTags\": [] }]", "there is no container here: " },
    { "[]", "there is no container here: " },
    { "[1]", "line 1, column 2: a container is expected here" },
    { "[{ \"Config\": {}, \"HostConfig\": { \"Memory\": \"512m\" } }]",
      "line 1, column 44: docker inspect does not write" },
    { "[{ \"Config\": {\n\"Env\": [1] }, \"HostConfig\": {} }]",
      "line 2, column 9: docker inspect" },
    { "[{ \"Config\": { \"Cmd\": {} }, \"HostConfig\": {} }]",
      "line 1, column 23: docker inspect" },
    { "[{ \"Config\": {}, \"HostConfig\": { \"PortBindings\": { \"80/tcp\": [[]] } } }]",
      "line 1, column 63: docker inspect" },
    { "[{ \"Config\": {}, \"HostConfig\": { \"Ulimits\": [7] } }]",
      "line 1, column 46: docker inspect" },
    { "[{ \"Config\": {}, \"HostConfig\": { \"Memory\": 1", "line 1, column 45: a comma or the }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_import_inspect (cases[i].text, -1, &error));
      g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

int
main (int argc, char *argv[])
{
  static const char *const recorded[] = { "plain", "plain-image", "several", "wild", "wild-image" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    {
      g_autofree char *path = g_strconcat ("/inspect/recorded/", recorded[i], NULL);

      g_test_add_data_func (path, recorded[i], test_recorded);
    }
  g_test_add_func ("/inspect/names", test_names);
  g_test_add_func ("/inspect/members", test_members);
  g_test_add_func ("/inspect/image", test_image);
  g_test_add_func ("/inspect/notes", test_notes);
  g_test_add_func ("/inspect/podman", test_podman);
  g_test_add_func ("/inspect/others-are-left-out", test_others_are_left_out);
  g_test_add_func ("/inspect/errors", test_errors);
  return g_test_run ();
}
