/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-podman-option.h"

#include <string.h>

/* The options of `podman run` with a value that Docker does not have, sorted. All others are
 * flags. */
static const char *const with_value[] = {
  "arch",
  "authfile",
  "cert-dir",
  "cgroup-conf",
  "cgroups",
  "chrootdirs",
  "conmon-pidfile",
  "creds",
  "decryption-key",
  "env-merge",
  "gidmap",
  "group-entry",
  "health-log-destination",
  "health-max-log-count",
  "health-max-log-size",
  "health-on-failure",
  "health-startup-cmd",
  "health-startup-interval",
  "health-startup-retries",
  "health-startup-success",
  "health-startup-timeout",
  "hosts-file",
  "hostuser",
  "image-volume",
  "init-ctr",
  "init-path",
  "os",
  "passwd-entry",
  "personality",
  "pidfile",
  "pod",
  "pod-id-file",
  "preserve-fd",
  "preserve-fds",
  "rdt-class",
  "requires",
  "retry",
  "retry-delay",
  "sdnotify",
  "seccomp-policy",
  "secret",
  "shm-size-systemd",
  "subgidname",
  "subuidname",
  "systemd",
  "timeout",
  "tz",
  "uidmap",
  "umask",
  "unsetenv",
  "variant",
};

/* The global options with a value; the letters of short ones stand before the name. */
static const char *const docker_globals[] = {
  "--config", "c--context", "H--host", "l--log-level", "--tlscacert", "--tlscert", "--tlskey",
};
static const char *const podman_globals[] = {
  "--cgroup-manager",
  "--conmon",
  "c--connection",
  "--events-backend",
  "--hooks-dir",
  "--identity",
  "--imagestore",
  "--log-level",
  "--module",
  "--namespace",
  "--network-cmd-path",
  "--network-config-dir",
  "--out",
  "--root",
  "--runroot",
  "--runtime",
  "--runtime-flag",
  "--ssh",
  "--storage-driver",
  "--storage-opt",
  "--tmpdir",
  "--url",
  "--volumepath",
};

gboolean
bh_podman_option_takes_value (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (with_value); i++)
    if (g_str_equal (with_value[i], name))
      return TRUE;
  return FALSE;
}

/* Whether WORD is the option ROW and its value is the next word. */
static gboolean
wants_next (const char *row, const char *word)
{
  if (row[0] != '-')
    {
      if (word[0] == '-' && word[1] == row[0] && word[2] == '\0')
        return TRUE;
      row++;
    }
  return g_str_equal (row, word);
}

guint
bh_global_option_n_words (const char *word, gboolean podman)
{
  const char *const *rows = podman ? podman_globals : docker_globals;
  guint n_rows = podman ? G_N_ELEMENTS (podman_globals) : G_N_ELEMENTS (docker_globals);

  if (word[0] != '-' || word[1] == '\0')
    return 0;
  for (guint i = 0; i < n_rows; i++)
    if (wants_next (rows[i], word))
      return 2;
  return 1;
}
