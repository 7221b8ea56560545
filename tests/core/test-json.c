/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import/bh-json.h"
#include "value/bh-json-string.h"

static BhJson *
parse (const char *text, GError **error)
{
  return bh_json_parse (text, (guint) strlen (text), error);
}

static void
test_accepts (void)
{
  static const char *const texts[] = {
    "null",
    " [] ",
    "{}",
    "\t{\r\n\"\" : [ 0, -0, 1.5e+3, 10, -1E-2 ] }",
    "[true, false, null, \"\", \"a\", {\"b\":{}}]",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
    "\"\xf0\x9f\x98\x80 \x7f\"",
    "[1] [2]",
    "\xef\xbb\xbf{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhJson) json = parse (texts[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (json);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *where;
  } cases[] = {
    { "", "line 1, column 1: " },
    { "[", "line 1, column 2: " },
    { "[1,]", "line 1, column 4: " },
    { "[,1]", "line 1, column 2: " },
    { "[1 2]", "line 1, column 4: " },
    { "{\"a\":1,}", "line 1, column 8: " },
    { "{\"a\" 1}", "line 1, column 6: " },
    { "{\"a\"}", "line 1, column 5: " },
    { "{a: 1}", "line 1, column 2: " },
    { "{1: 1}", "line 1, column 2: " },
    { "['a']", "line 1, column 2: " },
    { "[1}", "line 1, column 3: " },
    { "{]", "line 1, column 2: " },
    { "[1]]", "line 1, column 4: " },
    { "// x\n[1]", "line 1, column 1: " },
    { "[1 /* x */]", "line 1, column 4: " },
    { "var x = [1]", "line 1, column 1: " },
    { "[tru]", "line 1, column 2: " },
    { "[True]", "line 1, column 2: " },
    { "[NaN]", "line 1, column 2: " },
    { "[-]", "line 1, column 2: " },
    { "[01]", "line 1, column 2: " },
    { "[1.]", "line 1, column 2: " },
    { "[.5]", "line 1, column 2: " },
    { "[+1]", "line 1, column 2: " },
    { "[1e]", "line 1, column 2: " },
    { "[0x10]", "line 1, column 2: " },
    { "[\"a\nb\"]", "line 1, column 4: " },
    { "[\"é\tb\"]", "line 1, column 4: " },
    { "[\"\\x\"]", "line 1, column 3: " },
    { "[\"\\u12g4\"]", "line 1, column 3: " },
    { "[\"\\u12", "line 1, column 3: " },
    { "[\"a\\u0000b\"]", "line 1, column 4: " },
    { "[\"\\ud800\"]", "line 1, column 3: " },
    { "[\"\\ud800\\u0041\"]", "line 1, column 3: " },
    { "[\"\\ude00\"]", "line 1, column 3: " },
    { "[\n\n  \"abc", "line 3, column 3: " },
    { "[\"a\\", "line 1, column 4: " },
    { "[{\"a\": 1, \"b\": 2},\n {\"a\": 1, \"a\": 2}]", "line 2, column 2: " },
    { "{\"a\": 1, \"\\u0061\": 2}", "line 1, column 1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize len = strlen (cases[i].text);
      /* No byte behind the text may be looked at. */
      g_autofree char *unterminated = g_memdup2 (cases[i].text, MAX (len, 1));

      g_test_message ("%s", cases[i].text);
      g_assert_null (bh_json_parse (unterminated, (guint) len, &error));
      g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, cases[i].where));
    }
}

/* json-glib reads nested values by calling itself: the stack must not end before the text does. */
static void
test_depth (void)
{
  for (guint depth = BH_JSON_MAX_DEPTH - 1; depth <= BH_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autoptr (BhJson) json = parse (text, NULL);

      g_assert_cmpint (json != NULL, ==, depth <= BH_JSON_MAX_DEPTH);
    }
}

static void
test_deepest (void)
{
  g_autofree char *text = g_strnfill (4000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
}

static void
test_too_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < BH_JSON_MAX_VALUES; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  g_assert_null (parse (text->str, &error));
  g_assert_error (error, BH_ERROR, BH_ERROR_SYNTAX);
}

static void
test_places (void)
{
  g_autoptr (BhJson) json =
      parse ("{ \"é\": [ 1,\n { \"b\" : { } } ],\n\n \"c\": \"x\" } [ 7]", NULL);
  JsonObject *root = json_node_get_object (json->roots->pdata[0]);
  JsonArray *list = json_object_get_array_member (root, "é");
  JsonNode *last = json_array_get_element (json_node_get_array (json->roots->pdata[1]), 0);
  BhLocation where;
  g_autofree char *source = bh_json_dup_source (json, json_array_get_element (list, 1));

  where = bh_json_locate (json, json_object_get_member (root, "c"));
  g_assert_cmpuint (where.line, ==, 4);
  g_assert_cmpuint (where.column, ==, 7);
  where = bh_json_locate (json, json_array_get_element (list, 0));
  g_assert_cmpuint (where.line, ==, 1);
  g_assert_cmpuint (where.column, ==, 10);
  where = bh_json_locate (json, last);
  g_assert_cmpuint (where.column, ==, 15);
  g_assert_cmpstr (source, ==, "{ \"b\" : { } }");
}

/* What we write is what json-glib reads, whatever it is. */
static void
test_strings (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BhJson) json = NULL;

  for (gunichar c = 1; c < 0x2100; c++)
    g_string_append_unichar (all, c);
  g_string_append (all, "\xf0\x9f\x98\x80\xef\xbf\xbf");
  bh_json_append_string (text, all->str);
  json = parse (text->str, NULL);
  g_assert_nonnull (json);
  g_assert_cmpstr (json_node_get_string (json->roots->pdata[0]), ==, all->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/accepts", test_accepts);
  g_test_add_func ("/json/refuses", test_refuses);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/deepest", test_deepest);
  g_test_add_func ("/json/too-many-values", test_too_many_values);
  g_test_add_func ("/json/places", test_places);
  g_test_add_func ("/json/strings", test_strings);
  return g_test_run ();
}
