/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-command-options.h"

#include <string.h>

#include "bh-i18n.h"
#include "bh-note.h"
#include "import/bh-dash.h"
#include "import/bh-podman-option.h"

typedef struct
{
  BhStateBuilder *builder;
  BhEngine engine;
  const BhToken *words;
  guint n_words;
  guint at;    /* behind the word being read */
  guint taken; /* behind the last word that an option took */
  const BhLocation *end;
  GPtrArray *notes;
} Reader;

static const char
    *const engines[] = { [BH_ENGINE_DOCKER] = "docker", [BH_ENGINE_PODMAN] = "podman" };

/* From the word being read to the last one that was taken for it. */
static BhLocation
origin (const Reader *self, guint first)
{
  BhLocation where = self->words[first].where;

  where.range.end = self->words[self->at - 1].where.range.end;
  return where;
}

static void
add_setting (Reader *self, const BhOption *option, BhText *value, guint first)
{
  BhLocation where = origin (self, first);

  if (self->builder != NULL)
    bh_state_builder_add_setting (self->builder, bh_setting_new_take (option, value, &where));
  else
    bh_text_unref (value);
}

/* WORD is adopted. */
static void
add_unknown (Reader *self, BhText *word, BhText *value, const char *format, guint first)
{
  BhLocation where = origin (self, first);

  if (self->notes != NULL)
    {
      g_autofree char *name = g_strndup (word->str, strcspn (word->str, "="));

      g_ptr_array_add (self->notes,
                       bh_note_new (BH_NOTE_UNKNOWN, &where, (int) self->builder->settings->len,
                                    format, name, engines[self->engine]));
    }
  if (self->builder != NULL)
    bh_state_builder_add_setting (self->builder, bh_setting_new_unknown (word, value, &where));
  else
    {
      bh_text_unref (word);
      bh_text_unref (value);
    }
}

/* The next word, whatever it is; NAME is what wants it. */
static BhText *
take_value (Reader *self, const char *name, gsize len, GError **error)
{
  if (self->at < self->n_words)
    {
      self->taken = self->at + 1;
      return bh_text_ref (self->words[self->at++].text);
    }
  bh_set_error_at (error, BH_ERROR_SYNTAX, self->end, _ ("%.*s needs a value behind it"), (int) len,
                   name);
  return NULL;
}

static gboolean
read_unknown_long (Reader *self, BhText *word, guint name_end, GError **error)
{
  guint first = self->at - 1;
  BhText *value = NULL;

  if (name_end == word->len && self->engine == BH_ENGINE_PODMAN &&
      bh_podman_option_takes_value (word->str + 2))
    {
      value = take_value (self, word->str, word->len, error);
      if (value == NULL)
        return FALSE;
    }
  add_unknown (self, bh_text_ref (word), value,
               _ ("%s is no option of %s run that Bulkhead knows: it was kept as it is."), first);
  return TRUE;
}

static gboolean
set_no_option (const Reader *self, const BhText *word, GError **error)
{
  bh_set_error_at (error, BH_ERROR_SYNTAX, &self->words[self->at - 1].where,
                   _ ("“%s” is no option: two dashes and a name, or one dash and letters, are "
                      "expected"),
                   word->str);
  return FALSE;
}

static gboolean
read_long (Reader *self, BhText *word, GError **error)
{
  guint first = self->at - 1;
  guint name_end = bh_text_find (word, 2, G_MAXUINT, '=');
  const BhOption *option = bh_option_find (word->str + 2, name_end - 2);
  BhText *value;

  if (word->str[2] == '-' || word->str[2] == '=')
    return set_no_option (self, word, error);
  if (option == NULL)
    return read_unknown_long (self, word, name_end, error);
  if (name_end < word->len)
    value = bh_text_sub (word, (BhRange){ name_end + 1, word->len });
  else if (!bh_option_takes_value (option))
    value = bh_text_new_len ("true", 4);
  else
    value = take_value (self, word->str, word->len, error);
  if (value != NULL)
    add_setting (self, option, value, first);
  return value != NULL;
}

/* The rest of a bundle from a letter that no option has. */
static gboolean
read_unknown_short (Reader *self, BhText *word, guint at, GError **error)
{
  g_auto (BhTextBuilder) builder = { 0 };

  if (word->str[at] == '-')
    return set_no_option (self, word, error);
  bh_text_builder_init (&builder);
  bh_text_builder_append_c (&builder, '-');
  bh_text_builder_append_range (&builder, word, (BhRange){ at, word->len });
  add_unknown (self, bh_text_builder_end (&builder), NULL,
               _ ("%s is no option of %s run that Bulkhead knows: it was kept as it is."),
               self->at - 1);
  return TRUE;
}

