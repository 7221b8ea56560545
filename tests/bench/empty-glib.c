/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What any GLib program costs to start: the measure for bulkhead-cli as a whole process. */
#include <gio/gio.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  setlocale (LC_ALL, "");
  g_option_context_parse (context, &argc, &argv, NULL);
  g_type_ensure (G_TYPE_FILE);
  g_print ("\n");
  return 0;
}
