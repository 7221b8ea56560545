/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-edit.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bh-note.h"
#include "export/bh-shell-quote.h"
#include "import/bh-shell-lexer.h"

/* Of an option that repeats, a field edits the first; the others have rows of their own. */
static int
find_option (const BhState *state, const BhOption *option)
{
  return (option->flags & BH_OPTION_REPEATS) != 0 ? bh_state_find (state, 0, option)
                                                  : bh_state_find_last (state, option);
}

int
bh_edit_find (const BhState *state, const BhFieldSpec *spec)
{
  int index;

  if (spec->kind == BH_FIELD_IMAGE)
    return state->image != NULL ? BH_PROBLEM_IMAGE : BH_EDIT_NOWHERE;
  if (spec->kind == BH_FIELD_COMMAND)
    return state->n_command > 0 ? BH_PROBLEM_COMMAND : BH_EDIT_NOWHERE;
  index = find_option (state, bh_option_get (spec->option));
  return index >= 0 ? index : BH_EDIT_NOWHERE;
}

static char *
dup_command (const BhState *state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < state->n_command; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      bh_shell_quote_append (text, state->command[i], BH_QUOTE_KEEP_SPLIT);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Words of a command as typed: operators of the shell have no meaning here and are words too. What
 * cannot be split, such as a quote that is still open, is one word. */
static GPtrArray *
split_command (const char *str)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);
  g_auto (BhShellLexer) lexer = { 0 };
  BhLocation start = { .line = 1, .column = 1 };
  guint read = 0;

  bh_shell_lexer_init (&lexer, str, &start, (BhRange){ 0, strlen (str) }, notes);
  for (;;)
    {
      g_auto (BhToken) token = { 0 };

      if (!bh_shell_lexer_next (&lexer, &token, NULL))
        {
          g_ptr_array_add (words, bh_text_new (str + read + strspn (str + read, " \t")));
          break;
        }
      read = token.where.range.end;
      if (token.kind == BH_TOKEN_END)
        break;
      if (token.kind == BH_TOKEN_WORD)
        g_ptr_array_add (words, g_steal_pointer (&token.text));
      else if (token.where.range.end > token.where.range.begin && token.kind != BH_TOKEN_NEWLINE)
        g_ptr_array_add (words, bh_text_new_len (str + token.where.range.begin,
                                                 token.where.range.end - token.where.range.begin));
    }
  return g_steal_pointer (&words);
}

char *
bh_edit_dup_text (const BhState *state, const BhFieldSpec *spec)
{
  int index = bh_edit_find (state, spec);

  if (index == BH_EDIT_NOWHERE)
    return g_strdup ("");
  if (index == BH_PROBLEM_COMMAND)
    return dup_command (state);
  return g_strdup (index == BH_PROBLEM_IMAGE ? state->image->str
                                             : state->settings[index]->value->str);
}

static gboolean
command_says (const BhState *state, const char *str)
{
  g_autoptr (GPtrArray) words = split_command (str);

  if (words->len != state->n_command)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (!bh_text_equal (g_ptr_array_index (words, i), state->command[i]))
      return FALSE;
  return TRUE;
}

gboolean
bh_edit_says (const BhState *state, const BhFieldSpec *spec, const char *str)
{
  g_autofree char *text = NULL;

  if (spec->kind == BH_FIELD_COMMAND)
    return command_says (state, str);
  text = bh_edit_dup_text (state, spec);
  return g_str_equal (text, str);
}

static void
change (BhDocument *document, BhState *state, const char *format, const BhOption *option, int merge)
{
  g_autofree char *name = g_strdup_printf ("--%s", option->name);
  g_autofree char *label = g_strdup_printf (format, name);
  g_autofree char *key = merge >= 0 ? g_strdup_printf ("%s/%d", option->name, merge) : NULL;

  bh_document_change (document, state, label, key);
}

static BhText *
edited (const BhText *old, const char *str)
{
  return old != NULL ? bh_text_edit (old, str) : bh_text_new (str);
}

static void
set_image (BhDocument *document, const char *str)
{
  const BhState *state = bh_document_get_state (document);
  g_autoptr (BhText) image = *str != '\0' ? edited (state->image, str) : NULL;
  g_autoptr (BhState) changed = bh_state_with_image (state, image);

  bh_document_change (document, changed, _ ("Change image"), "image");
}

