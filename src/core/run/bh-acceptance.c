/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-acceptance.h"

#include <string.h>

BhAcceptance *
bh_acceptance_new (const char *rule, const char *subject, const char *reason)
{
  BhAcceptance *self;

  g_return_val_if_fail (rule != NULL && subject != NULL && reason != NULL, NULL);

  self = g_new0 (BhAcceptance, 1);
  self->ref_count = 1;
  self->rule = g_strdup (rule);
  self->subject = g_strdup (subject);
  self->reason = g_strdup (reason);
  return self;
}

void
bh_acceptance_set_extra (BhAcceptance *self, const char *extra)
{
  g_return_if_fail (self->ref_count == 1);

  g_free (self->extra);
  self->extra = g_strdup (extra);
}

BhAcceptance *
bh_acceptance_ref (BhAcceptance *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_acceptance_unref (BhAcceptance *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->rule);
  g_free (self->subject);
  g_free (self->reason);
  g_free (self->extra);
  g_free (self);
}

gboolean
bh_acceptance_equal (const BhAcceptance *a, const BhAcceptance *b)
{
  return a == b || (bh_acceptance_is (a, b->rule, b->subject) &&
                    strcmp (a->reason, b->reason) == 0 && g_strcmp0 (a->extra, b->extra) == 0);
}

gboolean
bh_acceptance_is (const BhAcceptance *self, const char *rule, const char *subject)
{
  return strcmp (self->rule, rule) == 0 && strcmp (self->subject, subject) == 0;
}
