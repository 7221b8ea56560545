/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-yaml-reader.h"

#include <string.h>

#include "bh-error.h"

/* A document on one line, strings in quotes. */
static void
dump (GString *to, const BhYamlNode *node)
{
  gboolean mapping = node->kind == BH_YAML_MAPPING;

  if (node->kind == BH_YAML_SCALAR)
    {
      gboolean string = bh_yaml_type (node) == BH_YAML_STRING;

      g_string_append_printf (to, string ? "'%s'" : "%s", node->text);
      return;
    }
  g_string_append_c (to, mapping ? '{' : '[');
  for (guint i = 0; i < node->items->len; i++)
    {
      g_string_append (to, i == 0 ? "" : mapping && i % 2 == 1 ? ":" : ",");
      dump (to, bh_yaml_item (node, i));
    }
  g_string_append_c (to, mapping ? '}' : ']');
}

static char *
read_dump (const char *text, gsize len)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = bh_yaml_read (text, len, &error);
  GString *to = g_string_new (NULL);

  if (error != NULL)
    g_string_append (to, error->message);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      g_string_append (to, i > 0 ? " " : "");
      dump (to, g_ptr_array_index (documents, i));
    }
  return g_string_free (to, FALSE);
}

static const struct
{
  const char *yaml;
  const char *expected;
} rows[] = {
  { "a: 1\nb: [x, '1', \"\\ty\"]\n", "{'a':1,'b':['x','1','\ty']}" },
  { "", "" },
  { "# nothing\n---\n...\n", "" },
  { "a: b\n---\nc: d\n", "{'a':'b'} {'c':'d'}" },
  { "\xef\xbb\xbf"
    "a: b\r\nc:\r\n",
    "{'a':'b','c':}" },
  { "a: &x {b: 1}\nc: *x\nd: *x\n", "{'a':{'b':1},'c':{'b':1},'d':{'b':1}}" },
  /* What a map says itself wins, wherever it stands; then the first of several. */
  { "x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n", "{'x':{'a':1,'b':2},'y':{'a':1,'b':3}}" },
  { "x: &x {a: 1}\ny: {a: 3, <<: *x}\n", "{'x':{'a':1},'y':{'a':3}}" },
  { "- &x {a: 1}\n- &y {a: 2, b: 2}\n- <<: [*x, *y]\n", "[{'a':1},{'a':2,'b':2},{'a':1,'b':2}]" },
  { "x: &x\n  <<: {a: 1}\ny: *x\n", "{'x':{'a':1},'y':{'a':1}}" },
  { "'<<': 1\n", "{'<<':1}" },
  { "a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{'a':'x\ny\n','b':'x y'}" },
  { "a: !!str 80\nb: !foo bar\n", "{'a':'80','b':'bar'}" },
  { "80: x\n", "{80:'x'}" },
  /* Each complaint says where and what would be right. */
  { "a: b: c\n",
    "line 1, column 5: a colon is not expected here: put the value in quotes, or look at "
    "how the lines are indented" },
  { "a: 1\nb\nc: 2\n",
    "line 2, column 1: a colon is missing behind this key, or the line belongs to "
    "the one above and has to be indented further" },
  { "- x\ny: 1\n", "line 2, column 1: a further item, “- …”, is expected here: look at how this "
                   "line and those above are indented" },
  { "a: 1\n  b: 2\n", "line 2, column 4: a colon is not expected here: put the value in quotes, or "
                      "look at how the lines are indented" },
  { "a:\n    b: 1\n  c: 2\n", "line 3, column 3: a key is expected here: look at how this line and "
                              "those above are indented" },
  { "a:\n\tb: 1\n", "line 2, column 1: there is a tab here: YAML is indented with blanks only" },
  { "a: @x\n", "line 1, column 4: “@” means something to YAML: a value that begins with it goes in "
               "quotes" },
  { "a: 'x\nb: y\n", "line 1, column 4: the quote that begins here has no end" },
  { "a: [x, y\nb: z\n",
    "line 2, column 2: a comma or the “]” that ends the list is expected here" },
  { "a: \"\\q\"\n", "line 1, column 5: a backslash in double quotes begins an escape like \\n, and "
                    "this is none: double it, or use single quotes" },
  { "a: *.js\n", "line 1, column 4: a value that begins with “*” or “&” goes in quotes" },
  { "a: *js\n", "line 1, column 4: “*js” stands for what is marked “&js” above, and nothing is: a "
                "value that begins with * goes in quotes" },
  { "a: &a [*a]\n", "line 1, column 8: “*a” is part of “&a” itself, which would have no end" },
  { "é: 1\na: 1\né: 2\n",
    "line 3, column 1: “é” is there twice, first in line 1, column 1: keep one "
    "of them" },
  { "[a]: 1\n", "line 1, column 1: a key is a word, and no list or map: write “key: value”" },
  { "a: {<<: 1}\n",
    "line 1, column 9: “<<” takes over the keys of a map, or of a list of maps: <<: "
    "*name" },
  { "a: \"\\0\"\n", "line 1, column 4: there is a NUL in this value, which no setting can hold" },
  { "a: \x01\n", "line 1, column 4: there is a control character here, which YAML takes only as an "
                 "escape like \\x1b in double quotes" },
  { "a: \xff\n", "line 1, column 4: the text is not UTF-8 here: save or copy it as UTF-8" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *dumped = read_dump (rows[i].yaml, strlen (rows[i].yaml));

      g_assert_cmpstr (dumped, ==, rows[i].expected);
    }
}

