/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-shell-lexer.h"

#include <string.h>

#include "bh-note.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *tokens; /* as show() writes them; or the error */
  guint n_notes;
} Case;

/* [word] with {expansions}, {+those that split}; one sign for each operator. */
static void
show (GString *to, const BhToken *token)
{
  static const char signs[] = {
    [BH_TOKEN_NEWLINE] = '/', [BH_TOKEN_SEPARATOR] = ';',   [BH_TOKEN_BACKGROUND] = '&',
    [BH_TOKEN_PIPE] = '|',    [BH_TOKEN_REDIRECTION] = '>', [BH_TOKEN_COMMENT] = '#',
  };
  guint at = 0;

  if (token->kind != BH_TOKEN_WORD)
    {
      g_string_append_c (to, signs[token->kind]);
      return;
    }
  g_string_append_c (to, '[');
  for (guint i = 0; i < token->text->n_expansions; i++)
    {
      const BhExpansion *e = &token->text->expansions[i];

      g_string_append_len (to, token->text->str + at, e->range.begin - at);
      g_string_append (to, e->splits ? "{+" : "{");
      g_string_append_len (to, token->text->str + e->range.begin, e->range.end - e->range.begin);
      g_string_append_c (to, '}');
      at = e->range.end;
    }
  g_string_append (to, token->text->str + at);
  g_string_append_c (to, ']');
}

