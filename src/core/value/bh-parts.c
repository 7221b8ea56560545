/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-parts.h"

#include <string.h>

/**
 * Grammar:
 * @kind: whose values
 * @n_parts: how many parts
 * @separators: what stands before the second and the third
 * @also: another first separator that the client takes, or 0
 * @modes: a second part of only these characters is the third
 */
typedef struct
{
  BhKind kind;
  guint n_parts;
  char separators[BH_MAX_PARTS - 1];
  char also;
  const char *modes;
} Grammar;

static const Grammar grammars[] = {
  { BH_KIND_LABEL, 2, { '=' } },        { BH_KIND_KEY_VALUE, 2, { '=' } },
  { BH_KIND_SYSCTL, 2, { '=' } },       { BH_KIND_HOST_ENTRY, 2, { ':' }, .also = '=' },
  { BH_KIND_ULIMIT, 3, { '=', ':' } },  { BH_KIND_DEVICE, 3, { ':', ':' }, .modes = "rwm" },
  { BH_KIND_DEVICE_BYTES, 2, { ':' } }, { BH_KIND_DEVICE_NUMBER, 2, { ':' } },
};

static const Grammar *
find_grammar (BhKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    if (grammars[i].kind == kind)
      return &grammars[i];
  return NULL;
}

guint
bh_parts_count (BhKind kind)
{
  const Grammar *grammar = find_grammar (kind);

  return grammar != NULL ? grammar->n_parts : 0;
}

/* The byte of the separator before part I + 1, from byte FROM on; the length if there is none. */
static guint
find_separator (const Grammar *grammar, const BhText *value, guint from, guint i)
{
  guint at = bh_text_find (value, from, G_MAXUINT, grammar->separators[i]);

  if (i == 0 && grammar->also != 0)
    at = MIN (at, bh_text_find (value, from, G_MAXUINT, grammar->also));
  return at;
}

/* `/dev/fuse:rw` says how the device may be used, not where it appears. */
static void
move_mode (const Grammar *grammar, const BhText *value, BhRange parts[BH_MAX_PARTS])
{
  const BhRange second = parts[1];

  if (grammar->modes == NULL || second.begin == second.end || second.end < value->len ||
      strspn (value->str + second.begin, grammar->modes) < second.end - second.begin)
    return;
  parts[1] = (BhRange){ second.begin, second.begin };
  parts[2] = second;
}

void
bh_parts_read (BhKind kind, const BhText *value, BhRange ret_parts[BH_MAX_PARTS])
{
  const Grammar *grammar = find_grammar (kind);
  guint from = 0;

  g_return_if_fail (grammar != NULL);

  for (guint i = 0; i < BH_MAX_PARTS; i++)
    {
      guint end = i + 1 < grammar->n_parts ? find_separator (grammar, value, from, i) : value->len;

      if (i >= grammar->n_parts)
        end = from;
      ret_parts[i] = (BhRange){ from, end };
      from = MIN (end + 1, value->len);
    }
  move_mode (grammar, value, ret_parts);
}

static gboolean
any_left (const Grammar *grammar, BhText *const *parts, guint from)
{
  for (guint i = from; i < grammar->n_parts; i++)
    if (parts[i]->len > 0)
      return TRUE;
  return FALSE;
}

/* What stands before the second part is kept once somebody has written it. */
static char
first_separator (const Grammar *grammar, const BhText *old)
{
  guint at = find_separator (grammar, old, 0, 0);

  return at < old->len ? old->str[at] : '\0';
}

BhText *
bh_parts_write (BhKind kind, const BhText *old, BhText *const *parts)
{
  const Grammar *grammar = find_grammar (kind);
  g_auto (BhTextBuilder) builder = { 0 };
  char written;

  g_return_val_if_fail (grammar != NULL, NULL);

  written = first_separator (grammar, old);
  bh_text_builder_init (&builder);
  bh_text_builder_append_text (&builder, parts[0]);
  for (guint i = 1; i < grammar->n_parts; i++)
    {
      gboolean kept = i == 1 && written == '=' && parts[0]->len > 0;
      gboolean skipped = grammar->modes != NULL && i == 1 && parts[1]->len == 0;

      if (skipped || (!kept && !any_left (grammar, parts, i)))
        continue;
      bh_text_builder_append_c (&builder,
                                i == 1 && written != '\0' ? written : grammar->separators[i - 1]);
      bh_text_builder_append_text (&builder, parts[i]);
    }
  return bh_text_builder_end (&builder);
}
