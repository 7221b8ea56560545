/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explain/bh-explanation.h"

G_BEGIN_DECLS

/* Says what TEXT, which is translated, tells of a part of the value. An empty RANGE is about
 * something that was not written. */
void bh_explain (BhExplanation *self, BhRange range, const char *text);
/* The same, but only if something was written. */
void bh_explain_written (BhExplanation *self, BhRange range, const char *text);

/* A word and what it means; ends with a row without a word. */
typedef struct
{
  const char *word;
  const char *text; /* N_() */
} BhMeaning;

/* The row of the word in RANGE, or NULL. A word that ends in ":" or "=" stands for what begins with
 * it. */
const BhMeaning *bh_meaning_find (const BhMeaning *meanings, const BhText *value, BhRange range);
/* Explains the word in RANGE if MEANINGS has it, else says OTHERWISE (translated, may be NULL). */
void bh_explain_word (BhExplanation *self,
                      const BhMeaning *meanings,
                      BhRange range,
                      const char *otherwise);

#define BH_WHOLE(value) ((BhRange){ 0, (value)->len })

/* One for each grammar: adds the parts of SELF's value. */
typedef void (*BhExplain) (BhExplanation *self, const BhOption *option);

void bh_explain_port (BhExplanation *self, const BhOption *option);
void bh_explain_network (BhExplanation *self, const BhOption *option);
void bh_explain_host_entry (BhExplanation *self, const BhOption *option);
void bh_explain_volume (BhExplanation *self, const BhOption *option);
void bh_explain_mount (BhExplanation *self, const BhOption *option);
void bh_explain_tmpfs (BhExplanation *self, const BhOption *option);
void bh_explain_environment (BhExplanation *self, const BhOption *option);
void bh_explain_key_value (BhExplanation *self, const BhOption *option);
void bh_explain_capability (BhExplanation *self, const BhOption *option);
void bh_explain_security_opt (BhExplanation *self, const BhOption *option);
void bh_explain_user (BhExplanation *self, const BhOption *option);
void bh_explain_device (BhExplanation *self, const BhOption *option);
void bh_explain_bytes (BhExplanation *self, const BhOption *option);
void bh_explain_cpus (BhExplanation *self, const BhOption *option);
void bh_explain_integer (BhExplanation *self, const BhOption *option);
void bh_explain_ulimit (BhExplanation *self, const BhOption *option);
void bh_explain_mode (BhExplanation *self, const BhOption *option);
void bh_explain_restart (BhExplanation *self, const BhOption *option);
void bh_explain_flag (BhExplanation *self, const BhOption *option);
void bh_explain_image (BhExplanation *self);

G_END_DECLS
