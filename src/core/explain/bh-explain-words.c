/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Options whose values are words. */

#include "explain/bh-explain-private.h"

#include <string.h>

#include "bh-i18n.h"

static const BhMeaning pid_modes[] = {
  { "host", N_ ("every process of this computer, with its arguments") },
  { "container:", N_ ("the processes of that container") },
  { NULL, NULL },
};

static const BhMeaning ipc_modes[] = {
  { "host", N_ ("the shared memory of this computer's own programs") },
  { "none", N_ ("no shared memory at all, not even /dev/shm") },
  { "private", N_ ("its own") },
  { "shareable", N_ ("its own, which other containers may join") },
  { "container:", N_ ("those of that container") },
  { NULL, NULL },
};

static const BhMeaning uts_modes[] = {
  { "host", N_ ("this computer's: who may rename the container renames the computer") },
  { NULL, NULL },
};

static const BhMeaning userns_modes[] = {
  { "host", N_ ("root in the container is root of this computer, even where the engine would keep "
                "them apart") },
  { NULL, NULL },
};

static const BhMeaning cgroupns_modes[] = {
  { "host", N_ ("the host's") },
  { "private", N_ ("its own") },
  { NULL, NULL },
};

static const BhMeaning pulls[] = {
  { "always", N_ ("every time, so that a moved tag is noticed") },
  { "missing", N_ ("only if this computer has no image of that name; that is so anyway") },
  { "never", N_ ("never: without the image here, nothing starts") },
  { NULL, NULL },
};

static const BhMeaning streams[] = {
  { "stdin", N_ ("what you type") },
  { "stdout", N_ ("what it prints") },
  { "stderr", N_ ("its errors") },
  { NULL, NULL },
};

static const BhMeaning log_drivers[] = {
  { "json-file", N_ ("a file that grows without end unless max-size is set; docker logs reads "
                     "it") },
  { "local", N_ ("compressed files that stay small; docker logs reads them") },
  { "journald", N_ ("the journal of this computer") },
  { "syslog", N_ ("the system log of this computer, or one on the network") },
  { "none", N_ ("nowhere: what the program says is lost") },
  { NULL, NULL },
};

static const BhMeaning runtimes[] = {
  { "runc", N_ ("the usual one") },
  { "crun", N_ ("one like the usual one, written in C") },
  { "runsc", N_ ("gVisor: a kernel of its own between the container and the host's") },
  { "kata-runtime", N_ ("Kata Containers: the container runs in a virtual machine") },
  { "nvidia", N_ ("hands over graphics processors of NVIDIA") },
  { NULL, NULL },
};

static const BhMeaning gpus[] = {
  { "all", N_ ("all that this computer has") },
  { NULL, NULL },
};

/* The words of each option. */
static const struct
{
  const char *option;
  const BhMeaning *meanings;
} words[] = {
  { "attach", streams }, { "cgroupns", cgroupns_modes }, { "gpus", gpus },
  { "ipc", ipc_modes },  { "log-driver", log_drivers },  { "pid", pid_modes },
  { "pull", pulls },     { "runtime", runtimes },        { "userns", userns_modes },
  { "uts", uts_modes },
};

void
bh_explain_mode (BhExplanation *self, const BhOption *option)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].option, option->name))
      bh_explain_word (self, words[i].meanings, BH_WHOLE (self->value), NULL);
}

static const BhMeaning policies[] = {
  { "no", N_ ("never") },
  { "always", N_ ("whenever it ends, and after this computer starts") },
  { "unless-stopped", N_ ("whenever it ends, and after this computer starts, unless you stopped "
                          "it") },
  { "on-failure", N_ ("when it ends with an error") },
  { NULL, NULL },
};

void
bh_explain_restart (BhExplanation *self, const BhOption *option)
{
  guint colon = bh_text_find (self->value, 0, G_MAXUINT, ':');

  bh_explain_word (self, policies, (BhRange){ 0, colon }, NULL);
  bh_explain_written (self, (BhRange){ MIN (colon + 1, self->value->len), self->value->len },
                      _ ("so many times at most"));
}

void
bh_explain_flag (BhExplanation *self, const BhOption *option)
{
  static const char *const off[] = { "false", "0", "f", "F", "FALSE", "False", NULL };

  if (g_strv_contains (off, self->value->str))
    bh_explain (self, BH_WHOLE (self->value), _ ("switched off"));
}
