/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "option/bh-option.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhSetting:
 * @option: the option, or %NULL when the table does not have it
 * @unknown: for an unknown option, the word as it came ("--bogus=3"); else %NULL
 * @value: its value; "true" or "false" for flags; %NULL for unknown options without a separate word
 * @origin: where it was read, line 0 if it was not
 * @extra: (nullable): what else a profile says of it, see bh_setting_set_extra()
 *
 * One option with its value. Immutable and ref-counted, shared between states; the fields are for
 * reading.
 */
struct _BhSetting
{
  guint ref_count;
  const BhOption *option;
  BhText *unknown;
  BhText *value;
  BhLocation origin;
  char *extra;
};

/* (transfer full); VALUE is adopted (transfer full). ORIGIN may be NULL. */
BhSetting *bh_setting_new_take (const BhOption *option, BhText *value, const BhLocation *origin);
/* By long name and literal value: bh_setting_new ("publish", "8080:80"). */
BhSetting *bh_setting_new (const char *name, const char *value);
BhSetting *bh_setting_new_unknown (BhText *word, BhText *value, const BhLocation *origin);
/* Members of a profile that this version does not know (a comment, or what a later one has to say),
 * as JSON: `"comment": "for the proxy"`. They belong to this very setting: a new value goes
 * without. Only while nobody else has it; EXTRA may be NULL. */
void bh_setting_set_extra (BhSetting *self, const char *extra);
BhSetting *bh_setting_ref (BhSetting *self);
void bh_setting_unref (BhSetting *self);
/* Same option and same value; origins do not count. */
gboolean bh_setting_equal (const BhSetting *a, const BhSetting *b);
gboolean bh_setting_is (const BhSetting *self, const BhOption *option);
/* For flags: whether it is on, as the client reads booleans (1, t, true, TRUE…). */
gboolean bh_setting_is_on (const BhSetting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSetting, bh_setting_unref)

G_END_DECLS
