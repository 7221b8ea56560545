/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"

#include <string.h>

#include "bh-error.h"
#include "export/bh-output.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *run;   /* the containers as lines of long options; or what the error says */
  const char *notes; /* first letters of their kinds: repaired, ignored, unknown */
} Case;

static char *
dup_runs (const BhImport *import)
{
  g_autoptr (GString) runs = g_string_new (NULL);

  for (guint i = 0; i < import->states->len; i++)
    {
      g_autoptr (BhOutput) output = bh_export_run_oneline (import->states->pdata[i], 0);

      g_string_append (runs, output->text->str);
    }
  g_string_truncate (runs, runs->len - 1);
  return g_string_free (g_steal_pointer (&runs), FALSE);
}

static char *
dup_note_kinds (const BhImport *import)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < import->notes->len; i++)
    {
      const BhNote *note = import->notes->pdata[i];

      g_test_message ("%u:%u %s", note->where.line, note->where.column, note->message);
      g_string_append_c (kinds, bh_note_kind_to_string (note->kind)[0]);
    }
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (test->text, -1, &error);
  g_autofree char *runs = NULL;
  g_autofree char *kinds = NULL;

  if (error != NULL)
    {
      g_test_message ("%s", error->message);
      g_assert_null (import);
      g_assert_nonnull (strstr (error->message, test->run));
      return;
    }
  runs = dup_runs (import);
  kinds = dup_note_kinds (import);
  g_assert_cmpstr (runs, ==, test->run);
  g_assert_cmpstr (kinds, ==, test->notes ? test->notes : "");
}

