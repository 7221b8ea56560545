/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "export/bh-shell-quote.h"

#define N_WORDS 3000

typedef struct
{
  const char *name;
  const char *argv[4];
  const char *prologue;
} Shell;

static const Shell shells[] = {
  { "bash", { "bash", "--norc" }, "set -o history -o histexpand\n" },
  { "dash", { "dash" }, "" },
  { "busybox", { "busybox", "sh" }, "" },
  { "zsh", { "zsh", "-f" }, "" },
};

/* Pieces of words, each of which some shell gives a meaning to somewhere. */
static const char *const pieces[] = {
  "a",    " ",    "'",   "\"",   "\\",  "$",  "`",  "!",      "!!", "~",     "#",      "\n",
  "\t",   "\r",   ";",   "&",    "|",   "<",  ">",  "(",      ")",  "{a,b}", "{1..3}", "*",
  "?",    "[a]",  "=",   ":",    "-",   "/",  "^",  "%",      "@",  "+",     "$HOME",  "$(x)",
  "${x}", "$[1]", "é",   "각",   "–",   "“",  "’",  "\u00a0", "😀",  "\x01",  "\x7f",   "\\\n",
  "$'a'", "~/",   "A=~", ":~/x", "=ls", "~+", "!$", "\\n",    "''", "0",     "_",
};

/* With A set to two words and a star; B is not set. */
static const struct
{
  const char *source;
  BhExpansionKind kind;
  const char *value;
} expansions[] = {
  { "$A", BH_EXPANSION_PARAMETER, "x  y*" },
  { "${A}", BH_EXPANSION_PARAMETER, "x  y*" },
  { "${B:-u $A}", BH_EXPANSION_PARAMETER, "u x  y*" },
  { "$(echo \"z  v\")", BH_EXPANSION_COMMAND, "z  v" },
  { "`echo w`", BH_EXPANSION_COMMAND, "w" },
  { "$((1 + 2))", BH_EXPANSION_ARITHMETIC, "3" },
};

static BhText *
random_text (GString *ret_value, gboolean with_expansions)
{
  g_auto (BhTextBuilder) builder = { 0 };
  int n = g_test_rand_int_range (0, 8);

  bh_text_builder_init (&builder);
  if (with_expansions && g_test_rand_bit ())
    {
      bh_text_builder_append_expansion (&builder, BH_EXPANSION_TILDE, "~", 1, FALSE);
      bh_text_builder_append (&builder, "/", 1);
      g_string_append (ret_value, "/home/who/");
    }
  for (int i = 0; i < n; i++)
    if (with_expansions && g_test_rand_int_range (0, 3) == 0)
      {
        int which = g_test_rand_int_range (0, G_N_ELEMENTS (expansions));

        bh_text_builder_append_expansion (&builder, expansions[which].kind,
                                          expansions[which].source,
                                          strlen (expansions[which].source), TRUE);
        g_string_append (ret_value, expansions[which].value);
      }
    else
      {
        const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

        bh_text_builder_append (&builder, piece, -1);
        g_string_append (ret_value, piece);
      }
  return bh_text_builder_end (&builder);
}

/* One process prints all words, each with a NUL behind it. */
static char *
run_script (const Shell *shell, const char *script, gsize *ret_len)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) input = g_bytes_new_static (script, strlen (script));
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "A", "x  y*", TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", "/home/who", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "B");
  process = g_subprocess_launcher_spawnv (launcher, shell->argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_bytes_unref_to_data (g_steal_pointer (&output), ret_len);
}

static void
test_shell (const Shell *shell, gboolean with_expansions)
{
  g_autoptr (GString) script = g_string_new (shell->prologue);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *program = g_find_program_in_path (shell->argv[0]);
  g_autofree char *printed = NULL;
  gsize len;
  gsize at = 0;

  if (program == NULL)
    {
      g_test_skip ("the shell is not installed");
      return;
    }
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);
      g_autoptr (BhText) text = random_text (value, with_expansions);
      gsize begin;

      g_string_append (script, "printf '%s\\0' ");
      begin = script->len;
      bh_shell_quote_append (script, text, BH_QUOTE_DEFAULT);
      g_ptr_array_add (quoted, g_strdup (script->str + begin));
      g_ptr_array_add (values, g_strdup (value->str));
      g_string_append_c (script, '\n');
    }
  printed = run_script (shell, script->str, &len);
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_assert_cmpuint (at, <, len);
      if (!g_str_equal (printed + at, values->pdata[i]))
        g_test_message ("quoted as %s", (char *) quoted->pdata[i]);
      g_assert_cmpstr (printed + at, ==, values->pdata[i]);
      at += strlen (printed + at) + 1;
    }
  g_assert_cmpuint (at, ==, len);
}

static void
test_literal (gconstpointer data)
{
  test_shell (data, FALSE);
}

static void
test_expansions (gconstpointer data)
{
  test_shell (data, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shells); i++)
    {
      g_autofree char *literal = g_strdup_printf ("/shells/%s/literal", shells[i].name);
      g_autofree char *expanding = g_strdup_printf ("/shells/%s/expansions", shells[i].name);

      g_test_add_data_func (literal, &shells[i], test_literal);
      g_test_add_data_func (expanding, &shells[i], test_expansions);
    }
  return g_test_run ();
}
