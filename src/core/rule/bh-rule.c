/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-findings.h"
#include "rule/bh-rule-tables.h"

/* One line for each table of rules; a new table is one more. */
static const struct
{
  const BhRule *rules;
  const guint *n_rules;
} tables[] = {
  { bh_rules_image, &bh_n_rules_image },
  { bh_rules_port_addresses, &bh_n_rules_port_addresses },
  { bh_rules_port_numbers, &bh_n_rules_port_numbers },
  { bh_rules_network, &bh_n_rules_network },
  { bh_rules_personal_mounts, &bh_n_rules_personal_mounts },
  { bh_rules_system_mounts, &bh_n_rules_system_mounts },
  { bh_rules_root_files, &bh_n_rules_root_files },
  { bh_rules_binds, &bh_n_rules_binds },
  { bh_rules_volumes, &bh_n_rules_volumes },
  { bh_rules_environment, &bh_n_rules_environment },
  { bh_rules_secrets, &bh_n_rules_secrets },
  { bh_rules_processes, &bh_n_rules_processes },
  { bh_rules_namespaces, &bh_n_rules_namespaces },
  { bh_rules_memory, &bh_n_rules_memory },
  { bh_rules_cpu, &bh_n_rules_cpu },
  { bh_rules_ulimits, &bh_n_rules_ulimits },
  { bh_rules_privileges, &bh_n_rules_privileges },
  { bh_rules_host_capabilities, &bh_n_rules_host_capabilities },
  { bh_rules_lesser_capabilities, &bh_n_rules_lesser_capabilities },
  { bh_rules_redundant, &bh_n_rules_redundant },
  { bh_rules_users, &bh_n_rules_users },
  { bh_rules_confinement, &bh_n_rules_confinement },
  { bh_rules_devices, &bh_n_rules_devices },
  { bh_rules_watching, &bh_n_rules_watching },
  { bh_rules_lifecycle, &bh_n_rules_lifecycle },
  { bh_rules_kernel, &bh_n_rules_kernel },
};

static const struct
{
  const char *word;
  const char *title;
} severities[] = {
  [BH_SEVERITY_INFO] = { "info", N_ ("Good to know") },
  [BH_SEVERITY_LOW] = { "low", N_ ("Low") },
  [BH_SEVERITY_MEDIUM] = { "medium", N_ ("Medium") },
  [BH_SEVERITY_HIGH] = { "high", N_ ("High") },
  [BH_SEVERITY_CRITICAL] = { "critical", N_ ("Critical") },
};

const char *
bh_severity_to_string (BhSeverity severity)
{
  return severities[severity].word;
}

const char *
bh_severity_get_title (BhSeverity severity)
{
  return _ (severities[severity].title);
}

gboolean
bh_severity_from_string (const char *word, BhSeverity *ret_severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (strcmp (severities[i].word, word) == 0)
      {
        *ret_severity = i;
        return TRUE;
      }
  return FALSE;
}

const char *
bh_effect_to_string (BhEffect effect)
{
  return effect == BH_EFFECT_SAFE ? "safe" : "review";
}

static GPtrArray *
gather_rules (void)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint j = 0; j < *tables[i].n_rules; j++)
      g_ptr_array_add (all, (gpointer) &tables[i].rules[j]);
  return all;
}

const BhRule *const *
bh_rule_all (guint *n_rules)
{
  static GPtrArray *all;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      all = gather_rules ();
      g_once_init_leave (&done, 1);
    }
  if (n_rules != NULL)
    *n_rules = all->len;
  return (const BhRule *const *) all->pdata;
}

const BhRule *
bh_rule_find (const char *id)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (strcmp (rules[i]->id, id) == 0)
      return rules[i];
  return NULL;
}

guint
bh_rule_n_fixes (const BhRule *rule)
{
  guint n = 0;

  while (n < BH_RULE_MAX_FIXES && rule->fixes[n].id != NULL)
    n++;
  return n;
}

const BhFix *
bh_rule_find_fix (const BhRule *rule, const char *fix_id)
{
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    if (strcmp (rule->fixes[i].id, fix_id) == 0)
      return &rule->fixes[i];
  return NULL;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Which column of RULE is empty, or NULL. */
static const char *
find_missing (const BhRule *rule)
{
  const struct
  {
    const char *name;
    gboolean present;
  } columns[] = {
    { "title", is_text (rule->title) },
    { "message", is_text (rule->message) },
    { "exposes", is_text (rule->exposes) },
    { "attack", is_text (rule->attack) },
    { "legitimate", is_text (rule->legitimate) },
    { "references", rule->references != NULL && rule->references[0] != NULL },
    { "check", rule->check != NULL },
    { "bad", is_text (rule->bad) },
    { "good", is_text (rule->good) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!columns[i].present)
      return columns[i].name;
  for (guint i = 0; i < bh_rule_n_fixes (rule); i++)
    if (!is_text (rule->fixes[i].title) || !is_text (rule->fixes[i].breaks) ||
        rule->fixes[i].apply == NULL)
      return "a column of a fix";
  return NULL;
}

char *
bh_rule_table_check (void)
{
  guint n_rules;
  const BhRule *const *rules = bh_rule_all (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const char *missing = find_missing (rules[i]);

      if (missing != NULL)
        return g_strdup_printf ("%s has no %s", rules[i]->id, missing);
      if (bh_rule_find (rules[i]->id) != rules[i])
        return g_strdup_printf ("%s is there twice", rules[i]->id);
    }
  return NULL;
}

void
bh_finding_free (BhFinding *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_free (self);
}

void
bh_findings_add (BhFindings *self,
                 const BhRule *rule,
                 BhSeverity severity,
                 const char *subject,
                 const int *settings,
                 guint n_settings)
{
  /* One piece of memory for it all: there are a dozen findings in each report. */
  const gsize size = n_settings * sizeof *settings;
  const gsize len = subject != NULL ? strlen (subject) + 1 : 0;
  BhFinding *finding = g_malloc0 (sizeof *finding + size + len);

  finding->rule = rule;
  finding->severity = severity;
  finding->n_settings = n_settings;
  finding->settings = (int *) (finding + 1);
  if (n_settings > 0)
    memcpy (finding->settings, settings, size);
  if (subject != NULL)
    finding->subject = memcpy ((char *) finding->settings + size, subject, len);
  g_ptr_array_add (self->findings, finding);
}

void
bh_findings_add_one (BhFindings *self, const BhRule *rule, const char *subject, int setting)
{
  bh_findings_add (self, rule, rule->severity, subject, &setting, setting == BH_NO_SETTING ? 0 : 1);
}

char *
bh_finding_dup_message (const BhFinding *self)
{
  const char *message = _ (self->rule->message);

  /* The table's own format, with at most one %s: the tests see to that. */
  return self->subject != NULL ? g_strdup_printf (message, self->subject) : g_strdup (message);
}

char *
bh_finding_dup_key (const BhFinding *self, const BhState *state)
{
  GString *key = g_string_new (self->rule->id);

  for (guint i = 0; i < self->n_settings; i++)
    {
      int index = self->settings[i];
      const BhSetting *setting = index >= 0 ? state->settings[index] : NULL;

      if (setting != NULL && setting->option != NULL)
        g_string_append_printf (key, " --%s=%s", setting->option->name, setting->value->str);
      else
        g_string_append (key, " image");
    }
  return g_string_free (key, FALSE);
}