static const Case cases[] = {
  /* What the client's own parser makes of options. */
  { "long", "docker run --name web --publish=80:80 nginx",
    "docker run --name web --publish 80:80 nginx" },
  { "bundle", "docker run -itd nginx", "docker run --interactive --tty --detach nginx" },
  { "bundle-value", "docker run -dp 80:80 nginx", "docker run --detach --publish 80:80 nginx" },
  { "attached", "docker run -p80:80 -v/a:/b nginx",
    "docker run --publish 80:80 --volume /a:/b nginx" },
  { "attached-equals", "docker run -e=A=b -e==x -e= nginx",
    "docker run --env A=b --env '=x' --env '=' nginx" },
  { "long-equals", "docker run --env=A=b --name= nginx", "docker run --env A=b --name '' nginx" },
  { "flag-false", "docker run --rm=false -t=false -i true",
    "docker run --rm=false --tty=false --interactive true" },
  { "flag-takes-no-word", "docker run --init false", "docker run --init false" },
  { "value-like-option", "docker run --name -d nginx", "docker run --name -d nginx" },
  { "order-kept", "docker run --name a -d --name b nginx",
    "docker run --name a --detach --name b nginx" },
  { "dashes", "docker run -d -- nginx -g x", "docker run --detach nginx -g x" },
  { "dashes-image", "docker run -- -x y", "docker run -- -x y" },
  { "dashes-value", "docker run --name -- nginx", "docker run --name -- nginx" },
  { "command", "docker run nginx --name x -d -- ;", "docker run nginx --name x -d --" },
  { "hidden-alias", "docker run --net host nginx", "docker run --network host nginx" },
  { "unknown", "docker run --bogus -d --bad=1 nginx", "docker run --bogus --detach --bad=1 nginx",
    "uu" },
  { "unknown-letter", "docker run -diZ5 nginx", "docker run --detach --interactive -Z5 nginx",
    "u" },
  { "options-variable", "docker run $OPTS -d nginx", "docker run $OPTS --detach nginx", "u" },
  { "image-variable", "docker run -d $IMAGE $ARGS", "docker run --detach $IMAGE $ARGS" },

  /* What is wrong. */
  { "no-image", "docker run -d", "line 1, column 14: there is no image" },
  { "no-image-lab", "docker run -lab", "“-lab” was read as options" },
  { "no-image-value", "docker run -d\\\n -p nginx\n",
    "line 2, column 10: there is no image: “nginx” is" },
  { "no-value", "docker run --name", "line 1, column 18: --name needs a value" },
  { "bad-flag", "docker run ---x nginx", "line 1, column 12: “---x” is no option" },
  { "open-quote", "docker run -e 'A=b nginx", "line 1, column 15: the quote '" },
  { "nothing", "hello world", "“docker run …” is expected" },
  { "other-verb", "docker ps", "“docker run …” is expected" },
  { "empty", "", "“docker run …” is expected" },

  /* Whose command it is. */
  { "create", "docker create nginx", "docker create nginx" },
  { "container-run", "docker container run -d nginx", "docker run --detach nginx" },
  { "podman", "podman run --pod x --userns keep-id --replace a",
    "podman run --pod x --userns keep-id --replace a", "uu" },
  { "globals", "docker -H ssh://h --context=c -D container --log-level debug run -d nginx",
    "docker -H ssh://h --context=c -D --log-level debug run --detach nginx" },
  { "path", "/usr/bin/docker run nginx", "docker run nginx" },
  { "exe", "docker.exe run nginx", "docker run nginx" },
  { "prefix", "sudo -E -u joe A='b c' docker run nginx",
    "sudo -E -u joe A='b c' docker run nginx" },
  { "prefix-more", "A=~/x time nohup docker run nginx", "A=~/x time nohup docker run nginx" },
  { "prefix-variable", "$SUDO docker run nginx", "$SUDO docker run nginx" },

  /* Several, and what is around them. */
  { "two-lines", "docker run a\ndocker run b\n", "docker run a\ndocker run b" },
  { "and", "docker run a && docker run b; docker run c",
    "docker run a\ndocker run b\ndocker run c" },
  { "others", "cd /x; docker network create n && docker run a", "docker run a", "ii" },
  { "keyword", "if docker run a; then docker run b; fi", "docker run a\ndocker run b", "i" },
  { "pipe", "docker run a tar -c | tar -x", "docker run a tar -c", "i" },
  { "pipe-into", "echo x | docker run -i a", "docker run --interactive a", "i" },
  { "redirection", "docker run a cat >b 2>&1", "docker run a cat", "i" },
  { "background", "docker run a & docker run b", "docker run a\ndocker run b", "i" },
  { "comment", "# first\ndocker run a # x\n", "docker run a", "i" },
  { "commented-out", "#docker run a\n# docker run b", "docker run b", "r" },
  { "commented-out-too", "# docker run a\ndocker run b", "docker run b" },
  { "assigned", "ID=$(docker run -d a)", "docker run --detach a", "i" },
  { "substituted", "docker logs \"$(docker run -d 'a b')\"", "docker run --detach 'a b'", "i" },
  { "in-quotes", "ssh -t host 'docker run -d a'", "docker run --detach a", "i" },
  { "alias", "alias x=\"docker run 'a b'\"", "docker run 'a b'", "i" },
  { "here-document",
    "docker run -i a <<'X Y' && docker run b\nit's docker run c\nX Y\ndocker run d",
    "docker run --interactive a\ndocker run b\ndocker run d", "i" },
  { "here-document-open", "docker run a << 4\ndocker run b", "docker run a\ndocker run b", "i" },
  { "systemd", "[Service]\nExecStart=/usr/bin/docker run a", "docker run a" },
  { "not-substituted", "docker run -e A=$(docker run b) c",
    "docker run --env \"A=$(docker run b)\" c" },

  /* As found in the wild. */
  { "prompt", "$ docker run a\nb\n$ docker run c", "docker run a\ndocker run c", "r" },
  { "prompt-user", "me@host:~$ sudo docker run a", "sudo docker run a", "r" },
  { "prompt-root", "[root@host ~]# docker run a", "docker run a", "r" },
  { "prompt-powershell", "PS C:\\Users\\me> docker run `\n  -d `\n  a", "docker run --detach a",
    "rr" },
  { "prompt-hash", "# docker run a", "docker run a", "r" },
  { "prompt-word", "unix> docker run a", "docker run a", "r" },
  { "prompt-second", "$ docker run \\\n> -d \\\n> a", "docker run --detach a", "r" },
  { "no-prompt", "docker run a sh -c x > /tmp/b", "docker run a sh -c x", "i" },
  { "fence", "It's so:\n```sh\n$ docker run a\n```\nDon't\n```\ndocker run b\n```\n",
    "docker run a\ndocker run b", "r" },
  { "fence-inline", "```docker run a b```", "docker run a b", "r" },
  { "code", "`docker run a`", "docker run a", "i" },
  { "sentence", "Run: docker run -d a", "docker run --detach a", "i" },
  { "sentence-code", "Don't wait, use `docker run a`.", "docker run a", "i" },
  { "sentence-before", "You can use docker run to start:\n\ndocker run -d a",
    "docker run --detach a", "i" },
  { "apostrophes", "docker run a\nHere's b:\ndocker run b\nThat's it",
    "docker run a\ndocker run b" },
  { "no-backslash", "docker run -d\n  -p 80:80\n --name x a\nb",
    "docker run --detach --publish 80:80 --name x a", "ri" },
  { "typographic", "docker run –d —name “a b” –rm –-init nginx -g –x",
    "docker run --detach --name 'a b' --rm --init nginx -g -x", "rrrrrr" },
  { "typographic-value", "docker run -e –x=y nginx 'a – b'",
    "docker run --env '–x=y' nginx 'a – b'" },
  { "placeholder", "docker run -v <my dir>:/x <image>",
    "docker run --volume '<my dir>:/x' '<image>'", "r" },
  { "brackets", "docker run [OPTIONS] image", "docker run '[OPTIONS]' image" },
  { "crlf", "docker run \\\r\n  -d \\\r\n  a\r\n", "docker run --detach a" },
  { "braces", "docker run -v /a/{b,c}:/x a *", "docker run --volume '/a/{b,c}:/x' a '*'" },
};

