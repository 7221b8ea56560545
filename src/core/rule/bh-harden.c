/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bh-i18n.h"
#include "export/bh-setting-words.h"
#include "rule/bh-report.h"

/* Fixes can bring up findings of their own: this many steps are enough for any command that people
 * write. */
#define MAX_STEPS 200

BhState *
bh_finding_fix (const BhFinding *self, const BhState *state, const BhFix *fix)
{
  return fix->apply (state, self, fix);
}

static guint
count (const BhReport *report, const BhRule *rule, const char *subject)
{
  guint n = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      if (finding->rule == rule && g_strcmp0 (finding->subject, subject) == 0)
        n++;
    }
  return n;
}

/* A step must get somewhere, so that there is an end. */
static gboolean
is_better (const BhReport *after, const BhReport *before, const BhFinding *finding)
{
  return after->score <= before->score && count (after, finding->rule, finding->subject) <
                                              count (before, finding->rule, finding->subject);
}

/* The first fix that may be used, worst finding first, and that changes something. (transfer full)
 * (nullable) */
static BhState *
take_step (const BhState *state, gboolean all)
{
  g_autoptr (BhReport) report = bh_report_new (state);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const BhFinding *finding = g_ptr_array_index (report->findings, i);

      for (guint j = 0; j < bh_rule_n_fixes (finding->rule); j++)
        {
          const BhFix *fix = &finding->rule->fixes[j];
          g_autoptr (BhState) fixed = NULL;
          g_autoptr (BhReport) after = NULL;

          if (finding->acceptance != NULL || (!all && fix->effect != BH_EFFECT_SAFE))
            continue;
          fixed = bh_finding_fix (finding, state, fix);
          if (bh_state_equal (fixed, state))
            continue;
          after = bh_report_new (fixed);
          if (is_better (after, report, finding))
            return g_steal_pointer (&fixed);
        }
    }
  return NULL;
}

BhState *
bh_state_harden (const BhState *state, gboolean all)
{
  BhState *current = bh_state_ref ((BhState *) state);

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      BhState *next = take_step (current, all);

      if (next == NULL)
        break;
      bh_state_unref (current);
      current = next;
    }
  return current;
}

static guint
hash_setting (gconstpointer key)
{
  const BhSetting *setting = key;

  return g_direct_hash (setting->option) ^
         (setting->value != NULL ? g_str_hash (setting->value->str) : 0);
}

static gboolean
equal_settings (gconstpointer a, gconstpointer b)
{
  return bh_setting_equal (a, b);
}

/* The settings of A that B does not have, as words of a command. */
static char *
spell_difference (const BhState *a, const BhState *b)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (hash_setting, equal_settings);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < b->n_settings; i++)
    g_hash_table_add (settings, b->settings[i]);
  for (guint i = 0; i < a->n_settings; i++)
    {
      if (g_hash_table_contains (settings, a->settings[i]))
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      bh_setting_append_words (out, a->settings[i]);
    }
  if (!bh_text_equal (a->image, b->image) && a->image != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", a->image->str);
  return g_string_free (out, FALSE);
}

char *
bh_state_dup_change (const BhState *before, const BhState *after)
{
  g_autofree char *gone = spell_difference (before, after);
  g_autofree char *come = spell_difference (after, before);

  if (*gone != '\0' && *come != '\0')
    return g_strdup_printf ("%s → %s", gone, come);
  if (*come != '\0')
    return g_strdup_printf ("+ %s", come);
  if (*gone != '\0')
    return g_strdup_printf ("− %s", gone);
  return g_strdup ("");
}
