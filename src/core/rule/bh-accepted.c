/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-accepted.h"

#include "export/bh-setting-words.h"
#include "export/bh-shell-quote.h"

/* The image stands for what is not one of the options. */
static void
append_cause (GString *to, const BhState *state, int setting)
{
  if (setting >= 0)
    bh_setting_append_words (to, state->settings[setting]);
  else if (state->image != NULL)
    bh_shell_quote_append (to, state->image, BH_QUOTE_KEEP_SPLIT);
}

static char *
dup_subject (const BhState *state, const int *settings, guint n_settings)
{
  GString *subject = g_string_new (NULL);

  for (guint i = 0; i < n_settings; i++)
    {
      if (i > 0)
        g_string_append_c (subject, ' ');
      append_cause (subject, state, settings[i]);
    }
  return g_string_free (subject, FALSE);
}

static BhState *
accept (const BhState *state, const char *rule, const char *subject, const char *reason)
{
  g_autoptr (BhAcceptance) acceptance = bh_acceptance_new (rule, subject, reason);

  return bh_state_with_acceptance (state, acceptance);
}

BhState *
bh_finding_accept (const BhFinding *self, const BhState *state, const char *reason)
{
  g_autofree char *subject = dup_subject (state, self->settings, self->n_settings);

  return accept (state, self->rule->id, subject, reason);
}

BhState *
bh_finding_unaccept (const BhFinding *self, const BhState *state)
{
  g_autofree char *subject = dup_subject (state, self->settings, self->n_settings);

  return bh_state_without_acceptance (state, self->rule->id, subject);
}

BhState *
bh_path_finding_accept (const BhPathFinding *self, const BhState *state, const char *reason)
{
  g_autofree char *subject = dup_subject (state, self->settings, self->n_settings);

  return accept (state, self->path->id, subject, reason);
}

BhState *
bh_path_finding_unaccept (const BhPathFinding *self, const BhState *state)
{
  g_autofree char *subject = dup_subject (state, self->settings, self->n_settings);

  return bh_state_without_acceptance (state, self->path->id, subject);
}

static guint
acceptance_hash (gconstpointer key)
{
  const BhAcceptance *acceptance = key;

  return g_str_hash (acceptance->rule) * 31 + g_str_hash (acceptance->subject);
}

static gboolean
acceptance_same (gconstpointer a, gconstpointer b)
{
  const BhAcceptance *other = b;

  return bh_acceptance_is (a, other->rule, other->subject);
}

static const BhAcceptance *
find (GHashTable *known,
      const BhState *state,
      const char *rule,
      const int *settings,
      guint n_settings)
{
  g_autofree char *subject = dup_subject (state, settings, n_settings);
  const BhAcceptance key = { .rule = (char *) rule, .subject = subject };

  return g_hash_table_lookup (known, &key);
}

void
bh_report_match_acceptances (BhReport *self)
{
  const BhState *state = self->state;
  g_autoptr (GHashTable) known = NULL;

  if (state->n_acceptances == 0)
    return;
  known = g_hash_table_new (acceptance_hash, acceptance_same);
  for (guint i = 0; i < state->n_acceptances; i++)
    g_hash_table_add (known, state->acceptances[i]);
  for (guint i = 0; i < self->findings->len; i++)
    {
      BhFinding *finding = g_ptr_array_index (self->findings, i);

      finding->acceptance =
          find (known, state, finding->rule->id, finding->settings, finding->n_settings);
    }
  for (guint i = 0; i < self->paths->len; i++)
    {
      BhPathFinding *path = g_ptr_array_index (self->paths, i);

      path->acceptance = find (known, state, path->path->id, path->settings, path->n_settings);
    }
}
