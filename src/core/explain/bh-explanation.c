/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "explain/bh-explain-private.h"

#include <string.h>

#include "bh-i18n.h"

/* Kinds that are not here have values that speak for themselves. */
static const BhExplain explainers[BH_N_KINDS] = {
  [BH_KIND_FLAG] = bh_explain_flag,
  [BH_KIND_TEXT] = bh_explain_mode,
  [BH_KIND_INTEGER] = bh_explain_integer,
  [BH_KIND_BYTES] = bh_explain_bytes,
  [BH_KIND_CPUS] = bh_explain_cpus,
  [BH_KIND_PORT] = bh_explain_port,
  [BH_KIND_NETWORK] = bh_explain_network,
  [BH_KIND_HOST_ENTRY] = bh_explain_host_entry,
  [BH_KIND_VOLUME] = bh_explain_volume,
  [BH_KIND_MOUNT] = bh_explain_mount,
  [BH_KIND_TMPFS] = bh_explain_tmpfs,
  [BH_KIND_ENVIRONMENT] = bh_explain_environment,
  [BH_KIND_KEY_VALUE] = bh_explain_key_value,
  [BH_KIND_CAPABILITY] = bh_explain_capability,
  [BH_KIND_SECURITY_OPT] = bh_explain_security_opt,
  [BH_KIND_USER] = bh_explain_user,
  [BH_KIND_DEVICE] = bh_explain_device,
  [BH_KIND_GPUS] = bh_explain_mode,
  [BH_KIND_ULIMIT] = bh_explain_ulimit,
  [BH_KIND_RESTART] = bh_explain_restart,
  [BH_KIND_PID_MODE] = bh_explain_mode,
  [BH_KIND_IPC_MODE] = bh_explain_mode,
  [BH_KIND_UTS_MODE] = bh_explain_mode,
  [BH_KIND_USERNS_MODE] = bh_explain_mode,
  [BH_KIND_CGROUPNS_MODE] = bh_explain_mode,
  [BH_KIND_PULL] = bh_explain_mode,
  [BH_KIND_STREAM] = bh_explain_mode,
  [BH_KIND_DOMAIN] = bh_explain_mode,
  [BH_KIND_LINK] = bh_explain_mode,
  [BH_KIND_ISOLATION] = bh_explain_mode,
  [BH_KIND_LOG_DRIVER] = bh_explain_mode,
};

void
bh_explain (BhExplanation *self, BhRange range, const char *text)
{
  BhExplainedPart part = { range, g_strdup (text) };

  g_array_append_val (self->parts, part);
}

void
bh_explain_written (BhExplanation *self, BhRange range, const char *text)
{
  if (range.end > range.begin)
    bh_explain (self, range, text);
}

static gboolean
means (const BhMeaning *meaning, const BhText *value, BhRange range)
{
  gsize length = strlen (meaning->word);
  char last = length > 0 ? meaning->word[length - 1] : '\0';

  if (bh_text_range_equal (value, range, meaning->word))
    return TRUE;
  return (last == ':' || last == '=') && range.end - range.begin > length &&
         strncmp (value->str + range.begin, meaning->word, length) == 0;
}

const BhMeaning *
bh_meaning_find (const BhMeaning *meanings, const BhText *value, BhRange range)
{
  for (const BhMeaning *meaning = meanings; meaning->word != NULL; meaning++)
    if (means (meaning, value, range))
      return meaning;
  return NULL;
}

void
bh_explain_word (BhExplanation *self,
                 const BhMeaning *meanings,
                 BhRange range,
                 const char *otherwise)
{
  const BhMeaning *meaning = bh_meaning_find (meanings, self->value, range);

  if (meaning != NULL)
    bh_explain (self, range, _ (meaning->text));
  else if (otherwise != NULL)
    bh_explain_written (self, range, otherwise);
}

/* What the shell puts in the place of what people write most. */
static const BhMeaning expansions[] = {
  { "$PWD", N_ ("your shell puts in the folder that you are in") },
  { "${PWD}", N_ ("your shell puts in the folder that you are in") },
  { "$(pwd)", N_ ("your shell puts in the folder that you are in") },
  { "`pwd`", N_ ("your shell puts in the folder that you are in") },
  { "$HOME", N_ ("your shell puts in your home folder") },
  { "${HOME}", N_ ("your shell puts in your home folder") },
  { "~", N_ ("your shell puts in your home folder") },
  { "$USER", N_ ("your shell puts in your user name") },
  { "${USER}", N_ ("your shell puts in your user name") },
  { "$UID", N_ ("your shell puts in the number of your user") },
  { "$(id -u)", N_ ("your shell puts in the number of your user") },
  { "$(id -g)", N_ ("your shell puts in the number of your group") },
  { NULL, NULL },
};

static const char *const expansion_kinds[] = {
  [BH_EXPANSION_PARAMETER] = N_ ("your shell puts in what the variable holds"),
  [BH_EXPANSION_COMMAND] = N_ ("your shell runs this first, and puts in what it prints"),
  [BH_EXPANSION_ARITHMETIC] = N_ ("your shell puts in the result"),
  [BH_EXPANSION_TILDE] = N_ ("your shell puts in that user's home folder"),
};

static void
explain_expansions (BhExplanation *self)
{
  for (guint i = 0; i < self->value->n_expansions; i++)
    {
      const BhExpansion *expansion = &self->value->expansions[i];

      bh_explain_word (self, expansions, expansion->range, _ (expansion_kinds[expansion->kind]));
    }
}

static void
clear_part (void *part)
{
  g_free (((BhExplainedPart *) part)->text);
}

static BhExplanation *
new_explanation (const char *summary, BhText *value)
{
  BhExplanation *self = g_new0 (BhExplanation, 1);

  self->summary = summary;
  self->value = value != NULL ? bh_text_ref (value) : NULL;
  self->parts = g_array_new (FALSE, FALSE, sizeof (BhExplainedPart));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

BhExplanation *
bh_setting_explain (const BhSetting *setting)
{
  BhExplanation *self;

  g_return_val_if_fail (setting != NULL, NULL);

  if (setting->option == NULL)
    return new_explanation (_ ("not an option of docker run; kept as it came"), NULL);
  self = new_explanation (_ (setting->option->summary), setting->value);
  if (explainers[setting->option->kind] != NULL)
    explainers[setting->option->kind](self, setting->option);
  explain_expansions (self);
  return self;
}

BhExplanation *
bh_image_explain (BhText *image)
{
  BhExplanation *self = new_explanation (_ ("the image to make the container from; everything "
                                            "after it goes to the program inside"),
                                         image);

  bh_explain_image (self);
  explain_expansions (self);
  return self;
}

BhExplanation *
bh_command_explain (void)
{
  return new_explanation (
      _ ("the command to run inside the container, in place of the image's own"), NULL);
}

void
bh_explanation_free (BhExplanation *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->value, bh_text_unref);
  g_array_unref (self->parts);
  g_free (self);
}

char *
bh_explanation_dup_text (const BhExplanation *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const BhExplainedPart *part = &g_array_index (self->parts, BhExplainedPart, i);
      g_autofree char *words =
          self->value != NULL ? bh_text_dup_range (self->value, part->range) : g_strdup ("");

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (*words != '\0')
        /* TRANSLATORS: a part of an option's value, and what it means: "8080 – the port of this
         * computer". */
        g_string_append_printf (text, _ ("%1$s – %2$s"), words, part->text);
      else
        g_string_append (text, part->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
