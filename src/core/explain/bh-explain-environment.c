/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Variables, and other names with values. */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-secret.h"

void
bh_explain_environment (BhExplanation *self, const BhOption *option)
{
  guint equals = bh_text_find (self->value, 0, G_MAXUINT, '=');
  BhRange name = { 0, equals };
  g_autofree char *str = bh_text_dup_range (self->value, name);

  bh_explain_written (self, name, _ ("the variable's name"));
  if (equals == self->value->len)
    bh_explain (self, (BhRange){ equals, equals },
                _ ("its value comes from the shell where the command is typed; without one there, "
                   "the variable is not set"));
  else if (bh_secret_is_name (str))
    bh_explain_written (self, (BhRange){ equals + 1, self->value->len },
                        _ ("its value: whoever may ask the engine can read it, and it stays in "
                           "your shell's history"));
  else
    bh_explain_written (self, (BhRange){ equals + 1, self->value->len }, _ ("its value"));
}

static const BhMeaning keys[] = {
  { "max-size=", N_ ("how large a log file may grow before the next one is begun") },
  { "max-file=", N_ ("how many log files are kept; does nothing without max-size") },
  { "mode=", N_ ("whether the program waits while its log is written") },
  { "max-buffer-size=", N_ ("how much of the log waits in memory when nobody is to wait") },
  { "compress=", N_ ("whether old log files are compressed") },
  { "tag=", N_ ("the name of the container in the log") },
  { "labels=", N_ ("the labels that are written to the log") },
  { "env=", N_ ("the variables that are written to the log") },
  { "size=", N_ ("how large the container's own files may grow; needs XFS with quotas") },
  { NULL, NULL },
};

void
bh_explain_key_value (BhExplanation *self, const BhOption *option)
{
  bh_explain_word (self, keys, BH_WHOLE (self->value), NULL);
}
