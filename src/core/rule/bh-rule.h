/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "option/bh-option.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhSeverity: least first, so that they compare.
 *
 * Critical: by itself a way to root on the host. High: a wall is gone; one more ordinary weakness
 * reaches the host or other people's data. Medium: damage grows or spreads, or a layer of defence
 * is missing. Low: hygiene. Info: worth knowing.
 */
typedef enum
{
  BH_SEVERITY_INFO,
  BH_SEVERITY_LOW,
  BH_SEVERITY_MEDIUM,
  BH_SEVERITY_HIGH,
  BH_SEVERITY_CRITICAL,
} BhSeverity;

const char *bh_severity_to_string (BhSeverity severity); /* "high", for JSON and --fail-on */
gboolean bh_severity_from_string (const char *word, BhSeverity *ret_severity);
const char *bh_severity_get_title (BhSeverity severity); /* translated "High" */

/**
 * BhEffect: what applying a fix may do to a container that works today.
 */
typedef enum
{
  BH_EFFECT_SAFE,   /* keeps working for all but exotic programs */
  BH_EFFECT_REVIEW, /* may stop working: needs a try */
} BhEffect;
const char *bh_effect_to_string (BhEffect effect); /* "safe", "review" */

/**
 * BhFix:
 * @id: stable within its rule ("loopback")
 * @effect: safe or review
 * @title: N_() a button's words: what it does ("Publish on this computer only")
 * @breaks: N_() what may stop working, one sentence
 * @apply: (transfer full): the fixed state; pure; applying it twice is applying it once
 * @parameter: for @apply, so that fixes which differ by a value share a function
 */
struct _BhFix
{
  const char *id;
  BhEffect effect;
  const char *title;
  const char *breaks;
  BhState *(*apply) (const BhState *state, const BhFinding *finding, const BhFix *fix);
  const char *parameter;
};

#define BH_RULE_MAX_FIXES 4

/**
 * BhRule:
 * @id: public, never renamed or reused
 * @severity: the usual severity; a finding may carry another
 * @section: page of the form
 * @title: N_() a heading: what is the case ("The Docker socket is mounted")
 * @message: N_() one sentence for this very setting; may hold one %s, the subject of the finding
 * @exposes: N_() what is exposed
 * @attack: N_() how somebody inside the container uses it
 * @legitimate: N_() when it is all right, and the trade-off
 * @references: sources with their identifiers ("CIS Docker 5.32"), NULL-terminated
 * @check: reports zero or more findings; pure: no clock, no file, no locale
 * @parameter: for @check
 * @value: for @check, where it is a number: a capability
 * @part_of_privileged: says nothing new beside --privileged, which is told instead
 * @fixes: until the first without an id
 * @bad: words after `docker run` that fire it ("-v /var/run/docker.sock:/s nginx")
 * @good: near miss that does not
 *
 * One row of knowledge.
 */
typedef struct _BhFindings BhFindings;
struct _BhRule
{
  const char *id;
  BhSeverity severity;
  BhSection section;
  const char *title;
  const char *message;
  const char *exposes;
  const char *attack;
  const char *legitimate;
  const char *const *references;
  void (*check) (const BhRule *rule, const BhFacts *facts, BhFindings *findings);
  const char *parameter;
  guint value;
  gboolean part_of_privileged;
  BhFix fixes[BH_RULE_MAX_FIXES];
  const char *bad;
  const char *good;
};

/* All rules, in the order of sections. N_RULES may be NULL. */
const BhRule *const *bh_rule_all (guint *n_rules);
const BhRule *bh_rule_find (const char *id);
guint bh_rule_n_fixes (const BhRule *rule);
const BhFix *bh_rule_find_fix (const BhRule *rule, const char *fix_id);
/* (transfer full) (nullable): what is wrong with the tables; for the tests. */
char *bh_rule_table_check (void);

/**
 * BhFinding:
 * @rule: its rule
 * @severity: of this finding
 * @subject: (nullable): what @rule->message names with %s: a value, a path, a capability
 * @settings: indices of the settings that cause it; none when something is missing
 * @n_settings: how many
 * @points: what it adds to the exposure before that is scaled; see bh-exposure.h
 * @paths: (element-type BhPath) (nullable): attack paths that it is part of
 * @acceptance: (nullable): that of the report's state: somebody lives with it, and why
 */
struct _BhFinding
{
  const BhRule *rule;
  BhSeverity severity;
  char *subject;
  int *settings;
  guint n_settings;
  double points;
  GPtrArray *paths;
  const BhAcceptance *acceptance;
};

#define BH_FINDING_IMAGE (-1) /* in @settings: the image */

/* (transfer full): the translated sentence. */
char *bh_finding_dup_message (const BhFinding *self);
/* Stable key of (rule, causing settings): the same finding before and after an unrelated edit.
 * (transfer full) */
char *bh_finding_dup_key (const BhFinding *self, const BhState *state);

/* For checks. SUBJECT is copied, may be NULL. SETTINGS may be empty. */
void bh_findings_add (BhFindings *self,
                      const BhRule *rule,
                      BhSeverity severity,
                      const char *subject,
                      const int *settings,
                      guint n_settings);
/* One cause, usual severity. SETTING may be -2 for none (something is missing). */
void bh_findings_add_one (BhFindings *self, const BhRule *rule, const char *subject, int setting);
#define BH_NO_SETTING (-2)

G_END_DECLS
