/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-command-words.h"

#include <string.h>

#include "export/bh-shell-quote.h"
#include "import/bh-podman-option.h"

/* As many words of global options are looked through. */
#define MAX_GLOBALS 64

/* Programs that run the command behind them, and the letters of their options that take a word. */
static const struct
{
  const char *name;
  const char *with_value;
} prefixes[] = {
  { "command", "" }, { "doas", "Cu" },          { "env", "CSu" }, { "exec", "a" },  { "nice", "n" },
  { "nohup", "" },   { "sudo", "CDghpRrTtUu" }, { "time", "fo" }, { "winpty", "" },
};

/* The part of a word behind the last slash. */
static const char *
base_name (const BhText *word)
{
  const char *slash = strrchr (word->str, '/');
  const char *backslash = strrchr (word->str, '\\');
  const char *last = slash > backslash ? slash : backslash;

  return last != NULL ? last + 1 : word->str;
}

gboolean
bh_is_program (const BhText *word, BhEngine *ret_engine)
{
  static const char
      *const names[] = { [BH_ENGINE_DOCKER] = "docker", [BH_ENGINE_PODMAN] = "podman" };
  const char *base = base_name (word);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (base, names[i]) &&
        (base[6] == '\0' || g_ascii_strcasecmp (base + 6, ".exe") == 0))
      {
        *ret_engine = (BhEngine) i;
        return TRUE;
      }
  return FALSE;
}

/* The options of a prefix program from AT on. */
static guint
skip_prefix_options (const BhToken *words, guint n_words, guint at, const char *with_value)
{
  while (at < n_words && words[at].text->str[0] == '-')
    {
      const char *word = words[at++].text->str;

      if (g_str_equal (word, "--"))
        break;
      if (word[1] != '\0' && word[2] == '\0' && strchr (with_value, word[1]) != NULL)
        at++;
    }
  return MIN (at, n_words);
}

static guint
skip_prefix_program (const BhToken *words, guint n_words, guint at)
{
  const char *base = base_name (words[at].text);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_equal (prefixes[i].name, base))
      return skip_prefix_options (words, n_words, at + 1, prefixes[i].with_value);
  return at;
}

/* $SUDO */
static gboolean
is_variable (const BhText *word)
{
  return word->n_expansions == 1 && word->expansions[0].splits &&
         word->expansions[0].kind == BH_EXPANSION_PARAMETER &&
         word->expansions[0].range.begin == 0 && word->expansions[0].range.end == word->len;
}

/* The first word from AT on that is neither an assignment nor a program like sudo. */
static guint
skip_prefix (const BhToken *words, guint n_words, guint at)
{
  while (at < n_words)
    {
      guint value;
      guint next = bh_shell_is_assignment (words[at].text, &value) || is_variable (words[at].text)
                       ? at + 1
                       : skip_prefix_program (words, n_words, at);

      if (next == at)
        break;
      at = next;
    }
  return at;
}

static guint
skip_globals (const BhToken *words, guint n_words, guint at, BhEngine engine)
{
  guint stop = MIN (n_words, at + MAX_GLOBALS);
  guint n;

  while (at < stop &&
         (n = bh_global_option_n_words (words[at].text->str, engine == BH_ENGINE_PODMAN)) > 0)
    at += n;
  return MIN (at, n_words);
}

static gboolean
word_is (const BhToken *words, guint n_words, guint at, const char *literal)
{
  return at < n_words && g_str_equal (words[at].text->str, literal);
}

/* docker [GLOBALS] [container [GLOBALS]] run */
static gboolean
match_program (const BhToken *words, guint n_words, guint program, BhCommand *command)
{
  guint at;

  if (!bh_is_program (words[program].text, &command->engine))
    return FALSE;
  at = skip_globals (words, n_words, program + 1, command->engine);
  command->container = word_is (words, n_words, at, "container") ? at : 0;
  if (command->container > 0)
    at = skip_globals (words, n_words, at + 1, command->engine);
  if (word_is (words, n_words, at, "run"))
    command->verb = BH_VERB_RUN;
  else if (word_is (words, n_words, at, "create"))
    command->verb = BH_VERB_CREATE;
  else
    return FALSE;
  command->program = program;
  command->options = at + 1;
  return TRUE;
}

/* Back over the words before PROGRAM that are assignments or sudo. */
static guint
find_begin (const BhToken *words, guint program)
{
  guint begin = program;
  guint value;

  while (begin > 0 && (bh_shell_is_assignment (words[begin - 1].text, &value) ||
                       skip_prefix_program (words, begin, begin - 1) == begin))
    begin--;
  return begin;
}

/* Words of the shell's own language behind which a command begins. */
static guint
skip_keywords (const BhToken *words, guint n_words)
{
  static const char *const keywords[] = { "!",    "do",    "elif",  "else", "if",
                                          "then", "until", "while", "{" };
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keywords) && at < n_words; i++)
    if (g_str_equal (keywords[i], words[at].text->str))
      {
        at++;
        i = (guint) -1;
      }
  return at;
}

gboolean
bh_command_find (const BhToken *words, guint n_words, BhCommand *ret_command)
{
  guint begin = skip_keywords (words, n_words);
  guint start = skip_prefix (words, n_words, begin);

  /* ExecStart=/usr/bin/docker run … of a systemd unit. */
  if (begin < n_words && g_str_has_prefix (words[begin].text->str, "Exec"))
    start = begin;
  if (start == n_words)
    return FALSE;
  ret_command->begin = begin;
  ret_command->in_prose = FALSE;
  if (match_program (words, n_words, start, ret_command))
    return TRUE;
  for (guint at = start + 1; at < n_words; at++)
    if (match_program (words, n_words, at, ret_command))
      {
        ret_command->begin = find_begin (words, at);
        ret_command->in_prose = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* In `DATA=~/x docker …` the shell expands the tilde, as it does at the start of a word. */
static BhText *
prefix_word (const BhToken *token)
{
  g_auto (BhTextBuilder) builder = { 0 };
  const BhText *word = token->text;
  guint value;
  guint end;

  if (token->quoted || !bh_shell_is_assignment (word, &value) || word->str[value] != '~')
    return bh_text_ref (token->text);
  for (end = value + 1; g_ascii_isalnum (word->str[end]) || word->str[end] == '_'; end++)
    ;
  if (word->str[end] != '/' && word->str[end] != '\0')
    return bh_text_ref (token->text);
  bh_text_builder_init (&builder);
  bh_text_builder_append_range (&builder, word, (BhRange){ 0, value });
  bh_text_builder_append_expansion (&builder, BH_EXPANSION_TILDE, word->str + value, end - value,
                                    FALSE);
  bh_text_builder_append_range (&builder, word, (BhRange){ end, word->len });
  return bh_text_builder_end (&builder);
}

void
bh_command_add_start (const BhCommand *self, const BhToken *words, BhStateBuilder *builder)
{
  builder->engine = self->engine;
  builder->verb = self->verb;
  for (guint i = self->begin; i < self->program; i++)
    bh_state_builder_add_prefix (builder, prefix_word (&words[i]));
  for (guint i = self->program + 1; i + 1 < self->options; i++)
    if (i != self->container)
      bh_state_builder_add_global (builder, bh_text_ref (words[i].text));
}
