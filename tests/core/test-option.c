/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "option/bh-option.h"

static void
test_table (void)
{
  g_autofree char *problem = bh_option_table_check ();
  guint n_options;

  g_assert_cmpstr (problem, ==, NULL);
  bh_option_table (&n_options);
  g_assert_cmpuint (n_options, >=, 104);
}

static void
test_find (void)
{
  g_assert_null (bh_option_find ("publis", 6));
  g_assert_null (bh_option_find ("publishh", 8));
  g_assert_null (bh_option_find ("", 0));
  /* Only the given bytes count, as in "publish=80:80". */
  g_assert_true (bh_option_find ("publish=80:80", 7) == bh_option_get ("publish"));
  g_assert_true (bh_option_find ("net", 3) == bh_option_get ("network"));
  g_assert_true (bh_option_find ("net-alias", 9) == bh_option_get ("network-alias"));
  g_assert_true (bh_option_find ("dns-opt", 7) == bh_option_get ("dns-option"));
}

/* -h is the host name and -c the CPU shares: what people guess wrong. */
static void
test_letters (void)
{
  g_assert_true (bh_option_find_short ('h') == bh_option_get ("hostname"));
  g_assert_true (bh_option_find_short ('c') == bh_option_get ("cpu-shares"));
  g_assert_true (bh_option_find_short ('P') == bh_option_get ("publish-all"));
  g_assert_null (bh_option_find_short ('z'));
  g_assert_null (bh_option_find_short ((char) 0xc3));
}

static void
test_names (void)
{
  for (guint i = 0; i < BH_N_SECTIONS; i++)
    {
      g_assert_nonnull (bh_section_to_string (i));
      g_assert_nonnull (bh_section_get_title (i));
    }
  for (guint i = 0; i < BH_N_KINDS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (bh_kind_to_string (i), !=, bh_kind_to_string (j));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/option/table", test_table);
  g_test_add_func ("/option/find", test_find);
  g_test_add_func ("/option/letters", test_letters);
  g_test_add_func ("/option/names", test_names);
  return g_test_run ();
}
