/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhAcceptance:
 * @rule: id of the rule or of the attack path
 * @subject: which of its findings: the causing settings in the words of a command
 * ("--publish 8080:80"), or "" when it fires because something is missing
 * @reason: why, in a person's own words
 * @extra: (nullable): further members of a profile, as bh_setting_set_extra() has them
 *
 * A warning that somebody has read and lives with. It ends by itself when the setting is changed:
 * what was accepted is that very setting. Rules that are not known are kept as they came.
 * Immutable and ref-counted; the fields are for reading.
 */
struct _BhAcceptance
{
  guint ref_count;
  char *rule;
  char *subject;
  char *reason;
  char *extra;
};

BhAcceptance *bh_acceptance_new (const char *rule, const char *subject, const char *reason);
/* Only while nobody else has it; EXTRA may be NULL. */
void bh_acceptance_set_extra (BhAcceptance *self, const char *extra);
BhAcceptance *bh_acceptance_ref (BhAcceptance *self);
void bh_acceptance_unref (BhAcceptance *self);
gboolean bh_acceptance_equal (const BhAcceptance *a, const BhAcceptance *b);
/* Whether it is the acceptance of that finding, whatever its reason. */
gboolean bh_acceptance_is (const BhAcceptance *self, const char *rule, const char *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhAcceptance, bh_acceptance_unref)

G_END_DECLS