static void
test_nul (void)
{
  g_autofree char *dumped = read_dump ("a: b\0c\n", 7);

  g_assert_cmpstr (dumped, ==, "line 1, column 5: there is a NUL here, which no text can hold");
}

/* The parser counts characters, we count bytes. */
static void
test_places (void)
{
  const char *text = "é: [ü, 한국]\nx:\n  y: 'ä'\n  z: &q\n    - 1\n\n# end\n";
  g_autoptr (GPtrArray) documents = bh_yaml_read (text, strlen (text), NULL);
  const BhYamlNode *root = g_ptr_array_index (documents, 0);
  const BhYamlNode *list = bh_yaml_get (root, "é");
  const BhYamlNode *word = bh_yaml_item (list, 1);
  const BhYamlNode *map = bh_yaml_get (root, "x");
  g_autofree char *bytes =
      g_strndup (text + word->where.range.begin, word->where.range.end - word->where.range.begin);
  g_autofree char *block =
      g_strndup (text + map->where.range.begin, map->where.range.end - map->where.range.begin);

  g_assert_cmpstr (bytes, ==, "한국");
  g_assert_cmpuint (word->where.line, ==, 1);
  g_assert_cmpuint (word->where.column, ==, 8);
  g_assert_cmpstr (block, ==, "y: 'ä'\n  z: &q\n    - 1");
  g_assert_cmpuint (list->style, ==, BH_YAML_FLOW);
  g_assert_cmpuint (bh_yaml_get (map, "y")->style, ==, BH_YAML_QUOTED);
  g_assert_cmpstr (bh_yaml_get (map, "z")->anchor, ==, "q");
}

/* As Compose 2.26 put them into a container's environment. */
static const struct
{
  const char *plain;
  const char *expected;
} scalars[] = {
  { "yes", "yes" },
  { "on", "on" },
  { "True", "true" },
  { "TRUE", "true" },
  { "0755", "493" },
  { "0o17", "15" },
  { "0b11", "3" },
  { "0xFF", "255" },
  { "1_000", "1000" },
  { "1e21", "1e+21" },
  { "0.00001", "1e-05" },
  { "0.0001", "0.0001" },
  { ".5", "0.5" },
  { "1.", "1" },
  { "1.10", "1.1" },
  { "1.0", "1" },
  { "1e3", "1000" },
  { "22:22", "22:22" },
  { "+1", "1" },
  { "-0", "0" },
  { "12345678901234567890", "12345678901234567890" },
  { "123456789012345678901234567890", "1.2345678901234568e+29" },
  { "100000000000000000000000.5", "1.0000000000000001e+23" },
  { "1234567.0", "1.234567e+06" },
  { "123456789.125", "1.23456789125e+08" },
  { "1e6", "1e+06" },
  { "1.5e-7", "1.5e-07" },
  { "1_0.5", "10.5" },
  { "08", "8" },
  { "-0755", "-493" },
  { "-0x10", "-16" },
  { "00", "0" },
  { "1.0e+2", "100" },
  { "2001-01-01", "2001-01-01 00:00:00 +0000 UTC" },
  { "2001-13-01", "2001-13-01" },
  { "~", "" },
  { "Null", "" },
  { "=", "=" },
  { "1.2.3", "1.2.3" },
  { "-", "-" },
  { "0x", "0x" },
  { ".e5", ".e5" },
};

