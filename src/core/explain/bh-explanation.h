/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "run/bh-setting.h"

G_BEGIN_DECLS

/**
 * BhExplainedPart:
 * @range: its bytes in the value; empty when it is about something that was not written
 * @text: translated, without a full stop: what the part means there
 */
typedef struct
{
  BhRange range;
  char *text;
} BhExplainedPart;

/**
 * BhExplanation:
 * @summary: translated, not owned: what the option does
 * @value: the value that the parts are parts of, %NULL when there is none
 * @parts: (element-type BhExplainedPart): in the order of the value
 *
 * What an option and each part of its value mean: in `-p 127.0.0.1:8080:80` the address, the port
 * of the host and the port of the container.
 */
struct _BhExplanation
{
  const char *summary;
  BhText *value;
  GArray *parts;
};

/* (transfer full) */
BhExplanation *bh_setting_explain (const BhSetting *setting);
BhExplanation *bh_image_explain (BhText *image);
/* Of the words after the image. */
BhExplanation *bh_command_explain (void);
void bh_explanation_free (BhExplanation *self);

/**
 * bh_explanation_dup_text:
 *
 * Returns: (transfer full): the parts one a line, each with its words: "8080 – the port of this
 * computer"; "" when there are none
 */
char *bh_explanation_dup_text (const BhExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhExplanation, bh_explanation_free)

G_END_DECLS
