/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-state.h"

/* "publish=1 memory=2" for what a state holds. */
static char *
spell (const BhState *state)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < state->n_settings; i++)
    g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", state->settings[i]->option->name,
                            state->settings[i]->value->str);
  return g_string_free (out, FALSE);
}

static BhState *
sample (void)
{
  g_auto (BhStateBuilder) builder;

  bh_state_builder_init (&builder);
  bh_state_builder_add_setting (&builder, bh_setting_new ("publish", "1"));
  bh_state_builder_add_setting (&builder, bh_setting_new ("memory", "1g"));
  bh_state_builder_add_setting (&builder, bh_setting_new ("publish", "2"));
  bh_state_builder_add_setting (&builder, bh_setting_new ("memory", "2g"));
  bh_state_builder_set_image (&builder, bh_text_new ("nginx"), NULL);
  bh_state_builder_add_command (&builder, bh_text_new ("sh"));
  return bh_state_builder_end (&builder);
}

#define SAMPLE "publish=1 memory=1g publish=2 memory=2g"

static void
assert_spells (const BhState *state, const char *expected)
{
  g_autofree char *spelled = spell (state);

  g_assert_cmpstr (spelled, ==, expected);
}

static void
test_edits_leave_the_old_state (void)
{
  g_autoptr (BhState) state = sample ();
  g_autoptr (BhSetting) three = bh_setting_new ("publish", "3");
  g_autoptr (BhSetting) memory = bh_setting_new ("memory", "3g");
  g_autoptr (BhSetting) user = bh_setting_new ("user", "1000:1000");
  g_autoptr (BhState) added = bh_state_add (state, three);
  g_autoptr (BhState) appended = bh_state_add (state, user);
  g_autoptr (BhState) inserted = bh_state_insert (state, 0, three);
  g_autoptr (BhState) replaced = bh_state_replace (state, 0, three);
  g_autoptr (BhState) removed = bh_state_remove (state, 1);
  g_autoptr (BhState) moved = bh_state_move (state, 0, 3);
  g_autoptr (BhState) set = bh_state_set (state, memory);
  g_autoptr (BhState) none = bh_state_remove_all (state, bh_option_get ("publish"));

  assert_spells (added, "publish=1 memory=1g publish=2 publish=3 memory=2g");
  assert_spells (appended, SAMPLE " user=1000:1000");
  assert_spells (inserted, "publish=3 " SAMPLE);
  assert_spells (replaced, "publish=3 memory=1g publish=2 memory=2g");
  assert_spells (removed, "publish=1 publish=2 memory=2g");
  assert_spells (moved, "memory=1g publish=2 memory=2g publish=1");
  /* The last one wins, so it is the one that is replaced; the others say nothing. */
  assert_spells (set, "publish=1 publish=2 memory=3g");
  assert_spells (none, "memory=1g memory=2g");
  assert_spells (state, SAMPLE);
  g_assert_cmpstr (removed->image->str, ==, "nginx");
  g_assert_cmpuint (removed->n_command, ==, 1);
}

static void
test_find (void)
{
  g_autoptr (BhState) state = sample ();

  g_assert_cmpint (bh_state_find (state, 0, bh_option_get ("publish")), ==, 0);
  g_assert_cmpint (bh_state_find (state, 1, bh_option_get ("publish")), ==, 2);
  g_assert_cmpint (bh_state_find_last (state, bh_option_get ("memory")), ==, 3);
  g_assert_cmpint (bh_state_find_last (state, bh_option_get ("user")), ==, -1);
}

static void
test_equal (void)
{
  g_autoptr (BhState) a = sample ();
  g_autoptr (BhState) b = sample ();
  g_autoptr (BhText) image = bh_text_new ("redis");
  g_autoptr (BhState) other_image = bh_state_with_image (a, image);
  g_autoptr (BhState) no_image = bh_state_with_image (a, NULL);
  g_autoptr (BhState) no_command = bh_state_with_command (a, NULL, 0);
  g_autoptr (BhState) moved = bh_state_move (a, 0, 1);

  g_assert_true (bh_state_equal (a, b));
  g_assert_false (bh_state_equal (a, other_image));
  g_assert_false (bh_state_equal (a, no_image));
  g_assert_false (bh_state_equal (a, no_command));
  g_assert_false (bh_state_equal (a, moved));
}

/* The words that the client takes for true and false, and nothing else. */
static void
test_flags (void)
{
  static const struct
  {
    const char *value;
    gboolean on;
  } rows[] = {
    { "true", TRUE }, { "1", TRUE },  { "t", TRUE },      { "TRUE", TRUE }, { "True", TRUE },
    { "T", TRUE },    { "0", FALSE }, { "false", FALSE }, { "F", FALSE },   { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhSetting) setting = bh_setting_new ("privileged", rows[i].value);

      g_assert_cmpint (bh_setting_is_on (setting), ==, rows[i].on);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/edits-leave-the-old-state", test_edits_leave_the_old_state);
  g_test_add_func ("/state/find", test_find);
  g_test_add_func ("/state/equal", test_equal);
  g_test_add_func ("/state/flags", test_flags);
  return g_test_run ();
}
