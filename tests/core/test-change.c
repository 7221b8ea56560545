/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-change.h"
#include "import/bh-import.h"

static BhState *
read_state (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_text (command, -1, &error);

  g_assert_no_error (error);
  return bh_state_ref (g_ptr_array_index (import->states, 0));
}

/* The changes as lines of "before > after @index". */
static char *
spell (const char *before_command, const char *after_command)
{
  g_autoptr (BhState) before = read_state (before_command);
  g_autoptr (BhState) after = read_state (after_command);
  g_autoptr (GPtrArray) changes = bh_changes_new (before, after);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const BhChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (out, "%s > %s @%d\n", change->before != NULL ? change->before : "",
                              change->after != NULL ? change->after : "", change->setting);
    }
  return g_string_free (out, FALSE);
}

static void
test_changes (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } rows[] = {
    { "docker run -d nginx", "docker run -d nginx", "" },
    { "docker run -p 80:80 nginx", "docker run -p 127.0.0.1:80:80 nginx",
      "--publish 80:80 > --publish 127.0.0.1:80:80 @0\n" },
    { "docker run -d nginx", "docker run -d --read-only nginx", " > --read-only @1\n" },
    { "docker run --privileged -d nginx", "docker run -d nginx", "--privileged >  @-100\n" },
    { "docker run -e A=1 -d -e A=1 nginx", "docker run -d -e A=1 nginx", "--env A=1 >  @-100\n" },
    { "docker run -e A=1 -e B=2 nginx", "docker run -e B=2 -e A=1 nginx", "" },
    { "docker run -d nginx", "docker run -d nginx:1.27", "nginx > nginx:1.27 @-1\n" },
    { "docker run nginx", "docker run nginx sh -c 'a b'", " > sh -c 'a b' @-2\n" },
    { "docker run nginx sh", "docker run nginx", "sh >  @-100\n" },
    { "docker run --bogus=1 nginx", "docker run --bogus=2 nginx",
      "--bogus=1 >  @-100\n > --bogus=2 @0\n" },
    { "docker run -p 1:1 -p 2:2 -m 1g nginx", "docker run -p 3:3 -p 4:4 -m 2g --init nginx",
      "--publish 1:1 > --publish 3:3 @0\n--publish 2:2 > --publish 4:4 @1\n"
      "--memory 1g > --memory 2g @2\n > --init @3\n" },
  };

  g_test_summary ("what differs between two commands, and where it stands now");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = spell (rows[i].before, rows[i].after);

      g_assert_cmpstr (got, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/changes", test_changes);
  return g_test_run ();
}
