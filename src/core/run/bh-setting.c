/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-setting.h"

#include <string.h>

static BhSetting *
setting_alloc (const BhOption *option, BhText *unknown, BhText *value, const BhLocation *origin)
{
  BhSetting *self = g_new0 (BhSetting, 1);

  self->ref_count = 1;
  self->option = option;
  self->unknown = unknown;
  self->value = value;
  if (origin != NULL)
    self->origin = *origin;
  return self;
}

BhSetting *
bh_setting_new_take (const BhOption *option, BhText *value, const BhLocation *origin)
{
  g_return_val_if_fail (option != NULL && value != NULL, NULL);

  return setting_alloc (option, NULL, value, origin);
}

BhSetting *
bh_setting_new (const char *name, const char *value)
{
  return bh_setting_new_take (bh_option_get (name), bh_text_new (value), NULL);
}

BhSetting *
bh_setting_new_unknown (BhText *word, BhText *value, const BhLocation *origin)
{
  g_return_val_if_fail (word != NULL, NULL);

  return setting_alloc (NULL, word, value, origin);
}

void
bh_setting_set_extra (BhSetting *self, const char *extra)
{
  g_return_if_fail (self->ref_count == 1);

  g_free (self->extra);
  self->extra = g_strdup (extra);
}

BhSetting *
bh_setting_ref (BhSetting *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_setting_unref (BhSetting *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  bh_text_unref (self->unknown);
  bh_text_unref (self->value);
  g_free (self->extra);
  g_free (self);
}

gboolean
bh_setting_equal (const BhSetting *a, const BhSetting *b)
{
  return a == b || (a->option == b->option && bh_text_equal (a->unknown, b->unknown) &&
                    bh_text_equal (a->value, b->value) && g_strcmp0 (a->extra, b->extra) == 0);
}

gboolean
bh_setting_is (const BhSetting *self, const BhOption *option)
{
  return self->option == option;
}

gboolean
bh_setting_is_on (const BhSetting *self)
{
  /* The words that Go's strconv.ParseBool takes for true. */
  static const char *const on[] = { "1", "t", "T", "true", "TRUE", "True", NULL };

  return g_strv_contains (on, self->value->str);
}
