/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sizes, CPUs, counts and limits. */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-byte-size.h"

/* Values that do not mean what their number says, as "option=value". */
static const BhMeaning special[] = {
  { "memory=0", N_ ("no limit") },
  { "memory-swap=-1", N_ ("as much swap as this computer has") },
  { "memory-swap=0", N_ ("as if it was not given: as much again as the memory limit") },
  { "pids-limit=0", N_ ("no limit") },
  { "pids-limit=-1", N_ ("no limit") },
  { "cpus=0", N_ ("no limit") },
  { "cpu-shares=0", N_ ("the usual weight, 1024") },
  { "cpu-quota=0", N_ ("no limit") },
  { "cpu-quota=-1", N_ ("no limit") },
  { "stop-timeout=-1", N_ ("waits for ever") },
  { "stop-timeout=0", N_ ("kills it at once") },
  { "memory-swappiness=0", N_ ("swaps only when nothing else helps") },
  { "memory-swappiness=-1", N_ ("as the host is set") },
  { "oom-score-adj=-1000", N_ ("never: others are killed instead") },
  { NULL, NULL },
};

static gboolean
explain_special (BhExplanation *self, const BhOption *option)
{
  g_autofree char *key = g_strdup_printf ("%s=%s", option->name, self->value->str);

  for (const BhMeaning *meaning = special; meaning->word != NULL; meaning++)
    if (g_str_equal (meaning->word, key))
      {
        bh_explain (self, BH_WHOLE (self->value), _ (meaning->text));
        return TRUE;
      }
  return FALSE;
}

void
bh_explain_bytes (BhExplanation *self, const BhOption *option)
{
  guint64 bytes;

  if (explain_special (self, option) || !bh_byte_size_parse (self->value->str, &bytes))
    return;
  {
    g_autofree char *size = g_format_size_full (bytes, G_FORMAT_SIZE_IEC_UNITS);
    g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, bytes);
    /* TRANSLATORS: %1$s is a size such as "512.0 MiB", %2$s the same in bytes. */
    g_autofree char *text = g_strdup_printf (_ ("%1$s, that is %2$s bytes"), size, number);

    bh_explain (self, BH_WHOLE (self->value), text);
  }
}

void
bh_explain_cpus (BhExplanation *self, const BhOption *option)
{
  if (!explain_special (self, option))
    bh_explain_written (self, BH_WHOLE (self->value),
                        _ ("the time of so many CPUs, however many there are; 0.5 is half the "
                           "time of one"));
}

void
bh_explain_integer (BhExplanation *self, const BhOption *option)
{
  explain_special (self, option);
}

/* What each process may have: getrlimit(2). */
static const BhMeaning ulimits[] = {
  { "as", N_ ("address space of a process") },
  { "core", N_ ("size of the memory image that a crash leaves behind") },
  { "cpu", N_ ("seconds of CPU time of a process") },
  { "data", N_ ("data of a process") },
  { "fsize", N_ ("size of a file that is written") },
  { "locks", N_ ("locks on files") },
  { "memlock", N_ ("memory that is kept from being swapped out") },
  { "msgqueue", N_ ("bytes in message queues, for each user") },
  { "nice", N_ ("how far a process may go ahead of others") },
  { "nofile", N_ ("files that a process may have open") },
  { "nproc", N_ ("processes of the same user, on the whole computer") },
  { "rss", N_ ("memory in use; the kernel ignores it") },
  { "rtprio", N_ ("priority in real time") },
  { "rttime", N_ ("microseconds in real time without a pause") },
  { "sigpending", N_ ("signals that wait, for each user") },
  { "stack", N_ ("size of the stack") },
  { NULL, NULL },
};

void
bh_explain_ulimit (BhExplanation *self, const BhOption *option)
{
  guint equals = bh_text_find (self->value, 0, G_MAXUINT, '=');
  guint begin = MIN (equals + 1, self->value->len);
  guint colon = bh_text_find (self->value, begin, G_MAXUINT, ':');

  bh_explain_word (self, ulimits, (BhRange){ 0, equals }, NULL);
  if (colon == self->value->len)
    {
      bh_explain_written (self, (BhRange){ begin, colon }, _ ("the limit"));
      return;
    }
  bh_explain_written (self, (BhRange){ begin, colon }, _ ("the limit at first"));
  bh_explain_written (self, (BhRange){ colon + 1, self->value->len },
                      _ ("as far as the program may raise it"));
}