/* -itd, -p80:80, -e=A=b: a letter's value is the rest of the word, without one =. */
static gboolean
read_short (Reader *self, BhText *word, GError **error)
{
  guint first = self->at - 1;

  for (guint at = 1; at < word->len; at++)
    {
      const BhOption *option = bh_option_find_short (word->str[at]);
      BhText *value;

      if (option == NULL)
        return read_unknown_short (self, word, at, error);
      if (word->str[at + 1] == '=' && at + 2 < word->len)
        value = bh_text_sub (word, (BhRange){ at + 2, word->len });
      else if (!bh_option_takes_value (option))
        {
          add_setting (self, option, bh_text_new_len ("true", 4), first);
          continue;
        }
      else if (at + 1 < word->len)
        value = bh_text_sub (word, (BhRange){ at + 1, word->len });
      else
        value = take_value (self, word->str, word->len, error);
      if (value == NULL)
        return FALSE;
      add_setting (self, option, value, first);
      return TRUE;
    }
  return TRUE;
}

/* A word whose typographic dashes are put right (transfer full). */
static BhText *
repaired (Reader *self, const BhToken *token)
{
  BhText *word = NULL;

  if (!token->quoted && token->text->n_expansions == 0)
    word = bh_text_repair_dashes (token->text);
  if (word == NULL)
    return bh_text_ref (token->text);
  if (self->notes != NULL)
    g_ptr_array_add (self->notes,
                     bh_note_new (BH_NOTE_REPAIRED, &token->where, -1,
                                  _ ("“%s” has a typographic dash: it was read as %s."),
                                  token->text->str, word->str));
  return word;
}

/* $DOCKER_OPTS and the like: nothing but an unquoted variable whose name says that it holds
 * options, with something behind it that can be the image. */
static gboolean
is_options_variable (const Reader *self, const BhToken *token)
{
  static const char *const endings[] = { "ARGS", "OPTS", "OPTIONS", "FLAGS", "PARAMS" };
  const BhText *text = token->text;
  g_autofree char *name = NULL;

  if (self->at == self->n_words || text->n_expansions != 1 || !text->expansions[0].splits ||
      text->expansions[0].kind != BH_EXPANSION_PARAMETER || text->expansions[0].range.begin > 0 ||
      text->expansions[0].range.end != text->len)
    return FALSE;
  name = g_ascii_strup (text->str, text->len - (text->str[text->len - 1] == '}'));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
starts_option (const BhText *word)
{
  return word->str[0] == '-' && word->len > 1;
}

/* Where the image should stand, and which option took the word that looks like it. */
static gboolean
set_no_image (const Reader *self, GError **error)
{
  const BhToken *last = self->n_words > 0 ? &self->words[self->n_words - 1] : NULL;

  if (last == NULL)
    bh_set_error_at (error, BH_ERROR_NO_IMAGE, self->end,
                     _ ("there is no image: its name is expected behind the options"));
  else if (self->taken == self->n_words)
    bh_set_error_at (error, BH_ERROR_NO_IMAGE, self->end,
                     _ ("there is no image: “%s” is the value of %s, and the name of an image is "
                        "expected behind it"),
                     last->text->str, self->words[self->n_words - 2].text->str);
  else if (last->text->str[1] != '-' && last->text->len > 2)
    bh_set_error_at (error, BH_ERROR_NO_IMAGE, self->end,
                     _ ("there is no image: “%s” was read as options, since it begins with a dash"),
                     last->text->str);
  else
    bh_set_error_at (error, BH_ERROR_NO_IMAGE, self->end,
                     _ ("there is no image: its name is expected behind %s"), last->text->str);
  return FALSE;
}

static void
read_rest (Reader *self)
{
  const BhToken *image = &self->words[self->at++];

  if (self->builder == NULL)
    return;
  bh_state_builder_set_image (self->builder, bh_text_ref (image->text), &image->where);
  for (; self->at < self->n_words; self->at++)
    bh_state_builder_add_command (self->builder, repaired (self, &self->words[self->at]));
}

/* Reads one word that is an option; RET_IS_OPTION is FALSE for the image. */
static gboolean
read_word (Reader *self, gboolean *ret_is_option, GError **error)
{
  const BhToken *token = &self->words[self->at++];
  g_autoptr (BhText) word = repaired (self, token);

  *ret_is_option = TRUE;
  if (starts_option (word))
    return word->str[1] == '-' ? read_long (self, word, error) : read_short (self, word, error);
  if (is_options_variable (self, token))
    add_unknown (self, bh_text_ref (word), NULL,
                 _ ("%s was taken for further options of %s run: what it holds is not known."),
                 self->at - 1);
  else
    {
      *ret_is_option = FALSE;
      self->at--;
    }
  return TRUE;
}

gboolean
bh_command_read_options (BhStateBuilder *builder,
                         BhEngine engine,
                         const BhToken *words,
                         guint n_words,
                         const BhLocation *end,
                         GPtrArray *notes,
                         GError **error)
{
  Reader reader = { builder, engine, words, n_words, 0, 0, end, notes };
  gboolean is_option = TRUE;

  while (reader.at < n_words && is_option)
    {
      if (g_str_equal (words[reader.at].text->str, "--"))
        {
          reader.at++;
          break;
        }
      if (!read_word (&reader, &is_option, error))
        return FALSE;
    }
  if (reader.at == n_words)
    return set_no_image (&reader, error);
  read_rest (&reader);
  return TRUE;
}