static void
set_command (BhDocument *document, const char *str)
{
  g_autoptr (GPtrArray) words = split_command (str);
  g_autoptr (BhState) changed = bh_state_with_command (bh_document_get_state (document),
                                                       (BhText *const *) words->pdata, words->len);

  bh_document_change (document, changed, _ ("Change command"), "command");
}

static BhState *
state_with_option (const BhState *state, const BhOption *option, const char *str)
{
  gboolean repeats = (option->flags & BH_OPTION_REPEATS) != 0;
  int index = find_option (state, option);
  const BhText *old = index >= 0 ? state->settings[index]->value : NULL;
  g_autoptr (BhSetting) setting = bh_setting_new_take (option, edited (old, str), NULL);

  if (*str == '\0')
    return repeats && index >= 0 ? bh_state_remove (state, index)
                                 : bh_state_remove_all (state, option);
  return repeats && index >= 0 ? bh_state_replace (state, index, setting)
                               : bh_state_set (state, setting);
}

static void
set_option (BhDocument *document, const BhOption *option, const char *str)
{
  g_autoptr (BhState) changed = state_with_option (bh_document_get_state (document), option, str);

  /* TRANSLATORS: a step in the history; %s is an option such as --memory. */
  change (document, changed, _ ("Change %s"), option, 0);
}

void
bh_edit_set_text (BhDocument *document, const BhFieldSpec *spec, const char *str)
{
  if (spec->kind == BH_FIELD_IMAGE)
    set_image (document, str);
  else if (spec->kind == BH_FIELD_COMMAND)
    set_command (document, str);
  else
    set_option (document, bh_option_get (spec->option), str);
}

void
bh_edit_set_flag (BhDocument *document, const BhOption *option, gboolean on)
{
  const BhState *state = bh_document_get_state (document);
  gboolean by_itself = g_strcmp0 (option->default_value, "true") == 0;
  g_autoptr (BhSetting) setting = bh_setting_new (option->name, on ? "true" : "false");
  g_autoptr (BhState) changed =
      on == by_itself ? bh_state_remove_all (state, option) : bh_state_set (state, setting);

  change (document, changed, _ ("Change %s"), option, -1);
}

void
bh_edit_replace (BhDocument *document, guint index, const BhOption *option, BhText *value)
{
  g_autoptr (BhSetting) setting = bh_setting_new_take (option, value, NULL);
  g_autoptr (BhState) changed = bh_state_replace (bh_document_get_state (document), index, setting);

  change (document, changed, _ ("Change %s"), option, (int) index);
}

void
bh_edit_add (BhDocument *document, const char *option, const char *value)
{
  g_autoptr (BhSetting) setting = bh_setting_new (option, value);
  g_autoptr (BhState) changed = bh_state_add (bh_document_get_state (document), setting);

  /* TRANSLATORS: a step in the history; %s is an option such as --publish. */
  change (document, changed, _ ("Add %s"), setting->option, -1);
}

static void
change_setting (BhDocument *document,
                BhState *changed,
                const char *format,
                const BhSetting *setting)
{
  g_autofree char *label = NULL;

  if (setting->option != NULL)
    {
      change (document, changed, format, setting->option, -1);
      return;
    }
  label = g_strdup_printf (format, setting->unknown->str);
  bh_document_change (document, changed, label, NULL);
}

void
bh_edit_remove (BhDocument *document, guint index)
{
  const BhState *state = bh_document_get_state (document);
  g_autoptr (BhSetting) setting = bh_setting_ref (state->settings[index]);
  g_autoptr (BhState) changed = bh_state_remove (state, index);

  /* TRANSLATORS: a step in the history; %s is an option such as --publish. */
  change_setting (document, changed, _ ("Remove %s"), setting);
}

void
bh_edit_duplicate (BhDocument *document, guint index)
{
  const BhState *state = bh_document_get_state (document);
  g_autoptr (BhState) changed = bh_state_insert (state, index + 1, state->settings[index]);

  /* TRANSLATORS: a step in the history; %s is an option such as --publish. */
  change_setting (document, changed, _ ("Duplicate %s"), state->settings[index]);
}

void
bh_edit_move (BhDocument *document, guint from, guint to)
{
  const BhState *state = bh_document_get_state (document);
  g_autoptr (BhState) changed = bh_state_move (state, from, to);

  /* TRANSLATORS: a step in the history; %s is an option such as --publish. */
  change_setting (document, changed, _ ("Move %s"), state->settings[from]);
}