static void
test_scalars (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scalars); i++)
    {
      g_autoptr (BhYamlNode) plain = bh_yaml_plain_new (scalars[i].plain);
      g_autoptr (BhYamlNode) quoted = bh_yaml_string_new (scalars[i].plain);
      g_autofree char *of_plain = bh_yaml_dup_canonical (plain);
      g_autofree char *of_quoted = bh_yaml_dup_canonical (quoted);

      g_assert_cmpstr (of_plain, ==, scalars[i].expected);
      g_assert_cmpstr (of_quoted, ==, scalars[i].plain);
    }
}

static void
assert_refused (const char *text, gsize len, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = bh_yaml_read (text, len, &error);

  g_assert_null (documents);
  g_assert_error (error, BH_ERROR, BH_ERROR_TOO_LARGE);
  if (strstr (error->message, expected) == NULL)
    g_error ("%s", error->message);
}

static GString *
repeat (const char *what, gsize n)
{
  GString *text = g_string_sized_new (n * strlen (what) + 1);

  while (n-- > 0)
    g_string_append (text, what);
  return text;
}

static void
test_depth (void)
{
  g_autoptr (GString) deepest = repeat ("[", 64);
  g_autoptr (GString) closed = repeat ("]", 64);
  g_autoptr (GString) deeper = repeat ("[", 100000);
  g_autoptr (GPtrArray) documents = NULL;

  g_string_append (deepest, closed->str);
  documents = bh_yaml_read (deepest->str, deepest->len, NULL);
  g_assert_nonnull (documents);
  assert_refused (deeper->str, deeper->len,
                  "line 1, column 65: lists and maps are nested more deeply");
}

/* Each level is within the limit, but the last one is not within the one before. */
static void
test_depth_of_aliases (void)
{
  g_autoptr (GString) text = g_string_new ("- &a0 [x]\n");

  for (guint i = 1; i <= 64; i++)
    g_string_append_printf (text, "- &a%u [*a%u]\n", i, i - 1);
  assert_refused (text->str, text->len, "nested more deeply");
}

static void
test_alias_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");

  for (guint i = 1; i <= 9; i++)
    {
      g_autoptr (GString) aliases = g_string_new (NULL);

      for (guint j = 0; j < 10; j++)
        g_string_append_printf (aliases, "%s*a%u", j > 0 ? "," : "", i - 1);
      g_string_append_printf (text, "a%u: &a%u [%s]\n", i, i, aliases->str);
    }
  assert_refused (text->str, text->len, "more values up to here than are read");
}

/* What would make the parser slow rather than wrong. */
static void
test_slow_texts (void)
{
  g_autoptr (GString) directives = repeat ("%TAG !a! tag:x,2000:\n", 1000);
  g_autoptr (GString) blanks = repeat (" ", 100000);
  g_autoptr (GString) many = repeat ("- a\n", BH_YAML_MAX_NODES + 1);

  g_string_prepend (blanks, "a: b");
  assert_refused (directives->str, directives->len, "too many lines that begin with %");
  assert_refused (blanks->str, blanks->len, "thousands of blanks");
  assert_refused (many->str, many->len, "line 500000, column 3: there are more values");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml-reader/rows", test_rows);
  g_test_add_func ("/yaml-reader/nul", test_nul);
  g_test_add_func ("/yaml-reader/places", test_places);
  g_test_add_func ("/yaml-reader/scalars", test_scalars);
  g_test_add_func ("/yaml-reader/depth", test_depth);
  g_test_add_func ("/yaml-reader/depth-of-aliases", test_depth_of_aliases);
  g_test_add_func ("/yaml-reader/alias-bomb", test_alias_bomb);
  g_test_add_func ("/yaml-reader/slow-texts", test_slow_texts);
  return g_test_run ();
}
