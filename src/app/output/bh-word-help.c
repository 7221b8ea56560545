/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "output/bh-word-help.h"

#include "explain/bh-explanation.h"

static const BhSpan *
find_span (const BhOutput *output, gsize byte)
{
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);

      if (span->begin <= byte && byte < span->end)
        return span;
    }
  return NULL;
}

static BhExplanation *
explain (const BhState *state, const BhSpan *span)
{
  if (span->setting == BH_SPAN_IMAGE)
    return state->image != NULL ? bh_image_explain (state->image) : NULL;
  if (span->setting == BH_SPAN_COMMAND)
    return bh_command_explain ();
  return bh_setting_explain (state->settings[span->setting]);
}

char *
bh_word_help_dup_markup (const BhState *state,
                         const BhOutput *output,
                         gsize byte,
                         const BhSpan **ret_span)
{
  const BhSpan *span = find_span (output, byte);
  g_autoptr (BhExplanation) explanation = span != NULL ? explain (state, span) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *parts = NULL;

  if (explanation == NULL)
    return NULL;
  if (ret_span != NULL)
    *ret_span = span;
  words = g_strndup (output->text->str + span->begin, span->end - span->begin);
  parts = bh_explanation_dup_text (explanation);
  return g_markup_printf_escaped ("<b><tt>%s</tt></b>\n%s%s<small>%s</small>", words,
                                  explanation->summary, *parts != '\0' ? "\n\n" : "", parts);
}
