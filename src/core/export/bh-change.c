/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-change.h"

#include "export/bh-setting-words.h"
#include "export/bh-shell-quote.h"

/* A stretch of a state's settings, each marked when it has its like in the other state. */
typedef struct
{
  BhSetting *const *settings;
  guint begin;
  guint end;
  gboolean *matched;
} Side;

static void
change_free (gpointer data)
{
  BhChange *self = data;

  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static char *
dup_words (const BhSetting *setting)
{
  GString *words = g_string_new (NULL);

  bh_setting_append_words (words, setting);
  return g_string_free (words, FALSE);
}

/* BEFORE and AFTER are adopted (transfer full). */
static void
add (GPtrArray *changes, const BhOption *option, char *before, char *after, int setting)
{
  BhChange *change = g_new0 (BhChange, 1);

  change->option = option;
  change->before = before;
  change->after = after;
  change->setting = setting;
  g_ptr_array_add (changes, change);
}

/* Most edits touch one setting: what stands before and behind is the same. */
static void
trim (Side *a, Side *b)
{
  while (a->begin < a->end && b->begin < b->end &&
         bh_setting_equal (a->settings[a->begin], b->settings[b->begin]))
    a->begin++, b->begin++;
  while (a->begin < a->end && b->begin < b->end &&
         bh_setting_equal (a->settings[a->end - 1], b->settings[b->end - 1]))
    a->end--, b->end--;
}

static void
match_equal (Side *a, Side *b)
{
  for (guint i = a->begin; i < a->end; i++)
    for (guint j = b->begin; j < b->end && !a->matched[i]; j++)
      if (!b->matched[j] && bh_setting_equal (a->settings[i], b->settings[j]))
        a->matched[i] = b->matched[j] = TRUE;
}

/* The setting of B that takes the place of one of A; the end if there is none. */
static guint
find_successor (const BhSetting *setting, const Side *b)
{
  guint j = b->begin;

  while (j < b->end && (b->matched[j] || b->settings[j]->option == NULL ||
                        b->settings[j]->option != setting->option))
    j++;
  return j;
}

static void
add_settings (GPtrArray *changes, Side *a, Side *b)
{
  for (guint i = a->begin; i < a->end; i++)
    {
      guint j = find_successor (a->settings[i], b);
      gboolean replaced = j < b->end;

      if (a->matched[i])
        continue;
      add (changes, a->settings[i]->option, dup_words (a->settings[i]),
           replaced ? dup_words (b->settings[j]) : NULL, replaced ? (int) j : BH_CHANGE_GONE);
      if (replaced)
        b->matched[j] = TRUE;
    }
  for (guint j = b->begin; j < b->end; j++)
    if (!b->matched[j])
      add (changes, b->settings[j]->option, NULL, dup_words (b->settings[j]), (int) j);
}

static char *
dup_command (BhText *const *words, guint n_words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      bh_shell_quote_append (out, words[i], BH_QUOTE_DEFAULT);
    }
  if (n_words == 0)
    return g_string_free (out, TRUE);
  return g_string_free (out, FALSE);
}

static void
add_image (GPtrArray *changes, const BhText *before, const BhText *after)
{
  if (before == after || (before != NULL && after != NULL && bh_text_equal (before, after)))
    return;
  add (changes, NULL, before != NULL ? dup_command ((BhText *const *) &before, 1) : NULL,
       after != NULL ? dup_command ((BhText *const *) &after, 1) : NULL,
       after != NULL ? BH_CHANGE_IMAGE : BH_CHANGE_GONE);
}

static void
add_command (GPtrArray *changes, const BhState *before, const BhState *after)
{
  g_autofree char *was = dup_command (before->command, before->n_command);
  g_autofree char *is = dup_command (after->command, after->n_command);
  int setting = is != NULL ? BH_CHANGE_COMMAND : BH_CHANGE_GONE;

  if (g_strcmp0 (was, is) != 0)
    add (changes, NULL, g_steal_pointer (&was), g_steal_pointer (&is), setting);
}

GPtrArray *
bh_changes_new (const BhState *before, const BhState *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autofree gboolean *matched_before = g_new0 (gboolean, before->n_settings + 1);
  g_autofree gboolean *matched_after = g_new0 (gboolean, after->n_settings + 1);
  Side a = { before->settings, 0, before->n_settings, matched_before };
  Side b = { after->settings, 0, after->n_settings, matched_after };

  trim (&a, &b);
  match_equal (&a, &b);
  add_settings (changes, &a, &b);
  add_image (changes, before->image, after->image);
  add_command (changes, before, after);
  return changes;
}
