/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"

/* What may stand alone: the systems and machines that the client knows, in lower case. */
static const char *const systems[] = { "aix",     "android", "darwin", "dragonfly", "freebsd",
                                       "hurd",    "illumos", "ios",    "js",        "linux",
                                       "macos",   "nacl",    "netbsd", "openbsd",   "plan9",
                                       "solaris", "windows", "zos",    NULL };
static const char *const machines[] = {
  "386",         "aarch64", "amd64",   "amd64p32", "arm",     "arm64",  "arm64be",  "armbe",
  "armel",       "armhf",   "i386",    "loong64",  "mips",    "mips64", "mips64le", "mips64p32",
  "mips64p32le", "mipsle",  "ppc",     "ppc64",    "ppc64le", "riscv",  "riscv64",  "s390",
  "s390x",       "sparc",   "sparc64", "wasm",     "x86-64",  "x86_64", NULL
};

static gboolean
is_component (const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (!g_ascii_isalnum (str[i]) && strchr ("_.-", str[i]) == NULL)
      return FALSE;
  return len > 0;
}

/* The system may carry a version in parentheses: windows(10.0.17763). */
static gboolean
is_system (const char *str)
{
  gsize name = strcspn (str, "(");
  gsize len = strlen (str);

  if (memchr (str, '.', name) != NULL || !is_component (str, name))
    return FALSE;
  if (name == len)
    return TRUE;
  return str[len - 1] == ')' && (len == name + 2 || is_component (str + name + 1, len - name - 2));
}

static gboolean
is_known_alone (const char *str)
{
  g_autofree char *lower = g_ascii_strdown (str, -1);
  gboolean is_versioned = strchr (lower, '(') != NULL;

  if (!is_versioned && g_strv_contains (machines, lower))
    return TRUE;
  lower[strcspn (lower, "(")] = '\0';
  return g_strv_contains (systems, lower);
}

void
bh_check_platform (const BhChecked *checked)
{
  const BhText *value = checked->value;
  g_auto (GStrv) parts = g_strsplit (value->str, "/", -1);
  guint n_parts = g_strv_length (parts);
  gboolean ok = n_parts > 0 && n_parts <= 3 && is_system (parts[0]);

  if (value->len == 0)
    return;
  for (guint i = 1; i < n_parts; i++)
    ok = ok && is_component (parts[i], strlen (parts[i]));
  if (!ok)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a platform. Write system and machine with a slash between, "
                         "such as linux/amd64 or linux/arm/v7."));
  else if (n_parts == 1 && !is_known_alone (parts[0]))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is neither a system nor a machine that Docker knows. Write both, "
                         "such as linux/amd64."));
}
