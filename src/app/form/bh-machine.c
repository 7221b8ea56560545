/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-machine.h"

#include <string.h>

#define TOTAL "MemTotal:"

guint
bh_machine_get_n_cpus (void)
{
  return g_get_num_processors ();
}

guint64
bh_machine_parse_memory (const char *meminfo)
{
  const char *line;

  g_return_val_if_fail (meminfo != NULL, 0);

  line = strstr (meminfo, TOTAL);
  return line != NULL ? g_ascii_strtoull (line + strlen (TOTAL), NULL, 10) * 1024 : 0;
}

guint64
bh_machine_get_memory (void)
{
  static gsize read = 0;
  static guint64 memory = 0;

  if (g_once_init_enter (&read))
    {
      g_autofree char *meminfo = NULL;

      /* The kernel makes it up when it is read: there is no disk to wait for. */
      if (g_file_get_contents ("/proc/meminfo", &meminfo, NULL, NULL))
        memory = bh_machine_parse_memory (meminfo);
      g_once_init_leave (&read, 1);
    }
  return memory;
}