static char *
lex (const char *text, gsize len, GPtrArray *notes)
{
  g_auto (BhShellLexer) lexer = { 0 };
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  BhLocation start = { 1, 1, { 0, 0 } };

  bh_shell_lexer_init (&lexer, text, &start, (BhRange){ 0, (guint) len }, notes);
  while (TRUE)
    {
      g_auto (BhToken) token = { 0 };

      if (!bh_shell_lexer_next (&lexer, &token, &error))
        return g_strdup (error->message);
      if (token.kind == BH_TOKEN_END)
        return g_strdup (shown->str);
      show (shown, &token);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  /* A copy without the NUL: reading beyond the end is found by the sanitizers. */
  g_autofree char *copy = g_memdup2 (test->text, MAX (strlen (test->text), 1));
  g_autofree char *tokens = lex (copy, strlen (test->text), notes);

  if (!g_str_has_prefix (tokens, "line"))
    g_assert_cmpstr (tokens, ==, test->tokens);
  else
    g_assert_nonnull (g_strstr_len (tokens, -1, test->tokens));
  g_assert_cmpuint (notes->len, ==, test->n_notes);
}

static const Case cases[] = {
  { "plain", "docker run  -p 80:80\tnginx", "[docker][run][-p][80:80][nginx]" },
  { "empty", "", "" },
  { "blanks", "  \t ", "" },
  { "single-quotes", "'a b'c '' 'x\ny' '$A\\'", "[a bc][][x\ny][$A\\]" },
  { "double-quotes", "\"a \\\" \\$ \\` \\\\ \\n\" \"\"", "[a \" $ ` \\ \\n][]" },
  { "backslash", "a\\ b \\$A \\\\ \\é", "[a b][$A][\\][é]" },
  { "mixed-quotes", "'it'\\''s'\"'\"", "[it's']" },
  { "ansi-c", "$'a\\tb\\x41\\101\\u00e9\\'\\e'", "[a\tbA\101é'\033]" },
  { "ansi-c-unknown", "$'\\q\\x' $'\\U0001f600'", "[\\q\\x][😀]" },
  { "ansi-c-bytes", "$'\\xc3\\xa9'", "[é]" },
  { "ansi-c-nul", "a $'\\0'", "line 1, column 5" },
  { "ansi-c-not-utf8", "$'\\xff'", "line 1, column 1" },
  { "ansi-c-in-quotes", "\"$'a'\"", "[$'a']" },
  { "locale-quotes", "$\"a b\"", "[a b]" },

  { "parameter", "$A \"$A\" x${B}y $1 $? $$", "[{+$A}][{$A}][x{+${B}}y][{+$1}][{+$?}][{+$$}]" },
  { "parameter-literal", "a$ $ \"$\" $. '$A'", "[a$][$][$][$.][$A]" },
  { "parameter-nested", "${X:-${Y:-\"a b}\"}}:/x", "[{+${X:-${Y:-\"a b}\"}}}:/x]" },
  { "parameter-quote", "\"${X:-it's}\" ${X:-'}'}", "[{${X:-it's}}][{+${X:-'}'}}]" },
  { "command", "$(id -u):\"$(id -g)\"", "[{+$(id -u)}:{$(id -g)}]" },
  { "command-nested", "\"$(a \"$(b ')' \")\")\" c)\"", "[{$(a \"$(b ')' \")\")\" c)}]" },
  { "command-parentheses", "$( (a) )b", "[{+$( (a) )}b]" },
  { "backquotes", "`pwd`/x \"`a \\`b\\``\"", "[{+`pwd`}/x][{`a \\`b\\``}]" },
  { "arithmetic", "$((1 + (2)))x", "[{+$((1 + (2)))}x]" },
  { "tilde", "~/x ~ ~joe/y:/z ~:/x", "[{~}/x][{~}][{~joe}/y:/z][{~}:/x]" },
  { "tilde-literal", "a~ '~' \\~ ~\"/x\" A=~/x", "[a~][~][~][~/x][A=~/x]" },
  { "deep", "$($($($($($($(x)))))))", "[{+$($($($($($($(x)))))))}]" },

  { "operators", "a;b&&c||d|e&f", "[a];[b];[c];[d]|[e]&[f]" },
  { "operator-quoted", "a';'b \"&&\" \\|", "[a;b][&&][|]" },
  { "redirections", "a >b 2>&1 >>c &>d <e", "[a]>[b]>[1]>[c]>[d]>[e]" },
  { "redirection-number", "a2>b '2'>c", "[a2]>[b][2]>[c]" },
  { "newline", "a\n\nb\r\nc\r", "[a]//[b]/[c]" },
  { "comment", "a # b ' c\nd#e # f\r\ng", "[a]#/[d#e]#/[g]" },
  { "comment-quoted", "'#' \\# a'#'", "[#][#][a#]" },

  { "continued", "a \\\n  b\\\n c\\\r\nd", "[a][b][cd]" },
  { "continued-in-quotes", "\"a\\\nb\" 'a\\\nb'", "[ab][a\\\nb]" },
  { "continued-blank", "a \\  \nb \\\t\r\nc", "[a][b][c]", 1 },
  { "continued-blank-after-word", "a\\  \nb", "[a][b]", 1 },
  { "continued-at-end", "a \\", "[a]", 1 },
  { "continued-comment", "a \\\n # x\n -b \\\n # -c \\\n d\n", "[a][-b][d]/", 1 },
  { "continued-comment-ends", "a \\\n# x\ndocker", "[a]#/[docker]" },
  { "continued-comment-behind", "a \\ # x\n b", "[a][b]", 1 },
  { "caret", "a ^\r\n b ^ c^d", "[a][b][^][c^d]", 1 },
  { "backquote-continued", "a `\n  b `  \n c", "[a][b][c]", 1 },
  { "backquote-leftover", "a b`\nc", "[a][b]/[c]", 1 },
  { "backquote-comment", "a `# x` b `#y`", "[a][b]", 2 },
  { "second-prompt", "a \\\n> -b \\\n> c", "[a][-b][c]", 1 },
  { "second-prompt-not", "a \\\n  > b", "[a]>[b]" },

  { "no-break-space", "a\u00a0b\u202fc '\u00a0'", "[a][b][c][\u00a0]", 1 },
  { "invisible", "\ufeffa \u200bb c\u200bd '\u200b'", "[a][b][cd][\u200b]", 1 },
  { "typographic-quotes", "“a b”c ‘d e’ X=‘f g’ “$A”", "[a bc][d e][X=f g][{$A}]", 1 },
  { "typographic-mixed", "“a\" „b“", "[a][b]", 1 },
  { "typographic-kept", "\"“a”\" 'it’s' it’s “‘a’”", "[“a”][it’s][it’s][‘a’]", 1 },
  { "typographic-open", "a “b", "line 1, column 3", 1 },
  { "dashes-kept", "–d —name", "[–d][—name]" },
  { "korean", "이름=값 '값 둘'", "[이름=값][값 둘]" },

  { "windows-path", "C:\\Users\\me:/x s=D:\\a,b X:\\ y a:\\b:\\c 'C:\\x' ab:\\c",
    "[C:\\Users\\me:/x][s=D:\\a,b][X: y][a:\\b:\\c][C:\\x][ab:c]", 1 },

  { "placeholder", "-v <my folder>:/x <image> x:<v>-y", "[-v][<my folder>:/x][<image>][x:<v>-y]",
    1 },
  { "placeholder-not", "a <b >c < d> <\"e\"", "[a]>[b]>[c]>[d]>>[e]" },

  { "open-single", "a\n  'b", "line 2, column 3" },
  { "open-double", "é \"b", "line 1, column 3" },
  { "open-command", "a\nb $(c", "line 2, column 3" },
  { "open-brace", "x${a", "line 1, column 2" },
  { "open-backquote", "a `b", "line 1, column 3" },
};

static void
test_crlf_in_quotes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  g_autofree char *dos = lex ("'a\r\nb' \"c\r\nd\"\r\n", 15, notes);
  g_autofree char *unix_lines = lex ("'a\r\nb'\n", 7, notes);

  g_assert_cmpstr (dos, ==, "[a\nb][c\nd]/");
  g_assert_cmpstr (unix_lines, ==, "[a\r\nb]/");
}