static void
test_origins (void)
{
  static const char text[] = "docker run -it \\\n  --name web -p80:80 nginx x";
  g_autoptr (BhImport) import = bh_import_command (text, -1, NULL);
  const BhState *state = import->states->pdata[0];
  static const BhLocation expected[] = {
    { 1, 12, { 11, 14 } },
    { 1, 12, { 11, 14 } },
    { 2, 3, { 19, 29 } },
    { 2, 14, { 30, 37 } },
  };

  g_assert_cmpuint (state->n_settings, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < state->n_settings; i++)
    g_assert_cmpmem (&state->settings[i]->origin, sizeof (BhLocation), &expected[i],
                     sizeof (BhLocation));
  g_assert_cmpuint (state->image_origin.line, ==, 2);
  g_assert_cmpuint (state->image_origin.column, ==, 22);
}

static void
test_argv (void)
{
  static const char *const argv[] = { "sudo", "docker", "run", "-e", "A=$B 'c'",
                                      "–d",   "nginx",  "–x",  NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_argv (argv, &error);
  g_autofree char *runs = NULL;

  g_assert_no_error (error);
  runs = dup_runs (import);
  g_assert_cmpstr (runs, ==, "sudo docker run --env 'A=$B '\\''c'\\''' --detach nginx -x");
}

static void
test_argv_errors (void)
{
  static const char *const none[] = { "docker", "ps", NULL };
  static const char *const empty[] = { NULL };
  static const char *const no_image[] = { "docker", "run", "-d", NULL };
  static const char *const bytes[] = { "docker", "run", "\xff", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_import_argv (none, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (bh_import_argv (empty, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (bh_import_argv (no_image, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_NO_IMAGE);
  g_assert_true (g_str_has_prefix (error->message, "there is no image"));
  g_clear_error (&error);
  g_assert_null (bh_import_argv (bytes, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_ENCODING);
}

static void
test_encoding (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_import_command ("docker run\n \xff", -1, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "line 2, column 2"));
  g_clear_error (&error);
  g_assert_null (bh_import_command ("docker run \0a", 13, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "line 1, column 12"));
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (BH_IMPORT_MAX_BYTES + 1, ' ');

  g_assert_null (bh_import_command (text, -1, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_TOO_LARGE);
}

/* Every one of these would take minutes if the time grew with the square of the length. */
static void
test_linear (void)
{
  static const char *const units[] = {
    "'\"",  "\"$(",  "$(",         "`",         "``` \n",
    "’",    "<a ",   "docker -H ", "A=b ",      "docker ",
    "\\\n", "#\\\n", "-d\n",       "docker'\n", "docker run\n-d\n",
    "\n> ", "“",     "`#`",        "{ ",        "a <<b\n",
    "$ ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("docker run -d \\\n");
      gint64 start = g_get_monotonic_time ();
      double seconds;

      while (text->len < 1000000)
        g_string_append (text, units[i]);
      bh_import_free (bh_import_command (text->str, -1, NULL));
      seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
      g_test_message ("%s: %f", units[i], seconds);
      g_assert_cmpfloat (seconds, <, 10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command-importer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/command-importer/origins", test_origins);
  g_test_add_func ("/command-importer/argv", test_argv);
  g_test_add_func ("/command-importer/argv-errors", test_argv_errors);
  g_test_add_func ("/command-importer/encoding", test_encoding);
  g_test_add_func ("/command-importer/too-large", test_too_large);
  g_test_add_func ("/command-importer/linear", test_linear);
  return g_test_run ();
}
