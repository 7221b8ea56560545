/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-text.h"

/* "$PWD/data:/data" as the lexer would make it. */
static BhText *
pwd_data (void)
{
  g_auto (BhTextBuilder) builder = { 0 };

  bh_text_builder_init (&builder);
  bh_text_builder_append_expansion (&builder, BH_EXPANSION_PARAMETER, "${PWD:-/}", 9, FALSE);
  bh_text_builder_append (&builder, "/data:/data", -1);
  return bh_text_builder_end (&builder);
}

static void
test_find_skips_expansions (void)
{
  g_autoptr (BhText) text = pwd_data ();

  g_assert_cmpstr (text->str, ==, "${PWD:-/}/data:/data");
  g_assert_cmpuint (bh_text_find (text, 0, G_MAXUINT, ':'), ==, 14);
  g_assert_cmpuint (bh_text_find (text, 15, G_MAXUINT, ':'), ==, text->len);
  g_assert_cmpuint (bh_text_rfind (text, 0, 14, ':'), ==, G_MAXUINT);
}

static void
test_sub_keeps_expansions (void)
{
  g_autoptr (BhText) text = pwd_data ();
  g_autoptr (BhText) source = bh_text_sub (text, (BhRange){ 0, 14 });
  g_autoptr (BhText) target = bh_text_sub (text, (BhRange){ 15, text->len });

  g_assert_cmpuint (source->n_expansions, ==, 1);
  g_assert_cmpuint (source->expansions[0].range.end, ==, 9);
  g_assert_true (bh_text_is_literal (target));
  g_assert_cmpstr (target->str, ==, "/data");
}

static void
test_edit_keeps_untouched_expansions (void)
{
  g_autoptr (BhText) text = pwd_data ();
  g_autoptr (BhText) longer = bh_text_edit (text, "${PWD:-/}/data2:/data");
  g_autoptr (BhText) broken = bh_text_edit (text, "${PWX:-/}/data:/data");
  g_autoptr (BhText) same = bh_text_edit (text, text->str);

  g_assert_cmpuint (longer->n_expansions, ==, 1);
  g_assert_cmpstr (longer->str, ==, "${PWD:-/}/data2:/data");
  g_assert_true (bh_text_is_literal (broken));
  g_assert_true (bh_text_equal (same, text));
}

static void
test_equal (void)
{
  g_autoptr (BhText) expands = pwd_data ();
  g_autoptr (BhText) literal = bh_text_new ("${PWD:-/}/data:/data");

  g_assert_false (bh_text_equal (expands, literal));
  g_assert_true (bh_text_equal (NULL, NULL));
  g_assert_false (bh_text_equal (expands, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/find-skips-expansions", test_find_skips_expansions);
  g_test_add_func ("/text/sub-keeps-expansions", test_sub_keeps_expansions);
  g_test_add_func ("/text/edit-keeps-untouched-expansions", test_edit_keeps_untouched_expansions);
  g_test_add_func ("/text/equal", test_equal);
  return g_test_run ();
}
