/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include <string.h>

#include "export/bh-shell-quote.h"
#include "hostile-text.h"
#include "import/bh-import.h"
#include "import/bh-shell-lexer.h"

static BhState *
read_state (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->states->len, ==, 1);
  return bh_state_ref (import->states->pdata[0]);
}

/* What is written, and that it is read back as it was. */
static void
assert_exports (const char *command,
                BhOutput *(*export_state) (const BhState *, BhExportFlags),
                BhExportFlags flags,
                const char *expected)
{
  g_autoptr (BhState) state = read_state (command);
  g_autoptr (BhOutput) output = export_state (state, flags);
  g_autoptr (BhState) again = read_state (output->text->str);

  g_assert_cmpstr (output->text->str, ==, expected);
  g_assert_true (bh_state_equal (again, state));
}

static void
test_lines (void)
{
  assert_exports ("sudo docker -H x run -it --rm=false -p 80:80 --bogus nginx nginx -g 'daemon "
                  "off;'",
                  bh_export_run, BH_EXPORT_DEFAULT,
                  "sudo docker -H x run \\\n"
                  "  --interactive \\\n"
                  "  --tty \\\n"
                  "  --rm=false \\\n"
                  "  --publish 80:80 \\\n"
                  "  --bogus \\\n"
                  "  nginx nginx -g 'daemon off;'\n");
}

static void
test_short (void)
{
  assert_exports ("docker run --tty= --tty=$T nginx", bh_export_run_oneline, BH_EXPORT_SHORT,
                  "docker run --tty= --tty=\"$T\" nginx\n");
  assert_exports ("docker create -it --rm -d -P --publish 80:80 -t=false -e A nginx",
                  bh_export_run_oneline, BH_EXPORT_SHORT,
                  "docker create -it --rm -dP -p 80:80 -t=false -e A nginx\n");
}

static void
test_values (void)
{
  static const struct
  {
    const char *command;
    const char *expected;
  } cases[] = {
    { "docker run -v $PWD:/x a", "docker run --volume \"$PWD:/x\" a\n" },
    { "docker run -v \"$PWD\":/x a", "docker run --volume \"$PWD:/x\" a\n" },
    { "docker run -v '$PWD':/x a", "docker run --volume '$PWD:/x' a\n" },
    { "docker run -v ~/x:/x a", "docker run --volume ~/x:/x a\n" },
    { "docker run -v ~:/x -v ~:'/x y' a", "docker run --volume ~:/x --volume ~:'/x y' a\n" },
    { "docker run -v ~/'x y':/x a", "docker run --volume ~/'x y:/x' a\n" },
    { "docker run -v ~/$A:/x a", "docker run --volume ~/\"$A:/x\" a\n" },
    { "docker run -v '~/x:/x' a", "docker run --volume '~/x:/x' a\n" },
    { "docker run -e \"$A\"b a", "docker run --env \"$A\"b a\n" },
    { "docker run -e \"$A\"b\"$C!\" a", "docker run --env \"$A\"b\"$C\"'!' a\n" },
    { "docker run -u $(id -u):`id -g` a", "docker run --user \"$(id -u):`id -g`\" a\n" },
    { "docker run -e ${A:-'b c'} a", "docker run --env ${A:-'b c'} a\n" },
    { "docker run -e \"${A:-'b c'}\" a", "docker run --env \"${A:-'b c'}\" a\n" },
    { "docker run -e \"it's\" a", "docker run --env \"it's\" a\n" },
    { "docker run -e \"it's \\$5\" a", "docker run --env 'it'\\''s $5' a\n" },
    { "docker run --read-only=$A $IMAGE:x $@", "docker run --read-only=\"$A\" \"$IMAGE\":x $@\n" },
    { "docker run -e 이름=값 a", "docker run --env 이름=값 a\n" },
    { "docker run -- -a", "docker run -- -a\n" },
    { "A='x y' docker run a ''", "A='x y' docker run a ''\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_exports (cases[i].command, bh_export_run_oneline, BH_EXPORT_DEFAULT, cases[i].expected);
}

static void
assert_span (const BhOutput *output, guint index, int setting, const char *whole, const char *value)
{
  const BhSpan *span = &g_array_index (output->spans, BhSpan, index);
  g_autofree char *text = g_strndup (output->text->str + span->begin, span->end - span->begin);
  g_autofree char *tail = g_strndup (output->text->str + span->value, span->end - span->value);

  g_assert_cmpint (span->setting, ==, setting);
  g_assert_cmpstr (text, ==, whole);
  g_assert_cmpstr (tail, ==, value);
}

static void
test_spans (void)
{
  g_autoptr (BhState) state = read_state ("docker run -it -p 80:80 --rm=false --bogus nginx a b");
  g_autoptr (BhOutput) output = bh_export_run (state, BH_EXPORT_SHORT);

  g_assert_cmpuint (output->spans->len, ==, 7);
  assert_span (output, 0, 0, "-i", "-i");
  assert_span (output, 1, 1, "t", "t");
  assert_span (output, 2, 2, "-p 80:80", "80:80");
  assert_span (output, 3, 3, "--rm=false", "false");
  assert_span (output, 4, 4, "--bogus", "--bogus");
  assert_span (output, 5, BH_SPAN_IMAGE, "nginx", "nginx");
  assert_span (output, 6, BH_SPAN_COMMAND, "a b", "a b");
}

static void
test_no_image (void)
{
  g_autoptr (BhState) state = bh_state_new_empty ();
  g_autoptr (BhOutput) output = bh_export_run (state, BH_EXPORT_DEFAULT);

  g_assert_cmpstr (output->text->str, ==, "docker run IMAGE\n");
  g_assert_cmpuint (output->notes->len, ==, 1);
}

/* What is quoted is lexed as it was, whatever it holds, and nothing in it needs repair. */
static void
test_quote_round_trip (void)
{
  BhLocation start = { 1, 1, { 0, 0 } };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (BhText) text = hostile_text (i % 2 == 1);
      g_autoptr (GString) quoted = g_string_new (NULL);
      g_autoptr (GPtrArray) notes = g_ptr_array_new ();
      g_auto (BhShellLexer) lexer = { 0 };
      g_auto (BhToken) token = { 0 };
      g_autoptr (GError) error = NULL;

      bh_shell_quote_append (quoted, text, BH_QUOTE_DEFAULT);
      g_test_message ("%s", quoted->str);
      g_string_append (quoted, "\n");
      bh_shell_lexer_init (&lexer, quoted->str, &start, (BhRange){ 0, (guint) quoted->len }, notes);
      g_assert_true (bh_shell_lexer_next (&lexer, &token, &error));
      g_assert_cmpint (token.kind, ==, BH_TOKEN_WORD);
      g_assert_cmpstr (token.text->str, ==, text->str);
      g_assert_true (bh_text_equal (token.text, text));
      g_assert_cmpuint (lexer.at, ==, quoted->len - 1);
      g_assert_cmpuint (notes->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-exporter/lines", test_lines);
  g_test_add_func ("/run-exporter/short", test_short);
  g_test_add_func ("/run-exporter/values", test_values);
  g_test_add_func ("/run-exporter/spans", test_spans);
  g_test_add_func ("/run-exporter/no-image", test_no_image);
  g_test_add_func ("/run-exporter/quote-round-trip", test_quote_round_trip);
  return g_test_run ();
}