static void
test_locations (void)
{
  static const char text[] = "é a\n\t\"b\nc\"  d";
  static const BhLocation expected[] = {
    { 1, 1, { 0, 2 } },  { 1, 3, { 3, 4 } },   { 1, 4, { 4, 5 } },
    { 2, 2, { 6, 11 } }, { 3, 5, { 13, 14 } },
  };
  g_auto (BhShellLexer) lexer = { 0 };
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  BhLocation start = { 1, 1, { 0, 0 } };

  bh_shell_lexer_init (&lexer, text, &start, (BhRange){ 0, sizeof text - 1 }, notes);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (BhToken) token = { 0 };

      g_assert_true (bh_shell_lexer_next (&lexer, &token, NULL));
      g_assert_cmpmem (&token.where, sizeof token.where, &expected[i], sizeof expected[i]);
    }
}

/* The place of an error or of a note behind what is read comes from the same counting. */
static void
test_goes_on_after_error (void)
{
  static const char text[] = "it's a\ndocker";
  g_auto (BhShellLexer) lexer = { 0 };
  g_auto (BhToken) bad = { 0 };
  g_auto (BhToken) newline = { 0 };
  g_auto (BhToken) word = { 0 };
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BhLocation start = { 1, 1, { 0, 0 } };

  bh_shell_lexer_init (&lexer, text, &start, (BhRange){ 0, sizeof text - 1 }, notes);
  g_assert_false (bh_shell_lexer_next (&lexer, &bad, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
  bh_shell_lexer_skip_line (&lexer);
  g_assert_true (bh_shell_lexer_next (&lexer, &newline, NULL));
  g_assert_true (bh_shell_lexer_next (&lexer, &word, NULL));
  g_assert_cmpstr (word.text->str, ==, "docker");
  g_assert_cmpuint (word.where.line, ==, 2);
}

static void
test_nesting_has_a_limit (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *result = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "$(");
  result = lex (text->str, text->len, notes);
  g_assert_nonnull (strstr (result, "nested too deeply"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/shell-lexer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/shell-lexer/crlf-in-quotes", test_crlf_in_quotes);
  g_test_add_func ("/shell-lexer/locations", test_locations);
  g_test_add_func ("/shell-lexer/goes-on-after-error", test_goes_on_after_error);
  g_test_add_func ("/shell-lexer/nesting-has-a-limit", test_nesting_has_a_limit);
  return g_test_run ();
}
