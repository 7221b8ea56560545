/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "form/bh-form-spec.h"

static const BhChoice security_options[] = {
  { "no-new-privileges", .subtitle = N_ ("Programs cannot gain rights, not even through sudo") },
  { "seccomp=builtin",
    .subtitle = N_ ("The engine's own list of system calls; it is the default") },
  { "seccomp=profile.json", .subtitle = N_ ("A list of system calls of your own, from a file") },
  { "seccomp=unconfined", .subtitle = N_ ("No wall: every system call of the kernel") },
  { "apparmor=docker-default",
    .subtitle = N_ ("The engine's own AppArmor profile; it is the default") },
  { "apparmor=unconfined", .subtitle = N_ ("No wall: AppArmor looks away") },
  { "label=disable", .subtitle = N_ ("No wall: SELinux looks away") },
  { "label=type:svirt_apache_t", .subtitle = N_ ("Another SELinux type") },
  { "systempaths=unconfined",
    .subtitle = N_ ("No wall: parts of /proc and /sys that are hidden otherwise") },
  { 0 },
};

static const BhChoice pull_policies[] = {
  { "missing", .subtitle = N_ ("Only when the image is not here yet; it is the default") },
  { "always", .subtitle = N_ ("Looks for a newer one each time") },
  { "never", .subtitle = N_ ("Only an image that is here") },
  { 0 },
};

static const BhChoice platforms[] = {
  { "linux/amd64", .subtitle = N_ ("64-bit Intel and AMD") },
  { "linux/arm64", .subtitle = N_ ("64-bit ARM, such as Apple's and many boards") },
  { "linux/arm/v7", .subtitle = N_ ("32-bit ARM") },
  { 0 },
};

static const BhChoice streams[] = {
  { "stdin", .subtitle = N_ ("What you type") },
  { "stdout", .subtitle = N_ ("What it prints") },
  { "stderr", .subtitle = N_ ("Its errors") },
  { 0 },
};

static const BhChoice signals[] = {
  { "SIGTERM", .subtitle = N_ ("Asks it to end; most images use it") },
  { "SIGINT", .subtitle = N_ ("As Ctrl+C does") },
  { "SIGQUIT", .subtitle = N_ ("Ends after what it is doing, for some servers") },
  { "SIGKILL", .subtitle = N_ ("Ends it at once, without saving anything") },
  { 0 },
};

static const BhChoice namespaces_of_host[] = {
  { "host", .subtitle = N_ ("No wall: this computer's own") },
  { 0 },
};

static const BhChoice cgroup_namespaces[] = {
  { "private", .subtitle = N_ ("It sees only its own limits; it is the default on newer systems") },
  { "host", .subtitle = N_ ("No wall: it sees the limits of everything on this computer") },
  { 0 },
};

static const BhChoice gpus[] = {
  { "all", .subtitle = N_ ("Every graphics processor of this computer") },
  { "1", .subtitle = N_ ("One of them, whichever") },
  { "device=0", .subtitle = N_ ("The first of them") },
  { 0 },
};

static const struct
{
  const char *option;
  const BhChoice *choices;
} suggestions[] = {
  { "attach", streams },
  { "cgroupns", cgroup_namespaces },
  { "gpus", gpus },
  { "platform", platforms },
  { "pull", pull_policies },
  { "security-opt", security_options },
  { "stop-signal", signals },
  { "userns", namespaces_of_host },
  { "uts", namespaces_of_host },
};

const BhChoice *
bh_form_suggestions (const BhOption *option)
{
  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    if (g_str_equal (suggestions[i].option, option->name))
      return suggestions[i].choices;
  return NULL;
}
